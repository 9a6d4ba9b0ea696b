import { isDay } from '../../domain/calendar/day.ts'
import { stateCouncil } from '../../domain/calendar/state-council.ts'
import { type Announced, type Calendar, withYear } from '../../domain/calendar/workdays.ts'
import type { Value } from '../../domain/value.ts'
import { isObject, text } from '../../domain/value.ts'
import type { Database, Trx } from '../db/database.ts'

const announcedIn = (rows: Value | undefined): readonly Announced[] =>
  (Array.isArray(rows) ? rows : []).flatMap((row: Value) => {
    if (!isObject(row)) return []
    const [from, until, type] = [text(row['from']), text(row['until']), row['type']]
    if (from === undefined || !isDay(from) || (type !== 'off' && type !== 'work')) return []
    return [{ from, until: until !== undefined && isDay(until) ? until : null, type }]
  })

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
  return rows.reduce(
    (calendar, { data }) => withYear(calendar, Number(data['year']), announcedIn(data['days'])),
    stateCouncil,
  )
}
