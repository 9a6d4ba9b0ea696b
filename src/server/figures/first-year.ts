import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** The township's first year in Gridbook: as its register says, else that of its oldest case; null without any. */
export async function firstYearOf(db: Database, township: string): Promise<number | null> {
  const row = await db
    .selectFrom('records')
    .select([
      sql<string | null>`max(data ->> 'firstYear') filter (where kind = 'township' and status = 'active')`.as('stated'),
      sql<string | null>`min(main_date)`.as('oldest'),
    ])
    .where('township', '=', township)
    .executeTakeFirst()
  const year = row?.stated ?? row?.oldest?.slice(0, 4)
  return year === undefined ? null : Number(year)
}
