import type { DBSchema, IDBPTransaction, StoreNames } from 'idb'
import type { SealedChange } from '../../domain/record/sealed.ts'
import type { QueueEntry } from '../sync/ledger-types.ts'
import type { Sealed } from './cipher.ts'
import type { Step } from './open-database.ts'
import type { LockedAnswer, PhotoInfo } from './vault.ts'

/** A change on its way: what sending it needs stands open, all else is sealed. */
export type OutboxRow = Pick<QueueEntry, 'state' | 'tries' | 'nextTryAt'> & {
  readonly changeId: string
  readonly recordId: string
  /** The entry, for the app. */
  readonly entry: Sealed
  /** The change, for the server; null until its key is known. */
  readonly item: SealedChange | null
  readonly answer?: LockedAnswer
}

/** Of a photo stands open what sending it needs. */
export type PhotoRow = Omit<PhotoInfo, 'name' | 'type' | 'width' | 'height' | 'takenAt' | 'originalHash'> & {
  readonly sealed: Sealed
}

/** The stores of one user's vault as the newest version has them. Names and texts are sealed, ids and times are not. */
export interface VaultSchema extends DBSchema {
  /** Sealed: session, username, kinds, attention. Open: cursor, seen, mended, mark, sweeping, lease, serverKey. */
  meta: { key: string; value: unknown }
  /** `mark`: the sweep in which it was last seen. */
  records: { key: string; value: { id: string; mark: number; sealed: Sealed } }
  /** The key is the order of saving. */
  outbox: { key: number; value: OutboxRow; indexes: { changeId: string } }
  /** `photos`: the hashes of those in it. */
  workingCopies: { key: string; value: { id: string; photos: readonly string[]; sealed: Sealed } }
  /** The key is a digest of the question: that can hold words too. */
  answers: { key: string; value: Sealed }
  /** `open` is 1 until a pull has come after it, then absent (so the index holds only the open ones). */
  acked: { key: string; value: { id: string; open?: 1; at: string; sealed: Sealed }; indexes: { open: number } }
  photos: { key: string; value: PhotoRow }
  /** By the photo's hash. */
  photoBytes: { key: string; value: { bytes: Sealed; thumb: Sealed | null } }
}

/** The database of a user's vault. */
export const vaultDatabase = (user: string): string => `gridbook.${user}`

export type Store = StoreNames<VaultSchema>
export type Writing = IDBPTransaction<VaultSchema, Store[], 'readwrite'>
export type Reading = IDBPTransaction<VaultSchema, Store[], 'readonly'>

/**
 * The steps from each version of a vault to the next; the first makes an empty database into version 1. A step that a
 * released version has run is never altered: add one. `tests/app/vault/open-database.test.ts` opens a fixture of each.
 */
export const vaultUpgrades: readonly Step<VaultSchema>[] = [
  (db) => {
    db.createObjectStore('meta')
    db.createObjectStore('records', { keyPath: 'id' })
    db.createObjectStore('outbox', { autoIncrement: true }).createIndex('changeId', 'changeId', { unique: true })
    db.createObjectStore('workingCopies', { keyPath: 'id' })
    db.createObjectStore('answers')
    db.createObjectStore('acked', { keyPath: 'id' }).createIndex('open', 'open')
    db.createObjectStore('photos', { keyPath: 'hash' })
    db.createObjectStore('photoBytes')
  },
]
