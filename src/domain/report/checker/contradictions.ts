import { shifted } from './decimals.ts'
import type { Entry } from './entry.ts'
import { samePopulation } from './pairs.ts'
import { meet } from './verdicts.ts'

const pairOf = new Map(samePopulation.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))

/** Whether two numbers written can both be true of one thing: equal, or one the other's rounding. */
const fit = (a: Entry, b: Entry): boolean =>
  meet(a.mention, shifted(b.mention.value, b.mention.power)) !== 'disagrees' ||
  meet(b.mention, shifted(a.mention.value, a.mention.power)) !== 'disagrees'

/**
 * Numbers of a draft that speak of one thing and differ, each with the other: two figures that count the same people
 * (pairs.ts), or one figure said twice of which the ledger knows no value. What disagrees with the ledger is that and no
 * more, and contradicts nobody.
 */
export const contradictionsIn = (entries: readonly Entry[]): ReadonlyMap<Entry, Entry> => {
  const found = new Map<Entry, Entry>()
  const firsts = new Map<string, Entry>()
  const standing = entries.filter((one) => one.figureId !== null && one.verdict !== 'disagrees' && !one.isChange)
  for (const entry of standing) {
    const id = entry.figureId ?? ''
    const first = firsts.get(id)
    if (!first) firsts.set(id, entry)
    else if (entry.ledger === null && !fit(first, entry)) {
      found.set(entry, first)
      if (!found.has(first)) found.set(first, entry)
    }
  }
  for (const entry of standing) {
    const other = firsts.get(pairOf.get(entry.figureId ?? '') ?? '')
    if (other && !found.has(entry) && !fit(entry, other)) found.set(entry, other)
  }
  return found
}
