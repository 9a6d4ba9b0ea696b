import type { QueueEntry } from '../sync/ledger-types.ts'
import type { Cipher, Sealed } from './cipher.ts'
import type { OutboxRow, Reading, Writing } from './schema.ts'
import type { Acked, Head, Meta, Saving, ServerKey } from './vault.ts'

/** Of what is kept of the vault's meta the sealed ones. */
export type SealedMeta = 'session' | 'username' | 'kinds' | 'attention' | 'half'

/** A value of meta as it lies there. */
export const sealMeta = (cipher: Cipher, key: SealedMeta, value: unknown): Promise<Sealed> =>
  cipher.seal(`meta/${key}`, value)

/** A value of meta, or what stands for none. */
export const openMeta = async <T>(cipher: Cipher, key: SealedMeta, sealed: unknown, none: T): Promise<T> =>
  sealed instanceof Uint8Array ? ((await cipher.open(`meta/${key}`, sealed as Sealed)) as T) : none

const metaKeys = ['session', 'username', 'attention', 'cursor', 'seen', 'mended', 'sweeping', 'serverKey'] as const

/** What of meta is not the kinds, as it lies there. */
export const readMeta = (tx: Reading | Writing): Promise<readonly unknown[]> =>
  Promise.all(metaKeys.map((key) => tx.objectStore('meta').get(key)))

/** The same, opened. */
export async function metaOf(cipher: Cipher, lying: readonly unknown[]): Promise<Meta> {
  const [session, username, attention, cursor, seen, mended, sweeping, serverKey] = lying
  return {
    session: await openMeta<Meta['session']>(cipher, 'session', session, null),
    username: await openMeta<Meta['username']>(cipher, 'username', username, null),
    attention: await openMeta<Meta['attention']>(cipher, 'attention', attention, []),
    cursor: (cursor as string | undefined) ?? null,
    seen: (seen as Head | undefined) ?? null,
    mended: (mended as readonly string[] | undefined) ?? [],
    sweeping: sweeping === true,
    serverKey: (serverKey as ServerKey | undefined) ?? null,
  }
}

/** The row of an entry: what sending it needs stays open. */
export async function outboxRow(cipher: Cipher, entry: QueueEntry, item: OutboxRow['item']): Promise<OutboxRow> {
  const { change, state, tries, nextTryAt } = entry
  const sealed = await cipher.seal(`outbox/${change.id}`, entry)
  return { changeId: change.id, recordId: change.recordId, state, tries, nextTryAt, entry: sealed, item }
}

/** The entry of a row; what the worker noted on the row is newer. */
export async function entryOf(cipher: Cipher, row: OutboxRow): Promise<QueueEntry> {
  const entry = (await cipher.open(`outbox/${row.changeId}`, row.entry)) as QueueEntry
  return { ...entry, state: row.state, tries: row.tries, nextTryAt: row.nextTryAt }
}

/** The rows of what a save takes in, with their sealed items where there are any. */
export const savedRows = (cipher: Cipher, { add, items }: Saving): Promise<readonly OutboxRow[]> =>
  Promise.all(add.map((entry) => outboxRow(cipher, entry, items?.get(entry.change.id) ?? null)))

/** The row of an applied change. */
export const ackedRow = async (cipher: Cipher, one: Acked) => ({
  id: one.change.id,
  at: one.at,
  sealed: await cipher.seal(`acked/${one.change.id}`, one),
  ...(one.pulled ? {} : { open: 1 as const }),
})
