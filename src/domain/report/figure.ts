import type { Label } from '../kinds/kind.ts'

/** One number of a period. */
export type Plain =
  | { readonly sum: string }
  | { readonly distinct: string }
  | { readonly stock: string; readonly at: 'start' | 'end'; readonly distinct?: true }

/** One number by another: sums, distinct ones or stocks. */
export type Ratio = { readonly ratio: readonly [Plain, Plain] }

/** How a figure comes from the facts of measures; `fall`: by how much, in per cent, against last year (DESIGN.md 3). */
export type Expression = Plain | Ratio | { readonly fall: Plain | Ratio }

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
  readonly filtered: boolean
}
