import { cipherOf } from './cipher.ts'
import { makeIdbVault } from './idb-vault.ts'
import { legacyOf } from './legacy-owner.ts'
import type { Doors } from './phone-doors.ts'
import type { OpenVault, Phone } from './phone-port.ts'
import type { OpenStore, StoreNews } from './open-database.ts'
import { openDatabase } from './open-database.ts'
import { knownVaults } from './phone-store.ts'
import { vaultDatabase, vaultUpgrades } from './schema.ts'
import type { VaultSchema } from './schema.ts'
import { phoneDatabase, phoneUpgrades } from './upgrades.ts'
import type { PhoneSchema } from './upgrades.ts'

/** Opens this phone's own store; null where it can't be had, which `onNews` has told. */
export async function openPhone(onNews: (news: StoreNews) => void): Promise<Phone | null> {
  if (typeof indexedDB === 'undefined' || typeof crypto?.subtle === 'undefined') {
    onNews('unavailable')
    return null
  }
  const store = await openDatabase<PhoneSchema>({ name: phoneDatabase, onNews, steps: phoneUpgrades })
  return store && phoneOver(store, onNews)
}

/** The phone over its open store. */
export function phoneOver(store: OpenStore<PhoneSchema>, onNews: (news: StoreNews) => void): Phone {
  const openWith = async (user: string, key: CryptoKey): Promise<OpenVault | null> => {
    if (!(await store.db.get('vaults', user))) return null
    const opened = await openDatabase<VaultSchema>({ name: vaultDatabase(user), onNews, steps: vaultUpgrades })
    return opened && { user, vault: makeIdbVault(opened, cipherOf(key)), key }
  }
  let fetched: Promise<Doors> | null = null
  const doors = (): Promise<Doors> =>
    (fetched ??= import('./phone-doors.ts').then(({ doorsOf }) => doorsOf(store, openWith)))

  return {
    vaults: () => knownVaults(store),
    legacy: () => legacyOf(store),
    create: async (...of) => (await doors()).create(...of),
    unlock: async (...of) => (await doors()).unlock(...of),
    openWith,
    changePin: async (...of) => (await doors()).changePin(...of),
    allow: async (...of) => (await doors()).allow(...of),
    sealedHalf: async (user) => (await store.db.get('vaults', user))?.recovery.sealed ?? null,
    putSealedHalf: async (...of) => (await doors()).putSealedHalf(...of),
    recover: async (...of) => (await doors()).recover(...of),
    remove: async (...of) => (await doors()).remove(...of),
  }
}
