import type { Caller } from '../../domain/access/caller.ts'
import { viewOf } from '../../domain/access/view.ts'
import { kindNamed } from '../../domain/kinds/all.ts'
import type { Data } from '../../domain/value.ts'
import type { Database, Trx } from '../db/database.ts'

/** A record as a caller is told of it (DESIGN.md 6, pull and lists). */
export type RecordView = {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly status: string
  readonly number?: string
  readonly data: Data
  readonly masked?: Data
  readonly seq: number
  readonly updatedAt: string
  readonly updatedBy: { readonly id: string; readonly name: string }
}

/** The records of a township with the name of who touched them last; the caller's scope is for the query to add. */
export const recordsOf = (db: Database | Trx, township: string) =>
  db
    .selectFrom('records as r')
    .leftJoin('users as u', (join) => join.onRef('u.township', '=', 'r.township').onRef('u.id', '=', 'r.updated_by'))
    .select([
      'r.id',
      'r.kind',
      'r.version',
      'r.status',
      'r.number',
      'r.data',
      'r.author_id',
      'r.seq',
      'r.updated_at',
      'r.updated_by',
      'u.name as updated_by_name',
    ])
    .where('r.township', '=', township)

export type RecordRow = Awaited<ReturnType<ReturnType<typeof recordsOf>['execute']>>[number]

/** What the caller sees of a row: whole, masked, or not at all. */
export function toView(caller: Caller, row: RecordRow): { readonly view: RecordView; readonly whole: boolean } | null {
  const kind = kindNamed(row.kind)
  const seen = kind ? viewOf(caller, kind, { authorId: row.author_id, status: row.status, data: row.data }) : null
  if (!seen) return null
  const view: RecordView = {
    id: row.id,
    kind: row.kind,
    version: row.version,
    status: row.status,
    ...(row.number === null ? {} : { number: row.number }),
    data: seen.data,
    ...(seen.masked === undefined ? {} : { masked: seen.masked }),
    seq: row.seq,
    updatedAt: row.updated_at.toISOString(),
    updatedBy: { id: row.updated_by, name: row.updated_by_name ?? '' },
  }
  return { view, whole: seen.whole }
}
