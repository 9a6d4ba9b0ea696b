/**
 * What becomes of a number of a draft: it is the ledger's; it isn't; it is the ledger's, cut or rounded to the digits
 * written; it is the ledger's or unknown to it, but another number of the draft speaks of the same thing and differs;
 * no figure is meant, or the ledger has no value for it.
 */
export type Verdict = 'agrees' | 'disagrees' | 'rounded' | 'contradicts' | 'notKept'

/** A number of a draft with its unit (DESIGN.md 6): one entry a figure, several at the same offsets where it stands for several. */
export type Found = {
  /** UTF-16 offsets into the draft. */
  readonly start: number
  readonly end: number
  /** What stands between them, with the unit and words such as 余 or 超. */
  readonly text: string
  /** As written: 1.2. */
  readonly value: number
  /** With its scale: 万人次. */
  readonly unit: string
  readonly figureId: string | null
  readonly verdict: Verdict
  /** The ledger's value in the figure's own unit, or its change from last year; absent where there is none. */
  readonly ledger?: number
  /** Of what contradicts: the start of the other. */
  readonly with?: number
}
