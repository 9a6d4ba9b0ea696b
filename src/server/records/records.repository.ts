import { sql, type SqlBool } from 'kysely'
import type { Caller } from '../../domain/access/caller.ts'
import type { Database } from '../db/database.ts'
import { searchable } from '../ledger/record-row.ts'
import { isHandledKind, mayListClause, mayOpenClause } from './scope.ts'
import { type RecordRow, recordsOf } from './views.ts'

/** What a list is asked for; null: everything. */
export type Filter = {
  readonly kinds: readonly string[] | null
  readonly statuses: readonly string[] | null
  readonly villages: readonly string[] | null
  /** Inclusive, on the record's own date. */
  readonly from: string | null
  readonly to: string | null
  readonly words: string | null
}

/**
 * Every word must stand in what the caller may read: the number; of what he may open the plain texts and the
 * enterprise's name; personal texts where they aren't masked to him.
 */
function wordsClause(caller: Caller, words: string) {
  const open = mayOpenClause(caller)
  const unmasked = caller.roles.some((role) => role === 'supervisor' || role === 'admin')
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(r.author_id = ${caller.userId} or ${isHandledKind})`
  const one = (word: string) => {
    const ofEnterprise = sql<SqlBool>`r.data ->> 'enterpriseId' in (
      select e.id::text from records as e where e.township = ${caller.township} and e.kind = 'enterprise' and position(${word} in e.search) > 0
    )`
    const inTexts = sql<SqlBool>`(position(${word} in r.search) > 0 or (position(${word} in r.private_search) > 0 and ${unmasked}) or ${ofEnterprise})`
    return sql<SqlBool>`(position(${word} in coalesce(r.number, '')) > 0 or (${open} and ${inTexts}))`
  }
  const parts = searchable(words)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
  return parts.length === 0 ? sql<SqlBool>`true` : sql.join<SqlBool>(parts.map(one), sql` and `)
}

function filtered(db: Database, caller: Caller, filter: Filter) {
  const { kinds, statuses, villages, from, to, words } = filter
  return recordsOf(db, caller.township)
    .where(mayListClause(caller))
    .$if(kinds !== null, (query) => query.where('r.kind', '=', sql<string>`any(${kinds}::text[])`))
    .$if(statuses !== null, (query) => query.where('r.status', '=', sql<string>`any(${statuses}::text[])`))
    .$if(villages !== null, (query) => query.where('r.village_id', '=', sql<string>`any(${villages}::uuid[])`))
    .$if(from !== null, (query) => query.where('r.main_date', '>=', from))
    .$if(to !== null, (query) => query.where('r.main_date', '<=', to))
    .$if(words !== null, (query) => query.where(wordsClause(caller, words ?? '')))
}

/** How many records a filter finds. */
export async function countRecords(db: Database, caller: Caller, filter: Filter): Promise<number> {
  const row = await filtered(db, caller, filter)
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

/** A page of records, newest first by their own date, then by seq. */
export const listRecords = (
  db: Database,
  caller: Caller,
  filter: Filter,
  limit: number,
  offset: number,
): Promise<RecordRow[]> =>
  filtered(db, caller, filter)
    .orderBy('r.main_date', (order) => order.desc().nullsLast())
    .orderBy('r.seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** The record of that id, if the caller may open it. */
export const findRecord = (db: Database, caller: Caller, id: string): Promise<RecordRow | undefined> =>
  recordsOf(db, caller.township).where('r.id', '=', id).where(mayOpenClause(caller)).executeTakeFirst()
