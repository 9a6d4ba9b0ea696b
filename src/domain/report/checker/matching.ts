import { ownLeast } from './nearness.ts'
import { type Candidate, candidateOf } from './meaning.ts'
import type { Draft, Reading } from './reading.ts'
import { type View, viewsOf } from './view.ts'
import type { Index, ReadFigure, Vocabulary } from './vocabulary.ts'
import { isPoints } from './units.ts'

/** A number with the figures that it is of, or of whose change; none where no figure is meant. */
export type Matched = { readonly reading: Reading; readonly figureIds: readonly string[]; readonly isChange: boolean }

/** What the ledger knows of figures: which there are, and whether they are rates, whose changes are points. */
export type Known = { readonly has: (id: string) => boolean; readonly isRate: (id: string) => boolean }

const follow = 6

/**
 * Finds what each number of a draft speaks of, by words alone: no value is looked at, so that a wrong number is still
 * found where the right one would stand.
 */
export const match = (draft: Draft, vocabulary: Vocabulary, known: Known): readonly Matched[] => {
  const found: Matched[] = []
  for (const [reading, view] of viewsOf(draft, vocabulary.terms)) {
    const { aside } = reading
    if (aside.is === 'otherYear' || aside.is === 'rest') found.push({ reading, figureIds: [], isChange: false })
    else if (aside.is === 'change') found.push(matchChange(reading, view, draft, vocabulary, known, found))
    else found.push({ reading, figureIds: matchValue(reading, view, draft, vocabulary, known, found), isChange: false })
  }
  return withoutRepeats(found)
}

const indexFor = ({ mention }: Reading, { byUnit, bySaid }: Vocabulary): Index | undefined =>
  mention.said === null ? byUnit.get(mention.base) : bySaid.get(mention.said)

/** The figures that a view speaks for, best first; of equals the first in figures.csv's order. */
const ranked = (
  index: Index | undefined,
  view: View,
  follows: string,
  isMeant: (figure: ReadFigure) => boolean,
): readonly Candidate[] => {
  const figures = new Set<ReadFigure>()
  if (index)
    for (const term of view.terms())
      if (view.near(term) >= ownLeast) for (const figure of index.get(term) ?? []) figures.add(figure)
  const found: Candidate[] = []
  for (const figure of figures) {
    const candidate = isMeant(figure) ? candidateOf(figure, view, follows) : null
    if (candidate) found.push(candidate)
  }
  return found.length > 1 ? found.toSorted((a, b) => b.score - a.score || a.order - b.order) : found
}

const behind = ({ text }: Draft, { mention }: Reading): string => text.slice(mention.end, mention.end + follow)

const matchValue = (
  reading: Reading,
  view: View,
  draft: Draft,
  vocabulary: Vocabulary,
  { has }: Known,
  before: readonly Matched[],
): readonly string[] => {
  const { mention, aside } = reading
  const isPlanned = aside.is === 'planned' || mention.said === 'recurring'
  const isMeant = (figure: ReadFigure): boolean => figure.isPlan === isPlanned
  const [first, ...rest] = ranked(indexFor(reading, vocabulary), view, behind(draft, reading), isMeant)
  if (!first || !has(first.id) || isPartOf(first.id, reading, draft, before)) return []
  // 均经审核和讨论 speaks of both, and so does a list of rates: 合法率、备案率均达100%.
  const others =
    mention.base === '%' ? listed(first, rest, reading, draft) : mention.said === 'all' ? joined(first, rest) : []
  const meant = [first, ...others].filter(({ id }) => has(id))
  return meant.toSorted((a, b) => a.order - b.order).map(({ id }) => id)
}

/** Of 执法人员9名，其中持证8名 the second is a part of the first, and isn't said to be all of it. */
const isPartOf = (id: string, { mention, place }: Reading, { text }: Draft, before: readonly Matched[]): boolean => {
  const last = before[before.length - 1]
  if (!last?.figureIds.includes(id) || last.reading.place.spot.sentence !== place.spot.sentence) return false
  return text.slice(last.reading.mention.end, mention.start).includes('其中')
}

/** Rates of a list that ends in one number: each by a word of its own, followed by 、 or 和. */
const listed = (
  first: Candidate,
  rest: readonly Candidate[],
  { mention }: Reading,
  { text }: Draft,
): readonly Candidate[] => {
  const rateEnd = ({ words }: Candidate): number | undefined =>
    words.find(({ end }) => end <= mention.start && text[end - 1] === '率')?.end
  const last = rateEnd(first)
  if (last === undefined) return []
  const taken = new Set([last])
  return rest.filter((one) => {
    const end = rateEnd(one)
    if (end === undefined || taken.has(end) || !/[、和及与]/.test(text[Math.min(end, last)] ?? '')) return false
    taken.add(end)
    return true
  })
}

/** Of one 均 those that speak of the same thing (its first word), about as well. */
const joined = (first: Candidate, rest: readonly Candidate[]): readonly Candidate[] =>
  rest.filter(({ words, score }) => words[0]?.start === first.words[0]?.start && score > first.score * 0.8)

const matchChange = (
  reading: Reading,
  view: View,
  draft: Draft,
  vocabulary: Vocabulary,
  { has, isRate }: Known,
  before: readonly Matched[],
): Matched => {
  const points = isPoints(reading.mention.base)
  const fits = (id: string): boolean => has(id) && isRate(id) === points
  const index = points ? vocabulary.byUnit.get('%') : vocabulary.anyUnit
  const [own] = ranked(index, view, behind(draft, reading), ({ id }) => fits(id))
  const id = own?.id ?? lastSpokenOf(reading, before, fits)
  return { reading, figureIds: id === undefined ? [] : [id], isChange: true }
}

/** Of 化解率84.6%(同比提升12个百分点) the change is that of what was said just before. */
const lastSpokenOf = (
  { place }: Reading,
  before: readonly Matched[],
  fits: (id: string) => boolean,
): string | undefined => {
  for (let at = before.length - 1; at >= Math.max(0, before.length - 3); at -= 1) {
    const one = before[at]
    if (!one || one.reading.place.spot.sentence !== place.spot.sentence) return undefined
    if (one.reading.place.spot.clause < place.spot.clause - 2) return undefined
    const id = one.figureIds.find(fits)
    if (id !== undefined && !one.isChange) return id
  }
  return undefined
}

/** Words say a number only where no number does: 全部履行到位，履行率100% is one statement. */
const withoutRepeats = (found: readonly Matched[]): readonly Matched[] => {
  const key = ({ reading }: Matched, id: string): string => `${reading.place.spot.sentence} ${id}`
  const written = new Set(
    found
      .filter(({ reading }) => reading.mention.said === null)
      .flatMap((one) => one.figureIds.map((id) => key(one, id))),
  )
  return found.map((one) =>
    one.reading.mention.said === null
      ? one
      : { ...one, figureIds: one.figureIds.filter((id) => !written.has(key(one, id))) },
  )
}
