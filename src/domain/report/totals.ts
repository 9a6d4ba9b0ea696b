import { addDays } from '../calendar/day.ts'
import type { Fact } from './fact.ts'
import type { Expression, Plain } from './figure.ts'
import type { Period } from './periods.ts'

/** One number that a period asks of the facts: the sum or the distinct subjects of a measure, in it or at a day. */
export type Need =
  | { readonly how: 'sum' | 'distinct'; readonly measure: string }
  | { readonly how: 'stock' | 'stockDistinct'; readonly measure: string; readonly at: 'start' | 'end' }

/** The key under which a need's answer is kept. */
export const keyOf = (need: Need): string =>
  'at' in need ? `${need.how} ${need.at} ${need.measure}` : `${need.how} ${need.measure}`

/** The one number that a plain expression needs. */
export const needOf = (expression: Plain): Need => {
  if ('sum' in expression) return { how: 'sum', measure: expression.sum }
  if ('stock' in expression)
    return { how: expression.distinct ? 'stockDistinct' : 'stock', measure: expression.stock, at: expression.at }
  return { how: 'distinct', measure: expression.distinct }
}

/** All numbers that an expression needs. */
export const needsOf = (expression: Expression): readonly Need[] => {
  if ('typed' in expression) return expression.typed === 'plan' ? [needOf(expression.progress)] : []
  if ('fall' in expression) return needsOf(expression.fall)
  return 'ratio' in expression ? expression.ratio.map(needOf) : [needOf(expression)]
}

/** The day at which a stock of a period is looked at: the evening before it, or its last day (DESIGN.md 3). */
export const stockDay = (period: Period, at: 'start' | 'end'): string =>
  at === 'start' ? addDays(period.from, -1) : period.to

/** Whether a fact is part of a need's answer in a period. */
export const isPartOf = (fact: Fact, need: Need, period: Period): boolean => {
  if (fact.measure !== need.measure) return false
  if (!('at' in need)) return fact.on !== null && period.from <= fact.on && fact.on <= period.to
  const day = stockDay(period, need.at)
  return (fact.on === null || fact.on <= day) && (fact.until === null || day <= fact.until)
}

/** The answer to a need from facts in memory: what the server asks of SQL, for the phone and for tests. */
export const total = (facts: readonly Fact[], need: Need, period: Period): bigint => {
  const part = facts.filter((fact) => isPartOf(fact, need, period))
  if (need.how === 'distinct' || need.how === 'stockDistinct')
    return BigInt(new Set(part.map((fact) => fact.subject)).size)
  return part.reduce((sum, fact) => sum + BigInt(fact.amount), 0n)
}
