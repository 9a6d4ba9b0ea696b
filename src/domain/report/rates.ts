/** Exact numbers of the report: integers only, since a float gives 28.7 for 23/80 and right is 28.8. */

const power = (decimals: number): bigint => 10n ** BigInt(decimals)

/** n/d rounded to the nearest integer, halves away from zero; d is positive. */
const rounded = (n: bigint, d: bigint): bigint => (n < 0n ? -((-n * 2n + d) / (2n * d)) : (n * 2n + d) / (2n * d))

const decimal = (units: bigint, decimals: number): number => Number(units) / Number(power(decimals))

/**
 * a/b in per cent, rounded half up to the decimals; what isn't exactly 100 (or 0) never shows as 100 (or 0).
 * Null where nothing stands below.
 */
export const percentOf = (a: bigint, b: bigint, decimals: number): number | null => {
  if (b === 0n) return null
  const hundred = 100n * power(decimals)
  const units = rounded(a * hundred, b)
  if (a !== b && units === hundred) return decimal(a < b ? hundred - 1n : hundred + 1n, decimals)
  if (a !== 0n && units === 0n) return decimal(1n, decimals)
  return decimal(units, decimals)
}

/** The difference of two rates in percentage points, from the exact values, halves away from zero. */
export const pointsBetween = (
  now: readonly [bigint, bigint],
  before: readonly [bigint, bigint],
  decimals: number,
): number | null => {
  if (now[1] === 0n || before[1] === 0n) return null
  const n = (now[0] * before[1] - before[0] * now[1]) * 100n * power(decimals)
  return decimal(rounded(n, now[1] * before[1]), decimals)
}

/**
 * By how much a/b fell from what it was, in per cent of that; below nothing where it rose. Null where either is unknown
 * or it was nothing.
 */
export const fallBetween = (
  now: readonly [bigint, bigint],
  before: readonly [bigint, bigint],
  decimals: number,
): number | null => {
  if (now[1] === 0n || before[1] === 0n || before[0] <= 0n) return null
  const whole = before[0] * now[1]
  return decimal(rounded((whole - now[0] * before[1]) * 100n * power(decimals), whole), decimals)
}

/** The change of a count in per cent with one decimal; null where it was nothing. */
export const percentBetween = (now: bigint, before: bigint): number | null =>
  before === 0n ? null : decimal(rounded((now - before) * 1000n, before < 0n ? -before : before), 1)

/** An amount in the unit shown, exact. */
export const scaled = (amount: bigint, scale: number): number => Number(amount) / scale
