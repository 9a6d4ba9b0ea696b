import { alike, type Decimal, decimalOf, endingZeros, isSame, shifted } from './decimals.ts'
import type { Mention } from './mention.ts'

/** How a number written and one of the ledger meet, both in the smallest unit. */
export type Meeting = 'agrees' | 'rounded' | 'disagrees'

const floor = (n: bigint, d: bigint): bigint => n / d - (n % d !== 0n && n < 0n ? 1n : 0n)

/** How a value comes to the digits written: cut, rounded half up, or taken up. */
const ways: { readonly [about in Mention['about']]: readonly ((n: bigint, d: bigint) => bigint)[] } = {
  exact: [floor, (n, d) => floor(2n * n + d, 2n * d)],
  more: [floor],
  less: [(n, d) => -floor(-n, d)],
  near: [floor, (n, d) => floor(2n * n + d, 2n * d), (n, d) => -floor(-n, d)],
}

/**
 * Whether what is written is the ledger's value: as it is, or cut or rounded to the digits written. With 余, 近, 约 the
 * zeros at the end may hold the place only (500余 of 512); 余 and 超 say that it is more, 近 that it is less. What isn't
 * exactly 100 % or nothing at all never counts as 100 or 0.
 */
export const meet = (mention: Pick<Mention, 'value' | 'power' | 'about' | 'base'>, ledger: Decimal): Meeting => {
  const written = shifted(mention.value, mention.power)
  if (isSame(written, ledger)) return 'agrees'
  if (written.digits === 0n || (mention.base === '%' && isSame(written, decimalOf(100)))) return 'disagrees'
  const [there, here, exponent] = alike(written, ledger)
  const zeros = mention.about === 'exact' ? 0 : endingZeros(mention.value)
  for (let place = 0; place <= zeros; place += 1) {
    const step = 10n ** BigInt(written.exponent + place - exponent)
    if (ways[mention.about].some((way) => way(here, step) * step === there)) return 'rounded'
  }
  return 'disagrees'
}
