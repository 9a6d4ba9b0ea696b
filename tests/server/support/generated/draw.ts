import fc from 'fast-check'

/** Where everything of a generated year comes from: one seed, one year. */
export type Draw = {
  /** Both ends inclusive. */
  readonly int: (least: number, most: number) => number
  readonly chance: (percent: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** Different ones, in any order; as many as there are, where there are fewer. */
  readonly some: <T>(list: readonly T[], least: number, most: number) => readonly T[]
}

export function drawFrom(seed: number): Draw {
  const [value] = fc.sample(fc.gen(), { seed, numRuns: 1, unbiased: true })
  if (!value) throw new Error('fast-check gave nothing')
  const int = (least: number, most: number): number => value(fc.integer, { min: least, max: most })
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick: (list) => {
      const one = list[int(0, list.length - 1)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    some: (list, least, most) => {
      const left = [...list]
      const wanted = Math.min(int(least, most), left.length)
      return Array.from({ length: wanted }, () => left.splice(int(0, left.length - 1), 1)).flat()
    },
  }
}
