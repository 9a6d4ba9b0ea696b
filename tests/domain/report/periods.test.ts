import { expect, test } from 'vitest'
import { isPeriod, periodOf, untilToday, yearBefore } from '../../../src/domain/report/periods.ts'

test('a year, a month, and one with today in it', () => {
  expect(periodOf(2025)).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(periodOf(2024, 2)).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(untilToday(periodOf(2026), '2026-11-25')).toEqual({ from: '2026-01-01', to: '2026-11-25' })
  expect(untilToday(periodOf(2025), '2026-11-25')).toEqual(periodOf(2025))
  expect(isPeriod({ from: '2026-01-02', to: '2026-01-01' })).toBe(false)
})

test('the same period a year before; month ends stay month ends', () => {
  expect(yearBefore(periodOf(2025))).toEqual(periodOf(2024))
  expect(yearBefore(periodOf(2025, 2))).toEqual(periodOf(2024, 2))
  expect(yearBefore(periodOf(2024, 2))).toEqual(periodOf(2023, 2))
  expect(yearBefore({ from: '2026-01-01', to: '2026-11-25' })).toEqual({ from: '2025-01-01', to: '2025-11-25' })
})
