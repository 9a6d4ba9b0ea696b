/** An exact decimal: digits × 10^exponent. Reports say 1.2万 and 12,046: as floats they would not meet. */
export type Decimal = { readonly digits: bigint; readonly exponent: number }

/** Reads digits with a point or without: 84.60 keeps its two decimals. */
export const decimal = (written: string): Decimal => {
  const [whole = '0', fraction = ''] = written.split('.')
  return { digits: BigInt(whole + fraction), exponent: -fraction.length }
}

/** A number as it prints. */
export const decimalOf = (value: number): Decimal => {
  const [mantissa = '0', power = '0'] = String(value).split('e')
  const read = decimal(mantissa)
  return { digits: read.digits, exponent: read.exponent + Number(power) }
}

/** Times 10^power, exact. */
export const shifted = (one: Decimal, power: number): Decimal => ({
  digits: one.digits,
  exponent: one.exponent + power,
})

/** As a number, as near as one comes. */
export const numberOf = ({ digits, exponent }: Decimal): number => Number(`${digits}e${exponent}`)

/** Two decimals as integers of one unit, which is 10^exponent. */
export const alike = (a: Decimal, b: Decimal): readonly [a: bigint, b: bigint, exponent: number] => {
  const exponent = Math.min(a.exponent, b.exponent)
  const raised = (one: Decimal): bigint => one.digits * 10n ** BigInt(one.exponent - exponent)
  return [raised(a), raised(b), exponent]
}

/** Whether both are the same amount, however written. */
export const isSame = (a: Decimal, b: Decimal): boolean => {
  const [left, right] = alike(a, b)
  return left === right
}

/** How many zeros end the integer written, where there is no point: the digits that may only hold its place. */
export const endingZeros = ({ digits, exponent }: Decimal): number => {
  if (exponent !== 0 || digits === 0n) return 0
  return String(digits).length - String(digits).replace(/0+$/, '').length
}
