import type { Cipher } from './cipher.ts'
import { cipherOf } from './cipher.ts'
import type { VaultLabel } from './envelope.ts'
import type { OpenStore } from './open-database.ts'
import type { PhoneSchema } from './upgrades.ts'

/** A vault of this phone, as the lock screen shows it. */
export type KnownVault = VaultLabel & { readonly user: string; readonly misses: number }

/**
 * This phone's own key: what it seals shows no name to who merely reads the disk's files or dumps the stores. It guards
 * against nobody who can run our own code here; that is what the PIN is for.
 */
export async function deviceCipher({ db }: OpenStore<PhoneSchema>): Promise<Cipher> {
  const kept = (await db.get('phone', 'deviceKey')) as CryptoKey | undefined
  if (kept) return cipherOf(kept)
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  // Another window may have been first: its key stays.
  const tx = db.transaction('phone', 'readwrite')
  const first = (await tx.store.get('deviceKey')) as CryptoKey | undefined
  if (!first) await tx.store.put(made, 'deviceKey')
  await tx.done
  return cipherOf(first ?? made)
}

/** Where a label lies. */
export const labelPlace = (user: string): string => `label/${user}`

/** The vaults of this phone, who was here last in front. */
export async function knownVaults(store: OpenStore<PhoneSchema>): Promise<readonly KnownVault[]> {
  const [envelopes, last] = await Promise.all([store.db.getAll('vaults'), store.db.get('phone', 'last')])
  if (envelopes.length === 0) return []
  const cipher = await deviceCipher(store)
  const nobody: VaultLabel = { name: '', township: '', username: '' }
  const known = await Promise.all(
    envelopes.map(async ({ user, misses, label }) => {
      const told = await cipher.open(labelPlace(user), label).catch(() => nobody)
      return { ...(told as VaultLabel), user, misses }
    }),
  )
  return known.sort((a, b) => Number(b.user === last) - Number(a.user === last) || (a.name < b.name ? -1 : 1))
}
