import type { QueueEntry } from './ledger-types.ts'

/**
 * This phone's conflicts that the server no longer lists as open: somebody has settled them. The push asks about each
 * once more, and its answer (`settledBy`) takes it off.
 */
export function settledElsewhere(outbox: readonly QueueEntry[], attention: readonly QueueEntry[]): ReadonlySet<string> {
  const open = new Set(attention.map((entry) => entry.change.id))
  return new Set(
    outbox.filter((entry) => entry.state === 'conflict' && !open.has(entry.change.id)).map((entry) => entry.change.id),
  )
}
