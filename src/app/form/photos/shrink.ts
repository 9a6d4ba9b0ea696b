import type { Exif } from './exif.ts'
import { asUpright, readExif } from './exif.ts'
import type { FileKind } from '../../../domain/record/file-kind.ts'
import { fileKind } from '../../../domain/record/file-kind.ts'
import { hashOf } from './hash.ts'
import type { Size } from './turn.ts'
import { shrunk, uprightMatrix } from './turn.ts'

/** A photo as it is kept: shrunk and upright, or as it came where no engine of ours can draw it. */
export type Shrunk = {
  readonly kind: FileKind
  readonly bytes: ArrayBuffer
  readonly hash: string
  readonly thumb: ArrayBuffer | null
  readonly originalHash: string
  readonly size: Size | null
  /** By the EXIF. */
  readonly takenAt: string | null
}

/** What a page, or a worker, can draw with. */
export type Studio = {
  readonly decode: (
    picture: Blob,
  ) => Promise<{ readonly image: CanvasImageSource; readonly size: Size; readonly close: () => void }>
  /** Draws on a canvas of that size and gives it as JPEG, at each quality until `fits`. */
  readonly encode: (
    size: Size,
    draw: (on: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D) => void,
    qualities: readonly number[],
    fits: (bytes: number) => boolean,
  ) => Promise<ArrayBuffer>
}

const longEdge = 1600
const thumbEdge = 360
/** What a photo should weigh on a village's line, about; and how hard it is pressed for that. */
const wantedBytes = 240_000
const qualities = [0.82, 0.74, 0.66, 0.58, 0.5]

/** What a file may weigh that is kept as it came, on the phone and on the server. */
const mostBytes = 20 * 1024 * 1024

/** Why a file is no photo of ours: other: no picture that we take; broken: it can't be drawn. */
export type NoPhotoCode = 'other' | 'broken' | 'tooLarge'

export class NoPhoto extends Error {
  readonly code: NoPhotoCode
  constructor(code: NoPhotoCode) {
    super(`no photo: ${code}`)
    this.code = code
  }
}

const upright: Exif = { orientation: 1, at: [], takenAt: null }

/** Makes of a picked file what the phone keeps. One at a time: a picture of 12 megapixels takes 48 MB while it is open. */
export const shrink = async (original: ArrayBuffer, studio: Studio): Promise<Shrunk> => {
  const bytes = new Uint8Array(original)
  const kind = fileKind(bytes)
  if (kind === null) throw new NoPhoto('other')
  if (kind === 'heic' && bytes.length > mostBytes) throw new NoPhoto('tooLarge')
  const originalHash = await hashOf(bytes)
  if (kind === 'heic')
    return { kind, bytes: original, hash: originalHash, thumb: null, originalHash, size: null, takenAt: null }
  const exif = kind === 'jpeg' ? readExif(bytes) : upright
  const blob = new Blob([kind === 'jpeg' ? asUpright(bytes, exif) : bytes], { type: `image/${kind}` })
  const picture = await studio.decode(blob).catch(() => {
    throw new NoPhoto('broken')
  })
  try {
    const drawn = async (edge: number, tries: readonly number[], most: number) => {
      const raw = shrunk(picture.size, edge, 1)
      const size = shrunk(picture.size, edge, exif.orientation)
      const made = await studio.encode(
        size,
        (on) => {
          // PNGs may be transparent, JPEG isn't.
          on.fillStyle = 'white'
          on.fillRect(0, 0, size.width, size.height)
          on.imageSmoothingQuality = 'high'
          on.transform(...uprightMatrix(exif.orientation, size))
          on.drawImage(picture.image, 0, 0, raw.width, raw.height)
        },
        tries,
        (length) => length <= most,
      )
      return { size, made }
    }
    const whole = await drawn(longEdge, qualities, wantedBytes)
    const thumb = await drawn(thumbEdge, [0.7], Infinity)
    const hash = await hashOf(whole.made)
    return {
      kind: 'jpeg',
      bytes: whole.made,
      hash,
      thumb: thumb.made,
      originalHash,
      size: whole.size,
      takenAt: exif.takenAt,
    }
  } finally {
    picture.close()
  }
}
