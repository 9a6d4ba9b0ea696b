import type { Fact } from '../../../domain/report/fact.ts'
import type { Expression, Figure, FigureValue } from '../../../domain/report/figure.ts'

/** A value as it is shown: a rate with its decimals, but 100 and 0; anything else as exact as it is; — where there is none. */
export const valueText = (value: number | null, { decimals, unit }: Pick<Figure, 'decimals' | 'unit'>): string => {
  if (value === null) return '—'
  const fixed = value.toFixed(decimals)
  return (unit === '%' && value !== 100 && value !== 0 ? fixed : String(Number(fixed))).replace('-', '−')
}

/** A change from last year as a signed number with a true minus; null where it is unknown, 0 where nothing moved. */
export const changeText = (figure: Pick<FigureValue, 'change' | 'changeUnit'>, decimals: number): string | null => {
  if (figure.change === null || figure.change === 0) return null
  const digits = figure.changeUnit === 'points' ? Math.max(1, decimals) : 1
  const written = Math.abs(figure.change).toFixed(digits)
  return `${figure.change < 0 ? '−' : '+'}${written}`
}

/** How the months of a figure are drawn: counts as bars, rates as a line, stocks as a level (LOOK.md, Charts). */
export const shapeOf = (expression: Expression | undefined): 'bars' | 'line' | 'level' => {
  if (expression && ('ratio' in expression || 'fall' in expression)) return 'line'
  return expression && 'stock' in expression ? 'level' : 'bars'
}

/**
 * What unsent changes of this phone will add to a count; 0 for rates, which can't be told from this phone alone. A
 * distinct one is an upper bound: its subject may count already.
 */
export const unsentOf = (figure: Figure | undefined, facts: readonly Fact[]): number => {
  if (!figure) return 0
  const { expression } = figure
  if ('typed' in expression || 'ratio' in expression || 'fall' in expression || 'stock' in expression) return 0
  const measure = 'sum' in expression ? expression.sum : expression.distinct
  const own = facts.filter((fact) => fact.measure === measure)
  if ('distinct' in expression) return new Set(own.filter((fact) => fact.amount > 0).map((fact) => fact.subject)).size
  return own.reduce((sum, fact) => sum + fact.amount, 0) / figure.scale
}
