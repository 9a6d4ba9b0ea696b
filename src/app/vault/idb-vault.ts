import type { Kind } from '../../domain/kinds/kind.ts'
import type { ServerRecord, WorkingCopy } from '../sync/ledger-types.ts'
import type { Cipher } from './cipher.ts'
import { idbPhotos, photoOf, takeUp } from './idb-photos.ts'
import { ackedRow, entryOf, metaOf, openMeta, outboxRow, readMeta, savedRows, sealMeta } from './idb-rows.ts'
import type { SealedMeta } from './idb-rows.ts'
import { leaseOver } from './lease.ts'
import type { OpenStore } from './open-database.ts'
import { byAge, photoHashes } from './photo-rules.ts'
import type { Store, VaultSchema, Writing } from './schema.ts'
import { nothing, transactionsOf } from './transactions.ts'
import type { Acked, Head, KeptAnswer, Vault, Written } from './vault.ts'
import { furtherHead } from './vault.ts'

const everything: Store[] = ['meta', 'records', 'outbox', 'workingCopies', 'answers', 'acked', 'photos', 'photoBytes']

/** A question can hold what somebody looked for: its digest stands in its place. */
const answerKey = async (question: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(question))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The vault over IndexedDB, its contents under `cipher`. `timeoutMs`: see `transactionsOf`. */
export function makeIdbVault(store: OpenStore<VaultSchema>, cipher: Cipher, timeoutMs = 8000): Vault {
  const transactions = transactionsOf(store, timeoutMs)
  const { write, read } = transactions

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
    for (const { open: _open, ...row } of await acked.index('open').getAll()) await acked.put(row)
  }
  const putMeta = (key: SealedMeta, value: unknown): Promise<Written> =>
    write(
      ['meta'],
      'relaxed',
      () => sealMeta(cipher, key, value),
      (tx, sealed) => tx.objectStore('meta').put(sealed, key),
    )
  const openAcked = async (row: VaultSchema['acked']['value']): Promise<Acked> => ({
    ...((await cipher.open(`acked/${row.id}`, row.sealed)) as Acked),
    pulled: row.open === undefined,
  })

  return {
    load: async () => {
      const lying = await read(['meta', 'records', 'outbox', 'workingCopies', 'acked', 'photos'], (tx) =>
        Promise.all([
          readMeta(tx),
          tx.objectStore('meta').get('kinds'),
          tx.objectStore('records').getAll(),
          tx.objectStore('outbox').getAll(),
          tx.objectStore('workingCopies').getAll(),
          tx.objectStore('acked').index('open').getAll(),
          tx.objectStore('photos').getAll(),
        ]),
      )
      const [meta, kinds, records, outbox, copies, acked, photos] = lying
      return {
        ...(await metaOf(cipher, meta)),
        kinds: await openMeta<readonly Kind[]>(cipher, 'kinds', kinds, []),
        records: (await Promise.all(
          records.map((row) => cipher.open(`records/${row.id}`, row.sealed)),
        )) as readonly ServerRecord[],
        outbox: await Promise.all(outbox.map((row) => entryOf(cipher, row))),
        workingCopies: (await Promise.all(
          copies.map((row) => cipher.open(`copies/${row.id}`, row.sealed)),
        )) as readonly WorkingCopy[],
        acked: await Promise.all(acked.map(openAcked)),
        photos: byAge(await Promise.all(photos.map((row) => photoOf(cipher, row)))),
      }
    },
    meta: async () => metaOf(cipher, await read(['meta'], readMeta)),
    outbox: async () =>
      Promise.all(
        (await read(['outbox'], (tx) => tx.objectStore('outbox').getAll())).map((row) => entryOf(cipher, row)),
      ),
    save: (saving) => {
      const { add, dropCopy, drop } = saving
      return write(
        ['outbox', 'workingCopies', 'meta', 'photos'],
        'strict',
        () => savedRows(cipher, saving),
        async (tx, rows) => {
          const outbox = tx.objectStore('outbox')
          for (const row of rows)
            if ((await outbox.index('changeId').getKey(row.changeId)) === undefined) await outbox.add(row)
          await takeUp(tx, add)
          if (dropCopy !== undefined) await tx.objectStore('workingCopies').delete(dropCopy)
          if (drop === undefined) return
          const key = await outbox.index('changeId').getKey(drop)
          if (key !== undefined) await outbox.delete(key)
          const mended = ((await tx.objectStore('meta').get('mended')) as readonly string[] | undefined) ?? []
          await tx.objectStore('meta').put([...mended, drop], 'mended')
        },
      )
    },
    settle: ({ acked, changed, seen }) =>
      write(
        ['outbox', 'acked', 'meta'],
        'strict',
        () =>
          Promise.all([
            Promise.all(acked.map((one) => ackedRow(cipher, one))),
            Promise.all(changed.map((entry) => outboxRow(cipher, entry, null))),
          ]),
        async (tx, [ackedRows, changedRows]) => {
          const outbox = tx.objectStore('outbox')
          for (const row of ackedRows) {
            const key = await outbox.index('changeId').getKey(row.id)
            if (key !== undefined) await outbox.delete(key)
            await tx.objectStore('acked').put(row)
          }
          for (const row of changedRows) {
            const key = await outbox.index('changeId').getKey(row.changeId)
            if (key === undefined) continue
            const { item } = (await outbox.get(key)) ?? row
            await outbox.put({ ...row, item }, key)
          }
          await raiseSeen(tx, seen)
        },
      ),
    answered: async () => {
      const rows = (await read(['outbox'], (tx) => tx.objectStore('outbox').getAll())).filter((row) => row.answer)
      return Promise.all(
        rows.flatMap(({ answer, ...row }) =>
          answer ? [entryOf(cipher, row).then((entry) => ({ entry, answer }))] : [],
        ),
      )
    },
    unsealed: async (keyId) => {
      const rows = (await read(['outbox'], (tx) => tx.objectStore('outbox').getAll())).filter(
        (row) => row.item?.sealed.keyId !== keyId,
      )
      return Promise.all(rows.map((row) => entryOf(cipher, row)))
    },
    putItems: (items) =>
      write(['outbox'], 'relaxed', nothing, async (tx) => {
        const outbox = tx.objectStore('outbox')
        for (const [changeId, item] of items) {
          const key = await outbox.index('changeId').getKey(changeId)
          const row = key === undefined ? undefined : await outbox.get(key)
          if (row) await outbox.put({ ...row, item }, key)
        }
      }),
    putServerKey: (key) => write(['meta'], 'relaxed', nothing, (tx) => tx.objectStore('meta').put(key, 'serverKey')),
    putRecoveryHalf: (half) => putMeta('half', half),
    recoveryHalf: async () =>
      openMeta<readonly number[] | null>(
        cipher,
        'half',
        await read(['meta'], (tx) => tx.objectStore('meta').get('half')),
        null,
      ),
    saveCopy: (copy) =>
      write(
        ['workingCopies'],
        'strict',
        () => cipher.seal(`copies/${copy.id}`, copy),
        (tx, sealed) => tx.objectStore('workingCopies').put({ id: copy.id, photos: [...photoHashes(copy)], sealed }),
      ),
    dropCopy: (id) => write(['workingCopies'], 'strict', nothing, (tx) => tx.objectStore('workingCopies').delete(id)),
    takePage: ({ records, gone, cursor, seen, last }) =>
      write(
        ['records', 'meta', 'acked'],
        'relaxed',
        () =>
          Promise.all(
            records.map(async (record) => ({
              id: record.id,
              sealed: await cipher.seal(`records/${record.id}`, record),
            })),
          ),
        async (tx, rows) => {
          const meta = tx.objectStore('meta')
          const mark = ((await meta.get('mark')) as number | undefined) ?? 0
          const kept = tx.objectStore('records')
          await Promise.all(rows.map((row) => kept.put({ ...row, mark })))
          await Promise.all(gone.map((id) => kept.delete(id)))
          await meta.put(cursor, 'cursor')
          await raiseSeen(tx, seen)
          if (!last) return
          await confirmAcked(tx)
          if ((await meta.get('sweeping')) === true) await sweep(tx, mark)
        },
      ),
    beginSweep: () =>
      write(['meta'], 'relaxed', nothing, async (tx) => {
        const meta = tx.objectStore('meta')
        await meta.put((((await meta.get('mark')) as number | undefined) ?? 0) + 1, 'mark')
        await meta.put(true, 'sweeping')
        await meta.delete('cursor')
      }),
    putSession: (session, username) =>
      write(
        ['meta'],
        'strict',
        () => Promise.all([sealMeta(cipher, 'session', session), sealMeta(cipher, 'username', username)]),
        async (tx, [sealedSession, sealedName]) => {
          await tx.objectStore('meta').put(sealedSession, 'session')
          await tx.objectStore('meta').put(sealedName, 'username')
        },
      ),
    putKinds: (kinds) => putMeta('kinds', kinds),
    putAttention: (entries) => putMeta('attention', entries),
    putAnswer: (question, answer) =>
      write(
        ['answers'],
        'relaxed',
        () => Promise.all([answerKey(question), cipher.seal(`answers/${question}`, answer)]),
        (tx, [key, sealed]) => tx.objectStore('answers').put(sealed, key),
      ),
    answer: async (question) => {
      const key = await answerKey(question)
      const sealed = await read(['answers'], (tx) => tx.objectStore('answers').get(key))
      return sealed ? ((await cipher.open(`answers/${question}`, sealed)) as KeptAnswer) : null
    },
    ...leaseOver(write),
    forgetAcked: (before) =>
      write(['acked'], 'relaxed', nothing, async (tx) => {
        for (let at = await tx.objectStore('acked').openCursor(); at; at = await at.continue())
          if (at.value.open === undefined && at.value.at < before) await at.delete()
      }),
    wipe: () =>
      write(everything, 'strict', nothing, async (tx) => {
        await Promise.all(everything.map((name) => tx.objectStore(name).clear()))
      }),
    ...idbPhotos(cipher, transactions),
    close: store.close,
  }
}
