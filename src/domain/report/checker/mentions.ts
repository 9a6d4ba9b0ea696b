import { alike, decimal, type Decimal, shifted } from './decimals.ts'
import type { Mention } from './mention.ts'
import { numeralCharacters, readChinese } from './numerals.ts'
import { isPoints, isLoose, powerOf, readUnit, unitPattern } from './units.ts'

const before = '超过|不少于|不低于|将近|大约|至少|不足|不到|超|逾|近|约'
const after = '以上|左右|上下'
const arabic = '\\d{1,3}(?:,\\d{3})+(?!\\d)(?:[.]\\d+)?|\\d+(?:[.]\\d+)?'
const chinese = `[${numeralCharacters}]+(?:点[${numeralCharacters}]+)?`

/** One number with its unit: the words around it, the number, its scale, its unit. */
const shape = new RegExp(
  `(?<ahead>${before})?` +
    `(?:(?<sign>[+-])?(?:(?<great>\\d+)(?<greatScale>[千万亿])(?=\\d))?(?<digits>${arabic})` +
    `|百分之(?<percent>${arabic}|${chinese})|(?<numeral>${chinese}))` +
    `(?<few>[余多来])?(?<scale>[百千万亿]*)(?<fewer>[余多])?` +
    `(?:(?<unit>${unitPattern})(?<left>[余多])?)?(?<behind>${after})?`,
  'g',
)

const more = new Set(['超过', '不少于', '不低于', '至少', '超', '逾', '余', '多', '以上'])
const less = new Set(['将近', '近', '不足', '不到'])

const aboutOf = (words: readonly (string | undefined)[]): Mention['about'] => {
  const said = words.filter((word) => word !== undefined)
  if (said.some((word) => less.has(word))) return 'less'
  if (said.some((word) => more.has(word))) return 'more'
  return said.length > 0 ? 'near' : 'exact'
}

