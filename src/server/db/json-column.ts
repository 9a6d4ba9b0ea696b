import type { ColumnType } from 'kysely'

/** Written as text, read as what it holds: the driver would take a list for a PostgreSQL array. */
export type Json<T> = ColumnType<T, string, string>
export type OptionalJson<T> = ColumnType<T | null, string | null, never>
