import { cipherName, importKey } from './cipher.ts'
import { mostMisses, newKeyBytes, unwrap, unwrapRecovered, wrapForRecovery, wrapUnder } from './envelope.ts'
import { noteMisses, putEnvelope, sealLabel } from './envelopes.ts'
import { takeLegacy } from './legacy.ts'
import { legacyOf } from './legacy-owner.ts'
import type { OpenStore } from './open-database.ts'
import type { OpenVault, Phone, Unlocking } from './phone-port.ts'
import { vaultDatabase } from './schema.ts'
import type { PhoneSchema } from './upgrades.ts'

/** The ways into a vault that take a PIN; fetched when one is asked for. */
export type Doors = Pick<Phone, 'create' | 'unlock' | 'changePin' | 'allow' | 'putSealedHalf' | 'recover' | 'remove'>

/** The doors of a phone; `openWith` opens a vault with its key. */
export function doorsOf(
  store: OpenStore<PhoneSchema>,
  openWith: (user: string, key: CryptoKey) => Promise<OpenVault | null>,
): Doors {
  const openRaw = async (user: string, raw: Uint8Array<ArrayBuffer>): Promise<Unlocking> => {
    const opened = await openWith(user, await importKey(raw))
    if (!opened) return { ok: false, code: 'trouble' }
    // Also where it was begun and not ended: the app may have been killed in it.
    const isOld = (await legacyOf(store))?.session.user.id === user
    return isOld && !(await takeLegacy(store, opened.vault)) ? { ok: false, code: 'trouble' } : { ok: true, opened }
  }
  /** The data key's bytes by a PIN; the try is counted before it is judged. */
  const tried = async (
    user: string,
    pin: string,
  ): Promise<Uint8Array<ArrayBuffer> | Exclude<Unlocking, { ok: true }>> => {
    const envelope = await store.db.get('vaults', user)
    if (!envelope) return { ok: false, code: 'trouble' }
    if (envelope.misses >= mostMisses) return { ok: false, code: 'locked' }
    const misses = envelope.misses + 1
    await noteMisses(store, user, misses)
    const raw = await unwrap(pin, envelope.pin, user)
    if (!raw)
      return misses >= mostMisses
        ? { ok: false, code: 'locked' }
        : { ok: false, code: 'wrong', left: mostMisses - misses }
    await noteMisses(store, user, 0)
    return raw
  }

  return {
    create: async ({ session, username }, pin) => {
      const user = session.user.id
      const [raw, half] = [newKeyBytes(), newKeyBytes()]
      const label = { name: session.user.name, township: session.township.name, username }
      await putEnvelope(store, {
        user,
        township: session.township.id,
        alg: cipherName,
        pin: await wrapUnder(pin, raw, user),
        misses: 0,
        recovery: await wrapForRecovery(half, raw, user),
        label: await sealLabel(store, user, label),
      })
      const made = await openRaw(user, raw)
      if (!made.ok) return made
      const { vault } = made.opened
      const kept = [await vault.putRecoveryHalf(Array.from(half))]
      if (!(await vault.meta()).session) kept.push(await vault.putSession(session, username))
      return kept.every((one) => one.ok) ? made : { ok: false, code: 'trouble' }
    },
    unlock: async (user, pin) => {
      const raw = await tried(user, pin)
      return 'ok' in raw ? raw : openRaw(user, raw)
    },
    changePin: async (user, old, fresh) => {
      const raw = await tried(user, old)
      if ('ok' in raw) return raw
      const envelope = await store.db.get('vaults', user)
      if (!envelope) return { ok: false, code: 'trouble' }
      await putEnvelope(store, { ...envelope, pin: await wrapUnder(fresh, raw, user), misses: 0 })
      return null
    },
    recover: async (user, half, pin) => {
      const envelope = await store.db.get('vaults', user)
      const raw = envelope && (await unwrapRecovered(half, envelope.recovery, user))
      if (!raw) return { ok: false, code: 'trouble' }
      await putEnvelope(store, { ...envelope, pin: await wrapUnder(pin, raw, user), misses: 0 })
      return openRaw(user, raw)
    },
    allow: (user) => noteMisses(store, user, 0),
    putSealedHalf: async (user, sealed) => {
      const envelope = await store.db.get('vaults', user)
      if (envelope) await putEnvelope(store, { ...envelope, recovery: { ...envelope.recovery, sealed } })
    },
    remove: async (user) => {
      await store.db.delete('vaults', user)
      await deleteDatabase(vaultDatabase(user))
    },
  }
}

/** Gone, or to be gone as soon as the last window lets go of it: without its envelope it can't be opened any more. */
const deleteDatabase = (name: string): Promise<void> =>
  new Promise((done) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = request.onblocked = () => done()
  })
