import type { Trx } from '../db/database.ts'
import { factRows, insertFacts } from './flush.ts'

/** Rebuilds a township's facts from its records, in one transaction; the figures stay as they were (DESIGN.md 4). */
export async function recount(trx: Trx, township: string): Promise<void> {
  await trx.selectFrom('townships').select('id').where('id', '=', township).forUpdate().execute()
  await trx.deleteFrom('facts').where('township', '=', township).execute()
  const records = await trx
    .selectFrom('records')
    .select(['id', 'kind', 'data'])
    .where('township', '=', township)
    .execute()
  await insertFacts(
    trx,
    records.flatMap((record) => factRows(township, record)),
  )
}
