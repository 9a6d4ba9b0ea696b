import type { QueueEntry } from '../sync/ledger-types.ts'
import type { Cipher } from './cipher.ts'
import { byAge, isOver, photoHashes } from './photo-rules.ts'
import type { PhotoRow, Writing } from './schema.ts'
import type { Transactions } from './transactions.ts'
import { nothing } from './transactions.ts'
import type { PhotoInfo, Vault } from './vault.ts'

type Told = Pick<PhotoInfo, 'name' | 'type' | 'width' | 'height' | 'takenAt' | 'originalHash'>

const told = ({ name, type, width, height, takenAt, originalHash }: PhotoInfo): Told => ({
  name,
  type,
  ...(width === undefined ? {} : { width }),
  ...(height === undefined ? {} : { height }),
  ...(takenAt === undefined ? {} : { takenAt }),
  ...(originalHash === undefined ? {} : { originalHash }),
})

/** A photo's row: what sending it needs stays open. */
export async function photoRow(cipher: Cipher, photo: PhotoInfo): Promise<PhotoRow> {
  const sealing = cipher.seal(`photos/${photo.hash}`, told(photo))
  const { name: _name, type: _type, width: _width, height: _height, takenAt: _at, originalHash: _of, ...open } = photo
  return { ...open, sealed: await sealing }
}

/** The photo of a row. */
export async function photoOf(cipher: Cipher, { sealed, ...open }: PhotoRow): Promise<PhotoInfo> {
  return { ...((await cipher.open(`photos/${open.hash}`, sealed)) as Told), ...open }
}

/** Notes on the photos of these entries which record was saved with them: from now on they are to be sent. */
export async function takeUp(tx: Writing, add: readonly QueueEntry[]): Promise<void> {
  const photos = tx.objectStore('photos')
  for (const { change } of add)
    for (const hash of photoHashes(change.set)) {
      const photo = await photos.get(hash)
      if (photo && photo.recordId === undefined) await photos.put({ ...photo, recordId: change.recordId })
    }
}

type PhotoPart = Pick<Vault, 'keepPhoto' | 'photo' | 'photos' | 'notePhoto' | 'forgetPhotos'>

/** The photos' part of the vault over IndexedDB. */
export const idbPhotos = (cipher: Cipher, { write, read }: Transactions): PhotoPart => ({
  keepPhoto: (photo, { bytes, thumb }) =>
    write(
      ['photos', 'photoBytes'],
      'strict',
      () =>
        Promise.all([
          photoRow(cipher, photo),
          cipher.sealBytes(`bytes/${photo.hash}`, bytes),
          thumb && cipher.sealBytes(`thumb/${photo.hash}`, thumb),
        ]),
      async (tx, [row, sealedBytes, sealedThumb]) => {
        if ((await tx.objectStore('photos').getKey(photo.hash)) !== undefined) return
        await tx.objectStore('photos').add(row)
        await tx.objectStore('photoBytes').put({ bytes: sealedBytes, thumb: sealedThumb }, photo.hash)
      },
    ),
  photo: async (hash) => {
    const kept = await read(['photoBytes'], (tx) => tx.objectStore('photoBytes').get(hash))
    if (!kept) return null
    const [bytes, thumb] = await Promise.all([
      cipher.openBytes(`bytes/${hash}`, kept.bytes),
      kept.thumb && cipher.openBytes(`thumb/${hash}`, kept.thumb),
    ])
    return { bytes, thumb }
  },
  photos: async () => {
    const rows = await read(['photos'], (tx) => tx.objectStore('photos').getAll())
    return byAge(await Promise.all(rows.map((row) => photoOf(cipher, row))))
  },
  notePhoto: (hash, news) =>
    write(['photos'], 'strict', nothing, async (tx) => {
      const photo = await tx.objectStore('photos').get(hash)
      if (photo) await tx.objectStore('photos').put({ ...photo, ...news })
    }),
  forgetPhotos: (before) =>
    write(['photos', 'photoBytes', 'workingCopies'], 'relaxed', nothing, async (tx) => {
      const photos = tx.objectStore('photos')
      const copies = await tx.objectStore('workingCopies').getAll()
      const inForms = new Set(copies.flatMap((copy) => copy.photos))
      for (const photo of await photos.getAll()) {
        if (inForms.has(photo.hash) || !isOver(photo, before)) continue
        await photos.delete(photo.hash)
        await tx.objectStore('photoBytes').delete(photo.hash)
      }
    }),
})
