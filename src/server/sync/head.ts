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
