import type { Database, Trx } from '../db/database.ts'
import type { TypedValues } from '../../domain/report/evaluate.ts'

/** A figure that no record gives, as it stands typed for a year: its value in the unit shown, and who says so. */
export type Entry = {
  readonly figureId: string
  readonly value: number
  readonly source: string
  readonly by: { readonly id: string; readonly name: string }
  readonly at: string
}

/** What stands typed for a year, by figure. */
export async function entriesOf(db: Database | Trx, township: string, year: number): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('year_entries as e')
    .innerJoin('users as u', (join) => join.onRef('u.township', '=', 'e.township').onRef('u.id', '=', 'e.by_user'))
    .select(['e.figure_id', 'e.value', 'e.source', 'e.entered_at', 'u.id', 'u.name'])
    .distinctOn('e.figure_id')
    .where('e.township', '=', township)
    .where('e.year', '=', year)
    .orderBy('e.figure_id')
    .orderBy('e.n', 'desc')
    .execute()
  return rows.map((row) => ({
    figureId: row.figure_id,
    value: Number(row.value),
    source: row.source,
    by: { id: row.id, name: row.name },
    at: row.entered_at.toISOString(),
  }))
}

/** The same as evaluate.ts takes it. */
export async function typedValuesOf(db: Database | Trx, township: string, year: number): Promise<TypedValues> {
  return new Map((await entriesOf(db, township, year)).map((entry) => [entry.figureId, entry.value]))
}

/** Adds what is typed for a figure of a year; the township must be locked. What stood before stays beside it. */
export async function addEntry(
  trx: Trx,
  of: {
    readonly township: string
    readonly year: number
    readonly figureId: string
    readonly value: number
    readonly source: string
    readonly by: string
    readonly now: number
  },
): Promise<void> {
  const { township, year, figureId } = of
  const last = await trx
    .selectFrom('year_entries')
    .select((is) => is.fn.max('n').as('n'))
    .where('township', '=', township)
    .where('year', '=', year)
    .where('figure_id', '=', figureId)
    .executeTakeFirst()
  await trx
    .insertInto('year_entries')
    .values({
      township,
      year,
      figure_id: figureId,
      n: (last?.n ?? 0) + 1,
      value: of.value,
      source: of.source,
      by_user: of.by,
      entered_at: new Date(of.now),
    })
    .execute()
}
