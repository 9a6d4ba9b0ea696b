import { type Aside, asideOf } from './aside.ts'
import { leansBack, rangesIn } from './clauses.ts'
import { type Heading, headingsOf, type Spot, spotsOf } from './layout.ts'
import type { Mention, Said } from './mention.ts'
import { mentionsIn } from './mentions.ts'
import type { Place } from './nearness.ts'
import { reportYearOf } from './report-year.ts'
import { apartFrom, saidIn } from './said.ts'
import { type Occurrence, occurrencesIn } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word of the vocabulary at its place. */
export type Word = { readonly term: number; readonly spot: Spot }

/** A number of the draft with all that its words can be looked for by. */
export type Reading = {
  readonly mention: Mention
  readonly aside: Aside
  readonly place: Place
  /** The headings above it, outermost first. */
  readonly headings: readonly Heading[]
}

/** A draft read: its numbers and the vocabulary's words, both in order. */
export type Draft = { readonly text: string; readonly readings: readonly Reading[]; readonly words: readonly Word[] }

type Above = { readonly headings: readonly Heading[]; readonly inPlans: boolean }

const plans = /下步|下一步|打算|工作计划|工作安排|工作思路|明年|来年|努力方向|今后/

/** The headings above a paragraph, asked for in order: the last of each level, the second within the first. */
const headingsAbove = (text: string): ((paragraph: number) => Above) => {
  const headings = headingsOf(text)
  let at = 0
  let above: Above = { headings: [], inPlans: false }
  return (paragraph) => {
    for (; (headings[at]?.paragraph ?? Infinity) <= paragraph; at += 1) {
      const next = headings[at]
      if (!next) continue
      const list = [...above.headings.filter((one) => one.level < next.level), next]
      above = { headings: list, inPlans: list.some((one) => plans.test(text.slice(one.start, one.end))) }
    }
    return above
  }
}

type Told = { readonly mention: Mention; readonly aside: Aside; readonly above: Above }

/** The numbers of a text, written or said in a word, with what each is apart from its words. */
const toldIn = (text: string, isWanted: (said: Said, at: number) => boolean): readonly Told[] => {
  const year = reportYearOf(text)
  const aboveOf = headingsAbove(text)
  const tellings = saidIn(text, isWanted)
  const written = apartFrom(mentionsIn(text), tellings)
  const all = [...written, ...tellings.map((one) => one.mention)].toSorted((a, b) => a.start - b.start)
  const told: Told[] = []
  for (const spot of spotsOf(text, all, written)) {
    const mention = all[told.length]
    if (!mention) break
    const above = aboveOf(spot.paragraph)
    told.push({ mention, above, aside: asideOf(text, mention, spot, { year, inPlans: above.inPlans }) })
  }
  return told
}

/** What another year's report said divides nothing: 化解率由72.7%提升至84.6% is one statement. */
const divides = ({ mention, aside }: Told): boolean => mention.said === null && aside.is !== 'otherYear'

/** The 均 that have a number behind them in their clause: 均达100% says it with its digits, not with 均. */
const aheadOfNumber = (told: readonly Told[], spots: readonly Spot[]): ReadonlySet<Told> => {
  const found = new Set<Told>()
  let clause = -1
  for (let n = told.length - 1; n >= 0; n -= 1) {
    const [one, spot] = [told[n], spots[n]]
    if (!one || !spot) continue
    if (one.mention.said === 'all' && spot.clause === clause) found.add(one)
    if (divides(one)) clause = spot.clause
  }
  return found
}

/** As far as a word that says a number can stand from those that it needs. */
const reach = 120

/** Whether a word such as 无 has a word near it that a figure which it can say needs: most haven't, and are passed over. */
const hasWordsNear = (
  occurrences: readonly Occurrence[],
  bySaid: Vocabulary['bySaid'],
): ((said: Said, at: number) => boolean) => {
  const places = new Map([...bySaid].map(([said, index]) => [said, occurrences.filter(({ term }) => index.has(term))]))
  const next = new Map<Said, number>()
  return (said, at) => {
    const list = places.get(said) ?? []
    let n = next.get(said) ?? 0
    while (n < list.length && (list[n]?.start ?? 0) < at - reach) n += 1
    next.set(said, n)
    return (list[n]?.start ?? Infinity) <= at + reach
  }
}

/** Reads a compact text: a pass for its numbers, a pass for its words. */
export const readDraft = (text: string, { terms, bySaid }: Vocabulary): Draft => {
  const occurrences = occurrencesIn(text, terms)
  const told = toldIn(text, hasWordsNear(occurrences, bySaid))
  const numbers = told.filter(divides).map(({ mention }) => mention)
  const spots = [
    ...spotsOf(
      text,
      told.map(({ mention }) => mention),
      numbers,
    ),
  ]
  const numbered = new Set<number>()
  for (const [n, one] of told.entries()) if (divides(one)) numbered.add(spots[n]?.item ?? -1)
  const ranges = rangesIn(text, numbers)
  const ahead = aheadOfNumber(told, spots)
  const readings: Reading[] = []
  for (const [n, one] of told.entries()) {
    const spot = spots[n]
    if (!spot || ahead.has(one)) continue
    const { mention, aside, above } = one
    const place: Place = {
      spot,
      leansBack: mention.said === null && leansBack(text, mention, spot),
      range: ranges.get(mention) ?? null,
      forward: mention.said === 'none',
      divides: divides(one),
      numbered,
    }
    readings.push({ mention, aside, place, headings: above.headings })
  }
  return { text, readings, words: wordsIn(text, occurrences, numbers) }
}

const wordsIn = (text: string, occurrences: readonly Occurrence[], numbers: readonly Mention[]): readonly Word[] => {
  const words: Word[] = []
  for (const spot of spotsOf(text, occurrences, numbers))
    words.push({ term: occurrences[words.length]?.term ?? -1, spot })
  return words
}
