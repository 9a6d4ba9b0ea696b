import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** The township's first year in Gridbook: as its register says, else that of its oldest case; null without any. */
export async function firstYearOf(db: Database, township: string): Promise<number | null> {
  const register = await db
    .selectFrom('records')
    .select(sql<string | null>`data ->> 'firstYear'`.as('year'))
    .where('township', '=', township)
    .where('kind', '=', 'township')
    .where('status', '=', 'active')
    .orderBy('seq')
    .executeTakeFirst()
  if (register?.year) return Number(register.year)
  const oldest = await db
    .selectFrom('records')
    .select((is) => is.fn.min('main_date').as('day'))
    .where('township', '=', township)
    .where('status', 'not in', ['draft', 'void'])
    .executeTakeFirst()
  return oldest?.day ? Number(oldest.day.slice(0, 4)) : null
}
