import type { DBSchema } from 'idb'
import type { QueueEntry, ServerRecord, WorkingCopy } from '../sync/ledger-types.ts'
import type { Envelope } from './envelope.ts'
import type { Step } from './open-database.ts'
import type { Acked, KeptAnswer, PhotoBytes, PhotoInfo } from './vault.ts'

/**
 * The phone's own database: whose vaults there are. Up to version 2 it was the one vault itself, unsealed: what such a
 * phone still holds is brought into a vault and taken out here (`legacy.ts`).
 */
export interface PhoneSchema extends DBSchema {
  vaults: { key: string; value: Envelope }
  /** `deviceKey`: a CryptoKey that can't be read out, for the labels of the lock screen; `last`: who was here last. */
  phone: { key: string; value: unknown }

  /** Of versions 1 and 2. One value a key: session, username, kinds, cursor, seen, attention, mended. */
  meta: { key: string; value: unknown }
  records: { key: string; value: { id: string; mark: number; record: ServerRecord } }
  outbox: { key: number; value: { changeId: string; entry: QueueEntry }; indexes: { changeId: string } }
  workingCopies: { key: string; value: WorkingCopy }
  answers: { key: string; value: KeptAnswer }
  acked: { key: string; value: { id: string; open?: 1; one: Acked }; indexes: { open: number } }
  photos: { key: string; value: PhotoInfo }
  photoBytes: { key: string; value: PhotoBytes }
}

export const phoneDatabase = 'gridbook'

/**
 * The steps from each version to the next; the first makes an empty database into version 1. A step that a released
 * version has run is never altered: add one. `tests/app/vault/legacy.test.ts` opens a fixture of each version.
 */
export const phoneUpgrades: readonly Step<PhoneSchema>[] = [
  (db) => {
    db.createObjectStore('meta')
    db.createObjectStore('records', { keyPath: 'id' })
    db.createObjectStore('outbox', { autoIncrement: true }).createIndex('changeId', 'changeId', { unique: true })
    db.createObjectStore('workingCopies', { keyPath: 'id' })
    db.createObjectStore('answers')
    db.createObjectStore('acked', { keyPath: 'id' }).createIndex('open', 'open')
  },
  (db) => {
    db.createObjectStore('photos', { keyPath: 'hash' })
    db.createObjectStore('photoBytes')
  },
  (db) => {
    db.createObjectStore('vaults', { keyPath: 'user' })
    db.createObjectStore('phone')
  },
]
