/** Days as text by JavaScript's own calendar: the recount shares no arithmetic with the domain. */

const two = (value: number): string => String(value).padStart(2, '0')

/** The day so many days later; earlier where negative. */
export const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Whole days from the first to the second. */
export const daysFrom = (first: string, second: string): number =>
  (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000

export type Period = { readonly from: string; readonly to: string }

const lastOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

export const wholeYear = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })

export const monthIn = (year: number, month: number): Period => ({
  from: `${year}-${two(month)}-01`,
  to: lastOf(year, month),
})

/** A period with today in it ends today (DOMAIN.md, Dates and counting). */
export const soFar = (period: Period, today: string): Period =>
  period.from <= today && today <= period.to ? { from: period.from, to: today } : period

const yearEarlier = (day: string): string => {
  const [year, month, date] = [Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)), day.slice(8)]
  const last = lastOf(year, month)
  return date > last.slice(8) ? last : `${last.slice(0, 8)}${date}`
}

/** The same period of the year before; one that ends with its month does so there too. */
export const lastYears = ({ from, to }: Period): Period => {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))]
  return { from: yearEarlier(from), to: to === lastOf(year, month) ? lastOf(year - 1, month) : yearEarlier(to) }
}
