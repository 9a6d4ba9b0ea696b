import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { QueueEntry, ServerRecord, WorkingCopy } from '../sync/ledger-types.ts'
import type { Acked, KeptAnswer, PhotoBytes, PhotoInfo } from './vault.ts'

/** The stores as the newest version has them. */
export interface VaultSchema extends DBSchema {
  /** One value a key: session, username, kinds, cursor, seen, attention, mended, mark, sweeping, lease. */
  meta: { key: string; value: unknown }
  /** `mark`: the sweep in which it was last seen. */
  records: { key: string; value: { id: string; mark: number; record: ServerRecord } }
  /** The key is the order of saving. */
  outbox: { key: number; value: { changeId: string; entry: QueueEntry }; indexes: { changeId: string } }
  workingCopies: { key: string; value: WorkingCopy }
  answers: { key: string; value: KeptAnswer }
  /** `open` is 1 until a pull has come after it, then absent (so the index holds only the open ones). */
  acked: { key: string; value: { id: string; open?: 1; one: Acked }; indexes: { open: number } }
  /** What is known of each photo; light, read at the start. */
  photos: { key: string; value: PhotoInfo }
  /** By the photo's hash. Buffers, not blobs: some engines keep blobs badly, and buffers can be sealed later. */
  photoBytes: { key: string; value: PhotoBytes }
}

export type VaultDatabase = IDBPDatabase<VaultSchema>
type Upgrade = (
  db: VaultDatabase,
  transaction: IDBPTransaction<VaultSchema, StoreNames<VaultSchema>[], 'versionchange'>,
) => void

/**
 * The steps from each version to the next; the first makes an empty database into version 1. A step that a released
 * version has run is never altered: add one. `tests/app/vault/open-database.test.ts` opens a fixture of each version.
 */
export const upgrades: readonly Upgrade[] = [
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
]
