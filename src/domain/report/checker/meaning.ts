import { ownLeast, sentenceLeast } from './nearness.ts'
import type { Group, ReadFigure, ReadWay } from './vocabulary.ts'
import type { Seen, View } from './view.ts'

/** A figure that a number may be of, how well its words speak for it, and those of them that stand in its clause. */
export type Candidate = Told & { readonly id: string; readonly order: number }

type Told = { readonly score: number; readonly words: readonly Seen[] }

/** Among equals the longer word is meant: what a word tells grows with its length. */
const weight = (length: number): number => 10 + length

/** What the word of a group that tells most tells, and which it is: nothing where none is in reach. */
const best = (group: Group, view: View, least: number): { readonly tells: number; readonly term: number } => {
  let [tells, best] = [0, -1]
  for (const { term, length } of group) {
    const near = view.near(term)
    if (near < least || weight(length) * near <= tells) continue
    tells = weight(length) * near
    best = term
  }
  return { tells, term: best }
}

const stands = (group: Group, view: View, least: number): boolean => {
  for (const { term } of group) if (view.near(term) >= least) return true
  return false
}

const everyStands = (groups: readonly Group[], view: View, least: number): boolean => {
  for (const group of groups) if (!stands(group, view, least)) return false
  return true
}

const fits = (way: ReadWay, view: View, follows: string): boolean =>
  everyStands(way.own, view, ownLeast) &&
  everyStands(way.around, view, sentenceLeast) &&
  everyStands(way.field, view, Number.MIN_VALUE) &&
  !stands(way.not, view, ownLeast) &&
  !stands(way.notAround, view, sentenceLeast) &&
  (way.next === null || way.next.some((word) => follows.startsWith(word)))

const scoreOf = (way: ReadWay, view: View): Told => {
  let score = 0
  const words: Seen[] = []
  for (const group of way.own) {
    const { tells, term } = best(group, view, ownLeast)
    score += tells
    words.push(view.seen(term))
  }
  for (const group of way.around) score += best(group, view, sentenceLeast).tells
  // Headings and far sentences only break ties.
  for (const group of way.field) score += best(group, view, Number.MIN_VALUE).tells / 4
  for (const { term } of way.may) score += 2 * view.near(term)
  return { score, words }
}

/**
 * How well a view speaks for a figure; `follows` is what stands behind the number; null where it doesn't. The words are
 * those of every way that fits, of the best one first.
 */
export const candidateOf = (figure: ReadFigure, view: View, follows: string): Candidate | null => {
  const told: Told[] = []
  for (const way of figure.ways) if (fits(way, view, follows)) told.push(scoreOf(way, view))
  if (told.length > 1) told.sort((a, b) => b.score - a.score)
  const [first] = told
  return first
    ? { id: figure.id, order: figure.order, score: first.score, words: told.flatMap(({ words }) => words) }
    : null
}
