import type { Change } from '../../domain/record/change.ts'
import { layOver, meet } from '../../domain/record/meet.ts'
import type { Data } from '../../domain/value.ts'
import type { Acked } from '../vault/vault.ts'
import type { KindsByName, LocalRecord, QueueEntry, ServerRecord } from './ledger-types.ts'

type By = LocalRecord['updatedBy']

/** A record of the pull as the screens show it while nothing lies over it. */
export const localOf = (record: ServerRecord): LocalRecord => ({ ...record, sync: 'synced' })

const statusOf = (data: Data, otherwise: string): string =>
  typeof data['status'] === 'string' ? data['status'] : otherwise

const laidOver = (kinds: KindsByName, data: Data, change: Change): Data => {
  const kind = kinds.get(change.kind)
  const met = kind && change.was !== undefined ? meet(kind, data, change) : null
  // Where it will be a conflict, the author's own words stand until the server says so.
  return layOver(data, met?.ok ? met.fields : change.set)
}

const made = (change: Change, by: By): LocalRecord => {
  const data = layOver({}, change.set)
  return {
    id: change.recordId,
    kind: change.kind,
    status: statusOf(data, ''),
    data,
    version: 0,
    seq: 0,
    updatedAt: change.madeAt,
    updatedBy: by,
    sync: 'queued',
  }
}

const edited = (kinds: KindsByName, record: LocalRecord, change: Change, by: By): LocalRecord => {
  const data = laidOver(kinds, record.data, change)
  return { ...record, data, status: statusOf(data, record.status), updatedAt: change.madeAt, updatedBy: by }
}

/**
 * Whether the change lies over what the server holds. What a person must settle does not: there the server's state
 * stands, except where there is none and the refused creation is all there is of the record.
 */
const liesOver = (entry: QueueEntry, record: LocalRecord | undefined): boolean => {
  const { was } = entry.change
  if (was === undefined) return record === undefined
  return record !== undefined && entry.state !== 'conflict' && entry.state !== 'rejected'
}

const withAcked = (
  kinds: KindsByName,
  record: LocalRecord | undefined,
  one: Acked,
  by: By,
): LocalRecord | undefined => {
  const { change, version } = one
  if (version === null || (record && record.version >= version)) return record
  const next = record ? edited(kinds, record, change, by) : change.was === undefined ? made(change, by) : undefined
  if (!next) return record
  return { ...next, version, sync: 'synced', ...(one.number === undefined ? {} : { number: one.number }) }
}

const withEntry = (
  kinds: KindsByName,
  record: LocalRecord | undefined,
  entry: QueueEntry,
  by: By,
): LocalRecord | undefined => {
  const { change } = entry
  const next = liesOver(entry, record) ? (record ? edited(kinds, record, change, by) : made(change, by)) : record
  if (!next) return undefined
  const asks = entry.state === 'conflict' || entry.state === 'rejected'
  return { ...next, sync: asks || next.sync === 'attention' ? 'attention' : 'queued' }
}

export type Layers = {
  /** What the pull brought, as `localOf` shows it. */
  readonly base: ReadonlyMap<string, LocalRecord>
  /** Acknowledged since the last pull, in the order of sending. */
  readonly acked: readonly Acked[]
  /** In the order of saving. */
  readonly queue: readonly QueueEntry[]
  readonly kinds: KindsByName
  /** Whose changes they are. */
  readonly me: By
}

/** The records as the phone shows them: the server's state, what it has taken since, and what it hasn't heard yet. */
export function overlay({ base, acked, queue, kinds, me }: Layers): ReadonlyMap<string, LocalRecord> {
  const records = new Map(base)
  const put = (id: string, record: LocalRecord | undefined): void => {
    if (record) records.set(id, record)
  }
  for (const one of acked) put(one.change.recordId, withAcked(kinds, records.get(one.change.recordId), one, me))
  for (const entry of queue) put(entry.change.recordId, withEntry(kinds, records.get(entry.change.recordId), entry, me))
  return records
}

/**
 * The queue as the screens show it: the outbox, and what the server tells of beside it: what the user's other devices
 * made, and for a supervisor the conflicts of others, which he may settle.
 */
export function queueOf(
  outbox: readonly QueueEntry[],
  attention: readonly QueueEntry[],
  mended: readonly string[],
  userId: string,
): readonly QueueEntry[] {
  const known = new Set([...outbox.map((entry) => entry.change.id), ...mended])
  const mine = (entry: QueueEntry): boolean => entry.change.by === undefined || entry.change.by === userId
  return [
    ...outbox,
    ...attention.filter((entry) => !known.has(entry.change.id) && (mine(entry) || entry.state === 'conflict')),
  ]
}
