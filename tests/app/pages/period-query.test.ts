import { expect, test } from 'vitest'
import { addressOf, periodOfQuery, queryOfAddress, yearInHand } from '../../../src/app/pages/year/period-query.ts'
import { partsOfYear } from '../../../src/domain/report/period-words.ts'

const today = '2026-11-25'

test('an address asks for days, a year, or a month of it', () => {
  expect(queryOfAddress({ from: '2025-01-01', to: '2025-06-30' }, today)).toEqual({
    year: 2025,
    from: '2025-01-01',
    to: '2025-06-30',
  })
  expect(queryOfAddress({ year: '2025', month: '3' }, today)).toEqual({ year: 2025, month: 3 })
  expect(queryOfAddress({ year: '2024' }, today)).toEqual({ year: 2024 })
})

test('days that are a year or a month are asked for as such: typed figures then have their say', () => {
  expect(queryOfAddress({ from: '2025-01-01', to: '2025-12-31' }, today)).toEqual({ year: 2025 })
  expect(queryOfAddress({ from: '2024-02-01', to: '2024-02-29' }, today)).toEqual({ year: 2024, month: 2 })
})

test.each([
  [{}],
  [{ from: '2025-06-30', to: '2025-01-01' }],
  [{ from: '2025-02-30', to: '2025-03-01' }],
  [{ from: '2025-02-01' }],
  [{ year: '25', month: '13' }],
  [{ year: ['2025', '2024'] }],
])('an address of no use (%j) asks for the year in hand', (address) => {
  expect(queryOfAddress(address, today)).toEqual({ year: 2026 })
})

test('until the end of March the year in hand is the one before', () => {
  expect([yearInHand('2026-03-31'), yearInHand('2026-04-01')]).toEqual([2025, 2026])
})

test('what an address says of a period is read back as that period, and takes out what it said before', () => {
  for (const { period } of [
    ...partsOfYear(2025),
    { period: { from: '2024-11-05', to: '2025-02-03' } },
    { period: { from: '2025-03-05', to: '2025-03-05' } },
  ]) {
    const address = addressOf(period)
    expect(Object.keys(address).toSorted()).toEqual(['from', 'month', 'to', 'year'])
    expect(periodOfQuery(queryOfAddress(address, today))).toEqual(period)
  }
})
