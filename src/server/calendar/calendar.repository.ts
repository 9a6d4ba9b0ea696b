import { calendarOver } from '../../domain/calendar/announced.ts'
import type { Calendar } from '../../domain/calendar/workdays.ts'
import type { Database, Trx } from '../db/database.ts'

/** The township's calendar: the State Council's as this program has it, with the years that its admin entered over it. */
export async function calendarOf(db: Database | Trx, township: string): Promise<Calendar> {
  const rows = await db
    .selectFrom('records')
    .select('data')
    .where('township', '=', township)
    .where('kind', '=', 'holidayYear')
    .where('status', '=', 'active')
    .orderBy('seq')
    .execute()
  return calendarOver(rows.map((row) => row.data))
}
