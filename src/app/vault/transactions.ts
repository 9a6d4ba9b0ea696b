import type { OpenStore } from './open-database.ts'
import type { Reading, Store, VaultSchema, Writing } from './schema.ts'
import type { WriteProblem, Written } from './vault.ts'
import { VaultError } from './vault.ts'

type Durability = 'strict' | 'relaxed'

/** How a vault begins its transactions. */
export type Transactions = {
  /**
   * One write: `prepare` seals what goes in (it is called at once, so that what goes in is copied), `work` puts it
   * there. Transactions begin in the order of the calls, however long the sealing takes.
   */
  readonly write: <P>(
    names: Store[],
    durability: Durability,
    prepare: () => Promise<P>,
    work: (tx: Writing, prepared: P) => Promise<unknown>,
  ) => Promise<Written>
  readonly read: <T>(names: Store[], work: (tx: Reading) => Promise<T>) => Promise<T>
}

const problemOf = (error: unknown): WriteProblem => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return 'full'
  return name === 'InvalidStateError' ? 'closed' : 'unknown'
}

const late = Symbol('late')

/** Resolves to `late` where the work takes longer: browsers have left transactions hanging on a full disk. */
const within = async <T>(work: Promise<T>, milliseconds: number): Promise<T | typeof late> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const alarm = new Promise<typeof late>((done) => {
    timer = setTimeout(() => done(late), milliseconds)
  })
  try {
    return await Promise.race([work, alarm])
  } finally {
    clearTimeout(timer)
  }
}

const abort = (tx: Writing | Reading): void => {
  try {
    tx.abort()
  } catch {
    // It is over already.
  }
}

/** Nothing to seal beforehand. */
export const nothing = async (): Promise<void> => undefined

/** The transactions of an open store. `timeoutMs`: after that a call is told as not done, and undone if it can be. */
export function transactionsOf(store: OpenStore<VaultSchema>, timeoutMs: number): Transactions {
  let turn: Promise<unknown> = Promise.resolve()

  const begin = async <P>(
    names: Store[],
    durability: Durability,
    sealing: Promise<P>,
    work: (tx: Writing, prepared: P) => Promise<unknown>,
  ): Promise<() => Promise<Written>> => {
    const prepared = await sealing
    if (store.isClosed()) return async () => ({ ok: false, code: 'closed' })
    const tx = store.db.transaction(names, 'readwrite', { durability })
    const worked = work(tx, prepared)
    const done = Promise.all([worked, tx.done])
    worked.catch(() => abort(tx))
    return async () => {
      try {
        if ((await within(done, timeoutMs)) !== late) return { ok: true }
        done.catch(() => undefined)
        abort(tx)
        return { ok: false, code: 'unknown' }
      } catch (error) {
        // The transaction knows better than the request why it failed: a full disk shows only there.
        return { ok: false, code: problemOf(tx.error ?? error) }
      }
    }
  }

  return {
    write: async (names, durability, prepare, work) => {
      if (store.isClosed()) return { ok: false, code: 'closed' }
      const sealing = prepare()
      sealing.catch(() => undefined)
      const begun = turn.then(() => begin(names, durability, sealing, work))
      turn = begun.catch(() => undefined)
      try {
        return await (
          await begun
        )()
      } catch (error) {
        return { ok: false, code: problemOf(error) }
      }
    },
    read: async (names, work) => {
      if (store.isClosed()) throw new VaultError('closed')
      try {
        const tx = store.db.transaction(names, 'readonly')
        const outcome = await within(Promise.all([work(tx), tx.done]), timeoutMs)
        if (outcome === late) throw new VaultError('unknown')
        return outcome[0]
      } catch (error) {
        throw error instanceof VaultError ? error : new VaultError(problemOf(error))
      }
    },
  }
}
