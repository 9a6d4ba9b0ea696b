type Tags = {
  readonly orientation?: number
  readonly taken?: string
  readonly offset?: string
  readonly little?: boolean
}

/** An EXIF segment as a camera writes it. */
export const exifSegment = ({ orientation, taken, offset, little = false }: Tags): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(200)
  const view = new DataView(bytes.buffer)
  const tiff = 10
  const u16 = (at: number, value: number): void => view.setUint16(tiff + at, value, little)
  const u32 = (at: number, value: number): void => view.setUint32(tiff + at, value, little)
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    u16(at, tag)
    u16(at + 2, type)
    u32(at + 4, count)
    if (type === 3) u16(at + 8, value)
    else u32(at + 8, value)
  }
  view.setUint16(0, 0xffe1)
  view.setUint16(2, bytes.length - 2)
  view.setUint32(4, 0x45786966)
  view.setUint16(tiff, little ? 0x4949 : 0x4d4d)
  u16(2, 42)
  u32(4, 8)
  u16(8, 2)
  if (orientation !== undefined) entry(10, 0x0112, 3, 1, orientation)
  entry(22, 0x8769, 4, 1, 50)
  u16(50, 2)
  const write = (at: number, tag: number, where: number, text: string): void => {
    entry(at, tag, 2, text.length + 1, where)
    for (let index = 0; index < text.length; index += 1) view.setUint8(tiff + where + index, text.charCodeAt(index))
  }
  if (taken !== undefined) write(52, 0x9003, 100, taken)
  if (offset !== undefined) write(64, 0x9011, 140, offset)
  return bytes
}

/** A JPEG with that segment as its first. */
export const withExif = (jpeg: Uint8Array, tags: Tags): Uint8Array<ArrayBuffer> => {
  const segment = exifSegment(tags)
  const whole = new Uint8Array(jpeg.length + segment.length)
  whole.set(jpeg.subarray(0, 2))
  whole.set(segment, 2)
  whole.set(jpeg.subarray(2), 2 + segment.length)
  return whole
}
