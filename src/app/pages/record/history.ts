import type { Kind } from '../../../domain/kinds/kind.ts'
import type { Data } from '../../../domain/value.ts'
import type { HistoryItem } from '../../sync/answers.ts'
import type { QueueEntry } from '../../sync/ledger-types.ts'

/** One edit of a record as it is told. */
export type Told = {
  readonly id: string
  readonly by: string
  readonly at: string
  /** created; a step to a state; edited: the fields. */
  readonly what: 'created' | 'step' | 'edited'
  readonly status: string | null
  readonly fields: readonly string[]
  readonly set: Data
  readonly was: Data
  readonly reason: string | null
  readonly state: 'unsent' | 'conflict' | 'rejected' | 'applied'
}

const told = (kind: Kind, set: Data, was: Data | null): Pick<Told, 'what' | 'status' | 'fields' | 'set' | 'was'> => {
  const status = typeof set['status'] === 'string' && set['status'] !== was?.['status'] ? set['status'] : null
  const fields = kind.fields.map((field) => field.name).filter((name) => name !== 'status' && name in set)
  return { what: was === null ? 'created' : status === null ? 'edited' : 'step', status, fields, set, was: was ?? {} }
}

/** The history of a record, the newest first: what this phone hasn't sent stands on top. */
export const tellHistory = (
  kind: Kind,
  items: readonly HistoryItem[],
  queue: readonly QueueEntry[],
  me: string,
): readonly Told[] => {
  const known = new Set(items.map((item) => item.changeId))
  const unsent = queue
    .filter((entry) => !known.has(entry.change.id) && entry.state !== 'rejected' && entry.state !== 'conflict')
    .map((entry): Told => ({
      id: entry.change.id,
      by: me,
      at: entry.change.madeAt,
      reason: entry.change.reason ?? null,
      state: 'unsent',
      ...told(kind, entry.change.set, entry.change.was ?? null),
    }))
  const sent = items.map((item): Told => ({
    id: item.changeId,
    by: item.by.name,
    at: item.madeAt,
    reason: item.reason ?? null,
    state: item.outcome === 'conflict' ? 'conflict' : item.outcome === 'rejected' ? 'rejected' : 'applied',
    ...told(kind, item.set, item.was),
  }))
  return [...unsent.reverse(), ...[...sent].sort((a, b) => (a.at < b.at ? 1 : -1))]
}
