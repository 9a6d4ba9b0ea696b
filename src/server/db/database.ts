import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

/** The app's connection, under the role that may add to the log and never rewrite it. */
export type Database = Kysely<Tables>

/** Inside one transaction: what takes this needs the lock or the atomicity. */
export type Trx = Transaction<Tables>

export const openDatabase = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** Any of these ids, as one parameter however many they are. */
export const anyOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any(${ids}::uuid[])`
