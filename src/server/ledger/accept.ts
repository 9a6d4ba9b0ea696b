import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import { isUnavailable } from '../db/pool.ts'
import type { Batch, Sent } from './batch.ts'
import { flush } from './flush.ts'
import { idsOf, readItem } from './item.ts'
import { judgeItem } from './judge-item.ts'
import { loadBatch } from './load.ts'
import type { Head, Result, Submission } from './types.ts'
import { versionsOf } from './versions.ts'

/** One answer per item, in order, and where the township's chain stands after them. */
export type Accepted = { readonly results: readonly Result[]; readonly head: Head }

/**
 * Judges changes in their order and keeps what became of each (DESIGN.md 4), under the township's row lock. The whole
 * batch is read, judged in memory and written with a few statements; where the database refuses that, each item goes
 * by itself behind a savepoint, and only the one that breaks has `failed`.
 */
export async function accept(trx: Trx, of: Submission): Promise<Accepted> {
  const sent = of.items.map(readItem)
  await sql`savepoint batch`.execute(trx)
  try {
    return await acceptTogether(trx, of, sent)
  } catch (error) {
    if (isUnavailable(error)) throw error
    of.onFailure?.(error)
    await sql`rollback to savepoint batch`.execute(trx)
  }
  return acceptOneByOne(trx, of, sent)
}

async function acceptTogether(trx: Trx, of: Submission, sent: readonly Sent[]): Promise<Accepted> {
  const batch = await loadBatch(trx, of, sent)
  const results: Result[] = []
  for (const one of sent) results.push(await judgeSafely(trx, batch, of, one))
  await flush(trx, batch)
  return { results, head: batch.head }
}

/** A crash inside one item before anything of it was kept is that item's alone. */
async function judgeSafely(trx: Trx, batch: Batch, of: Submission, sent: Sent): Promise<Result> {
  const before = batch.head.seq
  try {
    return await judgeItem(batch, of, sent, (recordId) => versionsOf(trx, batch, recordId))
  } catch (error) {
    if (batch.head.seq !== before || isUnavailable(error) || isDatabase(error)) throw error
    of.onFailure?.(error)
    return failed(sent)
  }
}

/** After an error of the database the transaction takes no more statements until it is rolled back. */
const isDatabase = (error: unknown): boolean => error instanceof Error && 'severity' in error

async function acceptOneByOne(trx: Trx, of: Submission, sent: readonly Sent[]): Promise<Accepted> {
  const results: Result[] = []
  for (const one of sent) {
    await sql`savepoint item`.execute(trx)
    try {
      results.push(...(await acceptTogether(trx, of, [one])).results)
    } catch (error) {
      if (isUnavailable(error)) throw error
      of.onFailure?.(error)
      await sql`rollback to savepoint item`.execute(trx)
      results.push(failed(one))
    }
    await sql`release savepoint item`.execute(trx)
  }
  const batch = await loadBatch(trx, { ...of, items: [] }, [])
  return { results, head: batch.head }
}

const failed = (sent: Sent): Result => {
  const { changeId, recordId } = idsOf(sent)
  return { changeId, recordId, outcome: 'failed', version: null }
}
