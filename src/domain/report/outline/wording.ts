import type { Figure, FigureValue } from '../figure.ts'
import type { Label } from '../../kinds/kind.ts'
import { inLargeUnit, numeral, roundedDown, written } from './numbers.ts'

/** What stands where a figure has no value yet: to be seen, never a silent hole. */
export const gap = '（待填）'

/** One or several figures as a placeholder finds them, in its order. */
export type Asked = readonly { readonly figure: Figure; readonly value: FigureValue | undefined }[]

/** What a placeholder prints; null: nothing is to be said, which is no gap. */
export type Said = { readonly text: string; readonly missing?: true } | null

/** A way to write a figure. */
type Way = {
  readonly label: Label
  /** Whether a figure can be written so. */
  readonly fits: (figure: Figure) => boolean
  /** Of how many figures, at least and at most. */
  readonly figures: readonly [least: number, most: number]
  /** How many words of its own it takes. */
  readonly words: readonly [least: number, most: number]
  readonly say: (asked: Asked, words: readonly string[]) => Said
}

const isRate = ({ unit }: Figure): boolean => unit === '%'
const isAmount = (figure: Figure): boolean => !isRate(figure)
const isRatio = ({ expression }: Figure): boolean => 'ratio' in expression
const hasBefore = ({ expression }: Figure): boolean => !('fall' in expression)
const isAny = (): boolean => true

const exact = (value: number, { decimals, unit }: Figure): string => `${written(value, decimals)}${unit}`

const missingOf = (unit: string): Said => ({ text: `${gap}${unit}`, missing: true })

/** A way to write one figure that has a value. */
const ofValue =
  (say: (value: number, figure: Figure, words: readonly string[]) => string, unit = true): Way['say'] =>
  ([asked], words) => {
    if (!asked) return null
    const value = asked.value?.value ?? null
    if (value === null) return missingOf(unit ? asked.figure.unit : '')
    return { text: say(value, asked.figure, words) }
  }

const single = { figures: [1, 1], words: [0, 0] } as const

/** In the larger unit, one decimal, halves up: 1.2万人次. */
const large = (value: number, figure: Figure): string => {
  const to = inLargeUnit(value, figure.unit)
  return to.by === 1 ? exact(value, figure) : `${written(value / to.by, 1)}${to.large}${to.unit}`
}

/** Rounded down: 860余人次, 120余万袋, 1.2万余人次; a round number has no 余. */
const about = (value: number, figure: Figure): string => {
  const { kept, exact: whole } = roundedDown(value)
  if (whole) return large(value, figure)
  const { by, large: ten, unit } = inLargeUnit(value, figure.unit)
  return `${written(kept / by, 1)}${ten}余${unit}`
}

/** More than a round number: 超7亿元, 超860人次; a round number has no 超. */
const over = (value: number, figure: Figure): string => {
  const { kept, exact: whole } = roundedDown(value)
  if (whole) return large(value, figure)
  const { by, large: ten, unit } = inLargeUnit(value, figure.unit)
  return `超${written(kept / by, 1)}${ten}${unit}`
}

/** 同比提升11.9个百分点, 同比增长6.3%, 同比持平. */
const changeText = (change: number, { changeUnit }: FigureValue, { decimals }: Figure): string => {
  if (change === 0) return '同比持平'
  const size = Math.abs(change)
  if (changeUnit === 'points')
    return `同比${change > 0 ? '提升' : '下降'}${written(size, Math.max(1, decimals))}个百分点`
  return `同比${change > 0 ? '增长' : '下降'}${written(size, 1)}%`
}

const sayChange: Way['say'] = ([asked], [before = '', after = '']) => {
  const change = asked?.value?.change ?? null
  if (!asked?.value || change === null) return null
  return { text: `${before}${changeText(change, asked.value, asked.figure)}${after}` }
}

const sayPrevious: Way['say'] = ([asked], words) => {
  if (!asked) return null
  const previous = asked.value?.previous ?? null
  if (previous === null) return words.length > 0 ? null : missingOf(asked.figure.unit)
  return { text: `${words[0] ?? ''}${exact(previous, asked.figure)}${words[1] ?? ''}` }
}

const sayPart =
  (part: 'numerator' | 'denominator'): Way['say'] =>
  ([asked]) => {
    const count = asked?.value?.[part]
    return count === undefined ? missingOf('') : { text: written(count, 0) }
  }

