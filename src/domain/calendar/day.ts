/**
 * Calendar days as text, `YYYY-MM-DD`, from end to end: no zone can move one (FIELD-BUGS: objectstack#11389).
 * Arithmetic is Howard Hinnant's civil calendar on whole days since 1970-01-01.
 */

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The days of a month, 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** Whether the text is a day that exists. */
export const isDay = (text: string): boolean => {
  const parts = dayPattern.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Whole days since 1970-01-01; the text must be a day. */
export const dayNumber = (day: string): number => {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** The day of that many days since 1970-01-01. */
export const dayText = (number: number): string => {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** The day so many days later (earlier where negative). */
export const addDays = (day: string, days: number): string => dayText(dayNumber(day) + days)

/** Whole days from the first day to the second. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** 1 Monday … 7 Sunday. */
export const weekday = (day: string): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The same day of another year; 29 February becomes the 28th where there is none. */
export const sameDayIn = (day: string, year: number): string => {
  const month = Number(day.slice(5, 7))
  return `${pad(year, 4)}-${day.slice(5, 7)}-${pad(Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)), 2)}`
}

/** `2025-03`. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** `2025-Q1`. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The year of a day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Milliseconds of a day. */
export const dayMs = 86_400_000

/** How far the clock of Asia/Shanghai is ahead of UTC, in milliseconds, since 1991. */
export const shanghaiOffsetMs = 8 * 3_600_000

/** The day in Asia/Shanghai (UTC+8 since 1991) at that instant, in milliseconds since the epoch. */
export const shanghaiDay = (epochMs: number): string => dayText(Math.floor((epochMs + shanghaiOffsetMs) / dayMs))
