import type { Data, Value } from '../../../domain/value.ts'
import { isObject, text } from '../../../domain/value.ts'
import type { PhotoInfo } from '../../vault/vault.ts'

/** A photo as a record holds it (DESIGN.md 3): what it is; its bytes travel apart. */
export type Photo = Data & { readonly hash: string; readonly name: string; readonly size: number }

const isPhoto = (value: Value): value is Photo =>
  isObject(value) &&
  typeof value['hash'] === 'string' &&
  typeof value['name'] === 'string' &&
  typeof value['size'] === 'number'

/** The photos of a field's value; what isn't one is passed over. */
export const photosOf = (value: Value | undefined): readonly Photo[] =>
  Array.isArray(value) ? value.filter(isPhoto) : []

/** A kept photo as its field's value holds it. */
export const valueOf = ({ hash, name, size, width, height, takenAt, originalHash }: PhotoInfo): Photo => ({
  hash,
  name,
  size,
  ...(width === undefined ? {} : { width }),
  ...(height === undefined ? {} : { height }),
  ...(takenAt === undefined ? {} : { takenAt }),
  ...(originalHash === undefined ? {} : { originalHash }),
})

const album = 'album-'

/** A photo's name says which way it came and when: a value holds no other word for it. */
export const nameOf = (file: string, takenAt: string, fromAlbum: boolean, ending: string): string => {
  const stamp = takenAt.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const plain = file.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}_ -]/gu, '')
  const own = Array.from(plain).slice(0, 60).join('')
  return `${fromAlbum ? `${album}${own || stamp}` : `photo-${stamp}`}.${ending === 'jpeg' ? 'jpg' : ending}`
}

/** It was chosen from the album and not taken on the spot. */
export const isFromAlbum = (photo: Photo): boolean => photo.name.startsWith(album)

/** It is kept as the camera made it, and no browser of ours draws it. */
export const isUndrawn = (photo: Photo): boolean => photo.name.endsWith('.heic')

export const takenAtOf = (photo: Photo): string => text(photo['takenAt']) ?? ''

/** 620 KB, 1.4 MB. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`

export const sizeOf = (photos: readonly { readonly size: number }[]): number =>
  photos.reduce((sum, photo) => sum + photo.size, 0)