const sayEach: Way['say'] = (asked, [same = '均达', apart = '分别为']) => {
  const values = asked.map(({ value }) => value?.value ?? null)
  const texts = asked.map(({ figure }, index) => {
    const value = values[index] ?? null
    return value === null ? `${gap}${figure.unit}` : exact(value, figure)
  })
  if (values.includes(null)) return { text: `${apart}${texts.join('、')}`, missing: true }
  return { text: new Set(texts).size === 1 ? `${same}${texts[0] ?? ''}` : `${apart}${texts.join('、')}` }
}

const rhythms: ReadonlyMap<number, string> = new Map([
  [1, '每年'],
  [2, '每半年'],
  [4, '每季度'],
  [12, '每月'],
  [52, '每周'],
])

const label = (zh: string, en: string): Label => ({ zh, en })

/** Every way to write a figure, by the word that a placeholder says it with; permanent. `exact` needs none. */
export const ways = {
  exact: { label: label('准确数', 'Exact'), fits: isAny, ...single, say: ofValue(exact) },
  value: {
    label: label('不带单位', 'Without its unit'),
    fits: isAny,
    ...single,
    say: ofValue((value, { decimals }) => written(value, decimals), false),
  },
  about: { label: label('约数，余', 'Rounded down, 余'), fits: isAmount, ...single, say: ofValue(about) },
  over: { label: label('约数，超', 'Rounded down, 超'), fits: isAmount, ...single, say: ofValue(over) },
  wan: { label: label('用万、亿作单位', 'In 万 or 亿'), fits: isAmount, ...single, say: ofValue(large) },
  numeral: {
    label: label('汉字数', 'In characters'),
    fits: isAmount,
    ...single,
    say: ofValue((value) => numeral(value), false),
  },
  none: {
    label: label('没有时换个说法', 'Other words for none'),
    fits: isAmount,
    figures: [1, 1],
    words: [0, 2],
    say: ofValue((value, figure, [nothing = '无', before = '']) =>
      value === 0 ? nothing : `${before}${exact(value, figure)}`,
    ),
  },
  all: {
    label: label('全部时换个说法', 'Other words for all'),
    fits: isRate,
    figures: [1, 1],
    words: [1, 2],
    say: ofValue((value, figure, [whole = '', before = '']) =>
      value === 100 ? whole : `${before}${exact(value, figure)}`,
    ),
  },
  each: {
    label: label('几项合写', 'Several in one'),
    fits: isRate,
    figures: [2, 9],
    words: [0, 2],
    say: sayEach,
  },
  every: {
    label: label('每月、每季度', 'Every month, every quarter'),
    fits: ({ unit }) => unit === '次',
    ...single,
    say: ofValue((value, figure) => rhythms.get(value) ?? `全年${exact(value, figure)}`),
  },
  change: { label: label('同比', 'Change'), fits: hasBefore, figures: [1, 1], words: [0, 2], say: sayChange },
  previous: { label: label('上年数', 'Last year'), fits: hasBefore, figures: [1, 1], words: [0, 2], say: sayPrevious },
  numerator: { label: label('分子', 'Counted'), fits: isRatio, ...single, say: sayPart('numerator') },
  denominator: { label: label('分母', 'Out of'), fits: isRatio, ...single, say: sayPart('denominator') },
} as const satisfies { readonly [name: string]: Way }

export type WayName = keyof typeof ways

/** The way of that name, if there is one. */
export const wayNamed = (name: string): WayName | undefined =>
  (Object.keys(ways) as WayName[]).find((one) => one === name)

/** Whether these figures can be written so, with so many words. */
export const canBeWritten = (figures: readonly Figure[], way: WayName, words: number): boolean => {
  const { fits, figures: ofHowMany, words: ofWords }: Way = ways[way]
  return (
    figures.every(fits) &&
    ofHowMany[0] <= figures.length &&
    figures.length <= ofHowMany[1] &&
    ofWords[0] <= words &&
    words <= ofWords[1]
  )
}

/** What a placeholder of these figures prints. */
export const say = (asked: Asked, way: WayName, words: readonly string[]): Said => {
  const one: Way = ways[way]
  return one.say(asked, words)
}
