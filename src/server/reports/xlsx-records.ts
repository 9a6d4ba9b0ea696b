import { sql, type SqlBool } from 'kysely'
import type { Caller } from '../../domain/access/caller.ts'
import { withoutPersonal } from '../../domain/access/view.ts'
import { kinds } from '../../domain/kinds/all.ts'
import type { Kind } from '../../domain/kinds/kind.ts'
import { isId } from '../../domain/record/ids.ts'
import type { Period } from '../../domain/report/periods.ts'
import { text } from '../../domain/value.ts'
import { anyOf, type Database } from '../db/database.ts'
import { mayListClause } from '../records/scope.ts'
import { type RecordRow, type RecordView, recordsOf, toView } from '../records/views.ts'
import type { Cell, Sheet } from './xlsx-cell.ts'
import { columnsOf, linkedIds } from './xlsx-columns.ts'

/** Whose records, of when, and whether personal data that he may read stands in them or its masks do. */
export type Wanted = { readonly caller: Caller; readonly period: Period; readonly personal: boolean }

const pageSize = 250
const registers = kinds.filter((kind) => kind.group === 'register').map((kind) => kind.name)

/**
 * What belongs to a period: a case by its own date; of a register what stands at some time in it, by the days from which
 * and until which its kinds say that an entry stands.
 */
const inPeriod = ({ from, to }: Period) => {
  const begins = sql`coalesce(r.data ->> 'from', r.data ->> 'startedOn', ${from})`
  const ends = sql`coalesce(least(r.data ->> 'until', r.data ->> 'endedOn', r.data ->> 'removedOn'), ${to})`
  return sql<SqlBool>`case when r.kind = any(${registers}::text[])
    then r.status = 'active' and r.data ->> 'mergedInto' is null and ${begins} <= ${to} and ${ends} >= ${from}
    else r.main_date >= ${from} and r.main_date <= ${to} end`
}

const recordsIn = (db: Database, { caller, period }: Wanted) =>
  recordsOf(db, caller.township).where(mayListClause(caller)).where(inPeriod(period))

/** How many records of each kind there are. */
export async function countsIn(db: Database, wanted: Wanted): Promise<ReadonlyMap<string, number>> {
  const rows = await recordsIn(db, wanted)
    .clearSelect()
    .select(['r.kind', sql<number>`count(*)`.as('total')])
    .groupBy('r.kind')
    .execute()
  return new Map(rows.map((row) => [row.kind, row.total]))
}

const unknown = '查不到'

/** Names of linked records, asked for by the page; what the caller may not list reads like what isn't there. */
function makeNames(db: Database, caller: Caller) {
  const names = new Map<string, string>()
  const learn = async (ids: readonly string[]): Promise<void> => {
    const fresh = ids.filter((id) => isId(id) && !names.has(id))
    for (const id of fresh) names.set(id, unknown)
    if (fresh.length === 0) return
    const rows = await db
      .selectFrom('records as r')
      .select(['r.id', 'r.kind', 'r.number', sql<string | null>`r.data ->> 'name'`.as('name')])
      .where('r.township', '=', caller.township)
      .where('r.id', '=', anyOf(fresh))
      .where(mayListClause(caller))
      .execute()
    for (const row of rows) {
      const kind = kinds.find((one) => one.name === row.kind)
      // A case is told by its number: its title may be personal.
      const name = kind?.group === 'register' ? row.name : row.number
      names.set(row.id, name ?? kind?.label.zh ?? unknown)
    }
  }
  return { learn, nameOf: (id: string): string => names.get(id) ?? unknown }
}

const viewIn = (kind: Kind, row: RecordRow, { caller, personal }: Wanted): readonly RecordView[] => {
  const seen = toView(caller, row)
  if (!seen) return []
  if (personal) return [seen.view]
  const { data, masked, ...rest } = seen.view
  const hidden = withoutPersonal(kind, { data, ...(masked ? { masked } : {}), whole: seen.whole })
  return [{ ...rest, data: hidden.data, ...(hidden.masked ? { masked: hidden.masked } : {}) }]
}

type Line = { readonly on: string; readonly seq: number; readonly cells: readonly Cell[] }

/** A sheet for each kind that has records in the period, oldest first, each as the caller's list shows it. */
export async function recordSheets(
  db: Database,
  wanted: Wanted,
  take: (sheet: Sheet) => Promise<void>,
  present: ReadonlyMap<string, number>,
): Promise<void> {
  const { learn, nameOf } = makeNames(db, wanted.caller)
  for (const kind of kinds.filter((one) => (present.get(one.name) ?? 0) > 0)) {
    const columns = columnsOf(kind)
    const lines: Line[] = []
    let last = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await recordsIn(db, wanted)
        .where('r.kind', '=', kind.name)
        .where('r.id', '>', last)
        .orderBy('r.id')
        .limit(pageSize)
        .execute()
      const views = rows.flatMap((row) => viewIn(kind, row, wanted))
      await learn(linkedIds(kind, views))
      for (const view of views)
        lines.push({
          on: (kind.mainDate && text(view.data[kind.mainDate])) || '',
          seq: view.seq,
          cells: columns.map((column) => column.cell(view, nameOf)),
        })
      if (rows.length < pageSize) break
      last = rows[rows.length - 1]?.id ?? last
    }
    lines.sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1))
    await take({
      name: kind.label.zh,
      header: columns.map((column) => column.label),
      widths: columns.map((column) => column.width),
      rows: lines.map((line) => line.cells),
    })
  }
}
