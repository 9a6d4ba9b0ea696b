import { instantMs } from '../../../domain/calendar/instant.ts'

/** What a JPEG's EXIF says that we use. */
export type Exif = {
  /** 1 upright … 8, as the camera was held. */
  readonly orientation: number
  /** Where the two bytes of the orientation stand in the file, and which comes first. */
  readonly at: readonly { readonly offset: number; readonly little: boolean }[]
  /** When the shutter was pressed: ISO 8601 with an offset, the camera's own or else that of Shanghai. */
  readonly takenAt: string | null
}

const orientationTag = 0x0112
const exifTag = 0x8769
const takenTag = 0x9003
const offsetTag = 0x9011

/** A TIFF block inside the file. Reads outside it give 0. */
const tiff = (view: DataView, start: number, end: number) => {
  const little = view.getUint16(start) === 0x4949
  const u16 = (at: number): number => (start + at + 2 <= end ? view.getUint16(start + at, little) : 0)
  const u32 = (at: number): number => (start + at + 4 <= end ? view.getUint32(start + at, little) : 0)
  const entries = (at: number): ReadonlyMap<number, number> => {
    const found = new Map<number, number>()
    if (at === 0) return found
    const count = Math.min(u16(at), 500)
    for (let index = 0; index < count; index += 1) {
      const entry = at + 2 + index * 12
      if (start + entry + 12 > end) break
      if (!found.has(u16(entry))) found.set(u16(entry), entry)
    }
    return found
  }
  const text = (entry: number): string => {
    const length = Math.min(u32(entry + 4), 64)
    const at = start + (length > 4 ? u32(entry + 8) : entry + 8)
    if (at + length > end) return ''
    const bytes = Array.from({ length }, (_, index) => view.getUint8(at + index))
    return String.fromCharCode(...bytes).replace(/\0[\s\S]*$/, '')
  }
  return { little, u16, u32, entries, text }
}

const instant = (taken: string, offset: string): string | null => {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(taken)
  if (!match || match[1] === '0000') return null
  const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : '+08:00'
  const said = `${match[1]}-${match[2]}-${match[3]}T${match[4]}${zone}`
  return instantMs(said) === null ? null : said
}

/** Reads a JPEG's EXIF. Whatever is broken in it reads as absent; never throws. */
export const readExif = (bytes: Uint8Array): Exif => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at: { offset: number; little: boolean }[] = []
  let orientation = 1
  let takenAt: string | null = null
  let position = 2
  while (position + 4 <= bytes.length && bytes[position] === 0xff) {
    const marker = bytes[position + 1] ?? 0
    const length = view.getUint16(position + 2)
    // The picture itself begins: nothing of interest comes after it.
    if (marker === 0xda || length < 2) break
    const start = position + 10
    const end = Math.min(position + 2 + length, bytes.length)
    const isExif = marker === 0xe1 && end - start >= 8 && view.getUint32(position + 4) === 0x45786966
    if (isExif) {
      const block = tiff(view, start, end)
      const main = block.entries(block.u32(4))
      const turned = main.get(orientationTag)
      if (turned !== undefined) {
        const value = block.u16(turned + 8)
        if (at.length === 0 && value >= 1 && value <= 8) orientation = value
        at.push({ offset: start + turned + 8, little: block.little })
      }
      const more = main.get(exifTag)
      const details = block.entries(more === undefined ? 0 : block.u32(more + 8))
      const taken = details.get(takenTag)
      const zone = details.get(offsetTag)
      if (taken !== undefined) takenAt ??= instant(block.text(taken), zone === undefined ? '' : block.text(zone))
    }
    position += 2 + length
  }
  return { orientation, at, takenAt }
}

/**
 * The same JPEG said to be upright: engines differ in whether they turn what they decode (and did so twice), so none of
 * them is told, and we turn it ourselves, exactly once.
 */
export const asUpright = (bytes: Uint8Array<ArrayBuffer>, { at }: Pick<Exif, 'at'>): Uint8Array<ArrayBuffer> => {
  if (at.length === 0) return bytes
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (const { offset, little } of at) view.setUint16(offset, 1, little)
  return copy
}
