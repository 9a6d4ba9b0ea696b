import '../../i18n/photo-words.ts'
import { nowText } from '../../i18n/dates.ts'
import type { PhotoBytes, PhotoInfo, Written } from '../../vault/vault.ts'
import { NoPhoto, shrink } from './shrink.ts'
import type { Shrunk } from './shrink.ts'
import type { Answer } from './shrink.worker.ts'
import { pageStudio } from './studio.ts'
import type { Photo } from './value.ts'
import { nameOf, valueOf } from './value.ts'

/** A worker that is silent for so long has died of a picture too large for it. */
const patienceMs = 20_000

/** In a worker, so that the form stays quick; null: this engine's workers can't. */
const inWorker = (original: ArrayBuffer): Promise<Shrunk | null> =>
  new Promise((done, fail) => {
    if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return void done(null)
    const worker = new Worker(new URL('./shrink.worker.ts', import.meta.url))
    const end = (work: () => void): void => {
      clearTimeout(timer)
      worker.terminate()
      work()
    }
    const timer = setTimeout(() => end(() => done(null)), patienceMs)
    worker.addEventListener('error', () => end(() => done(null)))
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
      end(() => {
        if (data.ok) done(data.photo)
        else if (data.code === 'cannot') done(null)
        else fail(new NoPhoto(data.code))
      }),
    )
    worker.postMessage(original)
  })

export type Taken = { readonly info: PhotoInfo; readonly content: PhotoBytes }

/** Makes a photo of a picked file: shrunk, upright, hashed. Rejects with NoPhoto where it is none. */
const takePhoto = async (file: File, fromAlbum: boolean): Promise<Taken> => {
  const original = await file.arrayBuffer()
  const made = (await inWorker(original)) ?? (await shrink(original, pageStudio))
  const takenAt = made.takenAt ?? nowText(file.lastModified || Date.now())
  return {
    info: {
      hash: made.hash,
      name: nameOf(file.name, takenAt, fromAlbum, made.kind),
      type: `image/${made.kind}`,
      size: made.bytes.byteLength,
      ...made.size,
      takenAt,
      originalHash: made.originalHash,
      addedAt: new Date().toISOString(),
      state: 'kept',
    },
    content: { bytes: made.bytes, thumb: made.thumb },
  }
}

/** Where a photo is kept; the ledger, on the phone. */
type Keeper = { readonly keepPhoto: (photo: PhotoInfo, content: PhotoBytes) => Promise<Written> }

/**
 * Keeps a picked file and gives what its field is to hold; else the key of the words that say why not. What the field
 * holds is on the disk, whole: a form that is killed now comes back with it.
 */
export const takeInto = async (
  keeper: Keeper,
  file: File,
  fromAlbum: boolean,
  isThere: (hash: string) => boolean,
): Promise<Photo | string> => {
  try {
    const { info, content } = await takePhoto(file, fromAlbum)
    if (isThere(info.hash)) return 'no.twice'
    const written = await keeper.keepPhoto(info, content)
    return written.ok ? valueOf(info) : `failed.${written.code}`
  } catch (error) {
    // Also a file that the phone takes back before it was read.
    return `no.${error instanceof NoPhoto ? error.code : 'broken'}`
  }
}
