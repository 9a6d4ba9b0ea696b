const wan = 10_000

/** A positive value rounded half up to the decimals, from its shortest writing: a float gives 46.23 for 46.235. */
const roundedUnits = (value: number, decimals: number): bigint => {
  const [whole = '0', fraction = ''] = String(value).split('.')
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0')
  return BigInt(whole + kept) + (Number(fraction[decimals] ?? 0) >= 5 ? 1n : 0n)
}

/** A value as a report writes it: at most so many decimals, halves up, no zeros behind them: 85, 94.7, 12.6. */
export const written = (value: number, decimals: number): string => {
  const size = Math.abs(value)
  if (/e/.test(String(size))) return size < 1 ? '0' : `${value < 0 ? '−' : ''}${BigInt(size)}`
  const digits = String(roundedUnits(size, decimals)).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`.replace(/\.?0+$/, '')
  return value < 0 && text !== '0' ? `−${text}` : text
}

/** What a number comes to with its first digits kept and the others nought. */
const withFirst = (digits: number, value: number): number => {
  const step = 10 ** Math.max(0, String(Math.floor(value)).length - digits)
  return Math.floor(value / step) * step
}

/**
 * A number as it is rounded down by hand: to its first digit where that leaves out a twentieth at most, else to its first
 * two (863 to 860, 3128 to 3000); one of two digits always to the tens. What stands there unrounded is `exact`, and so is
 * everything below ten.
 */
export const roundedDown = (value: number): { readonly kept: number; readonly exact: boolean } => {
  if (value < 10) return { kept: value, exact: true }
  const one = withFirst(1, value)
  const most = value < 100 ? one : withFirst(2, value)
  if (most === value) return { kept: value, exact: true }
  return { kept: (value - one) * 20 <= value ? one : most, exact: false }
}

/** A number in the larger unit that it reaches: 人次 to 万人次, 万元 to 亿元; `by` what it was divided by, 1 where it stays. */
export const inLargeUnit = (
  value: number,
  unit: string,
): { readonly by: number; readonly large: string; readonly unit: string } => {
  const stays = { by: 1, large: '', unit }
  if (unit.startsWith('亿') || value < wan) return stays
  if (unit.startsWith('万')) return { by: wan, large: '亿', unit: unit.slice(1) }
  return value < wan * wan ? { by: wan, large: '万', unit } : { by: wan * wan, large: '亿', unit }
}

const figures = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A small whole number in characters, as it stands before a measure word: 两, 五, 十二, 二十; any other in digits. */
export const numeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 99) return written(value, 0)
  if (value === 2) return '两'
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const first = tens === 0 ? '' : tens === 1 ? '十' : `${figures[tens] ?? ''}十`
  return `${first}${ones === 0 ? '' : (figures[ones] ?? '')}`
}
