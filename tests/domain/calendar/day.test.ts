import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayNumber,
  dayText,
  daysBetween,
  isDay,
  monthOf,
  quarterOf,
  sameDayIn,
  shanghaiDay,
  weekday,
} from '../../../src/domain/calendar/day.ts'
import { instantMs } from '../../../src/domain/calendar/instant.ts'

test('days that don’t exist aren’t days', () => {
  expect(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '2025-04-31', '20250401', ''].filter(isDay)).toEqual([])
  expect(['2024-02-29', '2000-02-29', '2025-12-31'].every(isDay)).toBe(true)
  expect(isDay('1900-02-29')).toBe(false)
})

test('numbers and texts of days are each other’s inverse, and agree with the platform’s calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
      const day = dayText(number)
      expect(dayNumber(day)).toBe(number)
      expect(new Date(number * 86_400_000).toISOString().slice(0, day.length)).toBe(day)
    }),
  )
})

test('today is the day in Shanghai, whatever the zone of the process', () => {
  expect(shanghaiDay(Date.parse('2025-12-31T15:59:59Z'))).toBe('2025-12-31')
  expect(shanghaiDay(Date.parse('2025-12-31T16:00:00Z'))).toBe('2026-01-01')
})

test('months, quarters, weekdays and the same day a year before', () => {
  expect([monthOf('2025-03-09'), quarterOf('2025-03-09'), quarterOf('2025-10-01')]).toEqual([
    '2025-03',
    '2025-Q1',
    '2025-Q4',
  ])
  expect(weekday('2026-11-25')).toBe(3)
  expect(sameDayIn('2024-02-29', 2023)).toBe('2023-02-28')
  expect(daysBetween('2025-12-31', addDays('2025-12-31', 30))).toBe(30)
})

test('an instant needs an offset, and means what the platform reads', () => {
  expect(instantMs('2026-03-05T10:20:00')).toBeNull()
  expect(instantMs('2026-03-05T25:20:00+08:00')).toBeNull()
  expect(instantMs('2026-02-30T10:20:00+08:00')).toBeNull()
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (date) => {
      expect(instantMs(date.toISOString())).toBe(date.getTime())
    }),
  )
  expect(instantMs('2026-03-05T10:20:00+08:00')).toBe(Date.parse('2026-03-05T10:20:00+08:00'))
})
