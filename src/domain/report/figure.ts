import type { Label } from '../kinds/kind.ts'

/** One number of a period. */
export type Plain =
  | { readonly sum: string }
  | { readonly distinct: string }
  | { readonly stock: string; readonly at: 'start' | 'end'; readonly distinct?: true }

/** One number by another: sums, distinct ones or stocks. */
export type Ratio = { readonly ratio: readonly [Plain, Plain] }

/**
 * A number that no record gives, typed once a year: `entered` with its source; `plan` is what this year's report plans
 * for the next, and `progress` what of it the next year has come to (DESIGN.md 3).
 */
export type Typed = { readonly typed: 'entered' } | { readonly typed: 'plan'; readonly progress: Plain }

/** How a figure comes from the facts of measures; `fall`: by how much, in per cent, against last year (DESIGN.md 3). */
export type Counted = Plain | Ratio | { readonly fall: Plain | Ratio }
export type Expression = Counted | Typed

/** Whether somebody types the figure, since no record gives it. */
export const isTyped = (expression: Expression): expression is Typed => 'typed' in expression

/** A number of the report; ids are those of figures.csv and permanent. */
export type Figure = {
  readonly id: string
  /** The section of the report it stands in: `1.2`. */
  readonly section: string
  readonly label: Label
  readonly unit: string
  readonly expression: Expression
  /** The decimals shown; rates at least one. */
  readonly decimals: number
  /** What the unit shown is of the smallest unit: 1, or 1,000,000 for fen to 万元. */
  readonly scale: number
  /** 口径: how it is counted, in words. */
  readonly definition: Label
}

/** A figure with its value for a period, as the API and the screens show it. */
export type FigureValue = {
  readonly id: string
  readonly section: string
  readonly label: Label
  readonly unit: string
  readonly definition: Label
  readonly value: number | null
  readonly numerator?: number
  readonly denominator?: number
  readonly previous: number | null
  readonly change: number | null
  readonly changeUnit: 'points' | 'percent'
  /** Of a plan: what the year that it is for has come to. */
  readonly progress?: { readonly year: number; readonly value: number }
  readonly filtered: boolean
  /** Of a signed year, where a later change or another rule moved it: what the records give now. */
  readonly corrected?: number | null
}
