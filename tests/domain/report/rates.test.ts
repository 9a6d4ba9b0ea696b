import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fallBetween, percentBetween, percentOf, pointsBetween, scaled } from '../../../src/domain/report/rates.ts'

test('rates are rounded half up on exact integers', () => {
  expect(percentOf(72n, 76n, 2)).toBe(94.74)
  expect(percentOf(11n, 13n, 1)).toBe(84.6)
  expect(percentOf(23n, 80n, 1)).toBe(28.8)
  expect(percentOf(5n, 5n, 1)).toBe(100)
  expect(percentOf(0n, 5n, 1)).toBe(0)
  expect(percentOf(1n, 0n, 1)).toBeNull()
})

test('what isn’t exactly 100 or 0 never shows as 100 or 0', () => {
  expect(percentOf(9999n, 10000n, 1)).toBe(99.9)
  expect(percentOf(10001n, 10000n, 1)).toBe(100.1)
  expect(percentOf(1n, 100000n, 1)).toBe(0.1)
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.integer({ min: 0, max: 2 }),
      (a, b, decimals) => {
        const shown = percentOf(a, b, decimals)
        expect(shown === 100).toBe(a === b)
        expect(shown === 0).toBe(a === 0n)
      },
    ),
  )
})

test('changes come from the exact values, halves away from zero', () => {
  expect(pointsBetween([11n, 13n], [8n, 11n], 1)).toBe(11.9)
  expect(pointsBetween([72n, 76n], [65n, 71n], 2)).toBe(3.19)
  expect(pointsBetween([1n, 2n], [0n, 0n], 1)).toBeNull()
  expect(pointsBetween([1n, 2000n], [2n, 2000n], 1)).toBe(-0.1)
  expect(percentBetween(53n, 61n)).toBe(-13.1)
  expect(percentBetween(130n, 118n)).toBe(10.2)
  expect(percentBetween(169n, 148n)).toBe(14.2)
  expect(percentBetween(5n, 0n)).toBeNull()
  expect(percentBetween(2001n, 2000n)).toBe(0.1)
  expect(percentBetween(1999n, 2000n)).toBe(-0.1)
  expect(scaled(4_991_000n, 1_000_000)).toBe(4.991)
})

test('a fall is against what it was: 5.0 days to 3.0 is 40 per cent; a rise lies below nothing', () => {
  expect(fallBetween([60n, 20n], [75n, 15n], 1)).toBe(40)
  expect(fallBetween([75n, 15n], [60n, 20n], 1)).toBe(-66.7)
  expect(fallBetween([0n, 20n], [75n, 15n], 1)).toBe(100)
  expect(fallBetween([2n, 1n], [3n, 1n], 1)).toBe(33.3)
  expect([
    fallBetween([0n, 0n], [75n, 15n], 1),
    fallBetween([60n, 20n], [0n, 0n], 1),
    fallBetween([1n, 1n], [0n, 3n], 1),
  ]).toEqual([null, null, null])
})
