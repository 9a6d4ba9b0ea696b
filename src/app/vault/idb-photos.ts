import type { IDBPTransaction, StoreNames } from 'idb'
import type { QueueEntry } from '../sync/ledger-types.ts'
import { byAge, isOver, photoHashes } from './photo-rules.ts'
import type { VaultSchema } from './upgrades.ts'
import type { Vault, Written } from './vault.ts'

type Store = StoreNames<VaultSchema>
type Writing = IDBPTransaction<VaultSchema, Store[], 'readwrite'>
type Reading = IDBPTransaction<VaultSchema, Store[], 'readonly'>

/** How the vault begins a transaction. */
export type Transactions = {
  readonly write: (
    names: Store[],
    durability: 'strict' | 'relaxed',
    work: (tx: Writing) => Promise<unknown>,
  ) => Promise<Written>
  readonly read: <T>(names: Store[], work: (tx: Reading) => Promise<T>) => Promise<T>
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

/** The photos' part of the vault over IndexedDB. */
export const idbPhotos = ({
  write,
  read,
}: Transactions): Pick<Vault, 'keepPhoto' | 'photo' | 'photos' | 'notePhoto' | 'forgetPhotos'> => ({
  keepPhoto: (photo, content) =>
    write(['photos', 'photoBytes'], 'strict', async (tx) => {
      if ((await tx.objectStore('photos').getKey(photo.hash)) !== undefined) return
      await tx.objectStore('photos').add(photo)
      await tx.objectStore('photoBytes').put(content, photo.hash)
    }),
  photo: (hash) => read(['photoBytes'], async (tx) => (await tx.objectStore('photoBytes').get(hash)) ?? null),
  photos: () => read(['photos'], async (tx) => byAge(await tx.objectStore('photos').getAll())),
  notePhoto: (hash, news) =>
    write(['photos'], 'strict', async (tx) => {
      const photo = await tx.objectStore('photos').get(hash)
      if (photo) await tx.objectStore('photos').put({ ...photo, ...news })
    }),
  forgetPhotos: (before) =>
    write(['photos', 'photoBytes', 'workingCopies'], 'relaxed', async (tx) => {
      const photos = tx.objectStore('photos')
      const inForms = photoHashes(await tx.objectStore('workingCopies').getAll())
      for (const photo of await photos.getAll()) {
        if (inForms.has(photo.hash) || !isOver(photo, before)) continue
        await photos.delete(photo.hash)
        await tx.objectStore('photoBytes').delete(photo.hash)
      }
    }),
})
