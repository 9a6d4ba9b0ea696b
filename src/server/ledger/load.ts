import { sql } from 'kysely'
import { kindNamed } from '../../domain/kinds/all.ts'
import type { Change, Outcome } from '../../domain/record/change.ts'
import { linksOf, peopleAskedOf } from '../../domain/record/links.ts'
import { isId } from '../../domain/record/ids.ts'
import type { Data } from '../../domain/value.ts'
import { anyOf, type Trx } from '../db/database.ts'
import { signedYears } from '../years/signatures.repository.ts'
import { authorOf } from '../session/callers.ts'
import type { Batch, Sent } from './batch.ts'
import { counterKey, newBatch, putRecord } from './batch.ts'
import { toHeld } from './held.repository.ts'
import type { Author, Stored } from './types.ts'

/** Locks the township and loads what the items need of the ledger, in a fixed number of statements. */
export async function loadBatch(
  trx: Trx,
  township: string,
  authors: readonly Author[],
  sent: readonly Sent[],
): Promise<Batch> {
  const row = await trx
    .selectFrom('townships')
    .select(['name', 'seq', 'head_hash'])
    .where('id', '=', township)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const batch = newBatch({
    township,
    townshipName: row.name,
    head: { seq: row.seq, hash: row.head_hash },
    signedYears: sent.length === 0 ? [] : await signedYears(trx, township),
  })
  for (const author of authors) batch.authors.set(author.caller.userId, author)
  if (sent.length === 0) return batch
  const changes = sent.flatMap((one) => one.change ?? [])
  const recordIds = unique(changes.map((change) => change.recordId))
  await loadLogged(trx, batch, unique(sent.flatMap(idsOf)))
  await loadHeld(trx, batch, unique(sent.flatMap(idsOf)))
  await loadWaiting(trx, batch, unique(changes.map((change) => change.id)), recordIds)
  await loadOpen(trx, batch, recordIds)
  await loadCounters(trx, batch)
  await loadRecords(trx, batch, [...changes, ...[...batch.waiting.values()].map((one) => one.change)])
  for (const id of unique([...batch.waiting.values()].map((one) => one.byUser))) {
    if (batch.authors.has(id)) continue
    const author = await authorOf(trx, township, id)
    if (author) batch.authors.set(id, author)
  }
  return batch
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

/** The ids under which an item may be known already: its own, that of the conflict it settles. */
const idsOf = ({ item, change }: Sent): readonly string[] => {
  const id = change?.id ?? (typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined)
  return [id, change?.resolves].filter(isId)
}

async function loadLogged(trx: Trx, batch: Batch, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await trx
    .selectFrom('changes as c')
    .leftJoin('change_bodies as b', (join) =>
      join.onRef('b.township', '=', 'c.township').onRef('b.change_id', '=', 'c.id'),
    )
    .leftJoin('settlements as s', (join) =>
      join.onRef('s.township', '=', 'c.township').onRef('s.change_id', '=', 'c.id'),
    )
    .select([
      'c.id',
      'c.seq',
      'c.record_id',
      'c.kind',
      'c.by_user',
      'c.outcome',
      'c.version',
      'c.number',
      'c.problems',
      'c.warnings',
      'c.digest',
      'b.salt',
      's.settled_by',
    ])
    .where('c.township', '=', batch.township)
    .where('c.id', '=', anyOf(ids))
    .execute()
  for (const row of rows) {
    const { record_id, by_user, settled_by, outcome, ...rest } = row
    batch.logged.set(row.id, { ...rest, recordId: record_id, byUser: by_user, outcome: outcome as Outcome })
    if (settled_by) batch.settledBy.set(row.id, settled_by)
  }
}

async function loadWaiting(
  trx: Trx,
  batch: Batch,
  changeIds: readonly string[],
  recordIds: readonly string[],
): Promise<void> {
  if (changeIds.length === 0) return
  const rows = await trx
    .selectFrom('waiting')
    .select(['change_id', 'by_user', 'device_id', 'sent_at', 'kept_at', 'body'])
    .where('township', '=', batch.township)
    .where((is) => is.or([is('change_id', '=', anyOf(changeIds)), is('record_id', '=', anyOf(recordIds))]))
    .orderBy('kept_at')
    .orderBy('place')
    .execute()
  for (const row of rows) {
    batch.waiting.set(row.change_id, {
      change: JSON.parse(row.body) as Change,
      body: row.body,
      byUser: row.by_user,
      deviceId: row.device_id,
      sentAt: row.sent_at.getTime(),
      keptAt: row.kept_at.getTime(),
    })
  }
}

async function loadHeld(trx: Trx, batch: Batch, changeIds: readonly string[]): Promise<void> {
  if (changeIds.length === 0) return
  const rows = await trx
    .selectFrom('held')
    .select(['change_id', 'by_user', 'device_id', 'body', 'sent_at', 'kept_at', 'after'])
    .where('township', '=', batch.township)
    .where('change_id', '=', anyOf(changeIds))
    .execute()
  for (const row of rows) batch.held.set(row.change_id, toHeld(row))
}

async function loadOpen(trx: Trx, batch: Batch, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return
  const rows = await trx
    .selectFrom('changes as c')
    .innerJoin('change_bodies as b', (join) =>
      join.onRef('b.township', '=', 'c.township').onRef('b.change_id', '=', 'c.id'),
    )
    .leftJoin('settlements as s', (join) =>
      join.onRef('s.township', '=', 'c.township').onRef('s.change_id', '=', 'c.id'),
    )
    .select(['c.id', 'c.seq', 'c.record_id', 'c.by_user', 'c.outcome', 'b.body'])
    .where('c.township', '=', batch.township)
    .where('c.record_id', '=', anyOf(recordIds))
    .where('c.outcome', 'in', ['conflict', 'rejected'])
    .where('s.change_id', 'is', null)
    .orderBy('c.seq')
    .execute()
  for (const row of rows) {
    const body = JSON.parse(row.body) as { was?: unknown; set?: unknown }
    const fields = typeof body.set === 'object' && body.set !== null ? Object.keys(body.set) : []
    const { id, seq, by_user: byUser } = row
    batch.open.set(id, {
      id,
      seq,
      recordId: row.record_id ?? '',
      byUser,
      outcome: row.outcome as Outcome,
      creates: body.was === undefined,
      fields,
    })
  }
}

async function loadCounters(trx: Trx, batch: Batch): Promise<void> {
  const rows = await trx
    .selectFrom('counters')
    .select(['kind', 'year', 'last'])
    .where('township', '=', batch.township)
    .execute()
  for (const row of rows) batch.counters.set(counterKey(row.kind, row.year), row.last)
}

/** The records that are changed, what they link to before and after, the duties of the people in them, the township. */
async function loadRecords(trx: Trx, batch: Batch, changes: readonly Change[]): Promise<void> {
  const linked = (change: Change, data: Data): readonly string[] => {
    const kind = kindNamed(change.kind)
    return kind ? linksOf(kind, data).map((link) => link.id) : []
  }
  const first = changes.flatMap((change) => [change.recordId, ...linked(change, change.set)])
  await loadRecordsById(trx, batch, unique(first.filter(isId)))
  const dataOf = (change: Change): Data => batch.records.get(change.recordId)?.data ?? {}
  const second = changes.flatMap((change) => linked(change, dataOf(change)))
  const missing = unique(second.filter((id) => isId(id) && !batch.records.has(id)))
  if (missing.length > 0) await loadRecordsById(trx, batch, missing)
  const people = changes.flatMap((change) => {
    const kind = kindNamed(change.kind)
    return kind ? [...peopleAskedOf(kind, change.set), ...peopleAskedOf(kind, dataOf(change))] : []
  })
  await loadDuties(trx, batch, unique(people.filter(isId)))
}

const recordColumns = [
  'id',
  'kind',
  'status',
  'number',
  'data',
  'author_id',
  'seq',
  'version',
  'former_readers',
  'former_villages',
  'created_at',
  'updated_at',
  'updated_by',
] as const

const selectRecords = (trx: Trx, township: string) =>
  trx.selectFrom('records').select(recordColumns).where('township', '=', township)

type Row = Awaited<ReturnType<ReturnType<typeof selectRecords>['execute']>>[number]

const rowToRecord = (row: Row): Stored => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  number: row.number,
  data: row.data,
  authorId: row.author_id,
  seq: row.seq,
  version: row.version,
  formerReaders: row.former_readers,
  formerVillages: row.former_villages,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  updatedBy: row.updated_by,
})

/** Those of these ids, and what every batch may need: the township's record, for its letters, and its holidays. */
async function loadRecordsById(trx: Trx, batch: Batch, ids: readonly string[]): Promise<void> {
  const rows = await selectRecords(trx, batch.township)
    .where((is) =>
      is.or([...(ids.length > 0 ? [is('id', '=', anyOf(ids))] : []), is('kind', 'in', ['township', 'holidayYear'])]),
    )
    .execute()
  for (const row of rows) putRecord(batch, rowToRecord(row))
}

async function loadDuties(trx: Trx, batch: Batch, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  const rows = await selectRecords(trx, batch.township)
    .where('kind', '=', 'duty')
    .where((is) => is(is.ref('data', '->>').key('personId'), '=', sql<string>`any(${people}::text[])`))
    .execute()
  for (const row of rows) if (!batch.records.has(row.id)) putRecord(batch, rowToRecord(row))
}
