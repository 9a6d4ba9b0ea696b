import type { Envelope, VaultLabel } from './envelope.ts'
import type { OpenStore } from './open-database.ts'
import { deviceCipher, labelPlace } from './phone-store.ts'
import type { PhoneSchema } from './upgrades.ts'

/** A label under the phone's key. */
export const sealLabel = async (store: OpenStore<PhoneSchema>, user: string, label: VaultLabel) =>
  (await deviceCipher(store)).seal(labelPlace(user), label)

/** Writes an envelope, durably. */
export async function putEnvelope({ db }: OpenStore<PhoneSchema>, envelope: Envelope): Promise<void> {
  const tx = db.transaction(['vaults', 'phone'], 'readwrite', { durability: 'strict' })
  await tx.objectStore('vaults').put(envelope)
  await tx.objectStore('phone').put(envelope.user, 'last')
  await tx.done
}

/** Counts a wrong PIN before it is judged, or forgets them: a process that is killed in between can't try for nothing. */
export async function noteMisses({ db }: OpenStore<PhoneSchema>, user: string, misses: number): Promise<void> {
  const tx = db.transaction(['vaults', 'phone'], 'readwrite', { durability: 'strict' })
  const envelope = await tx.objectStore('vaults').get(user)
  if (envelope) await tx.objectStore('vaults').put({ ...envelope, misses })
  if (misses === 0) await tx.objectStore('phone').put(user, 'last')
  await tx.done
}
