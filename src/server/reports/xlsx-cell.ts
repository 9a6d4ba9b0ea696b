/**
 * What stands in a cell: a text, which is never read as a number or a formula; a number, plain or in a format of the
 * spreadsheet's own language; or nothing.
 */
export type Cell = string | number | readonly [value: number, format: string] | null

/** One sheet: its rows under a frozen header, the widths of its columns in characters. */
export type Sheet = {
  readonly name: string
  readonly header: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What a spreadsheet takes in a cell, less than its limit of 32,767 so that the note below fits. */
const longest = 32_700
const cutNote = '……（过长，余下见台账）'

/** Own names of every object: the library keeps texts in one and would take such a text for what stands there already. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype))

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * A text as the file keeps it. What XML can't carry, and what would be read as such an escape itself, is escaped the way
 * the format has for it (ECMA-376, ST_Xstring), so that no character is dropped on the way.
 */
export function textCell(text: string): string | null {
  if (text === '') return null
  const whole = text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}${cutNote}` : text
  const plain = whole
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, escaped)
    // oxlint-disable-next-line no-control-regex -- these are what is meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]/g, escaped)
  return inherited.has(plain) ? `${escaped(plain)}${plain.slice(1)}` : plain
}

/** A number that always shows so many decimals; with groups of thousands for money. */
export const fixed = (value: number, decimals: number, grouped = false): Cell => [
  value,
  `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`,
]
