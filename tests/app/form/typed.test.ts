import { describe, expect, test } from 'vitest'
import { parseClock, parseDay } from '../../../src/app/form/parse-day.ts'
import type { Point } from '../../../src/app/form/signature-path.ts'
import { isInk, isStep, pathOf } from '../../../src/app/form/signature-path.ts'
import { checkValue } from '../../../src/domain/record/check-value.ts'

describe('a day as people type it', () => {
  test.each([
    ['2026-01-08', '2026-01-08'],
    ['2026年1月8日', '2026-01-08'],
    ['２０２６．１．８', '2026-01-08'],
    ['1.8', '2026-01-08'],
    ['１月８日', '2026-01-08'],
    ['26/1/8', '2026-01-08'],
    ['20260108', '2026-01-08'],
    ['0108', '2026-01-08'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%s is %s', (typed, day) => expect(parseDay(typed, '2026-03-10')).toBe(day))

  test.each(['', '2026-02-29', '13.1', '昨天', '2026', '1', '2026-1-8 9:00'])('%j is none', (typed) =>
    expect(parseDay(typed, '2026-03-10')).toBeNull(),
  )

  test('a time of day too', () => {
    expect(['9:05', '９：０５', '0905', '9点5分'].map(parseClock)).toEqual(['09:05', '09:05', '09:05', '09:05'])
    expect(['24:00', '9', '9:60', ''].map(parseClock)).toEqual([null, null, null, null])
  })
})

describe('ink', () => {
  const line = (length: number): Point[] => [
    { x: 10, y: 10 },
    { x: 10 + length, y: 10 },
  ]

  test('a touch, a slip of the finger or an empty pad is no signature', () => {
    expect([[], [[{ x: 1, y: 1 }]], [line(20)], [[], []]].map(isInk)).toEqual([false, false, false, false])
    expect(isInk([line(30), line(30)])).toBe(true)
  })

  test('is path data that the domain accepts, a subpath a stroke, one decimal', () => {
    const path = pathOf([
      [
        { x: 1.234, y: 2 },
        { x: 3, y: 4.06 },
      ],
      [],
      [{ x: 5, y: 6 }],
    ])
    expect(path).toBe('M1.2 2 L3 4.1 M5 6')
    const field = { name: 'signature', type: 'signature', label: { zh: '', en: '' } } as const
    expect(
      checkValue(field, { width: 358, height: 132, path, signedAt: '2026-03-10T10:00:00+08:00' }, '/set/signature'),
    ).toEqual([])
  })

  test('points that a wet screen repeats are left out', () => {
    expect(isStep(undefined, { x: 0, y: 0 })).toBe(true)
    expect(isStep({ x: 0, y: 0 }, { x: 1, y: 0 })).toBe(false)
    expect(isStep({ x: 0, y: 0 }, { x: 2, y: 0 })).toBe(true)
  })
})
