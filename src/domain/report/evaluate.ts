import type { Expression, Figure, FigureValue } from './figure.ts'
import { percentBetween, percentOf, pointsBetween, scaled } from './rates.ts'
import type { Need } from './totals.ts'
import { needOf } from './totals.ts'

/** The answers for one period. */
export type Totals = (need: Need) => bigint

const amount = (expression: Expression, totals: Totals): bigint =>
  'ratio' in expression ? 0n : totals(needOf(expression))

/** A figure's value in the unit shown, from the totals of its period. */
export const valueOf = (figure: Figure, totals: Totals): number | null => {
  const expression = figure.expression
  if (!('ratio' in expression)) return scaled(amount(expression, totals), figure.scale)
  return percentOf(amount(expression.ratio[0], totals), amount(expression.ratio[1], totals), figure.decimals)
}

/**
 * A figure for a period beside the same period a year before. `previous` null: that year lies before the township's
 * first in Gridbook; the change is null then too, and for counts that were nothing.
 */
export const evaluate = (figure: Figure, now: Totals, before: Totals | null): FigureValue => {
  const { id, section, label, unit, definition, expression } = figure
  const shared = {
    id,
    section,
    label,
    unit,
    definition,
    value: valueOf(figure, now),
    previous: before ? valueOf(figure, before) : null,
    filtered: true,
  }
  if (!('ratio' in expression)) {
    const change = before ? percentBetween(amount(expression, now), amount(expression, before)) : null
    return { ...shared, change, changeUnit: 'percent' }
  }
  const pair = (totals: Totals): readonly [bigint, bigint] => [
    amount(expression.ratio[0], totals),
    amount(expression.ratio[1], totals),
  ]
  const [numerator, denominator] = pair(now)
  const change = before ? pointsBetween([numerator, denominator], pair(before), figure.decimals) : null
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
  changeUnit: 'ratio' in figure.expression ? 'points' : 'percent',
  filtered: false,
})
