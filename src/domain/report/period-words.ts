import { daysInMonth, yearOf } from '../calendar/day.ts'
import type { Label } from '../kinds/kind.ts'
import { type Period, periodOf } from './periods.ts'

/** A part of a year that people ask for by name: `year`, `h1`, `h2`, `q1` … `q4`, `m1` … `m12`. */
export type YearPart = { readonly key: string; readonly period: Period }

const months = (year: number, first: number, last: number): Period => ({
  from: periodOf(year, first).from,
  to: periodOf(year, last).to,
})

/** The parts of a year: the whole, its halves, quarters and months, in that order. */
export const partsOfYear = (year: number): readonly YearPart[] => [
  { key: 'year', period: periodOf(year) },
  ...[1, 2].map((n) => ({ key: `h${n}`, period: months(year, n * 6 - 5, n * 6) })),
  ...[1, 2, 3, 4].map((n) => ({ key: `q${n}`, period: months(year, n * 3 - 2, n * 3) })),
  ...Array.from({ length: 12 }, (_, index) => ({ key: `m${index + 1}`, period: periodOf(year, index + 1) })),
]

/** Which part of its year a period is; null where it is none. */
export const yearPartOf = ({ from, to }: Period): string | null =>
  partsOfYear(yearOf(from)).find(({ period }) => period.from === from && period.to === to)?.key ?? null

const partWords: { readonly [key: string]: readonly [zh: string, en: string] } = {
  year: ['', ''],
  h1: ['上半年', 'First half of '],
  h2: ['下半年', 'Second half of '],
  q1: ['第一季度', 'Q1 '],
  q2: ['第二季度', 'Q2 '],
  q3: ['第三季度', 'Q3 '],
  q4: ['第四季度', 'Q4 '],
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const yearIn = (day: string): string => String(yearOf(day))
const monthIn = (day: string): number => Number(day.slice(5, 7))
const dateIn = (day: string): number => Number(day.slice(8, 10))

const isWholeMonths = ({ from, to }: Period): boolean =>
  dateIn(from) === 1 && dateIn(to) === daysInMonth(yearOf(to), monthIn(to))

const zhDay = (day: string, isWhole: boolean, withYear: boolean): string =>
  `${withYear ? `${yearIn(day)}年` : ''}${monthIn(day)}月${isWhole ? '' : `${dateIn(day)}日`}`
const enDay = (day: string, isWhole: boolean, withYear: boolean): string =>
  `${isWhole ? '' : `${dateIn(day)} `}${monthNames[monthIn(day) - 1] ?? ''}${withYear ? ` ${yearIn(day)}` : ''}`

/** What a period is called: 2025年, 2025年上半年, 2025年3月, 2025年1月至9月, 2025年3月5日至6月20日. */
export const periodWords = (period: Period): Label => {
  const { from, to } = period
  const part = partWords[yearPartOf(period) ?? '']
  if (part) return { zh: `${yearIn(from)}年${part[0]}`, en: `${part[1]}${yearIn(from)}` }
  const isWhole = isWholeMonths(period)
  const isOne = from === to || (isWhole && from.slice(0, 7) === to.slice(0, 7))
  if (isOne) return { zh: zhDay(from, isWhole, true), en: enDay(from, isWhole, true) }
  const sameYear = yearOf(from) === yearOf(to)
  return {
    zh: `${zhDay(from, isWhole, true)}至${zhDay(to, isWhole, !sameYear)}`,
    en: `${enDay(from, isWhole, !sameYear)}–${enDay(to, isWhole, true)}`,
  }
}
