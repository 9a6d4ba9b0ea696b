// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asUpright, readExif } from '../../../../src/app/form/photos/exif.ts'
import { hashOf } from '../../../../src/app/form/photos/hash.ts'
import type { Studio } from '../../../../src/app/form/photos/shrink.ts'
import { shrink } from '../../../../src/app/form/photos/shrink.ts'
import { shrunk, uprightMatrix } from '../../../../src/app/form/photos/turn.ts'
import { isFromAlbum, nameOf, photosOf, sizeText } from '../../../../src/app/form/photos/value.ts'
import { withExif } from './jpeg.ts'

const bare = Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9)
const ascii = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('EXIF', () => {
  test.each([true, false])('orientation and time, little-endian: %s', (little) => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const exif = readExif(withExif(bare, { orientation, taken: '2025:12:22 10:14:00', little }))
      expect(exif).toMatchObject({ orientation, takenAt: '2025-12-22T10:14:00+08:00' })
    }
    const exif = readExif(withExif(bare, { orientation: 1, taken: '2025:12:22 10:14:00', offset: '+06:00', little }))
    expect(exif.takenAt).toBe('2025-12-22T10:14:00+06:00')
  })

  test('what is absent or nonsense says nothing', () => {
    expect(readExif(bare)).toEqual({ orientation: 1, at: [], takenAt: null })
    expect(readExif(withExif(bare, { taken: '2025:02:31 10:00:00' })).takenAt).toBeNull()
    expect(readExif(withExif(bare, { orientation: 9, taken: '0000:00:00 00:00:00' }))).toMatchObject({
      orientation: 1,
      takenAt: null,
    })
  })

  test('an upright copy differs in the orientation only, and the original is left alone', () => {
    const whole = withExif(bare, { orientation: 6, taken: '2025:12:22 10:14:00' })
    const copy = asUpright(whole, readExif(whole))
    expect(readExif(copy)).toMatchObject({ orientation: 1, takenAt: '2025-12-22T10:14:00+08:00' })
    expect(readExif(whole).orientation).toBe(6)
    expect([...copy].filter((byte, index) => byte !== whole[index])).toHaveLength(1)
  })

  test('no bytes make it throw', () => {
    const start = fc.constantFrom(bare, withExif(bare, { orientation: 3, taken: '2025:12:22 10:14:00' }))
    fc.assert(
      fc.property(start, fc.array(fc.tuple(fc.nat(210), fc.nat(255))), fc.nat(220), (bytes, edits, length) => {
        const broken = bytes.slice(0, length)
        for (const [at, value] of edits) if (at > 2 && at < broken.length) broken[at] = value
        const exif = readExif(broken)
        expect(exif.orientation).toBeGreaterThanOrEqual(1)
        asUpright(broken, exif)
      }),
    )
  })
})

describe('turning', () => {
  test('shrinks to the long edge, never enlarges', () => {
    expect(shrunk({ width: 4000, height: 3000 }, 1600, 1)).toEqual({ width: 1600, height: 1200 })
    expect(shrunk({ width: 4000, height: 3000 }, 1600, 6)).toEqual({ width: 1200, height: 1600 })
    expect(shrunk({ width: 640, height: 480 }, 1600, 3)).toEqual({ width: 640, height: 480 })
    expect(shrunk({ width: 9000, height: 1 }, 1600, 1)).toEqual({ width: 1600, height: 1 })
  })

  test('puts the first row and column where the orientation says', () => {
    // Where the EXIF standard says that the stored picture's top-left corner is seen.
    const corners = ['', 'tl', 'tr', 'br', 'bl', 'tl', 'tr', 'br', 'bl']
    const raw = { width: 40, height: 30 }
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const size = shrunk(raw, 1600, orientation)
      const [a, b, c, d, e, f] = uprightMatrix(orientation, size)
      const seen = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f]
      expect(seen(0, 0)).toEqual([
        corners[orientation]?.[1] === 'l' ? 0 : size.width,
        corners[orientation]?.[0] === 't' ? 0 : size.height,
      ])
      const [x = -1, y = -1] = seen(raw.width, raw.height)
      expect([0, size.width]).toContain(x)
      expect([0, size.height]).toContain(y)
    }
  })
})

describe('shrinking', () => {
  const closed: number[] = []
  const studio = (sizes: readonly number[]): Studio => ({
    decode: async () => ({
      image: {} as CanvasImageSource,
      size: { width: 4000, height: 3000 },
      close: () => void closed.push(1),
    }),
    encode: async (_size, _draw, qualities, fits) => {
      for (const [index] of qualities.entries()) {
        const bytes = new ArrayBuffer(sizes[index] ?? 1000)
        if (fits(bytes.byteLength) || index === qualities.length - 1) return bytes
      }
      return new ArrayBuffer(0)
    },
  })

  test('presses harder until it weighs what a village’s line carries, and closes the picture', async () => {
    const made = await shrink(withExif(bare, { orientation: 6 }).buffer, studio([900_000, 400_000, 200_000]))
    expect(made).toMatchObject({ kind: 'jpeg', size: { width: 1200, height: 1600 } })
    expect(made.bytes.byteLength).toBe(200_000)
    expect(made.hash).toBe(await hashOf(made.bytes))
    expect(made.hash).not.toBe(made.originalHash)
    expect(closed).toHaveLength(1)
  })

  test('keeps HEIC as it came', async () => {
    const heic = ascii('\0\0\0\x18ftypheic\0\0\0\0')
    const made = await shrink(heic.buffer, studio([]))
    expect(made).toMatchObject({ kind: 'heic', thumb: null, size: null, hash: made.originalHash })
    expect(made.bytes).toBe(heic.buffer)
  })

  test('refuses what is no picture, and one that can’t be drawn', async () => {
    await expect(shrink(ascii('%PDF-1.7').buffer, studio([]))).rejects.toMatchObject({ code: 'other' })
    const broken = { ...studio([]), decode: () => Promise.reject(new Error('no')) }
    await expect(shrink(bare.buffer, broken)).rejects.toMatchObject({ code: 'broken' })
  })
})

describe('the value', () => {
  test('tells which way a photo came by its name, whatever the file was called', () => {
    const at = '2025-12-22T10:14:00+08:00'
    expect(nameOf('image.jpg', at, false, 'jpeg')).toBe('photo-20251222-101400.jpg')
    const chosen = { hash: 'x', name: nameOf('\ud83d\0石盘沟 配电箱.JPG', at, true, 'jpeg'), size: 1 }
    expect(chosen.name).toBe('album-石盘沟 配电箱.jpg')
    expect(isFromAlbum(chosen)).toBe(true)
  })

  test('is read defensively, and its size told in words', () => {
    expect(photosOf([{ hash: 'a', name: 'b', size: 1 }, null, 'x', { hash: 1 }])).toHaveLength(1)
    expect(photosOf('x')).toEqual([])
    expect([sizeText(620_400), sizeText(1_400_000), sizeText(3)]).toEqual(['620 KB', '1.4 MB', '1 KB'])
  })
})
