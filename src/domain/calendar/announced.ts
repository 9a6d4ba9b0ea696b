import type { Data, Value } from '../value.ts'
import { isObject, text } from '../value.ts'
import { isDay } from './day.ts'
import { stateCouncil } from './state-council.ts'
import type { Announced, Calendar } from './workdays.ts'
import { withYear } from './workdays.ts'

const announcedIn = (rows: Value | undefined): readonly Announced[] =>
  (Array.isArray(rows) ? rows : []).flatMap((row: Value) => {
    if (!isObject(row)) return []
    const [from, until, type] = [text(row['from']), text(row['until']), row['type']]
    if (from === undefined || !isDay(from) || (type !== 'off' && type !== 'work')) return []
    return [{ from, until: until !== undefined && isDay(until) ? until : null, type }]
  })

/** The calendar of a township: the State Council's as built in, with the years that stand in its register over it. */
export const calendarOver = (years: readonly Data[]): Calendar =>
  years.reduce<Calendar>(
    (calendar, data) => withYear(calendar, Number(data['year']), announcedIn(data['days'])),
    stateCouncil,
  )
