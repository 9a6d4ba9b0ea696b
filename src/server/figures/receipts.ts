import { type RawBuilder, sql } from 'kysely'
import { type Figure, isTyped, type Plain } from '../../domain/report/figure.ts'
import { scaled } from '../../domain/report/rates.ts'
import { needOf, stockDay } from '../../domain/report/totals.ts'
import type { Database } from '../db/database.ts'
import type { Asked } from './query.ts'

type Row = {
  readonly record_id: string
  readonly kind: string
  readonly number: string | null
  readonly on_day: string | null
  readonly village_id: string | null
  readonly amount: string
  readonly subject: string | null
  readonly in_numerator: boolean
  readonly total: number
}

/** One record behind a figure, with what it adds in the unit shown. */
export type Receipt = {
  readonly recordId: string
  readonly kind: string
  readonly number: string | null
  readonly on: string | null
  readonly villageId: string | null
  readonly amount: number
  readonly counts: 'numerator' | 'denominator' | 'both'
  readonly subject?: string
}

const isDistinct = (plain: Plain): boolean => 'distinct' in plain && plain.distinct !== undefined

/** The facts that a plain expression counts in the period, as a condition over the alias `f` (totals.ts, isPartOf). */
function isPart(alias: string, plain: Plain, asked: Asked): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const need = needOf(plain)
  const measure = sql`${column('measure')} = ${need.measure}`
  if (!('at' in need))
    return sql`${measure} and ${column('on_day')} >= ${asked.period.from} and ${column('on_day')} <= ${asked.period.to}`
  const day = stockDay(asked.period, need.at)
  return sql`${measure} and (${column('on_day')} is null or ${column('on_day')} <= ${day}) and (${column('until_day')} is null or ${column('until_day')} >= ${day})`
}

function numeratorClause(township: string, numerator: Plain | null, asked: Asked): RawBuilder<unknown> {
  if (!numerator) return sql`false`
  const same = isDistinct(numerator) ? sql`m.subject = f.subject` : sql`m.record_id = f.record_id`
  return sql`exists (select 1 from facts as m where m.township = ${township} and ${same} and ${isPart('m', numerator, asked)})`
}

/**
 * The records behind a figure: a ratio's are its denominator's; of a distinct one its subjects, each by the first record
 * that names it; of a stock what stands that day. What they add is what the figure shows.
 */
export async function receiptsOf(
  db: Database,
  township: string,
  figure: Figure,
  asked: Asked,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly Receipt[]; readonly total: number }> {
  // Behind a fall stand the records of its own year.
  if (isTyped(figure.expression)) return { items: [], total: 0 }
  const expression = 'fall' in figure.expression ? figure.expression.fall : figure.expression
  const isRatio = 'ratio' in expression
  const [numerator, counted] = isRatio ? expression.ratio : [null, expression]
  const distinct = isDistinct(counted)
  const { rows } = await sql<Row>`
    select x.record_id, x.kind, x.number, x.on_day, x.village_id, x.amount, x.subject, x.in_numerator, count(*) over () as total
    from (
      select ${distinct ? sql`distinct on (f.subject)` : sql``} f.record_id, f.n, f.kind, r.number, f.on_day, r.village_id,
        ${distinct ? sql`1::bigint` : sql`f.amount`}::text as amount, f.subject, r.seq,
        ${numeratorClause(township, numerator, asked)} as in_numerator
      from facts as f join records as r on r.township = f.township and r.id = f.record_id
      where f.township = ${township} and ${isPart('f', counted, asked)}
        ${asked.villageId === null ? sql`` : sql`and f.village_id = ${asked.villageId}`}
        ${asked.personId === null ? sql`` : sql`and f.people @> array[${asked.personId}]::uuid[]`}
      ${distinct ? sql`order by f.subject, f.on_day nulls first, r.seq` : sql``}
    ) as x
    order by x.on_day desc nulls last, x.seq desc, x.n
    limit ${page.limit} offset ${page.offset}`.execute(db)
  // Beyond the last page no row is there to tell how many there are.
  if (rows.length === 0 && page.offset > 0)
    return { items: [], total: (await receiptsOf(db, township, figure, asked, { limit: 1, offset: 0 })).total }
  const items = rows.map((row): Receipt => ({
    recordId: row.record_id,
    kind: row.kind,
    number: row.number,
    on: row.on_day,
    villageId: row.village_id,
    amount: scaled(BigInt(row.amount), isRatio ? 1 : figure.scale),
    counts: isRatio ? (row.in_numerator ? 'both' : 'denominator') : 'numerator',
    ...(row.subject === null ? {} : { subject: row.subject }),
  }))
  return { items, total: rows[0]?.total ?? 0 }
}
