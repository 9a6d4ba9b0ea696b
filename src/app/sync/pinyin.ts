import { shallowRef } from 'vue'

/** What a text sounds like, without gaps: `shipangou`, and its initials: `spg`. */
export type PinyinIndex = { readonly full: string; readonly initials: string }

export type PinyinOptions = {
  /** It is a person's name: its first characters are read as a surname (曾 zeng, 解 xie, 尉迟 yu chi). */
  readonly surname?: boolean
}

type Readings = readonly string[]
type Table = {
  readonly readings: ReadonlyMap<string, Readings>
  readonly surnames: ReadonlyMap<string, readonly string[]>
}

// What is filtered with it is filtered anew once it is there.
const table = shallowRef<Table | null>(null)
let loading: Promise<void> | null = null

/** The characters of GB2312 in its order, by the engine's own decoder: they need not be shipped. */
function gb2312(): readonly string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    // The last five cells of row 55 are empty.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell)
  }
  return Array.from(new TextDecoder('gb2312').decode(Uint8Array.from(bytes)))
}

const wordOf = (entry: string): [word: string, reading: string] => {
  const word = entry.replace(/[a-z ]+$/, '')
  return [word, entry.slice(word.length)]
}

/** Loads the table of syllables, its own chunk; until it is there only the characters themselves are found. */
export function loadPinyin(): Promise<void> {
  loading ??= import('./pinyin-table.ts').then(
    ({ syllables, codes, further, surnames }) => {
      const names = syllables.split(' ')
      const readings = new Map<string, Readings>(
        gb2312().map((character, at) => [character, [names[codes.charCodeAt(at) - 0x100] ?? '']]),
      )
      for (const [character, others] of further.split(';').map(wordOf)) {
        readings.set(character, [...(readings.get(character) ?? []), ...others.split(' ')])
      }
      const asNames = surnames.split(';').map(wordOf)
      table.value = { readings, surnames: new Map(asNames.map(([word, reading]) => [word, reading.split(' ')])) }
    },
    () => {
      // Offline and not yet cached: the next search tries again.
      loading = null
    },
  )
  return loading
}

/** As it is compared: small letters, half width, without gaps, dots of foreign names and apostrophes. */
const normal = (text: string): readonly string[] =>
  Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s·•‧・.'’-]/g, ''),
  )

/** The readings of each character; one that the table lacks (a rare one, a digit, a letter) reads as itself. */
function readingsOf(characters: readonly string[], { surname }: PinyinOptions): readonly Readings[] {
  const all = characters.map((character) => table.value?.readings.get(character) ?? [character])
  const surnames = table.value?.surnames
  if (!surname || !surnames) return all
  const name = [2, 1].find((length) => surnames.has(characters.slice(0, length).join('')))
  const asName = name === undefined ? [] : (surnames.get(characters.slice(0, name).join('')) ?? [])
  return all.map((readings, at) => (asName[at] === undefined ? readings : [asName[at]]))
}

/** The most usual reading of a text. */
export function pinyinIndex(text: string, options: PinyinOptions = {}): PinyinIndex {
  const first = readingsOf(normal(text), options).map((readings) => readings[0] ?? '')
  return { full: first.join(''), initials: first.map((reading) => Array.from(reading)[0] ?? '').join('') }
}

/** How many letters of the query a reading may take from there: its initial, sh and the like, or all of it. */
function taken(reading: string, query: string, at: number): readonly number[] {
  const lengths: number[] = []
  const rest = query.slice(at)
  if (reading[0] === rest[0]) lengths.push(1)
  if (/^[zcs]h/.test(reading) && rest.startsWith(reading.slice(0, 2))) lengths.push(2)
  // ü is typed v, or u.
  for (const spelt of reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading]) {
    if (rest.startsWith(spelt)) lengths.push(spelt.length)
    // The last syllable may be unfinished.
    else if (spelt.startsWith(rest)) lengths.push(rest.length)
  }
  return lengths
}

/** Whether a query (characters, full pinyin, initials, or a mix of them) stands somewhere in the text. */
export function matches(query: string, text: string, options: PinyinOptions = {}): boolean {
  const wanted = normal(query).join('')
  if (wanted === '') return true
  const characters = normal(text)
  const readings = readingsOf(characters, options)
  const from = (at: number, asked: number): boolean => {
    if (asked >= wanted.length) return true
    const character = characters[at]
    if (character === undefined) return false
    if (wanted.startsWith(character, asked) && from(at + 1, asked + character.length)) return true
    return (readings[at] ?? []).some((reading) =>
      taken(reading, wanted, asked).some((length) => from(at + 1, asked + length)),
    )
  }
  return characters.some((_, at) => from(at, 0))
}
