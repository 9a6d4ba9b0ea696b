import type { Kind } from '../../domain/kinds/kind.ts'
import type { QueueEntry } from '../sync/ledger-types.ts'
import { legacyOf } from './legacy-owner.ts'
import type { OpenStore } from './open-database.ts'
import type { PhoneSchema } from './upgrades.ts'
import type { Head, Vault } from './vault.ts'

const stores = ['meta', 'records', 'outbox', 'workingCopies', 'answers', 'acked', 'photos', 'photoBytes'] as const

/**
 * Brings what an earlier version kept unsealed into a vault, then takes it away here. Killed in between it is done
 * again: what went in already stays as it is. False where not all of it could be kept; then nothing is taken away.
 */
export async function takeLegacy({ db }: OpenStore<PhoneSchema>, vault: Vault): Promise<boolean> {
  const old = await legacyOf({ db, isClosed: () => false, close: () => undefined })
  if (!old) return true
  const [kinds, attention, seen, cursor, records, outbox, copies, acked, photos] = await Promise.all([
    db.get('meta', 'kinds'),
    db.get('meta', 'attention'),
    db.get('meta', 'seen'),
    db.get('meta', 'cursor'),
    db.getAll('records'),
    db.getAll('outbox'),
    db.getAll('workingCopies'),
    db.getAll('acked'),
    db.getAll('photos'),
  ])
  const done: boolean[] = []
  const take = async (writing: Promise<{ readonly ok: boolean }>): Promise<void> => void done.push((await writing).ok)
  await take(vault.putSession(old.session, old.username))
  await take(vault.putKinds((kinds as readonly Kind[] | undefined) ?? []))
  await take(vault.putAttention((attention as readonly QueueEntry[] | undefined) ?? []))
  for (const photo of photos) {
    const bytes = await db.get('photoBytes', photo.hash)
    if (bytes) await take(vault.keepPhoto(photo, bytes))
  }
  await take(vault.save({ add: outbox.map((row) => row.entry) }))
  for (const copy of copies) await take(vault.saveCopy(copy))
  await take(
    vault.settle({ acked: acked.map((row) => row.one), changed: [], seen: (seen as Head | undefined) ?? null }),
  )
  if (typeof cursor === 'string')
    await take(vault.takePage({ records: records.map((row) => row.record), gone: [], cursor, seen: null, last: false }))
  if (done.includes(false)) return false
  const tx = db.transaction([...stores], 'readwrite', { durability: 'strict' })
  await Promise.all(stores.map((name) => tx.objectStore(name).clear()))
  await tx.done
  return true
}
