import { fallen, growth, points, rate } from './arithmetic.ts'
import { lastYears, type Period } from './days.ts'
import type { Logged } from './push.ts'
import type { Recount } from './recount.ts'

/** A figure as the API tells it, as far as the recount does. */
export type Told = {
  readonly value: number | null
  readonly numerator?: number
  readonly denominator?: number
  readonly previous: number | null
  readonly change: number | null
}

const inUnits = (amount: bigint, scale: number): number => Number(amount) / scale

/** The figure of a period beside the year before it; `isKnown`: that lies in Gridbook. */
export function told(figure: Recount, records: readonly Logged[], period: Period, isKnown: boolean): Told {
  const { value, over, fall, decimals = 0, scale = 1 } = figure
  const before = lastYears(period)
  const [now, old] = [value(records, period), value(records, before)]
  if (!over) {
    return {
      value: inUnits(now, scale),
      previous: isKnown ? inUnits(old, scale) : null,
      change: isKnown ? growth(now, old) : null,
    }
  }
  const [of, oldOf] = [over(records, period), over(records, before)]
  if (fall) {
    const gain = isKnown ? fallen(now, of, old, oldOf, decimals) : null
    return { value: gain, previous: null, change: null }
  }
  return {
    value: rate(now, of, decimals),
    numerator: Number(now),
    denominator: Number(of),
    previous: isKnown ? rate(old, oldOf, decimals) : null,
    change: isKnown ? points(now, of, old, oldOf, decimals) : null,
  }
}
