import { addDays, dayMs, dayNumber, daysBetween, weekday, yearOf } from '../../domain/calendar/day.ts'
import type { Random } from './random.ts'

/** 春节: the first day of the lunar year. */
const springs: { readonly [year: number]: string } = {
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
}

/** Holidays by month and day, as good as every year: New Year, 清明, 劳动节, 国庆. */
const yearly: readonly (readonly [string, string])[] = [
  ['01-01', '01-01'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['10-01', '10-07'],
]

const isHoliday = (day: string): boolean => {
  const spring = springs[yearOf(day)]
  if (spring !== undefined && daysBetween(spring, day) >= -1 && daysBetween(spring, day) <= 6) return true
  return yearly.some(([first, last]) => first <= day.slice(5) && day.slice(5) <= last)
}

/** Whether the office works on that day, as near as a demo needs it. */
export const isWorkday = (day: string): boolean => weekday(day) <= 5 && !isHoliday(day)

/** The day itself, or the next one on which the office works. */
export const workdayFrom = (day: string): string => (isWorkday(day) ? day : workdayFrom(addDays(day, 1)))

/** The day itself, or the last one before it on which the office worked. */
export const workdayUpTo = (day: string): string => (isWorkday(day) ? day : workdayUpTo(addDays(day, -1)))

/** So many working days later. */
export const workdaysLater = (day: string, count: number): string =>
  count <= 0 ? day : workdaysLater(workdayFrom(addDays(day, 1)), count - 1)

/** The instant of a time of day in Asia/Shanghai, in milliseconds since the epoch. */
export const instant = (day: string, hour: number, minute = 0): number =>
  dayNumber(day) * dayMs + (hour - 8) * 3_600_000 + minute * 60_000

/** A time of day at which somebody is out: most in the morning, some after lunch. */
export const fieldTime = (random: Random, day: string): number =>
  random.chance(0.6)
    ? instant(day, random.between(8, 11), random.between(5, 58))
    : instant(day, random.between(14, 17), random.between(2, 55))

/** Inspections gather before the festivals, in the dry months and around the yearly campaigns (安全生产月 is June). */
const season = [7, 6, 9, 9, 10, 11, 8, 8, 9, 8, 9, 8]

/** So many working days of the year from day to day, spread by season, in order; a day may come twice. */
export const workdaysOver = (random: Random, from: string, to: string, count: number): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(day)) days.push(day)
  const weights = days.map((day) => season[Number(day.slice(5, 7)) - 1] ?? 8)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return Array.from({ length: count }, (_, index) => {
    let left = ((index + 0.15 + random.next() * 0.7) / count) * whole
    return days.find((_day, at) => (left -= weights[at] ?? 0) < 0) ?? to
  })
}

/** How an instant is written on a phone in Asia/Shanghai. */
export const written = (at: number): string => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
