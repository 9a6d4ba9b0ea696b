import type { Spot } from './layout.ts'

/** The least that stands for: in the number's own clause with no number between; in its sentence; in its paragraph. */
export const ownLeast = 0.7
export const sentenceLeast = 0.1

/** Where a number looks for its words. */
export type Place = {
  readonly spot: Spot
  /** A clause of nothing but the number (：130次, 共53次) reads on from the one before. */
  readonly leansBack: boolean
  /** In 甲、乙分别为3次、5件 each number has its own item. */
  readonly range: { readonly start: number; readonly end: number } | null
  /** 无 and the like speak only of what follows. */
  readonly forward: boolean
  /** Whether it is one of the numbers that divide a clause. */
  readonly divides: boolean
  /** The items, divided by 、, that hold a number: their words are that number's. */
  readonly numbered: ReadonlySet<number>
}

const atLeast = (least: number, value: number): number => Math.max(least, value)

/**
 * How near a word stands to a number, from 1 down to 0 (out of reach). Commas, full stops and other numbers between them
 * set it farther away than letters do, and what stands before a number is nearer than what follows later.
 */
export const nearness = (word: Spot, place: Place): number => {
  const { spot } = place
  const isBefore = word.start < spot.start
  if (word.paragraph !== spot.paragraph) return 0
  const clauses = Math.abs(spot.clause - word.clause)
  if (clauses === 0 || (place.leansBack && isBefore && clauses === 1)) return inClause(word, place, isBefore)
  const sentences = Math.abs(spot.sentence - word.sentence)
  const parts = Math.abs(spot.part - word.part)
  if (!isBefore) return parts > 0 || clauses > 3 ? 0 : atLeast(sentenceLeast, 0.44 - 0.08 * clauses)
  if (sentences > 0) return atLeast(0.03, 0.09 - 0.01 * sentences)
  if (parts > 0) return atLeast(0.15, 0.38 - 0.05 * parts - 0.01 * clauses)
  return atLeast(0.3, 0.64 - 0.04 * clauses)
}

const inClause = (word: Spot, place: Place, isBefore: boolean): number => {
  const { spot, range } = place
  if (range) return word.start >= range.start && word.end <= range.end ? 1 : 0.5
  const itself = isBefore || !place.divides ? 0 : 1
  const numbers = Math.abs(spot.number - word.number) - itself
  if (numbers > 0 || (word.item !== spot.item && place.numbered.has(word.item)))
    return atLeast(0.4, 0.62 - 0.06 * Math.max(1, numbers))
  if (place.forward && isBefore) return 0.5
  const items = Math.min(3, Math.abs(spot.item - word.item))
  const letters = isBefore ? spot.start - word.end : word.start - spot.end
  return 1 - 0.06 * items - Math.min(0.1, Math.max(0, letters) / 400)
}
