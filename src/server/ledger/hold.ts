import { instantMs } from '../../domain/calendar/instant.ts'
import type { Trx } from '../db/database.ts'
import { authorOf } from '../session/callers.ts'
import { type Accepted, accept } from './accept.ts'
import { flush } from './flush.ts'
import { keepHeld, takeOut } from './held.repository.ts'
import { idsOf, readItem } from './item.ts'
import { answerUnjudged, heldAnswer, judgedOf } from './judge-item.ts'
import { log } from './keep.ts'
import { loadBatch } from './load.ts'
import type { HeldChange, Result, Submission } from './types.ts'

/**
 * Keeps what a revoked device or a dismissed account sends, unjudged, for a supervisor (DESIGN.md 4, `held`). What came
 * in before the revocation has its stored answer; whether a change was made before or after it goes by `madeAt`,
 * corrected by the device's clock.
 */
export async function hold(trx: Trx, of: Submission, revokedAt: number): Promise<Accepted> {
  const { author, deviceId, sentAt, now } = of
  const { township, userId } = author.caller
  const sent = of.items.map(readItem)
  const batch = await loadBatch(trx, township, [author], sent)
  const kept: HeldChange[] = []
  const results = sent.map((one): Result => {
    const { changeId, recordId } = idsOf(one)
    const known = answerUnjudged(batch, userId, one)
    if (known) return known
    if (changeId === null || batch.waiting.has(changeId))
      return { changeId, recordId, outcome: 'waiting', version: null }
    const madeAt = one.change ? instantMs(one.change.madeAt) : null
    const after = madeAt === null || madeAt + (now - sentAt) >= revokedAt
    const held = { changeId, byUser: userId, deviceId, body: one.body, sentAt, keptAt: now, after }
    batch.held.set(changeId, held)
    kept.push(held)
    return heldAnswer(one)
  })
  await keepHeld(trx, township, kept)
  return { results, head: batch.head }
}

/** The answer to a push that comes too late after a revocation: nothing of it is judged or kept. */
export const unjudged = (items: readonly unknown[]): readonly Result[] =>
  items.map((item) => {
    const { changeId, recordId } = idsOf(readItem(item))
    return { changeId, recordId, outcome: 'failed', version: null }
  })

/**
 * A supervisor takes a held change: it is judged now, as its author's, with the rights that his account has; from then
 * on its push has the stored answer. Null where none of that id is held. What fails for the server's own reasons stays.
 */
export async function takeHeld(
  trx: Trx,
  township: string,
  of: { readonly changeId: string; readonly now: number; readonly onFailure?: (error: unknown) => void },
): Promise<Result | null> {
  const held = await takeOut(trx, township, of.changeId)
  const author = held ? await authorOf(trx, township, held.byUser) : null
  if (!held || !author) return null
  const { now } = of
  // As far from the device's clock as when it came, so that the supervisor's time to think isn't taken for a wrong one.
  const sentAt = now - (held.keptAt - held.sentAt)
  const items = [JSON.parse(held.body) as unknown]
  const { results } = await accept(trx, { ...of, author, deviceId: held.deviceId, sentAt, items })
  const [result] = results
  if (!result) throw new Error('one item has one answer')
  if (result.outcome === 'failed') await keepHeld(trx, township, [held])
  return result
}

/** A supervisor refuses a held change: it is logged as rejected and kept with its body. Null where none is held. */
export async function refuseHeld(
  trx: Trx,
  township: string,
  of: { readonly changeId: string; readonly now: number },
): Promise<Result | null> {
  const held = await takeOut(trx, township, of.changeId)
  if (!held) return null
  const sent = readItem(JSON.parse(held.body))
  const batch = await loadBatch(trx, township, [], [sent])
  batch.now = of.now
  const { recordId } = idsOf(sent)
  const problems = [{ path: '', code: 'notAllowed' as const }]
  const judged = judgedOf(held.changeId, recordId, sent, held.byUser, held.deviceId)
  log(batch, { ...judged, outcome: 'rejected', problems })
  await flush(trx, batch)
  return { changeId: held.changeId, recordId, outcome: 'rejected', version: null, problems }
}
