import type { Expression, Figure, FigureValue, Plain, Ratio } from './figure.ts'
import { fallBetween, percentBetween, percentOf, pointsBetween, scaled } from './rates.ts'
import type { Need } from './totals.ts'
import { needOf } from './totals.ts'

/** The answers for one period. */
export type Totals = (need: Need) => bigint

const amount = (expression: Plain, totals: Totals): bigint => totals(needOf(expression))

/** A number as a fraction: a plain one stands over one. */
const fraction = (expression: Plain | Ratio, totals: Totals): readonly [bigint, bigint] =>
  'ratio' in expression
    ? [amount(expression.ratio[0], totals), amount(expression.ratio[1], totals)]
    : [amount(expression, totals), 1n]

/** A figure's value in the unit shown, from the totals of its period; a fall needs those of the year before too. */
export const valueOf = (figure: Figure, totals: Totals, before: Totals | null): number | null => {
  const expression = figure.expression
  if ('fall' in expression) {
    if (!before) return null
    return fallBetween(fraction(expression.fall, totals), fraction(expression.fall, before), figure.decimals)
  }
  if (!('ratio' in expression)) return scaled(amount(expression, totals), figure.scale)
  const [numerator, denominator] = fraction(expression, totals)
  return percentOf(numerator, denominator, figure.decimals)
}

/** Whether a figure's change is in percentage points. */
const isRate = (expression: Expression): expression is Ratio => 'ratio' in expression

/**
 * A figure for a period beside the same period a year before. `previous` null: that year lies before the township's
 * first in Gridbook; the change is null then too, for counts that were nothing, and for a fall, which is a change itself.
 */
export const evaluate = (figure: Figure, now: Totals, before: Totals | null): FigureValue => {
  const { id, section, label, unit, definition, expression } = figure
  const shared = {
    id,
    section,
    label,
    unit,
    definition,
    value: valueOf(figure, now, before),
    previous: before && !('fall' in expression) ? valueOf(figure, before, null) : null,
    filtered: true,
  }
  if ('fall' in expression) return { ...shared, change: null, changeUnit: 'percent' }
  if (!isRate(expression)) {
    const change = before ? percentBetween(amount(expression, now), amount(expression, before)) : null
    return { ...shared, change, changeUnit: 'percent' }
  }
  const [numerator, denominator] = fraction(expression, now)
  const change = before ? pointsBetween([numerator, denominator], fraction(expression, before), figure.decimals) : null
  return { ...shared, numerator: Number(numerator), denominator: Number(denominator), change, changeUnit: 'points' }
}

/** A figure whose measures lack the dimension that was asked for (village, person). */
export const unfiltered = (figure: Figure): FigureValue => ({
  id: figure.id,
  section: figure.section,
  label: figure.label,
  unit: figure.unit,
  definition: figure.definition,
  value: null,
  previous: null,
  change: null,
  changeUnit: isRate(figure.expression) ? 'points' : 'percent',
  filtered: false,
})
