/** The report's rounding once more, by whole numbers (DESIGN.md 3, Numbers). */

const tenTo = (places: number): bigint => 10n ** BigInt(places)

/** n/d to the nearest whole number; halves go away from zero. */
function nearest(n: bigint, d: bigint): bigint {
  const sign = n < 0n ? -1n : 1n
  const size = n * sign
  const whole = size / d
  return sign * ((size % d) * 2n >= d ? whole + 1n : whole)
}

const shown = (units: bigint, places: number): number => Number(units) / Number(tenTo(places))

/** n of d in per cent; only all of it shows as 100, only none as 0. */
export function rate(n: bigint, d: bigint, places: number): number | null {
  if (d === 0n) return null
  const all = 100n * tenTo(places)
  let units = nearest(n * all, d)
  if (units === all && n < d) units -= 1n
  if (units === all && n > d) units += 1n
  if (units === 0n && n > 0n) units = 1n
  return shown(units, places)
}

/** From one rate to another in percentage points. */
export function points(n: bigint, d: bigint, oldN: bigint, oldD: bigint, places: number): number | null {
  if (d === 0n || oldD === 0n) return null
  return shown(nearest((n * oldD - oldN * d) * 100n * tenTo(places), d * oldD), places)
}

/** From one count to another in per cent, with one decimal. */
export const growth = (now: bigint, old: bigint): number | null =>
  old === 0n ? null : shown(nearest((now - old) * 1000n, old), 1)

/** By how much n/d lies below oldN/oldD, in per cent of that. */
export function fallen(n: bigint, d: bigint, oldN: bigint, oldD: bigint, places: number): number | null {
  if (d === 0n || oldD === 0n || oldN === 0n) return null
  return shown(nearest((oldN * d - n * oldD) * 100n * tenTo(places), oldN * d), places)
}
