import { readNumeral } from './numerals.ts'

/** The year that a report is of: the first that it names, 2025年 or 二〇二五年; null where it names none. */
export const reportYearOf = (text: string): number | null => {
  const year = /(20\d\d|二[〇零][〇零一二三四五六七八九]{2})年/.exec(text.slice(0, 2000))?.[1]
  if (year === undefined) return null
  return /\d/.test(year) ? Number(year) : readNumeral(year)
}
