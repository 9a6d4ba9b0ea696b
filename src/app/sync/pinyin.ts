/** What a text sounds like: `shi pan gou` without the gaps, and its initials `spg`. */
export type PinyinIndex = { readonly full: string; readonly initials: string }

/** Loads the table of syllables (its own chunk); before that only the characters themselves are searched. */
export async function loadPinyin(): Promise<void> {}

/** The readings of a text; `surname`: its first character is a surname and read as one (曾, 沈, 解). */
export function pinyinIndex(text: string, _options: { readonly surname?: boolean } = {}): PinyinIndex {
  return { full: text.toLowerCase(), initials: text.toLowerCase() }
}

/** Whether a query (characters, full pinyin, initials, or a mix) finds the text. */
export function matches(query: string, text: string, _options: { readonly surname?: boolean } = {}): boolean {
  return text.toLowerCase().includes(query.trim().toLowerCase())
}