/** What stands right before a number that counts nothing: 第3次, 〔2025〕, 3-5名, A4. */
const noCountBefore = /(?:第|〔|\[|〕|[\d一二三四五六七八九十] ?[-—–~至到/×.]|[A-Za-z\d.])$/
/** 附近3家, 最近2次, 签约5家: not about. */
const otherWordBefore: { readonly [word: string]: RegExp } = {
  近: /[附最邻就临靠接]$/,
  约: /[签预违节契条合履公]$/,
  超: /[赶反高]$/,
  至少: /甚$/,
}
/** More digits than these are a telephone's, a person's or an account's. */
const mostDigits = 15

const withoutCommas = (written: string): string => written.replace(/,/g, '')

/** 1亿2000万 is 12000 of 万: what stands above is added. */
const withGreat = (value: Decimal, great: string | undefined, greatScale: string, scale: string): Decimal => {
  if (great === undefined) return value
  const [a, b, exponent] = alike(shifted(decimal(great), powerOf(greatScale) - powerOf(scale)), value)
  return { digits: a + b, exponent }
}

type Bounds = Pick<Mention, 'start' | 'end' | 'about'>

const entry = ({ start, end, about }: Bounds, value: Decimal, unit: string, sure: boolean): Mention => {
  const { base, power } = readUnit(unit)
  return { start, end, value, unit, base, power, about, said: null, sure }
}

type Groups = { readonly [name: string]: string | undefined }

const readArabic = (bounds: Bounds, groups: Groups): Mention | null => {
  const { sign, great, greatScale = '', digits = '', scale = '', unit = '' } = groups
  if (digits.length > mostDigits || (great ?? '').length > mostDigits) return null
  // A sign belongs to a change; before anything else it is a dash.
  const signed = sign !== undefined && (isPoints(unit) || unit === '%')
  const value = withGreat(decimal(withoutCommas(digits)), great, greatScale, scale)
  const { start } = bounds
  return entry(
    { ...bounds, start: sign !== undefined && !signed ? start + 1 : start },
    signed && sign === '-' ? { ...value, digits: -value.digits } : value,
    scale + unit,
    true,
  )
}

const readPercent = (bounds: Bounds, { percent = '', unit, scale }: Groups): Mention | null => {
  if (percent.length > mostDigits || unit !== undefined || scale !== '') return null
  const value = /\d/.test(percent) ? decimal(withoutCommas(percent)) : readChinese(percent)
  return value && entry(bounds, value, '%', true)
}

/** Policies by number: 三项制度, 四个意识, 两个维护, 八项规定. */
const policyAfter = /^(?:制度|意识|自信|维护|确立|规定|坚持|红线|底线|主线|战线|责任制|结合|转变|清单)/
/** 统一次序, 每一项, 第一场: no ones. */
const idiomBefore = /[统唯逐进某每另这那任首单再不下上前后同其]$/
/** One of these is counted; one of the others (一项, 一批, 一起) only where the clause ends with it. */
const onesCounted = new Set(['次', '场', '名', '期', '卷', '家', '处', '户', '场次', '人次'])

const isIdiom = (text: string, { start, end }: Bounds, written: string, unit: string): boolean => {
  if (policyAfter.test(text.slice(end, end + 3))) return true
  if (!/^[一两]$/.test(written)) return false
  if (idiomBefore.test(text.slice(Math.max(0, start - 1), start))) return true
  if (written === '两') return false
  return !onesCounted.has(unit) && !endsClause(text, end)
}

const endsClause = (text: string, end: number): boolean => /^[,;。:()、\n]?$/.test(text.slice(end, end + 1))

/** Whether a numeral counts something even where no figure is meant. */
const isSureNumeral = (text: string, { end }: Bounds, written: string, unit: string): boolean =>
  written.length > 1 || (!isLoose(unit) && (!/^[一两]$/.test(written) || endsClause(text, end)))

const readNumeral = (text: string, bounds: Bounds, groups: Groups): Mention | null => {
  const { numeral = '', few, scale = '', unit = '' } = groups
  if (numeral.length > mostDigits) return null
  // A numeral ends in the scale of its unit where one follows: 三万人次 is 3 of 万人次.
  const [, rest = '', ownScale = ''] = /^([^万亿]+)([万亿])$/.exec(numeral) ?? []
  const [written, last] = few === undefined && scale === '' && rest !== '' ? [rest, ownScale] : [numeral, scale]
  // 百余家 is a number, 百家 and 千家万户 are ways to say many.
  if (bounds.about === 'exact' && !/[一二两三四五六七八九]/.test(written) && !/^十$/.test(written)) return null
  if (isIdiom(text, bounds, written, unit)) return null
  const value = readChinese(written)
  return value && entry(bounds, value, last + unit, isSureNumeral(text, bounds, written, unit))
}

const readMatch = (text: string, match: RegExpExecArray): Mention | null => {
  const groups: Groups = match.groups ?? {}
  const { ahead, digits, percent, few, fewer, unit, left, behind } = groups
  const lead = text.slice(Math.max(0, match.index - 4), match.index)
  const isOther = ahead !== undefined && otherWordBefore[ahead]?.test(lead) === true
  if (noCountBefore.test(isOther ? lead + ahead : lead)) return null
  const bounds: Bounds = {
    start: match.index + (isOther ? ahead.length : 0),
    end: match.index + match[0].length,
    about: aboutOf([isOther ? undefined : ahead, few, fewer, left, behind]),
  }
  if (percent !== undefined) return readPercent(bounds, groups)
  if (unit === undefined) return null
  return digits === undefined ? readNumeral(text, bounds, groups) : readArabic(bounds, groups)
}

/**
 * The numbers with their units in a compact text, in order. What is no count is none: years, dates, numbers of
 * documents, ordinals, ranges, telephone numbers, policies named by a number.
 */
export const mentionsIn = (text: string): readonly Mention[] => {
  const found: Mention[] = []
  for (const match of text.matchAll(shape)) {
    const mention = readMatch(text, match)
    if (mention) found.push(mention)
  }
  return found
}
