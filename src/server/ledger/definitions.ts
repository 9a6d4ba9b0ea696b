import { createHash } from 'node:crypto'
import { kinds } from '../../domain/kinds/all.ts'
import { canonical } from '../../domain/record/canonical.ts'
import { definitionsOf } from '../../domain/report/definitions.ts'
import { figures } from '../../domain/report/figures.ts'
import type { Database } from '../db/database.ts'
import { recount } from './recount.ts'

/** The hash of the rules that this program counts by. */
export const currentDefinitions = `sha256:${createHash('sha256')
  .update(canonical(definitionsOf(kinds, figures)), 'utf8')
  .digest('hex')}`

const known = new WeakMap<Database, Set<string>>()

/**
 * Makes a township's facts anew, under its lock, where they were made under other rules than today's: before the first
 * request that this process answers for it. Afterwards it costs nothing.
 */
export async function ensureDefinitions(
  db: Database,
  township: string,
  current = currentDefinitions,
): Promise<boolean> {
  const checked = known.get(db) ?? new Set()
  known.set(db, checked)
  const key = `${township} ${current}`
  if (checked.has(key)) return false
  const rebuilt = await db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom('townships').select('definitions').where('id', '=', township).executeTakeFirst()
    if (!before || before.definitions === current) return false
    const row = await trx
      .selectFrom('townships')
      .select(['definitions', 'revision'])
      .where('id', '=', township)
      .forUpdate()
      .executeTakeFirstOrThrow()
    // Another process may have done it while this one waited for the lock.
    if (row.definitions === current) return false
    await recount(trx, township)
    await trx
      .updateTable('townships')
      .set({ definitions: current, revision: row.revision + 1 })
      .where('id', '=', township)
      .execute()
    return true
  })
  checked.add(key)
  return rebuilt
}
