/** Shorter lines are never wrapped ones: list items, titles, cells. */
const leastWidth = 15
/** Wrapped lines are about as wide as their neighbours: punctuation moves, half-width characters differ. */
const ragged = 3

const ends = /[。；;：:！!？?]\s*$/
/** What begins a paragraph of its own: 一、 (一) 第一章 1. 一是 */
const begins =
  /^\s*(?:[一二三四五六七八九十]+[、是]|[(（][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十\d]+[章节部]|\d+[.、．](?!\d))/

const widthOf = (line: string): number => {
  let width = 0
  for (let at = 0; at < line.length; at += 1) width += line.charCodeAt(at) < 0x100 ? 0.5 : 1
  return width
}

/**
 * Where a line ends only because the page did, as in text copied from a PDF: the offsets of those newlines. A line that
 * ends with a full stop, is short, or has much longer neighbours ends by itself.
 */
export const wrappedEnds = (draft: string): ReadonlySet<number> => {
  const lines = draft.split('\n')
  const widths = lines.map(widthOf)
  const found = new Set<number>()
  let end = -1
  for (const [index, line] of lines.entries()) {
    end += line.length + 1
    const next = lines[index + 1]
    const width = widths[index] ?? 0
    if (next === undefined || width < leastWidth || next.trim() === '' || ends.test(line) || begins.test(next)) continue
    if (width + ragged >= Math.max(widths[index - 1] ?? 0, widths[index + 1] ?? 0)) found.add(end)
  }
  return found
}
