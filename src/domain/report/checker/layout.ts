/** Where something stands: how many of each kind of break lie before it. */
export type Spot = {
  readonly start: number
  readonly end: number
  /** Divided by 、 too. */
  readonly item: number
  /** Divided by commas, colons, brackets. */
  readonly clause: number
  /** Divided by semicolons. */
  readonly part: number
  readonly sentence: number
  readonly paragraph: number
  /** Numbers that begin before it. */
  readonly number: number
  /** Where its clause and its sentence begin. */
  readonly clauseStart: number
  readonly sentenceStart: number
}

/** A heading: its level (一、 is 1, (一) is 2) and where its paragraph lies. */
export type Heading = {
  readonly level: 1 | 2
  readonly start: number
  readonly end: number
  readonly paragraph: number
}

type Span = { readonly start: number; readonly end: number }

/** What breaks a text, weakest first, by the character's code: a table is the fastest way through a megabyte. */
const breakLevels = new Uint8Array(0x10000)
for (const [index, characters] of ['、', ',:()[]|', ';', '。!?', '\n'].entries())
  for (const character of characters) breakLevels[character.charCodeAt(0)] = index + 1

/**
 * Gives each span its place among the breaks of a compact text. `spans` are in order of their starts; `numbers`, in order
 * too, are the mentions that divide: a comma inside one is none of a clause.
 */
export function* spotsOf(text: string, spans: Iterable<Span>, numbers: readonly Span[]): Generator<Spot> {
  let [item, clause, part, sentence, paragraph, number] = [0, 0, 0, 0, 0, 0]
  let [at, clauseStart, sentenceStart] = [0, 0, 0]
  let [nextNumber, insideUntil] = [numbers[0]?.start ?? Infinity, 0]
  for (const { start, end } of spans) {
    for (; at < start; at += 1) {
      while (at >= nextNumber) {
        insideUntil = numbers[number]?.end ?? 0
        number += 1
        nextNumber = numbers[number]?.start ?? Infinity
      }
      const level = breakLevels[text.charCodeAt(at)] ?? 0
      if (level === 0 || at < insideUntil) continue
      item += 1
      if (level < 2) continue
      clause += 1
      clauseStart = at + 1
      if (level >= 3) part += 1
      if (level < 4) continue
      sentence += 1
      sentenceStart = at + 1
      if (level >= 5) paragraph += 1
    }
    yield { start, end, item, clause, part, sentence, paragraph, number, clauseStart, sentenceStart }
  }
}

const longestHeading = 60
const levels: readonly (readonly [1 | 2, RegExp])[] = [
  [1, /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十\d]+[部章])/],
  [2, /^(?:[(][一二三四五六七八九十\d]+[)]|\d+[.、](?!\d))/],
]

/** The headings of a compact text, in order. A paragraph that goes on after its heading is none. */
export const headingsOf = (text: string): readonly Heading[] => {
  const found: Heading[] = []
  let start = 0
  let paragraph = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (end - start <= longestHeading) {
      const line = text.slice(start, end)
      const level = levels.find(([, shape]) => shape.test(line))?.[0]
      if (level !== undefined && !/[。;]./.test(line)) found.push({ level, start, end, paragraph })
    }
    start = end + 1
    paragraph += 1
  }
  return found
}
