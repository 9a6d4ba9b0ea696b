import type { Calendar } from '../calendar/workdays.ts'
import type { Data } from '../value.ts'

/** A record as the rules see it. */
export type KnownRecord = { readonly id: string; readonly kind: string; readonly status: string; readonly data: Data }

/**
 * What the rules may ask of the rest of the ledger, answered at once: the phone has the registers in memory,
 * the server loads what `linksOf` names before it judges.
 */
export type Registers = {
  /** The record of that id in this township, or undefined where it isn't known (yet). */
  readonly find: (id: string) => KnownRecord | undefined
  /** The duties of a person, in any state. */
  readonly dutiesOf: (personId: string) => readonly KnownRecord[]
  /** Which days are worked. */
  readonly calendar: Calendar
}
