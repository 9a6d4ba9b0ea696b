import type { Label } from '../../kinds/kind.ts'
import type { Expression, Figure, Plain } from '../figure.ts'

/** Both languages in one breath. */
export const label = (zh: string, en: string): Label => ({ zh, en })

/** A figure; rates show one decimal, everything else none and its smallest unit, unless said otherwise. */
export const figure = (
  id: string,
  section: string,
  unit: string,
  name: Label,
  expression: Expression,
  definition: Label,
  shown: { readonly decimals?: number; readonly scale?: number } = {},
): Figure => ({
  id,
  section,
  label: name,
  unit,
  expression,
  definition,
  decimals: shown.decimals ?? ('ratio' in expression || 'fall' in expression ? 1 : 0),
  scale: shown.scale ?? 1,
})

/** People with an enforcement duty at the period's end: a figure of 2.1, and what 1.2's rate is of. */
export const officers: Plain = { stock: 'duties.enforcement', at: 'end', distinct: true }
