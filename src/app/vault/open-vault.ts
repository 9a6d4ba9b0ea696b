import { makeIdbVault } from './idb-vault.ts'
import { openDatabase } from './open-database.ts'
import type { StoreNews } from './open-database.ts'
import type { Vault } from './vault.ts'

/** Opens this phone's vault; null where it can't be had, which `onNews` has told. */
export async function openVault(onNews: (news: StoreNews) => void): Promise<Vault | null> {
  if (typeof indexedDB === 'undefined') {
    onNews('unavailable')
    return null
  }
  const store = await openDatabase({ name: 'gridbook', onNews })
  return store && makeIdbVault(store)
}
