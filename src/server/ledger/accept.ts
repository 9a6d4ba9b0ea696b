import { sql } from 'kysely'
import { shanghaiDay } from '../../domain/calendar/day.ts'
import type { Trx } from '../db/database.ts'
import { isUnavailable } from '../db/pool.ts'
import type { Batch, Sent } from './batch.ts'
import { flush } from './flush.ts'
import { idsOf, readItem } from './item.ts'
import { judgeItem } from './judge-item.ts'
import { loadBatch } from './load.ts'
import type { Head, Result, Submission } from './types.ts'
import { versionsOf } from './versions.ts'

/** One answer an item of a submission, in order, and where the township's chain stands after them. */
export type Accepted = { readonly results: readonly Result[]; readonly head: Head }

type Read = { readonly of: Submission; readonly sent: readonly Sent[] }

/** One submission by itself. */
export async function accept(trx: Trx, of: Submission): Promise<Accepted> {
  const [accepted] = await acceptAll(trx, [of])
  if (!accepted) throw new Error('one submission has one answer')
  return accepted
}

/**
 * Judges changes in their order and keeps what became of each (DESIGN.md 4), under the township's row lock: several
 * submissions of one township, each by its own author and clock. All are read, judged in memory and written with a few
 * statements; where the database refuses that, each item goes by itself behind a savepoint, and only the one that
 * breaks has `failed`.
 */
export async function acceptAll(trx: Trx, submissions: readonly Submission[]): Promise<readonly Accepted[]> {
  const reads = submissions.map((of) => ({ of, sent: of.items.map(readItem) }))
  await sql`savepoint batch`.execute(trx)
  try {
    const accepted = await acceptTogether(trx, reads)
    await sql`release savepoint batch`.execute(trx)
    return accepted
  } catch (error) {
    if (isUnavailable(error)) throw error
    submissions[0]?.onFailure?.(error)
    await sql`rollback to savepoint batch`.execute(trx)
  }
  const accepted: Accepted[] = []
  for (const read of reads) accepted.push(await acceptOneByOne(trx, read))
  return accepted
}

async function acceptTogether(trx: Trx, reads: readonly Read[]): Promise<readonly Accepted[]> {
  const authors = reads.map((read) => read.of.author)
  const township = authors[0]?.caller.township
  if (township === undefined) return []
  const batch = await loadBatch(
    trx,
    township,
    authors,
    reads.flatMap((read) => read.sent),
  )
  const accepted: Accepted[] = []
  for (const { of, sent } of reads) {
    if (of.author.caller.township !== township) throw new Error('one township a transaction (DATABASE.md 8)')
    batch.now = of.now
    batch.today = shanghaiDay(of.now)
    const results: Result[] = []
    for (const one of sent) results.push(await judgeSafely(trx, batch, of, one))
    accepted.push({ results, head: batch.head })
  }
  await flush(trx, batch)
  return accepted
}

/** A crash inside one item before anything of it was kept is that item's alone. */
async function judgeSafely(trx: Trx, batch: Batch, of: Submission, sent: Sent): Promise<Result> {
  const before = batch.head.seq
  try {
    return await judgeItem(batch, of, sent, (recordId, seer) => versionsOf(trx, batch, recordId, seer))
  } catch (error) {
    if (batch.head.seq !== before || isUnavailable(error) || isDatabase(error)) throw error
    of.onFailure?.(error)
    return failed(sent)
  }
}

/** After an error of the database the transaction takes no more statements until it is rolled back. */
const isDatabase = (error: unknown): boolean => error instanceof Error && 'severity' in error

async function acceptOneByOne(trx: Trx, { of, sent }: Read): Promise<Accepted> {
  const results: Result[] = []
  for (const one of sent) {
    await sql`savepoint item`.execute(trx)
    try {
      const [accepted] = await acceptTogether(trx, [{ of, sent: [one] }])
      results.push(...(accepted?.results ?? []))
    } catch (error) {
      if (isUnavailable(error)) throw error
      of.onFailure?.(error)
      await sql`rollback to savepoint item`.execute(trx)
      results.push(failed(one))
    }
    await sql`release savepoint item`.execute(trx)
  }
  const batch = await loadBatch(trx, of.author.caller.township, [of.author], [])
  return { results, head: batch.head }
}

const failed = (sent: Sent): Result => {
  const { changeId, recordId } = idsOf(sent)
  return { changeId, recordId, outcome: 'failed', version: null }
}
