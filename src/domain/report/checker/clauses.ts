import type { Spot } from './layout.ts'
import type { Mention } from './mention.ts'
import type { Place } from './nearness.ts'

const breaks = /[,;。:()!?、\n]/
/** What says nothing of what is counted. */
const fillers = /全年|今年|本年度|累计|共计|合计|总计|总数|分别|开展|达到|其中|[共计达为约已了是有等的]/g
const longestFilling = 24

/** Whether the clause of a number holds nothing that could say what it counts, and goes on from another: ：130次, 共53次. */
export const leansBack = (text: string, { start, end }: Mention, { clauseStart }: Spot): boolean => {
  if (start - clauseStart > longestFilling || !/[,:()]/.test(text[clauseStart - 1] ?? '')) return false
  const ahead = text.slice(end, end + longestFilling + 1)
  const behind = breaks.exec(ahead)?.index ?? ahead.length
  return (text.slice(clauseStart, start) + ahead.slice(0, behind)).replace(fillers, '') === ''
}

const respective = /分别(?:为|达到|达|是|有|完成)?$/
const [longestVerb, longestList] = [4, 120]

/** The text of a list that ends in 分别 right before a number, and where it begins; null elsewhere. */
const listBefore = (text: string, start: number): { readonly list: string; readonly from: number } | null => {
  const verb = respective.exec(text.slice(Math.max(0, start - longestVerb), start))
  if (!verb) return null
  const at = start - verb[0].length
  const before = text.slice(Math.max(0, at - longestList), at)
  const broken = Math.max(...[...',;。:()!?\n'].map((one) => before.lastIndexOf(one)))
  const list = before.slice(broken + 1)
  return { list, from: at - list.length }
}

/** 甲、乙分别为3次、5件: the words of each number; nothing for others. */
export const rangesIn = (text: string, numbers: readonly Mention[]): ReadonlyMap<Mention, Place['range']> => {
  const found = new Map<Mention, Place['range']>()
  for (const [at, first] of numbers.entries()) {
    const before = listBefore(text, first.start)
    if (!before) continue
    const items = [...before.list.matchAll(/[^、和及与]+/g)]
    const list = numbers.slice(at, at + items.length)
    const isList = list.every((one, n) => n === 0 || /^[、和及与]$/.test(text.slice(list[n - 1]?.end ?? 0, one.start)))
    if (!isList || list.length !== items.length) continue
    for (const [n, one] of list.entries()) {
      const item = items[n]
      const start = before.from + (item?.index ?? 0)
      if (item) found.set(one, { start, end: start + item[0].length })
    }
  }
  return found
}
