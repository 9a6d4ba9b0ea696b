import { sql } from 'kysely'
import { kinds } from '../../domain/kinds/all.ts'
import type { Measure } from '../../domain/kinds/kind.ts'
import type { Totals } from '../../domain/report/evaluate.ts'
import { type Figure, isTyped } from '../../domain/report/figure.ts'
import type { Period } from '../../domain/report/periods.ts'
import { type Need, needsOf, stockDay } from '../../domain/report/totals.ts'
import type { Database } from '../db/database.ts'

const measures: ReadonlyMap<string, Measure> = new Map(
  kinds.flatMap((kind) => kind.measures.map((measure) => [measure.id, measure])),
)

/** The measures that figures are made of. */
export const measuresOf = (figures: readonly Figure[]): readonly string[] => [
  ...new Set(figures.flatMap((figure) => needsOf(figure.expression).map((need) => need.measure))),
]

/** Whether all measures of a figure know where, or who. */
export const hasDimension = (figure: Figure, dimension: 'village' | 'people'): boolean =>
  !isTyped(figure.expression) &&
  needsOf(figure.expression).every((need) => measures.get(need.measure)?.by?.[dimension] !== undefined)

type Row = {
  readonly n: number
  readonly measure: string
  readonly village: string | null
  readonly total: string
  readonly subjects: number
  readonly start_total: string
  readonly start_subjects: number
  readonly end_total: string
  readonly end_subjects: number
}

/** What is asked of the facts in one statement. */
export type Question = {
  readonly township: string
  readonly measures: readonly string[]
  readonly periods: readonly Period[]
  readonly villageId: string | null
  readonly personId: string | null
  readonly byVillage?: boolean
}

/** The answers, by period and, where asked, village (null: facts without one). */
export type Answers = (period: number, village?: string | null) => Totals

/** Sums, distinct subjects and stocks of every measure and period, in one grouped statement. */
export async function totalsOf(db: Database, of: Question): Promise<Answers> {
  const periods = of.periods.map((period, n) => ({
    n,
    first: period.from,
    last: period.to,
    eve: stockDay(period, 'start'),
  }))
  const village = of.byVillage ? sql`f.village_id` : sql`null::uuid`
  const within = sql`filter (where f.on_day >= p.first and f.on_day <= p.last)`
  const standing = (day: ReturnType<typeof sql>) =>
    sql`filter (where (f.on_day is null or f.on_day <= ${day}) and (f.until_day is null or f.until_day >= ${day}))`
  const stocks = of.measures.filter((id) => measures.get(id)?.until !== undefined)
  const [atStart, atEnd] = [standing(sql`p.eve`), standing(sql`p.last`)]
  const { rows } = await sql<Row>`
    select p.n, f.measure, ${village} as village,
      coalesce(sum(f.amount) ${within}, 0)::text as total, count(distinct f.subject) ${within} as subjects,
      coalesce(sum(f.amount) ${atStart}, 0)::text as start_total, count(distinct f.subject) ${atStart} as start_subjects,
      coalesce(sum(f.amount) ${atEnd}, 0)::text as end_total, count(distinct f.subject) ${atEnd} as end_subjects
    from facts as f cross join jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as p(n integer, first text, last text, eve text)
    where f.township = ${of.township} and f.measure = any(${of.measures}::text[]) and (f.on_day is null or f.on_day <= p.last)
      and (f.measure = any(${stocks}::text[]) or f.on_day >= p.first)
      ${of.villageId === null ? sql`` : sql`and f.village_id = ${of.villageId}`}
      ${of.personId === null ? sql`` : sql`and f.people @> array[${of.personId}]::uuid[]`}
    group by p.n, f.measure, village`.execute(db)
  const found = new Map(rows.map((row) => [`${row.n} ${row.village ?? ''} ${row.measure}`, row]))
  return (period, where = null) =>
    (need) =>
      valueIn(found.get(`${period} ${where ?? ''} ${need.measure}`), need)
}

function valueIn(row: Row | undefined, need: Need): bigint {
  if (!row) return 0n
  if (!('at' in need)) return BigInt(need.how === 'sum' ? row.total : row.subjects)
  if (need.how === 'stock') return BigInt(need.at === 'start' ? row.start_total : row.end_total)
  return BigInt(need.at === 'start' ? row.start_subjects : row.end_subjects)
}
