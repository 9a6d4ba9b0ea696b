import { nearness } from './nearness.ts'
import type { Draft, Reading } from './reading.ts'
import { occurrencesIn, type Terms } from './terms.ts'

/** How near a word stands to a number, and where. */
export type Seen = { readonly near: number; readonly start: number; readonly end: number }

/** What a number sees of the vocabulary: of each word, by its number, where it stands nearest. */
export type View = {
  /** 0 where the word is out of reach. */
  readonly near: (term: number) => number
  readonly seen: (term: number) => Seen
  /** The words in reach, in no order. */
  readonly terms: () => readonly number[]
}

/** No farther than this back and ahead, in characters, so that a long text is read in a time that grows with its length. */
const [back, ahead] = [300, 120]
const headingNearness = 0.02

/** The words around each number of a draft, in order. A view is good until the next one is asked for. */
export function* viewsOf(draft: Draft, terms: Terms): Generator<readonly [Reading, View]> {
  const { words } = draft
  const headings = new Map<number, ReadonlySet<number>>()
  const near = new Float64Array(terms.numbers.size)
  const start = new Uint32Array(near.length)
  const end = new Uint32Array(near.length)
  let touched: number[] = []
  const see = (term: number, value: number, from: number, to: number): void => {
    if (value <= (near[term] ?? 0)) return
    if (near[term] === 0) touched.push(term)
    near[term] = value
    start[term] = from
    end[term] = to
  }
  const view: View = {
    near: (term) => near[term] ?? 0,
    terms: () => touched,
    seen: (term) => ({ near: near[term] ?? 0, start: start[term] ?? 0, end: end[term] ?? 0 }),
  }
  let first = 0
  for (const reading of draft.readings) {
    for (const term of touched) near[term] = 0
    touched = []
    const { mention, place } = reading
    while (first < words.length && (words[first]?.spot.start ?? 0) < mention.start - back) first += 1
    for (let at = first; at < words.length; at += 1) {
      const word = words[at]
      if (!word || word.spot.start > mention.end + ahead) break
      see(word.term, nearness(word.spot, place), word.spot.start, word.spot.end)
    }
    for (const heading of reading.headings) {
      const held = headings.get(heading.start) ?? termsIn(draft.text.slice(heading.start, heading.end), terms)
      headings.set(heading.start, held)
      for (const term of held) see(term, headingNearness, heading.start, heading.end)
    }
    yield [reading, view]
  }
}

const termsIn = (text: string, terms: Terms): ReadonlySet<number> =>
  new Set(occurrencesIn(text, terms).map(({ term }) => term))
