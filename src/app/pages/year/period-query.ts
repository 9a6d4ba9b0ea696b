import { yearOf } from '../../../domain/calendar/day.ts'
import { yearPartOf } from '../../../domain/report/period-words.ts'
import { isPeriod, type Period, periodOf } from '../../../domain/report/periods.ts'
import type { FiguresQuery } from '../../sync/ledger-types.ts'

type Address = { readonly [name: string]: unknown }
type PeriodQuery = Pick<FiguresQuery, 'year' | 'month' | 'from' | 'to'>

const said = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The report is made public by 31 March: until then the year that matters is the one before. */
export const yearInHand = (today: string): number => Number(today.slice(0, 4)) - (today.slice(5) <= '03-31' ? 1 : 0)

/** A period as it is asked for: a year and a month by their numbers, anything else by its days. */
export const queryOfPeriod = (period: Period): PeriodQuery => {
  const year = yearOf(period.from)
  const part = yearPartOf(period)
  if (part === 'year') return { year }
  return part?.startsWith('m') ? { year, month: Number(part.slice(1)) } : { year, ...period }
}

/** The period that an address asks for: from and to, or year and month; the year in hand where it says nothing of use. */
export const queryOfAddress = (address: Address, today: string): PeriodQuery => {
  const days = { from: said(address['from']), to: said(address['to']) }
  if (isPeriod(days)) return queryOfPeriod(days)
  const year = /^(19|20|21)\d\d$/.test(said(address['year'])) ? Number(address['year']) : yearInHand(today)
  const month = /^(0?[1-9]|1[0-2])$/.test(said(address['month'])) ? Number(address['month']) : 0
  return { year, ...(month ? { month } : {}) }
}

/** The first and last day of what is asked for. */
export const periodOfQuery = ({ year, month, from, to }: PeriodQuery): Period =>
  from !== undefined && to !== undefined ? { from, to } : periodOf(year, month)

/** What an address says of a period; what it said of another is taken out. */
export const addressOf = (
  period: Period,
): { readonly [name in 'year' | 'month' | 'from' | 'to']: string | undefined } => {
  const { year, month, from, to } = queryOfPeriod(period)
  return { year: from ? undefined : String(year), month: month ? String(month) : undefined, from, to }
}
