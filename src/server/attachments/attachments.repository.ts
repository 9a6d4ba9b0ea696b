import { sql, type SqlBool } from 'kysely'
import type { Caller } from '../../domain/access/caller.ts'
import type { Database } from '../db/database.ts'
import { mayOpenClause } from '../records/scope.ts'

export type Attachment = { readonly hash: string; readonly type: string; readonly size: number }

/** Notes a file that has come in whole; who came first stays. */
export async function noteAttachment(
  db: Database,
  township: string,
  file: Attachment & { readonly by: string; readonly recordId: string | null; readonly now: number },
): Promise<void> {
  await db
    .insertInto('attachments')
    .values({
      township,
      hash: file.hash,
      type: file.type,
      size: file.size,
      by_user: file.by,
      record_id: file.recordId,
      created_at: new Date(file.now),
    })
    .onConflict((conflict) => conflict.columns(['township', 'hash']).doNothing())
    .execute()
}

/** Which of these have come in: told to whoever names a whole hash, which can't be guessed. */
export const arrived = (db: Database, township: string, hashes: readonly string[]): Promise<Attachment[]> =>
  db
    .selectFrom('attachments as a')
    .select(['a.hash', 'a.type', 'a.size'])
    .where('a.township', '=', township)
    .where('a.hash', '=', sql<string>`any(${hashes}::text[])`)
    .execute()

/** The file, for those who may open a record that holds it. */
export const findAttachment = (db: Database, caller: Caller, hash: string): Promise<Attachment | undefined> =>
  db
    .selectFrom('attachments as a')
    .select(['a.hash', 'a.type', 'a.size'])
    .where('a.township', '=', caller.township)
    .where('a.hash', '=', hash)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('records as r')
          .select('r.id')
          .where('r.township', '=', caller.township)
          .where(sql<SqlBool>`jsonb_path_query_array(r.data, '$.*[*].hash') @> jsonb_build_array(${hash}::text)`)
          .where(mayOpenClause(caller)),
      ),
    )
    .executeTakeFirst()
