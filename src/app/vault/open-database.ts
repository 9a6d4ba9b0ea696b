import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import { openDB } from 'idb'

/** One step of a database from a version to the next. */
export type Step<Schema extends DBSchema> = (
  db: IDBPDatabase<Schema>,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void

/**
 * blocked: an older window holds the store, we wait for it; opened: it is over. outdated: a newer version wants the
 * store (or has it), this window has let go. closed: the browser took it away. unavailable: there is none to be had.
 */
export type StoreNews = 'blocked' | 'opened' | 'outdated' | 'closed' | 'unavailable'

export type OpenOptions<Schema extends DBSchema> = {
  readonly name: string
  readonly onNews: (news: StoreNews) => void
  /** How long a window that must let go still takes writes: what is being typed gets in. */
  readonly graceMs?: number
  /** The ladder to climb. */
  readonly steps: readonly Step<Schema>[]
}

/** The open store, and what has become of it. */
export type OpenStore<Schema extends DBSchema> = {
  readonly db: IDBPDatabase<Schema>
  readonly isClosed: () => boolean
  readonly close: () => void
}

/** Opens and upgrades the store. Null: told why by `onNews`. Waits while `blocked`, which is told. */
export async function openDatabase<Schema extends DBSchema>({
  name,
  onNews,
  graceMs = 700,
  steps,
}: OpenOptions<Schema>): Promise<OpenStore<Schema> | null> {
  let closed = false
  let waiting = false
  try {
    const db = await openDB<Schema>(name, steps.length, {
      upgrade: (opened, from, _to, transaction) => {
        for (const step of steps.slice(from)) step(opened, transaction)
      },
      blocked: () => {
        waiting = true
        onNews('blocked')
      },
      blocking: (_from, _to, event) => {
        onNews('outdated')
        setTimeout(() => {
          closed = true
          ;(event.target as IDBDatabase).close()
        }, graceMs)
      },
      terminated: () => {
        closed = true
        onNews('closed')
      },
    })
    if (waiting) onNews('opened')
    const close = (): void => {
      closed = true
      db.close()
    }
    return { db, isClosed: () => closed, close }
  } catch (error) {
    // VersionError: a newer app has been here, and the database only moves forward.
    onNews(error instanceof DOMException && error.name === 'VersionError' ? 'outdated' : 'unavailable')
    return null
  }
}
