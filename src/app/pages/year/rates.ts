import type { Receipt } from '../../sync/answers.ts'

export type RateYear = {
  /** The rate from January to the end of each month, null before there is one and after today. */
  readonly cumulative: readonly (number | null)[]
  /** What each month adds above and below the line. */
  readonly counted: readonly number[]
  readonly all: readonly number[]
}

/** A rate through its year from its own receipts: the last point is the year's figure (LOOK.md, Charts). */
export const rateYear = (receipts: readonly Receipt[], year: number, today: string): RateYear => {
  const counted = Array.from({ length: 12 }, () => 0)
  const all = Array.from({ length: 12 }, () => 0)
  for (const { on, counts } of receipts) {
    if (on === null || !on.startsWith(`${year}-`)) continue
    const month = Number(on.slice(5, 7)) - 1
    if (counts !== 'numerator') all[month] = (all[month] ?? 0) + 1
    if (counts !== 'denominator') counted[month] = (counted[month] ?? 0) + 1
  }
  let [above, below] = [0, 0]
  const cumulative = all.map((_, month) => {
    above += counted[month] ?? 0
    below += all[month] ?? 0
    const ahead = `${year}-${String(month + 1).padStart(2, '0')}` > today.slice(0, 7)
    return below === 0 || ahead ? null : (above / below) * 100
  })
  return { cumulative, counted, all }
}
