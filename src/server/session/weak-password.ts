import { commonStems, runs } from './common-passwords.ts'

const leastLength = 12
/** So many characters must be the owner's own; a Chinese one is worth two. */
const leastOwn = 5

/** Digits and signs that stand for letters; the second reading takes 1 for l. */
const readings: readonly { readonly [sign: string]: string }[] = [
  {},
  { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'i' },
  { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'l' },
]

const lowered = (text: string): readonly string[] => [...text.normalize('NFKC').toLowerCase()]

/** A township is also called without what it is. */
const withShorter = (name: string): readonly string[] => [name, name.replace(/(?:镇|乡|街道|办事处)$/u, '')]

/** The text once, where it is the same over and over. */
function withoutRepeats(text: readonly string[]): readonly string[] {
  for (let unit = 1; unit <= text.length / 2; unit++) {
    if (text.every((character, at) => character === text[at % unit])) return text.slice(0, unit)
  }
  return text
}

/** Covers every place where one of the words stands. */
function coverWords(covered: boolean[], text: readonly string[], words: readonly string[]): void {
  const whole = text.join('')
  for (const word of words) {
    const length = [...word].length
    if (length < 2) continue
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
      const first = Array.from(whole.slice(0, at)).length
      covered.fill(true, first, first + length)
    }
  }
}

/** Which way a character follows another on a row of keys: 1 or -1, 0 where it is the same, null where it doesn't. */
function stepBetween(one: string, next: string): number | null {
  if (one === next) return 0
  if (runs.some((row) => row.includes(one + next))) return 1
  return runs.some((row) => row.includes(next + one)) ? -1 : null
}

/** Covers three or more that follow each other on a row of keys, one way, or are the same. */
function coverRuns(covered: boolean[], text: readonly string[]): void {
  const steps = text.map((character, at) => (at === 0 ? null : stepBetween(text[at - 1] ?? '', character)))
  for (let at = 2; at < steps.length; at++) {
    if (steps[at] !== null && steps[at] === steps[at - 1]) covered.fill(true, at - 2, at + 1)
  }
}

/** How much of a text nobody guesses first: neither common words, names, runs, repeats nor years. */
function ownCharacters(text: readonly string[], names: readonly string[]): number {
  const covered = text.map((character) => /[\s\p{P}]/u.test(character))
  for (const reading of readings) {
    const read = text.map((character) => reading[character] ?? character)
    coverWords(covered, read, [...names, ...commonStems])
  }
  coverRuns(covered, text)
  coverWords(covered, text, text.join('').match(/(?:19|20)\d\d/g) ?? [])
  return text.reduce((sum, character, at) => sum + (covered[at] ? 0 : /\p{Script=Han}/u.test(character) ? 2 : 1), 0)
}

/**
 * What is wrong with a new password: shorter than twelve characters, or easily guessed by whoever knows what people
 * choose and what this one and his township are called. Null: nothing.
 */
export function passwordProblem(password: string, names: readonly string[]): 'weakPassword' | 'commonPassword' | null {
  if ([...password].length < leastLength) return 'weakPassword'
  const known = names.flatMap(withShorter).map((name) => lowered(name.replace(/\s/g, '')).join(''))
  return ownCharacters(withoutRepeats(lowered(password)), known) < leastOwn ? 'commonPassword' : null
}
