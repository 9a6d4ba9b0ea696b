import type { Label } from '../../kinds/kind.ts'
import type { Figure } from '../figure.ts'
import { figures } from '../figures.ts'
import { canBeWritten, wayNamed, ways } from './wording.ts'
import type { WayName } from './wording.ts'

/** What a text may say beside figures: whose report it is, and of which year. */
export const factNames = ['township', 'county', 'year'] as const
export type FactName = (typeof factNames)[number]

/** What the facts are called where one is picked. */
export const factLabels: { readonly [name in FactName]: Label } = {
  township: { zh: '乡镇名', en: 'Township' },
  county: { zh: '县名', en: 'County' },
  year: { zh: '年份', en: 'Year' },
}

/** A piece of a section's text: words, or a placeholder of a fact or of figures, written in one way with its own words. */
export type Token =
  | { readonly text: string }
  | { readonly fact: FactName }
  | { readonly figures: readonly string[]; readonly way: WayName; readonly words: readonly string[] }

/** What in a text is no placeholder but looks like one: its place in UTF-16 units, what stands there, what is wrong with it. */
export type PlaceholderProblem = {
  readonly at: number
  readonly length: number
  readonly code: 'unknownPlaceholder'
  readonly name: string
  readonly why: 'name' | 'way' | 'brace'
}

/** A piece as it was read: a token, or what can't be one. */
export type Piece = Token | PlaceholderProblem

export const isProblem = (piece: Piece): piece is PlaceholderProblem => 'code' in piece

const byId: ReadonlyMap<string, Figure> = new Map(figures.map((figure) => [figure.id, figure]))

/** The figure of that id; ids are permanent. */
export const figureOf = (id: string): Figure | undefined => byId.get(id)

const isFact = (name: string): name is FactName => factNames.some((one) => one === name)

// An input method in Chinese mode types the full-width ones.
const placeholder = /\{\{([^{}｛｝\n]*)\}\}/y
const braces = /[{}｛｝]+/y

const problem = (at: number, length: number, name: string, why: PlaceholderProblem['why']): PlaceholderProblem => ({
  at,
  length,
  code: 'unknownPlaceholder',
  name,
  why,
})

/** Reads what stands between the braces: `id`, `id:way`, `id,id:each|words|words`, `township`. */
const readInner = (inner: string, at: number): Piece => {
  const refuse = (why: PlaceholderProblem['why']): Piece => problem(at, inner.length + 4, inner.trim(), why)
  const colon = inner.indexOf(':')
  const head = colon < 0 ? inner : inner.slice(0, colon)
  const names = head.split(',').map((name) => name.trim())
  const [first = ''] = names
  if (colon < 0 && names.length === 1 && isFact(first)) return { fact: first }
  const wanted = names.map(figureOf)
  const known = wanted.flatMap((figure) => figure ?? [])
  if (known.length < wanted.length) return refuse('name')
  const [spelt = 'exact', ...words] = colon < 0 ? [] : inner.slice(colon + 1).split('|')
  const way = wayNamed(spelt.trim())
  if (!way || !canBeWritten(known, way, words.length)) return refuse('way')
  return { figures: names, way, words }
}

/** A section's text in pieces, in order; words beside each other are one piece. */
export const readPieces = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let [from, at] = [0, 0]
  const take = (piece: Piece, length: number): void => {
    if (from < at) pieces.push({ text: text.slice(from, at) })
    pieces.push(piece)
    at += length
    from = at
  }
  while (at < text.length) {
    placeholder.lastIndex = at
    const whole = placeholder.exec(text)
    braces.lastIndex = at
    const [stray = ''] = whole ? [] : (braces.exec(text) ?? [])
    if (whole) take(readInner(whole[1] ?? '', at), whole[0].length)
    else if (stray !== '') {
      // The last two of many may begin a placeholder of their own.
      const length = stray.length > 2 && stray.endsWith('{{') ? stray.length - 2 : stray.length
      take(problem(at, length, stray.slice(0, length), 'brace'), length)
    } else at += 1
  }
  if (from < at) pieces.push({ text: text.slice(from) })
  return pieces
}

/** A text read: its tokens, or everything in it that is no placeholder. */
export type Parsed =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly problems: readonly PlaceholderProblem[] }

/** Reads a section's text: every brace belongs to a placeholder that Gridbook knows, or the text is refused. */
export const parseParagraph = (text: string): Parsed => {
  const pieces = readPieces(text)
  const problems = pieces.filter(isProblem)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, tokens: pieces.flatMap((piece) => (isProblem(piece) ? [] : [piece])) }
}

/** The text that reads as these tokens. */
export const printTokens = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if ('text' in token) return token.text
      if ('fact' in token) return `{{${token.fact}}}`
      const { figures: names, way, words } = token
      const rest = [...(way === 'exact' ? [] : [way]), ...words].join('|')
      return `{{${names.join(',')}${rest === '' ? '' : `:${rest}`}}}`
    })
    .join('')

/** The one figure that an unknown name may have meant: by its label, or by a part of its id. */
const meant = (name: string): Figure | undefined => {
  const [head = ''] = name.split(/[:,]/)
  const near = figures.filter(
    ({ id, label }) => label.zh === head || (head.length > 3 && (id.includes(head) || head.includes(id))),
  )
  return near.length === 1 ? near[0] : undefined
}

/** What is wrong with a piece and what to do, in both languages. */
export const problemText = ({ name, why }: PlaceholderProblem): Label => {
  if (why === 'brace')
    return {
      zh: `多出花括号“${name}”。删掉它，数字从指标列表里选。`,
      en: `A stray brace “${name}”. Delete it, and pick numbers from the list of figures.`,
    }
  const [ids = '', spelt = ''] = name.split(':')
  if (why === 'way') {
    const figure = figureOf((ids.split(',')[0] ?? '').trim())
    const can = (Object.keys(ways) as WayName[]).filter((way) => figure && canBeWritten([figure], way, 0))
    return {
      zh: `“${figure?.label.zh ?? ids}”不能写成“${spelt}”。可用：${can.join('、')}。`,
      en: `“${figure?.label.en ?? ids}” can’t be written as “${spelt}”. It can as: ${can.join(', ')}.`,
    }
  }
  const figure = meant(name)
  if (figure && figure.label.zh === name)
    return {
      zh: `“${name}”不能直接打字，从指标列表里选（代号 ${figure.id}）。`,
      en: `“${figure.label.en}” can’t be typed by its name: pick it from the list (${figure.id}).`,
    }
  return {
    zh: `没有“${name}”这个指标。${figure ? `是不是“${figure.label.zh}”（${figure.id}）？` : ''}从指标列表里选，或删掉这处占位。`,
    en: `“${name}” names no figure. ${figure ? `Did you mean “${figure.label.en}” (${figure.id})? ` : ''}Pick one from the list, or delete the placeholder.`,
  }
}
