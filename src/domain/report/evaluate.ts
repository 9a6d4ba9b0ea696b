import type { Counted, Expression, Figure, FigureValue, Plain, Ratio } from './figure.ts'
import { isTyped } from './figure.ts'
import { fallBetween, percentBetween, percentOf, pointsBetween, scaled } from './rates.ts'
import type { Need } from './totals.ts'
import { needOf } from './totals.ts'

/** The answers for one period. */
export type Totals = (need: Need) => bigint

/** What was typed for one year, by figure; in the unit shown. */
export type TypedValues = ReadonlyMap<string, number>

/** All that figures of one period come from. */
export type Told = {
  readonly now: Totals
  /** Null: the year before lies before the township's first in Gridbook. */
  readonly before: Totals | null
  /** Absent: the period is no whole year, so that what is typed once a year says nothing of it. */
  readonly typed?: { readonly now: TypedValues; readonly before: TypedValues }
  /** The year before as it was signed: what it was then stays what this year is compared with. */
  readonly signed?: ReadonlyMap<string, FigureValue>
  /** The year after, for which this one's report plans. */
  readonly next?: { readonly year: number; readonly totals: Totals }
}

const amount = (expression: Plain, totals: Totals): bigint => totals(needOf(expression))

/** A number as a fraction: a plain one stands over one. */
const fraction = (expression: Plain | Ratio, totals: Totals): readonly [bigint, bigint] =>
  'ratio' in expression
    ? [amount(expression.ratio[0], totals), amount(expression.ratio[1], totals)]
    : [amount(expression, totals), 1n]

/**
 * A figure's value in the unit shown, from the totals of its period; a fall needs those of the year before too. Null for
 * what is typed: no record gives it.
 */
export const valueOf = (figure: Figure, totals: Totals, before: Totals | null): number | null =>
  isTyped(figure.expression) ? null : countedValue(figure, figure.expression, totals, before)

const countedValue = (figure: Figure, expression: Counted, totals: Totals, before: Totals | null): number | null => {
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

const shared = ({ id, section, label, unit, definition }: Figure) => ({ id, section, label, unit, definition })

/** A typed value as an integer of its smallest digit, so that its change is exact. */
const units = (value: number, decimals: number): bigint => BigInt(value.toFixed(decimals).replace('.', ''))

function evaluateTyped(figure: Figure, { typed, next }: Told): FigureValue {
  const { expression, decimals } = figure
  const [value, previous] = [typed?.now.get(figure.id) ?? null, typed?.before.get(figure.id) ?? null]
  const change =
    value === null || previous === null ? null : percentBetween(units(value, decimals), units(previous, decimals))
  const progress =
    next && isTyped(expression) && expression.typed === 'plan'
      ? { progress: { year: next.year, value: scaled(amount(expression.progress, next.totals), 1) } }
      : {}
  return {
    ...shared(figure),
    value,
    previous,
    change,
    changeUnit: 'percent',
    ...progress,
    filtered: typed !== undefined,
  }
}

/** The signed year before as fractions and values; null where it isn't signed, or hadn't this figure. */
const signedBefore = (
  figure: Figure,
  told: Told,
): { readonly value: number | null; readonly fraction: readonly [bigint, bigint] } | null => {
  const was = told.signed?.get(figure.id)
  if (!was) return null
  const { value, numerator, denominator } = was
  if (numerator !== undefined && denominator !== undefined)
    return { value, fraction: [BigInt(numerator), BigInt(denominator)] }
  return { value, fraction: [BigInt(Math.round((value ?? 0) * figure.scale)), 1n] }
}

/**
 * A figure for a period beside the same period a year before. `previous` null: that year lies before the township's
 * first in Gridbook; the change is null then too, for counts that were nothing, and for a fall, which is a change itself.
 */
export const evaluate = (figure: Figure, told: Told): FigureValue => {
  const { now, before } = told
  const { expression } = figure
  if (isTyped(expression)) return evaluateTyped(figure, told)
  if ('fall' in expression)
    return {
      ...shared(figure),
      value: countedValue(figure, expression, now, before),
      previous: null,
      change: null,
      changeUnit: 'percent',
      filtered: true,
    }
  const was =
    signedBefore(figure, told) ??
    (before && { value: countedValue(figure, expression, before, null), fraction: fraction(expression, before) })
  const base = {
    ...shared(figure),
    value: countedValue(figure, expression, now, before),
    previous: was ? was.value : null,
    filtered: true,
  }
  const [numerator, denominator] = fraction(expression, now)
  if (!isRate(expression))
    return { ...base, change: was ? percentBetween(numerator, was.fraction[0]) : null, changeUnit: 'percent' }
  return {
    ...base,
    numerator: Number(numerator),
    denominator: Number(denominator),
    change: was ? pointsBetween([numerator, denominator], was.fraction, figure.decimals) : null,
    changeUnit: 'points',
  }
}

/** A figure whose measures lack the dimension that was asked for (village, person). */
export const unfiltered = (figure: Figure): FigureValue => ({
  ...shared(figure),
  value: null,
  previous: null,
  change: null,
  changeUnit: isRate(figure.expression) ? 'points' : 'percent',
  filtered: false,
})
