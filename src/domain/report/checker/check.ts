import type { FigureValue } from '../figure.ts'
import { compact } from './compact.ts'
import { contradictionsIn } from './contradictions.ts'
import type { Entry } from './entry.ts'
import type { Found } from './found.ts'
import { match } from './matching.ts'
import { readDraft } from './reading.ts'
import { entriesOf } from './entry.ts'
import { vocabularyOf } from './vocabulary.ts'
import { allWords } from './words/all.ts'

const vocabulary = vocabularyOf(allWords)

/**
 * Holds a draft of the report to the ledger's figures of its year: each number with its unit, the figure that its words
 * speak of, and whether both agree (DESIGN.md 6, `POST /api/reports/verify`). A figure whose value is unknown keeps its
 * id; the verdict is then `notKept`, unless the draft itself says it twice and differently.
 */
export const checkReport = (text: string, ledger: readonly FigureValue[]): readonly Found[] => {
  const figures = new Map(ledger.map((figure) => [figure.id, figure]))
  const { text: read, at } = compact(text)
  const draft = readDraft(read, vocabulary)
  const matched = match(draft, vocabulary, {
    has: (id) => figures.has(id),
    isRate: (id) => figures.get(id)?.changeUnit === 'points',
  })
  const entries = matched.flatMap((one) => entriesOf(one, figures))
  const contradictions = contradictionsIn(entries)
  // The last character's own end: spaces and quotes behind it belong to nobody.
  const startOf = ({ mention }: Entry): number => at[mention.start] ?? 0
  const endOf = ({ mention }: Entry): number => (at[mention.end - 1] ?? 0) + 1
  return entries.map((entry): Found => {
    const other = contradictions.get(entry)
    const { value, unit, figureId, verdict, ledger: known } = entry
    const [start, end] = [startOf(entry), endOf(entry)]
    return {
      start,
      end,
      text: text.slice(start, end),
      value,
      unit,
      figureId,
      verdict: other ? 'contradicts' : verdict,
      ...(known === null ? {} : { ledger: known }),
      ...(other ? { with: startOf(other) } : {}),
    }
  })
}
