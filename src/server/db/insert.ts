import { type RawBuilder, sql } from 'kysely'
import type { Trx } from './database.ts'
import type { Tables } from './tables.ts'

/** The columns of a set-based insert, each with its PostgreSQL type. */
export type Columns = { readonly [column: string]: string }

/**
 * Many rows in one statement of constant text: `insert … select from jsonb_to_recordset($1)` (DATABASE.md 7). Values
 * travel as JSON, so none may hold what PostgreSQL refuses in jsonb.
 */
export async function insertRows(
  trx: Trx,
  table: keyof Tables,
  columns: Columns,
  rows: readonly { readonly [column: string]: unknown }[],
  tail: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(columns)
  const list = sql.join(names.map((name) => sql.ref(name)))
  const typed = sql.join(names.map((name) => sql`${sql.ref(name)} ${sql.raw(columns[name] ?? 'text')}`))
  await sql`insert into ${sql.table(table)} (${list}) select ${list} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(${typed}) ${tail}`.execute(
    trx,
  )
}
