import { decimal, type Decimal } from './decimals.ts'
import type { Mention, Said } from './mention.ts'
import { numeralCharacters, readChinese } from './numerals.ts'

/** Words that say a number, and what they say; what isn't one of them in a longer word is kept apart by its neighbours. */
const shape = new RegExp(
  '(?<none>未发生|未出现|未发现|未收到|未接到|没有发生|没有出现|没有|零(?=投诉|复议|诉讼|信访|上访|纠纷|事故)|(?<!并|绝|从|毫)无)' +
    '|(?<all>(?<!平|人|年|户|村|日|月|季)均(?!衡|等|价|分|匀|值|量)|全部|全都|(?<!首|成)都(?!市))' +
    `|(?<ones>[${numeralCharacters}\\d]{1,3})个一(?![个项次点般])` +
    '|(?<recurring>(?:每个?|按|逐)(?:半年|季度?|月|周))',
  'g',
)

const kinds: readonly Said[] = ['none', 'all', 'ones', 'recurring']
const aYear: readonly (readonly [string, string])[] = [
  ['半年', '2'],
  ['季', '4'],
  ['月', '12'],
  ['周', '52'],
]

const valueOf = (said: Said, word: string): Decimal | null => {
  if (said === 'none') return decimal('0')
  if (said === 'all') return decimal('100')
  if (said === 'ones') return onesValue(word)
  const often = aYear.find(([each]) => word.includes(each))
  return often ? decimal(often[1]) : null
}

/** 五个一, 5个一: how many ones. */
const onesValue = (word: string): Decimal | null => {
  const written = word.slice(0, -2)
  return /^\d+$/.test(written) ? decimal(written) : readChinese(written)
}

/** How often each time: 每月召开2次 is 24, 每月召开一次 says no more than 每月. */
const eachTime = new RegExp(
  `^[^,;。:、()\\n\\d${numeralCharacters}]{0,6}(?<count>\\d{1,2}|[${numeralCharacters}]{1,3})次`,
)

/** A word that says a number; `until`: where what belongs to it ends, so that no number in it is one of its own. */
export type Telling = { readonly mention: Mention; readonly until: number }

const recurring = (text: string, start: number, end: number, value: Decimal): Telling => {
  const shared = { start, power: 0, about: 'exact', said: 'recurring', sure: false } as const
  const more = eachTime.exec(text.slice(end, end + 12))
  const written = more?.groups?.['count'] ?? ''
  const count = /^\d+$/.test(written) ? decimal(written) : readChinese(written)
  const until = end + (more?.[0].length ?? 0)
  if (!count || count.digits === 1n) return { mention: { ...shared, end, value, unit: '', base: '' }, until }
  const digits = value.digits * count.digits
  return { mention: { ...shared, end: until, value: { ...value, digits }, unit: '次', base: '次' }, until }
}

/**
 * The words of a compact text that say a number, in order, as far as `isWanted` at their place; whether one is an entry
 * is for the figure that it speaks of.
 */
export const saidIn = (text: string, isWanted: (said: Said, at: number) => boolean): readonly Telling[] => {
  const found: Telling[] = []
  for (const match of text.matchAll(shape)) {
    const said = kinds.find((kind) => match.groups?.[kind] !== undefined)
    if (said === undefined || !isWanted(said, match.index)) continue
    const value = valueOf(said, match[0])
    if (value === null) continue
    const start = match.index
    const end = start + match[0].length
    if (said === 'recurring') found.push(recurring(text, start, end, value))
    else {
      const mention: Mention = { start, end, value, unit: '', base: '', power: 0, about: 'exact', said, sure: false }
      found.push({ mention, until: said === 'ones' ? end : start })
    }
  }
  return found
}

/** The numbers that are no part of what a word says: of 五个一 the 五个 isn't, of 每月一次 the 一次. */
export const apartFrom = (numbers: readonly Mention[], tellings: readonly Telling[]): readonly Mention[] => {
  const within = new Set<number>()
  for (const { mention, until } of tellings) for (let at = mention.start; at < until; at += 1) within.add(at)
  return numbers.filter(({ start }) => !within.has(start))
}
