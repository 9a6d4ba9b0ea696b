import type { Acked, Settling } from '../vault/vault.ts'
import { entryDelayMs } from './backoff.ts'
import type { QueueEntry } from './ledger-types.ts'
import type { PushAnswer, PushResult } from './read-results.ts'

const ackOf = (entry: QueueEntry, result: PushResult, at: string): Acked => ({
  change: entry.change,
  at,
  version: result.version,
  ...(result.number === undefined ? {} : { number: result.number }),
  ...(result.receipt === undefined ? {} : { receipt: result.receipt }),
  // Settled otherwise: nothing of it is to be laid over what the pull brings.
  pulled: result.version === null,
})

const changedBy = (entry: QueueEntry, result: PushResult, now: number, random: () => number): QueueEntry => {
  const tries = entry.tries + 1
  const again = result.outcome === 'waiting' || result.outcome === 'failed' || result.outcome === 'held'
  return {
    ...entry,
    state: result.outcome === 'applied' ? entry.state : result.outcome,
    problems: result.problems,
    tries,
    nextTryAt: again ? now + entryDelayMs(tries, random()) : null,
  }
}

/**
 * What the results say about a batch. An entry leaves the outbox by a result that names its change and says applied,
 * or says that its conflict is settled: by nothing else.
 */
export function settleResults(
  batch: readonly QueueEntry[],
  answer: PushAnswer,
  now: number,
  random: () => number,
): Settling {
  const byId = new Map(answer.results.map((result) => [result.changeId, result]))
  const acked: Acked[] = []
  const changed: QueueEntry[] = []
  const at = new Date(now).toISOString()
  for (const entry of batch) {
    const result = byId.get(entry.change.id)
    if (!result) continue
    if (result.recordId !== null && result.recordId !== entry.change.recordId) continue
    const over = result.outcome === 'applied' || (result.outcome === 'conflict' && result.settledBy !== undefined)
    if (over) acked.push(ackOf(entry, result, at))
    else changed.push(changedBy(entry, result, now, random))
  }
  return { acked, changed, seen: answer.head }
}

/** Entries that wait for a record which has just arrived: to be asked about at once. */
export function awakened(outbox: readonly QueueEntry[], settling: Settling): readonly QueueEntry[] {
  const arrived = new Set(settling.acked.filter((one) => one.version !== null).map((one) => one.change.recordId))
  const changed = new Map(settling.changed.map((entry) => [entry.change.id, entry]))
  return outbox
    .map((entry) => changed.get(entry.change.id) ?? entry)
    .filter((entry) => entry.state === 'waiting' && arrived.has(entry.change.recordId))
    .map((entry) => ({ ...entry, nextTryAt: null }))
}
