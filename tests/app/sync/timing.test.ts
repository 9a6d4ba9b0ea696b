// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isId } from '../../../src/domain/record/ids.ts'
import { entryDelayMs, longestDelayMs, runDelayMs } from '../../../src/app/sync/backoff.ts'
import { makeIds } from '../../../src/app/sync/ids.ts'
import { madeAtText } from '../../../src/app/sync/new-entries.ts'
import { instantMs } from '../../../src/domain/calendar/instant.ts'

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('backing off', () => {
  test('nothing waits longer than five minutes, nor is anything hammered', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        unit,
        (failures, unreached, unsent, visible, random) => {
          const delays = [runDelayMs({ failures, unreached, unsent, visible }, random), entryDelayMs(failures, random)]
          expect(Math.min(...delays)).toBeGreaterThanOrEqual(2000)
          expect(Math.max(...delays)).toBeLessThanOrEqual(longestDelayMs)
        },
      ),
    )
  })

  test('somebody who looks at unsent work waits at most four seconds for the next try', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), unit, (failures, random) => {
        expect(runDelayMs({ failures, unreached: true, unsent: true, visible: true }, random)).toBeLessThanOrEqual(4000)
      }),
    )
  })

  test('phones that lost the same server do not come back as one', () => {
    const state = { failures: 5, unreached: true, unsent: true, visible: false }
    expect(runDelayMs(state, 0.9) - runDelayMs(state, 0.1)).toBeGreaterThan(10_000)
  })
})

describe('ids', () => {
  test('are uuidv7 that rise strictly, whatever the clock and the entropy do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 60 }),
        fc.nat(255),
        (times, fill) => {
          let at = 0
          const next = makeIds(
            () => times[at++ % times.length] ?? 0,
            (bytes) => bytes.fill(fill),
          )
          const ids = times.flatMap(() => [next(), next()])
          expect(ids.every(isId)).toBe(true)
          expect(ids).toEqual([...new Set(ids)].toSorted())
        },
      ),
    )
  })

  test('go on within one millisecond, past the end of its counter', () => {
    const next = makeIds(
      () => 1_700_000_000_000,
      (bytes) => bytes.fill(0),
    )
    const ids = Array.from({ length: 10_000 }, next)
    expect(ids).toEqual([...new Set(ids)].toSorted())
  })
})

test.each([480, 0, -210, 345])(
  'the device tells its own offset (%d minutes), and the instant stays the same',
  (offset) => {
    const now = Date.UTC(2026, 2, 5, 17, 30, 12, 345)
    expect(instantMs(madeAtText(now, offset))).toBe(now)
    expect(madeAtText(now, 480)).toBe('2026-03-06T01:30:12.345+08:00')
  },
)
