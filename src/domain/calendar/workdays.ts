import { addDays, dayNumber, weekday } from './day.ts'

/**
 * Which days differ from an ordinary week, as data: the State Council announces them year by year, so that beyond
 * `coveredThrough` nothing is known and what is computed there must be computed again.
 */
export type Calendar = {
  readonly coveredThrough: string
  readonly days: { readonly [day: string]: 'off' | 'work' }
}

/** Whether people work on a day: Monday to Friday, but for holidays and make-up workdays. */
export const isWorkday = (calendar: Calendar, day: string): boolean => {
  const said = calendar.days[day]
  return said === undefined ? weekday(day) <= 5 : said === 'work'
}

/** The last day on which something due so many working days after that day is in time; it must not be negative. */
export const addWorkdays = (calendar: Calendar, from: string, count: number): string => {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkday(calendar, day)) left -= 1
  }
  return day
}

/** How many working days lie after the first day, up to and with the second; 0 where it isn't later. */
export const workdaysBetween = (calendar: Calendar, first: string, then: string): number => {
  const [start, end] = [dayNumber(first), dayNumber(then)]
  if (end <= start) return 0
  const weeks = Math.floor((end - start) / 7)
  const rest = Array.from({ length: end - start - weeks * 7 }, (_, index) => addDays(then, -index))
  const ordinary = weeks * 5 + rest.filter((day) => weekday(day) <= 5).length
  const moved = Object.entries(calendar.days).filter(([day]) => first < day && day <= then)
  return moved.reduce((sum, [day, said]) => {
    const usual = weekday(day) <= 5
    return sum + (said === 'work' && !usual ? 1 : said === 'off' && usual ? -1 : 0)
  }, ordinary)
}

/** Whether a day computed with this calendar can be relied on. */
export const isCovered = (calendar: Calendar, day: string): boolean => day <= calendar.coveredThrough

/** A run of days that an announcement says something of; `until` null: the one day. */
export type Announced = { readonly from: string; readonly until: string | null; readonly type: 'off' | 'work' }

/** The calendar with what was announced for a year laid over it; with that the year is covered. */
export const withYear = (calendar: Calendar, year: number, announced: readonly Announced[]): Calendar => {
  const end = `${year}-12-31`
  const days: { [day: string]: 'off' | 'work' } = {}
  for (const [day, said] of Object.entries(calendar.days)) if (!day.startsWith(`${year}-`)) days[day] = said
  for (const { from, until, type } of announced)
    for (let day = from; day <= (until ?? from) && day <= end; day = addDays(day, 1)) days[day] = type
  return { coveredThrough: end > calendar.coveredThrough ? end : calendar.coveredThrough, days }
}
