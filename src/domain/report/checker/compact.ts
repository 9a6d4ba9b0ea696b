import { wrappedEnds } from './wrapped.ts'

/** A text as the checker reads it: half-width, without spaces and quotes, each character with its place in the original. */
export type Compact = {
  readonly text: string
  /** The original's UTF-16 offset of each character; one more for the end. */
  readonly at: Uint32Array
}

const newline = 10
const [zero, nine] = [48, 57]
/** ' " and the quotes of Chinese and Japanese, which say nothing about a number. */
const quotes = new Set([...'\'"‘’“”「」『』《》〈〉＂＇'].map((one) => one.charCodeAt(0)))
const spaces = new Set([9, 12, 13, 32, 0xa0, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0x3000, 0xfeff])

const isSpace = (code: number): boolean => spaces.has(code) || (code >= 0x2000 && code <= 0x200a)
const isDigit = (code: number): boolean => code >= zero && code <= nine

/** Full-width ASCII becomes half-width, a true minus a hyphen; every kind of line end becomes one. */
const plain = (code: number): number => {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  if (code === 0x2212) return 0x2d
  if (code === 0x0b || code === 0x2028 || code === 0x2029) return newline
  return code
}

/** Reads a draft; an offset of the result becomes one of the draft by `at`. */
export const compact = (draft: string): Compact => {
  const codes = new Uint16Array(draft.length)
  const places = new Uint32Array(draft.length + 1)
  const wrapped = wrappedEnds(draft)
  let length = 0
  let gap = false
  for (let at = 0; at < draft.length; at += 1) {
    const code = plain(draft.charCodeAt(at))
    if (quotes.has(code) || (code === newline && wrapped.has(at))) continue
    if (isSpace(code)) {
      gap = true
      continue
    }
    // Two numbers side by side don't become one.
    if (gap && isDigit(code) && length > 0 && isDigit(codes[length - 1] ?? 0)) {
      codes[length] = 32
      places[length] = at
      length += 1
    }
    gap = false
    codes[length] = code
    places[length] = at
    length += 1
  }
  places[length] = draft.length
  return { text: decoded(codes.subarray(0, length)), at: places.subarray(0, length + 1) }
}

const decoded = (codes: Uint16Array): string => {
  const parts: string[] = []
  for (let from = 0; from < codes.length; from += 8192)
    parts.push(String.fromCharCode(...codes.subarray(from, from + 8192)))
  return parts.join('')
}
