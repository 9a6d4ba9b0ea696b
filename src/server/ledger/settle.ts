import type { Change } from '../../domain/record/change.ts'
import type { Author } from './types.ts'
import type { Batch, Entry } from './batch.ts'

/**
 * Settles what an applied change names in `resolves` (its author's or a supervisor's), and with it the author's later
 * conflicts on the same fields; a creation sent again settles its author's refused ones of that record.
 */
export function settle(batch: Batch, change: Change, entry: Entry, author: Author): void {
  const close = (id: string): void => {
    batch.open.delete(id)
    batch.settledBy.set(id, entry.id)
    batch.written.settlements.push({ changeId: id, settledBy: entry.id, at: entry.acceptedAt })
  }
  const onRecord = [...batch.open.values()].filter((one) => one.recordId === change.recordId)
  const target = onRecord.find((one) => one.id === change.resolves)
  const mayClose = target && (target.byUser === entry.byUser || author.caller.roles.includes('supervisor'))
  if (mayClose) {
    close(target.id)
    const settled = new Set([...target.fields, ...Object.keys(change.set)])
    for (const one of onRecord) {
      const follows = one.outcome === 'conflict' && one.byUser === target.byUser && one.seq > target.seq
      if (follows && one.fields.every((name) => settled.has(name))) close(one.id)
    }
  }
  if (change.was !== undefined) return
  for (const one of onRecord) {
    if (one.outcome === 'rejected' && one.creates && one.byUser === entry.byUser && batch.open.has(one.id))
      close(one.id)
  }
}
