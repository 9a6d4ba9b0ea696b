import { describe, expect, test } from 'vitest'
import type { Fix } from '../../../src/app/form/location.ts'
import { locate } from '../../../src/app/form/location.ts'

type Answer = { readonly lat?: number; readonly accuracy: number } | 'error'

/** A phone that answers the coarse and the fine question so, and notes how it was asked. */
const phone = (coarse: Answer, fine: Answer) => {
  const asked: PositionOptions[] = []
  const getCurrentPosition: Geolocation['getCurrentPosition'] = (found, failed, options) => {
    asked.push(options ?? {})
    const answer = options?.enableHighAccuracy ? fine : coarse
    setTimeout(
      () => {
        if (answer === 'error') failed?.({ code: 3 } as GeolocationPositionError)
        else
          found({
            coords: { latitude: answer.lat ?? 33.3, longitude: 111.4, accuracy: answer.accuracy },
            timestamp: 1_773_000_000_000,
          } as GeolocationPosition)
      },
      options?.enableHighAccuracy ? 10 : 1,
    )
  }
  return { asked, geolocation: { getCurrentPosition } }
}
const found = async (coarse: Answer, fine: Answer) => {
  const fixes: Fix[] = []
  const { geolocation, asked } = phone(coarse, fine)
  const any = await locate(geolocation, (fix) => fixes.push(fix))
  return { any, accuracies: fixes.map((fix) => fix.accuracy), asked, fixes }
}

describe('a point', () => {
  test('is coarse at first, then finer, never coarser again', async () => {
    expect(await found({ accuracy: 900 }, { accuracy: 12 })).toMatchObject({ any: true, accuracies: [900, 12] })
    expect(await found({ accuracy: 12 }, { accuracy: 900 })).toMatchObject({ any: true, accuracies: [12] })
  })

  test('is from here and now: nothing that the phone remembers, 5 s coarse and 20 s fine', async () => {
    const { asked } = await found({ accuracy: 900 }, 'error')
    expect(asked.map((one) => [one.enableHighAccuracy, one.timeout, one.maximumAge])).toEqual(
      expect.arrayContaining([
        [false, 5000, 0],
        [true, 20000, 0],
      ]),
    )
  })

  test('is none where the phone gives none, and never 0,0 by default', async () => {
    expect(await found('error', 'error')).toMatchObject({ any: false, fixes: [] })
    expect(await found({ lat: Number.NaN, accuracy: 5 }, 'error')).toMatchObject({ any: false, fixes: [] })
    expect(await locate(undefined, () => undefined)).toBe(false)
  })

  test('at the fine question alone is enough', async () => {
    expect(await found('error', { accuracy: 8 })).toMatchObject({ any: true, accuracies: [8] })
  })
})
