import type { QueueEntry } from './ledger-types.ts'

/** What the server takes in one push (DESIGN.md 6), and what a 2G line can carry at a time. */
export const batchCount = 500
export const batchBytes = 1024 * 1024

export type BatchRules = {
  readonly now: number
  /** At most so many, halved after a 413 or 5xx. */
  readonly limit: number
  readonly maxBytes: number
  /** What is sent of an entry. */
  readonly itemOf: (entry: QueueEntry) => unknown
  /** Asked in this run already. */
  readonly asked: ReadonlySet<string>
  /** Also what stands aside until later: a person has tapped "sync now". */
  readonly force: boolean
  /** Conflicts to be asked about once more, since the server no longer lists them: settled elsewhere. */
  readonly again?: ReadonlySet<string>
}

const needsPerson = (entry: QueueEntry): boolean => entry.state === 'conflict' || entry.state === 'rejected'

/** Whether it is something to be sent, now or later. */
export const isUnsent = (entry: QueueEntry): boolean => !needsPerson(entry)

const isDue = (entry: QueueEntry, rules: BatchRules): boolean => {
  if (rules.asked.has(entry.change.id)) return false
  if (needsPerson(entry)) return rules.again?.has(entry.change.id) ?? false
  return rules.force || entry.nextTryAt === null || entry.nextTryAt <= rules.now
}

/** Bytes of UTF-8 that an item takes in the body. */
const bytesOf = (item: unknown): number => new TextEncoder().encode(JSON.stringify(item)).length + 1

/**
 * The next batch: what is due, in the order of saving. What stands aside doesn't hold up what comes after it, and one
 * change above the size goes alone.
 */
export function planBatch(entries: readonly QueueEntry[], rules: BatchRules): readonly QueueEntry[] {
  const batch: QueueEntry[] = []
  let bytes = 0
  for (const entry of entries) {
    if (batch.length >= rules.limit) break
    if (!isDue(entry, rules)) continue
    const size = bytesOf(rules.itemOf(entry))
    if (batch.length > 0 && bytes + size > rules.maxBytes) break
    batch.push(entry)
    bytes += size
  }
  return batch
}
