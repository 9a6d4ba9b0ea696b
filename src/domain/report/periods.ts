import { addDays, daysInMonth, isDay, sameDayIn, yearOf } from '../calendar/day.ts'

/** From the first day to the last, both inclusive. */
export type Period = { readonly from: string; readonly to: string }

const two = (value: number): string => String(value).padStart(2, '0')

/** A calendar year, or one of its months. */
export const periodOf = (year: number, month?: number): Period =>
  month === undefined
    ? { from: `${year}-01-01`, to: `${year}-12-31` }
    : { from: `${year}-${two(month)}-01`, to: `${year}-${two(month)}-${two(daysInMonth(year, month))}` }

/** The period as far as it has come: one with today in it ends today (DOMAIN.md, Dates and counting). */
export const untilToday = (period: Period, today: string): Period =>
  period.from <= today && today < period.to ? { from: period.from, to: today } : period

/** Whether it is a calendar year, as it was asked for: what is typed once a year says nothing of any other period. */
export const isWholeYear = ({ from, to }: Period): boolean =>
  from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`

const isMonthEnd = (day: string): boolean => addDays(day, 1).endsWith('-01')

/** The same period a year before; the end of February stays the end of February. */
export const yearBefore = (period: Period): Period => {
  const to = sameDayIn(period.to, yearOf(period.to) - 1)
  const end = isMonthEnd(period.to) ? periodOf(yearOf(to), Number(to.slice(5, 7))).to : to
  return { from: sameDayIn(period.from, yearOf(period.from) - 1), to: end }
}

/** Whether from–to is a period. */
export const isPeriod = (period: Period): boolean => isDay(period.from) && isDay(period.to) && period.from <= period.to
