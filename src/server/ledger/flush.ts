import { sql } from 'kysely'
import { kindNamed } from '../../domain/kinds/all.ts'
import { factsOf } from '../../domain/report/facts.ts'
import { type Columns, insertRows } from '../db/insert.ts'
import { text } from '../../domain/value.ts'
import { anyOf, type Trx } from '../db/database.ts'
import type { Batch, Entry } from './batch.ts'
import { recordRow } from './record-row.ts'
import type { Stored } from './types.ts'

/** Writes what a batch has come to: the log, records, facts, numbers, the head; a fixed number of statements. */
export async function flush(trx: Trx, batch: Batch): Promise<void> {
  await writeLog(trx, batch)
  await writeRecords(trx, batch)
  await writeFacts(trx, batch)
  await writeCounters(trx, batch)
  await writeWaiting(trx, batch)
  await insertRows(
    trx,
    'settlements',
    settlementColumns,
    batch.written.settlements.map((one) => settlementRow(batch, one)),
    sql`on conflict do nothing`,
  )
  if (batch.written.entries.length === 0) return
  await trx
    .updateTable('townships')
    .set({ seq: batch.head.seq, head_hash: batch.head.hash, ...renamed(batch) })
    .where('id', '=', batch.township)
    .execute()
}

/** The township is called as its register says. */
function renamed(batch: Batch): { readonly name?: string } {
  const register = touched(batch).find((record) => record.kind === 'township' && record.status === 'active')
  const name = register ? text(register.data['name']) : undefined
  return name === undefined ? {} : { name }
}

const changeColumns: Columns = {
  township: 'uuid',
  seq: 'bigint',
  id: 'uuid',
  record_id: 'uuid',
  kind: 'text',
  by_user: 'uuid',
  device_id: 'text',
  made_at: 'text',
  accepted_at: 'timestamptz',
  outcome: 'text',
  version: 'integer',
  number: 'text',
  problems: 'jsonb',
  warnings: 'jsonb',
  resolves: 'uuid',
  digest: 'text',
  hash: 'text',
}

const bodyColumns: Columns = { township: 'uuid', change_id: 'uuid', body: 'text', salt: 'text', fields: 'jsonb' }

async function writeLog(trx: Trx, batch: Batch): Promise<void> {
  const { township } = batch
  const changes = batch.written.entries.map((entry: Entry) => ({
    township,
    seq: entry.seq,
    id: entry.id,
    record_id: entry.recordId,
    kind: entry.kind,
    by_user: entry.byUser,
    device_id: entry.deviceId,
    made_at: entry.madeAt,
    accepted_at: entry.acceptedAt,
    outcome: entry.outcome,
    version: entry.version,
    number: entry.number,
    problems: entry.problems,
    warnings: entry.warnings,
    resolves: entry.resolves,
    digest: entry.digest,
    hash: entry.hash,
  }))
  await insertRows(trx, 'changes', changeColumns, changes)
  const bodies = batch.written.entries.map(({ id, body, salt, fields }) => ({
    township,
    change_id: id,
    body,
    salt,
    fields,
  }))
  await insertRows(trx, 'change_bodies', bodyColumns, bodies)
}

const recordColumns: Columns = {
  township: 'uuid',
  id: 'uuid',
  kind: 'text',
  status: 'text',
  number: 'text',
  data: 'jsonb',
  author_id: 'uuid',
  main_date: 'text',
  village_id: 'uuid',
  seq: 'bigint',
  version: 'integer',
  readers: 'uuid[]',
  former_readers: 'uuid[]',
  former_villages: 'uuid[]',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  updated_by: 'uuid',
  search: 'text',
  private_search: 'text',
}
const fixed = ['township', 'id', 'kind', 'author_id', 'created_at']
const moving = Object.keys(recordColumns).filter((name) => !fixed.includes(name))

const touched = (batch: Batch): readonly Stored[] =>
  [...batch.written.touched].flatMap((id) => batch.records.get(id) ?? [])

