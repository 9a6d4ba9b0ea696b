import type { Database } from '../db/database.ts'
import type { Head } from '../ledger/types.ts'

/** Where a township's chain stands. */
export async function headOf(db: Database, township: string): Promise<Head> {
  const row = await db
    .selectFrom('townships')
    .select(['seq', 'head_hash'])
    .where('id', '=', township)
    .executeTakeFirstOrThrow()
  return { seq: row.seq, hash: row.head_hash }
}

/** By what kept answers know that they are old: the township's log, and what is typed, written or signed for its years. */
export async function standOf(
  db: Database,
  township: string,
): Promise<{ readonly seq: number; readonly revision: number }> {
  return db.selectFrom('townships').select(['seq', 'revision']).where('id', '=', township).executeTakeFirstOrThrow()
}
