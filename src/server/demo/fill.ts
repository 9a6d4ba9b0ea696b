import type { Random } from './random.ts'

/** A text with its choices drawn: `[a/b]` becomes one of them. */
export const drawn = (random: Random, text: string): string =>
  text.replace(/\[([^\]]+)\]/g, (_, choices: string) => random.pick(choices.split('/')))

/** A text with its names put in: `{A}`, `{part}`, `{village}`. */
export const named = (text: string, names: { readonly [name: string]: string }): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)

/** So many things laid over so many places: at most `most` in one, all of them laid. */
export const spread = (random: Random, places: number, things: number, most: number): number[] => {
  const counts = Array.from({ length: places }, () => 0)
  // Seven places in ten have something; the rest stay clear as long as there is room.
  const open = random
    .shuffle(counts.map((_, index) => index))
    .slice(0, Math.max(Math.ceil(places * 0.7), Math.ceil(things / most)))
  for (let laid = 0; laid < things;) {
    const place = random.pick(open)
    if ((counts[place] ?? most) >= most) continue
    counts[place] = (counts[place] ?? 0) + 1
    laid += 1
  }
  return counts
}