async function writeRecords(trx: Trx, batch: Batch): Promise<void> {
  const rows = touched(batch).flatMap((record) => {
    const kind = kindNamed(record.kind)
    return kind ? [recordRow(batch.township, kind, record)] : []
  })
  const set = sql.join(moving.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))
  await insertRows(trx, 'records', recordColumns, rows, sql`on conflict (township, id) do update set ${set}`)
}

const factColumns: Columns = {
  township: 'uuid',
  record_id: 'uuid',
  measure: 'text',
  n: 'integer',
  kind: 'text',
  subject: 'text',
  on_day: 'text',
  until_day: 'text',
  village_id: 'uuid',
  people: 'uuid[]',
  amount: 'bigint',
}

/** The facts of a record as rows; `n` tells those of one measure apart. */
export function factRows(township: string, record: Pick<Stored, 'id' | 'kind' | 'data'>) {
  const kind = kindNamed(record.kind)
  const seen = new Map<string, number>()
  return (kind ? factsOf(kind, record.id, record.data) : []).map((fact) => {
    const n = seen.get(fact.measure) ?? 0
    seen.set(fact.measure, n + 1)
    return {
      township,
      record_id: record.id,
      measure: fact.measure,
      n,
      kind: fact.kind,
      subject: fact.subject,
      on_day: fact.on,
      until_day: fact.until,
      village_id: fact.villageId,
      people: fact.people,
      amount: fact.amount,
    }
  })
}

export const insertFacts = (trx: Trx, rows: ReturnType<typeof factRows>): Promise<void> =>
  insertRows(trx, 'facts', factColumns, rows)

async function writeFacts(trx: Trx, batch: Batch): Promise<void> {
  const before = [...batch.written.touched].filter((id) => !batch.written.created.has(id))
  if (before.length > 0) {
    await trx
      .deleteFrom('facts')
      .where('township', '=', batch.township)
      .where('record_id', '=', anyOf(before))
      .execute()
  }
  await insertFacts(
    trx,
    touched(batch).flatMap((record) => factRows(batch.township, record)),
  )
}

const counterColumns: Columns = { township: 'uuid', kind: 'text', year: 'integer', last: 'integer' }

async function writeCounters(trx: Trx, batch: Batch): Promise<void> {
  const rows = [...batch.written.counters].map((key) => {
    const [kind, year] = key.split(' ')
    return { township: batch.township, kind, year: Number(year), last: batch.counters.get(key) ?? 0 }
  })
  await insertRows(
    trx,
    'counters',
    counterColumns,
    rows,
    sql`on conflict (township, kind, year) do update set last = excluded.last`,
  )
}

const waitingColumns: Columns = {
  township: 'uuid',
  change_id: 'uuid',
  record_id: 'uuid',
  by_user: 'uuid',
  device_id: 'text',
  sent_at: 'timestamptz',
  kept_at: 'timestamptz',
  place: 'integer',
  body: 'text',
}

async function writeWaiting(trx: Trx, batch: Batch): Promise<void> {
  const { arrived, kept } = batch.written
  const rows = kept
    .filter((one) => !arrived.has(one.change.id))
    .map((one, place) => ({
      township: batch.township,
      change_id: one.change.id,
      record_id: one.change.recordId,
      by_user: one.byUser,
      device_id: one.deviceId,
      sent_at: new Date(one.sentAt).toISOString(),
      kept_at: new Date(one.keptAt).toISOString(),
      place,
      body: one.body,
    }))
  await insertRows(trx, 'waiting', waitingColumns, rows, sql`on conflict do nothing`)
  if (arrived.size === 0) return
  await trx
    .deleteFrom('waiting')
    .where('township', '=', batch.township)
    .where('change_id', '=', anyOf([...arrived]))
    .execute()
}

const settlementColumns: Columns = {
  township: 'uuid',
  change_id: 'uuid',
  settled_by: 'uuid',
  settled_at: 'timestamptz',
}

const settlementRow = (batch: Batch, one: { changeId: string; settledBy: string; at: string }) => ({
  township: batch.township,
  change_id: one.changeId,
  settled_by: one.settledBy,
  settled_at: one.at,
})
