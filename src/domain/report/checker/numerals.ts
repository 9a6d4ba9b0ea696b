import { decimal, type Decimal } from './decimals.ts'

const digitValues: { readonly [character: string]: number } = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const powers: { readonly [character: string]: number } = { 十: 10, 百: 100, 千: 1000 }
const grand: { readonly [character: string]: number } = { 万: 10_000, 亿: 100_000_000 }

/** The characters that Chinese numbers are made of. */
export const numeralCharacters = '〇零一二两三四五六七八九十百千万亿'

/** Below a ten-thousand: 二百三十, 百零五, 一〇五; null for what is no number (两三, 三四). */
const readSmall = (written: string): number | null => {
  if (written === '') return null
  if (!/[十百千]/.test(written)) return written.length === 1 || /[〇零]/.test(written) ? readDigits(written) : null
  let sum = 0
  let digit: number | null = null
  let last = Infinity
  for (const character of written) {
    const power = powers[character]
    const value = digitValues[character]
    if (power !== undefined) {
      if (power >= last || digit === 0) return null
      sum += (digit ?? 1) * power
      digit = null
      last = power
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = value
    } else return null
  }
  // 二百三 is two hundred and thirty.
  const short = digit !== null && digit > 0 && last > 10 && !written.includes('零') && !written.includes('〇')
  return sum + (digit ?? 0) * (short ? last / 10 : 1)
}

const readDigits = (written: string): number | null => {
  let value = 0
  for (const character of written) {
    const digit = digitValues[character]
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/** An integer in Chinese: 十二, 一百零五, 两万三千, 一亿二千万; null where the characters are no number. */
export const readNumeral = (written: string): number | null => {
  for (const character of ['亿', '万']) {
    const at = written.lastIndexOf(character)
    if (at < 0) continue
    const above = at === 0 ? 1 : readNumeral(written.slice(0, at))
    const rest = written.slice(at + 1)
    const below = rest === '' ? 0 : readNumeral(rest.replace(/^[零〇]/, ''))
    if (above === null || below === null) return null
    const unit = grand[character] ?? 1
    const short = rest.length === 1 && digitValues[rest] !== undefined && below > 0
    return above * unit + below * (short ? unit / 10 : 1)
  }
  return readSmall(written)
}

/** A number in Chinese with 点: 八十五点五; null where it is none. */
export const readChinese = (written: string): Decimal | null => {
  const [whole = '', fraction] = written.split('点')
  const value = readNumeral(whole)
  if (value === null) return null
  if (fraction === undefined) return decimal(String(value))
  const digits = [...fraction].map((character) => digitValues[character])
  return digits.length === 0 || digits.includes(undefined) ? null : decimal(`${value}.${digits.join('')}`)
}
