import type { FigureValue } from '../figure.ts'
import { decimalOf, numberOf, shifted } from './decimals.ts'
import type { Verdict } from './found.ts'
import type { Matched } from './matching.ts'
import type { Mention } from './mention.ts'
import { readUnit } from './units.ts'
import { meet } from './verdicts.ts'

/** An entry of the answer, before what contradicts is known. */
export type Entry = {
  readonly mention: Mention
  readonly value: number
  readonly unit: string
  readonly figureId: string | null
  readonly isChange: boolean
  readonly verdict: Verdict
  readonly ledger: number | null
}

/** The change that a draft tells, signed: 下降5% is −5. */
const signed = ({ mention, aside }: Matched['reading']): Mention => {
  if (aside.is !== 'change' || aside.direction === 'up' || mention.value.digits < 0n) return mention
  return { ...mention, value: { ...mention.value, digits: -mention.value.digits } }
}

const entryOf = (matched: Matched, figure: FigureValue): Entry => {
  const { mention } = matched.reading
  const { power } = readUnit(figure.unit)
  const ledger = matched.isChange ? figure.change : figure.value
  const verdict =
    ledger === null
      ? 'notKept'
      : matched.isChange
        ? meet(signed(matched.reading), decimalOf(ledger))
        : meet(mention, shifted(decimalOf(ledger), power))
  return {
    mention,
    value: numberOf(mention.value),
    unit: mention.said === null ? mention.unit : figure.unit,
    figureId: figure.id,
    isChange: matched.isChange,
    verdict,
    ledger,
  }
}

/** The entries of a number: one a figure; none for a word that says a number, or an idiom, of which no figure is meant. */
export const entriesOf = (matched: Matched, figures: ReadonlyMap<string, FigureValue>): readonly Entry[] => {
  const { mention } = matched.reading
  const known = matched.figureIds.flatMap((id) => figures.get(id) ?? [])
  if (known.length > 0) return known.map((figure) => entryOf(matched, figure))
  if (!mention.sure) return []
  const value = numberOf(mention.value)
  return [{ mention, value, unit: mention.unit, figureId: null, isChange: false, verdict: 'notKept', ledger: null }]
}
