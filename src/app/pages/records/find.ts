/** Whether a text is meant by what was typed: characters, pinyin or initials (sync/pinyin.ts). */
export type Matches = (query: string, text: string) => boolean

/** A search over many rows with few different texts: each text is asked once a query. */
export const searcher = (matches: Matches, query: string) => {
  const wanted = query.trim()
  const known = new Map<string, boolean>()
  const parts = new Map<string, readonly [string, string, string] | null>()
  const holds = (text: string): boolean => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = text !== '' && matches(wanted, text)
      known.set(text, answer)
    }
    return answer
  }
  /** The shortest run of characters that was meant: before, it, after; null where the text isn't. */
  const marked = (text: string): readonly [string, string, string] | null => {
    const before = parts.get(text)
    if (before !== undefined) return before
    let best: readonly [string, string, string] | null = null
    if (wanted !== '' && holds(text)) {
      const characters = Array.from(text)
      const longest = Math.min(characters.length, wanted.length)
      for (let length = 1; length <= longest && !best; length += 1) {
        for (let at = 0; at + length <= characters.length && !best; at += 1) {
          const run = characters.slice(at, at + length).join('')
          if (matches(wanted, run))
            best = [characters.slice(0, at).join(''), run, characters.slice(at + length).join('')]
        }
      }
    }
    parts.set(text, best)
    return best
  }
  return { query: wanted, holds, marked }
}

export type Searcher = ReturnType<typeof searcher>

/** Rows by their month, in the order given. */
export const byMonth = <Row>(
  rows: readonly Row[],
  dateOf: (row: Row) => string,
): readonly { readonly month: string; readonly rows: readonly Row[] }[] => {
  const groups: { month: string; rows: Row[] }[] = []
  for (const row of rows) {
    const month = dateOf(row).slice(0, 7)
    const last = groups[groups.length - 1]
    if (last?.month === month) last.rows.push(row)
    else groups.push({ month, rows: [row] })
  }
  return groups
}
