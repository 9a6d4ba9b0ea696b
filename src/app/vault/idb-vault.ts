import type { IDBPTransaction, StoreNames } from 'idb'
import type { Kind } from '../../domain/kinds/kind.ts'
import type { QueueEntry, Session } from '../sync/ledger-types.ts'
import { idbPhotos, takeUp } from './idb-photos.ts'
import type { OpenStore } from './open-database.ts'
import { byAge } from './photo-rules.ts'
import type { VaultSchema } from './upgrades.ts'
import type { Head, Meta, Vault, WriteProblem, Written } from './vault.ts'
import { furtherHead, VaultError } from './vault.ts'

type Store = StoreNames<VaultSchema>
type Writing = IDBPTransaction<VaultSchema, Store[], 'readwrite'>
type Reading = IDBPTransaction<VaultSchema, Store[], 'readonly'>
const everything: Store[] = ['meta', 'records', 'outbox', 'workingCopies', 'answers', 'acked', 'photos', 'photoBytes']
type Durability = 'strict' | 'relaxed'

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

/** The vault over IndexedDB. `timeoutMs`: after that a call is told as not done, and undone if it can be. */
export function makeIdbVault(store: OpenStore, timeoutMs = 8000): Vault {
  const write = async (
    names: Store[],
    durability: Durability,
    work: (tx: Writing) => Promise<unknown>,
  ): Promise<Written> => {
    if (store.isClosed()) return { ok: false, code: 'closed' }
    let tx: Writing | undefined
    try {
      const begun = store.db.transaction(names, 'readwrite', { durability })
      tx = begun
      const worked = work(begun)
      const done = Promise.all([worked, begun.done])
      worked.catch(() => abort(begun))
      const outcome = await within(done, timeoutMs)
      if (outcome !== late) return { ok: true }
      done.catch(() => undefined)
      abort(begun)
      return { ok: false, code: 'unknown' }
    } catch (error) {
      // The transaction knows better than the request why it failed: a full disk shows only there.
      return { ok: false, code: problemOf(tx?.error ?? error) }
    }
  }
  const read = async <T>(names: Store[], work: (tx: Reading) => Promise<T>): Promise<T> => {
    if (store.isClosed()) throw new VaultError('closed')
    try {
      const tx = store.db.transaction(names, 'readonly')
      const outcome = await within(Promise.all([work(tx), tx.done]), timeoutMs)
      if (outcome === late) throw new VaultError('unknown')
      return outcome[0]
    } catch (error) {
      throw error instanceof VaultError ? error : new VaultError(problemOf(error))
    }
  }
  const metaOf = async (tx: Reading | Writing): Promise<Meta> => {
    const meta = tx.objectStore('meta')
    const [session, username, cursor, seen, attention, mended, sweeping] = await Promise.all(
      ['session', 'username', 'cursor', 'seen', 'attention', 'mended', 'sweeping'].map((key) => meta.get(key)),
    )
    return {
      session: (session as Session | undefined) ?? null,
      username: (username as string | undefined) ?? null,
      cursor: (cursor as string | undefined) ?? null,
      seen: (seen as Head | undefined) ?? null,
      attention: (attention as readonly QueueEntry[] | undefined) ?? [],
      mended: (mended as readonly string[] | undefined) ?? [],
      sweeping: sweeping === true,
    }
  }
  const raiseSeen = async (tx: Writing, seen: Head | null): Promise<void> => {
    const meta = tx.objectStore('meta')
    const further = furtherHead(((await meta.get('seen')) as Head | undefined) ?? null, seen)
    if (further) await meta.put(further, 'seen')
  }
  const sweep = async (tx: Writing, mark: number): Promise<void> => {
    for (let at = await tx.objectStore('records').openCursor(); at; at = await at.continue())
      if (at.value.mark !== mark) await at.delete()
    await tx.objectStore('meta').put(false, 'sweeping')
  }
  const confirmAcked = async (tx: Writing): Promise<void> => {
    const acked = tx.objectStore('acked')
    for (const { id, one } of await acked.index('open').getAll()) await acked.put({ id, one: { ...one, pulled: true } })
  }
  const putMeta = (key: string, value: unknown, durability: Durability): Promise<Written> =>
    write(['meta'], durability, (tx) => tx.objectStore('meta').put(value, key))

  return {
    load: () =>
      read(['meta', 'records', 'outbox', 'workingCopies', 'acked', 'photos'], async (tx) => {
        const [meta, kinds, records, outbox, workingCopies, acked, photos] = await Promise.all([
          metaOf(tx),
          tx.objectStore('meta').get('kinds'),
          tx.objectStore('records').getAll(),
          tx.objectStore('outbox').getAll(),
          tx.objectStore('workingCopies').getAll(),
          tx.objectStore('acked').index('open').getAll(),
          tx.objectStore('photos').getAll(),
        ])
        return {
          ...meta,
          kinds: (kinds as readonly Kind[] | undefined) ?? [],
          records: records.map((kept) => kept.record),
          outbox: outbox.map((kept) => kept.entry),
          workingCopies,
          acked: acked.map((kept) => kept.one),
          photos: byAge(photos),
        }
      }),
    meta: () => read(['meta'], metaOf),
    outbox: () => read(['outbox'], async (tx) => (await tx.objectStore('outbox').getAll()).map((kept) => kept.entry)),
    save: ({ add, dropCopy, drop }) =>
      write(['outbox', 'workingCopies', 'meta', 'photos'], 'strict', async (tx) => {
        const outbox = tx.objectStore('outbox')
        for (const entry of add) {
          const changeId = entry.change.id
          if ((await outbox.index('changeId').getKey(changeId)) === undefined) await outbox.add({ changeId, entry })
        }
        await takeUp(tx, add)
        if (dropCopy !== undefined) await tx.objectStore('workingCopies').delete(dropCopy)
        if (drop === undefined) return
        const key = await outbox.index('changeId').getKey(drop)
        if (key !== undefined) await outbox.delete(key)
        const { mended } = await metaOf(tx)
        await tx.objectStore('meta').put([...mended, drop], 'mended')
      }),
    settle: ({ acked, changed, seen }) =>
      write(['outbox', 'acked', 'meta'], 'strict', async (tx) => {
        const outbox = tx.objectStore('outbox')
        for (const one of acked) {
          const id = one.change.id
          const key = await outbox.index('changeId').getKey(id)
          if (key !== undefined) await outbox.delete(key)
          await tx.objectStore('acked').put(one.pulled ? { id, one } : { id, open: 1, one })
        }
        for (const entry of changed) {
          const key = await outbox.index('changeId').getKey(entry.change.id)
          if (key !== undefined) await outbox.put({ changeId: entry.change.id, entry }, key)
        }
        await raiseSeen(tx, seen)
      }),
    saveCopy: (copy) => write(['workingCopies'], 'strict', (tx) => tx.objectStore('workingCopies').put(copy)),
    dropCopy: (id) => write(['workingCopies'], 'strict', (tx) => tx.objectStore('workingCopies').delete(id)),
    takePage: ({ records, gone, cursor, seen, last }) =>
      write(['records', 'meta', 'acked'], 'relaxed', async (tx) => {
        const meta = tx.objectStore('meta')
        const mark = ((await meta.get('mark')) as number | undefined) ?? 0
        const store = tx.objectStore('records')
        await Promise.all(records.map((record) => store.put({ id: record.id, mark, record })))
        await Promise.all(gone.map((id) => store.delete(id)))
        await meta.put(cursor, 'cursor')
        await raiseSeen(tx, seen)
        if (!last) return
        await confirmAcked(tx)
        if ((await meta.get('sweeping')) === true) await sweep(tx, mark)
      }),
    beginSweep: () =>
      write(['meta'], 'relaxed', async (tx) => {
        const meta = tx.objectStore('meta')
        await meta.put((((await meta.get('mark')) as number | undefined) ?? 0) + 1, 'mark')
        await meta.put(true, 'sweeping')
        await meta.delete('cursor')
      }),
    putSession: (session, username) =>
      write(['meta'], 'strict', async (tx) => {
        await tx.objectStore('meta').put(session, 'session')
        await tx.objectStore('meta').put(username, 'username')
      }),
    putKinds: (kinds) => putMeta('kinds', kinds, 'relaxed'),
    putAttention: (entries) => putMeta('attention', entries, 'relaxed'),
    putAnswer: (key, answer) => write(['answers'], 'relaxed', (tx) => tx.objectStore('answers').put(answer, key)),
    answer: (key) => read(['answers'], async (tx) => (await tx.objectStore('answers').get(key)) ?? null),
    lease: async (holder, now, until) => {
      let taken = false
      const written = await write(['meta'], 'relaxed', async (tx) => {
        const meta = tx.objectStore('meta')
        const held = (await meta.get('lease')) as { holder: string; until: number } | undefined
        if (held && held.holder !== holder && held.until > now) return
        await meta.put({ holder, until }, 'lease')
        taken = true
      })
      return written.ok && taken
    },
    endLease: async (holder) => {
      await write(['meta'], 'relaxed', async (tx) => {
        const held = (await tx.objectStore('meta').get('lease')) as { holder: string } | undefined
        if (held?.holder === holder) await tx.objectStore('meta').delete('lease')
      })
    },
    forgetAcked: (before) =>
      write(['acked'], 'relaxed', async (tx) => {
        for (let at = await tx.objectStore('acked').openCursor(); at; at = await at.continue()) {
          if (at.value.one.pulled && at.value.one.at < before) await at.delete()
        }
      }),
    wipe: () =>
      write(everything, 'strict', async (tx) => {
        await Promise.all(everything.map((name) => tx.objectStore(name).clear()))
      }),
    ...idbPhotos({ write, read }),
    close: store.close,
  }
}
