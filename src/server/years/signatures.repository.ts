import type { FigureValue } from '../../domain/report/figure.ts'
import type { Database, Trx } from '../db/database.ts'
import { currentDefinitions } from '../ledger/definitions.ts'

/** A year as it was signed: its figures frozen, with their hash and the definitions that they were counted by. */
export type Signature = {
  readonly year: number
  readonly by: { readonly id: string; readonly name: string }
  readonly at: string
  /** Where the township's chain stood: what came after is late. */
  readonly seq: number
  readonly hash: string
  readonly figures: readonly FigureValue[]
  /** The hash of the definitions in force. */
  readonly definitions: string
}

/** How a year stands signed; null: it is open. */
export async function signatureOf(db: Database | Trx, township: string, year: number): Promise<Signature | null> {
  const row = await db
    .selectFrom('year_signatures as s')
    .innerJoin('users as u', (join) => join.onRef('u.township', '=', 's.township').onRef('u.id', '=', 's.by_user'))
    .select(['s.signed', 's.signed_at', 's.seq', 's.hash', 's.figures', 's.definitions', 'u.id', 'u.name'])
    .where('s.township', '=', township)
    .where('s.year', '=', year)
    .orderBy('s.n', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.signed || row.hash === null || row.figures === null || row.definitions === null) return null
  const { signed_at, seq, hash, figures, definitions, id, name } = row
  return { year, by: { id, name }, at: signed_at.toISOString(), seq, hash, figures, definitions }
}

/** What everybody may know of a signature; `ruleChanged`: figures are counted by other rules today than when it was signed. */
export const signedAs = ({ by, at, hash, definitions }: Signature) => ({
  by,
  at,
  hash,
  ruleChanged: definitions !== currentDefinitions,
})

/** The years of a township that stand signed. */
export async function signedYears(db: Database | Trx, township: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('year_signatures')
    .select(['year', 'signed'])
    .distinctOn('year')
    .where('township', '=', township)
    .orderBy('year')
    .orderBy('n', 'desc')
    .execute()
  return rows.filter((row) => row.signed).map((row) => row.year)
}
