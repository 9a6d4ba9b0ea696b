import type { Said } from './mention.ts'
import { type Terms, termsOf } from './terms.ts'
import type { FigureWords, SectionWords, Way } from './words/wording.ts'

/** A word by its number, and how much it tells: longer words are more particular. */
export type Word = { readonly term: number; readonly length: number }
export type Group = readonly Word[]

/** A way of speaking with its words looked up. */
export type ReadWay = {
  readonly own: readonly Group[]
  readonly next: readonly string[] | null
  readonly around: readonly Group[]
  readonly field: readonly Group[]
  readonly may: Group
  readonly not: Group
  readonly notAround: Group
}

export type ReadFigure = {
  readonly id: string
  /** Its place in the list of words. */
  readonly order: number
  readonly isPlan: boolean
  readonly ways: readonly ReadWay[]
}

/** Figures by the words (their numbers) of which one must stand in a number's clause for them to be meant at all. */
export type Index = ReadonlyMap<number, readonly ReadFigure[]>

/** The words of all figures, ready to be looked for, and which figures a number can be of, by its unit or its word. */
export type Vocabulary = {
  readonly terms: Terms
  readonly byUnit: ReadonlyMap<string, Index>
  readonly bySaid: ReadonlyMap<Said, Index>
  /** All but the plans, whatever their unit. */
  readonly anyUnit: Index
}

const wordsOf = (way: Way): readonly string[] => [
  ...way.own.flat(),
  ...(way.around ?? []).flat(),
  ...(way.field ?? []).flat(),
  ...(way.may ?? []),
  ...(way.not ?? []),
  ...(way.notAround ?? []),
]

const readFigure = (id: string, order: number, words: FigureWords, terms: Terms): ReadFigure => {
  const group = (list: readonly string[] = []): Group =>
    [...new Set(list)].map((word) => ({ term: terms.numbers.get(word) ?? -1, length: word.length }))
  return {
    id,
    order,
    isPlan: words.plan === true,
    ways: words.ways.map((way) => ({
      own: way.own.map(group),
      next: way.next ?? null,
      around: (way.around ?? []).map(group),
      field: (way.field ?? []).map(group),
      may: group(way.may),
      not: group(way.not),
      notAround: group(way.notAround),
    })),
  }
}

type OpenIndex = Map<number, ReadFigure[]>

const add = (index: OpenIndex, figure: ReadFigure): OpenIndex => {
  const firsts = new Set(figure.ways.flatMap((way) => (way.own[0] ?? []).map(({ term }) => term)))
  for (const term of firsts) index.set(term, [...(index.get(term) ?? []), figure])
  return index
}

/** Looks the words up, once for all drafts. */
export const vocabularyOf = (words: SectionWords): Vocabulary => {
  const entries = Object.entries(words)
  const terms = termsOf(entries.flatMap(([, figure]) => figure.ways.flatMap(wordsOf)))
  const byUnit = new Map<string, OpenIndex>()
  const bySaid = new Map<Said, OpenIndex>()
  const anyUnit: OpenIndex = new Map()
  for (const [order, [id, figure]] of entries.entries()) {
    const read = readFigure(id, order, figure, terms)
    for (const unit of new Set(figure.units)) byUnit.set(unit, add(byUnit.get(unit) ?? new Map(), read))
    for (const said of figure.says ?? []) bySaid.set(said, add(bySaid.get(said) ?? new Map(), read))
    if (!read.isPlan) add(anyUnit, read)
  }
  return { terms, byUnit, bySaid, anyUnit }
}
