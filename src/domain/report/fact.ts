/** What one record adds to one measure for one subject (DESIGN.md 2). */
export type Fact = {
  readonly recordId: string
  readonly kind: string
  readonly measure: string
  /** The subject counted once where the measure is distinct, else null. */
  readonly subject: string | null
  /** The day it counts, or from which it stands; null: since ever. `YYYY-MM-DD`. */
  readonly on: string | null
  /** Stocks: the last day it stands; null: still. */
  readonly until: string | null
  readonly villageId: string | null
  readonly people: readonly string[]
  /** In the smallest unit: 1, fen, 0.01 亩. */
  readonly amount: number
}
