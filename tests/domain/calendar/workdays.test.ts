import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar/day.ts'
import { calendarOver } from '../../../src/domain/calendar/announced.ts'
import { stateCouncil } from '../../../src/domain/calendar/state-council.ts'
import { addWorkdays, isCovered, isWorkday, withYear, workdaysBetween } from '../../../src/domain/calendar/workdays.ts'

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-01', days))

describe('the State Council’s calendar', () => {
  test('has the make-up workdays of 2026 and the holidays beside them', () => {
    for (const one of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
      expect([one, isWorkday(stateCouncil, one)]).toEqual([one, true])
    for (const one of ['2026-01-01', '2026-01-02', '2026-02-17', '2026-02-23', '2025-10-08', '2025-12-27'])
      expect([one, isWorkday(stateCouncil, one)]).toEqual([one, false])
  })

  test('says how far it goes: 1 January 2027 isn’t known to be a workday', () => {
    expect(isCovered(stateCouncil, '2026-12-31')).toBe(true)
    expect(isCovered(stateCouncil, '2027-01-01')).toBe(false)
  })
})

describe('a year that the admin entered', () => {
  const entered = withYear(stateCouncil, 2027, [
    { from: '2027-01-01', until: '2027-01-03', type: 'off' },
    { from: '2027-01-09', until: null, type: 'work' },
  ])

  test('is covered then, and holds over what is built in for that year alone', () => {
    expect(isCovered(entered, '2027-12-31')).toBe(true)
    expect(['2027-01-01', '2027-01-04', '2027-01-09'].map((one) => isWorkday(entered, one))).toEqual([
      false,
      true,
      true,
    ])
    expect(isWorkday(entered, '2026-02-14')).toBe(true)
    expect(isWorkday(withYear(stateCouncil, 2026, []), '2026-02-14')).toBe(false)
    expect(withYear(stateCouncil, 2024, []).coveredThrough).toBe('2026-12-31')
  })
})

test('a township’s calendar is the built-in one with its register over it, whatever stands in a row', () => {
  expect(calendarOver([])).toEqual(stateCouncil)
  const days = [
    { id: 'a', from: '2027-01-01', until: '2027-01-02', type: 'off' },
    { id: 'b', from: 'no day', type: 'off' },
    null,
  ]
  const over = calendarOver([{ year: 2027, days }])
  expect(over.coveredThrough).toBe('2027-12-31')
  expect(Object.keys(over.days).filter((one) => one > '2027')).toEqual(['2027-01-01', '2027-01-02'])
})

describe('working days', () => {
  test('over the Spring Festival and the National Day', () => {
    // 13 February 2026 is a Friday; the 14th is worked, the 15th to 23rd are off, the 28th is worked.
    expect(addWorkdays(stateCouncil, '2026-02-13', 1)).toBe('2026-02-14')
    expect(addWorkdays(stateCouncil, '2026-02-13', 7)).toBe('2026-03-02')
    expect(workdaysBetween(stateCouncil, '2025-09-30', '2025-10-13')).toBe(4)
    expect(addWorkdays(stateCouncil, '2025-12-24', 0)).toBe('2025-12-24')
  })

  test('counted one by one they are as many as counted by weeks', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (first, span) => {
        const then = addDays(first, span)
        const one = Array.from({ length: span }, (_, index) => addDays(first, index + 1))
        expect(workdaysBetween(stateCouncil, first, then)).toBe(one.filter((at) => isWorkday(stateCouncil, at)).length)
      }),
    )
  })

  test('adding them and counting them are each other’s reverse, and the last is a workday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (first, count) => {
        const last = addWorkdays(stateCouncil, first, count)
        expect(workdaysBetween(stateCouncil, first, last)).toBe(count)
        expect(isWorkday(stateCouncil, last)).toBe(true)
      }),
    )
  })
})
