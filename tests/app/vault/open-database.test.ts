// @vitest-environment node
import 'fake-indexeddb/auto'
import type { DBSchema } from 'idb'
import { openDB } from 'idb'
import { describe, expect, test, vi } from 'vitest'
import { cipherOf, importKey } from '../../../src/app/vault/cipher.ts'
import { newKeyBytes } from '../../../src/app/vault/envelope.ts'
import { makeIdbVault } from '../../../src/app/vault/idb-vault.ts'
import { openDatabase } from '../../../src/app/vault/open-database.ts'
import type { OpenStore, StoreNews } from '../../../src/app/vault/open-database.ts'
import { vaultUpgrades } from '../../../src/app/vault/schema.ts'
import { copy, entry } from './makers.ts'

let count = 0
const name = (): string => `open-${(count += 1)}`
const cipher = cipherOf(await importKey(newKeyBytes()))
const must = <Schema extends DBSchema>(store: OpenStore<Schema> | null): OpenStore<Schema> => {
  if (!store) throw new Error('not opened')
  return store
}
/** One step more than today's app has: a later version's. */
const longer = [...vaultUpgrades, () => undefined]

describe('opening the store', () => {
  test('an old window that does not let go is told, and waited for', async () => {
    const at = name()
    const old = await openDB(at, 1, { upgrade: (db) => void db.createObjectStore('x') })
    const news: StoreNews[] = []
    const opening = openDatabase({
      name: at,
      onNews: (one) => news.push(one),
      steps: [() => undefined, ...vaultUpgrades],
    })
    await expect.poll(() => news).toEqual(['blocked'])
    old.close()
    expect(await opening).not.toBeNull()
    expect(news).toEqual(['blocked', 'opened'])
  })

  test('our own old window lets go by itself, after what is being typed is in, and says so', async () => {
    const at = name()
    const news: StoreNews[] = []
    const old = makeIdbVault(
      must(await openDatabase({ name: at, onNews: (one) => news.push(one), graceMs: 300, steps: vaultUpgrades })),
      cipher,
    )
    const opening = openDatabase({ name: at, onNews: () => undefined, steps: longer })
    await expect.poll(() => news).toEqual(['outdated'])
    expect(await old.saveCopy(copy(1))).toEqual({ ok: true })
    const newer = makeIdbVault(must(await opening), cipher)
    expect((await newer.load()).workingCopies).toEqual([copy(1)])
    expect(await old.saveCopy(copy(2))).toEqual({ ok: false, code: 'closed' })
  })

  test('a store of a newer app is left alone', async () => {
    const at = name()
    must(await openDatabase({ name: at, onNews: () => undefined, steps: longer })).close()
    const news: StoreNews[] = []
    expect(await openDatabase({ name: at, onNews: (one) => news.push(one), steps: vaultUpgrades })).toBeNull()
    expect(news).toEqual(['outdated'])
  })

  test('a browser that keeps nothing is told as such', async () => {
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    const news: StoreNews[] = []
    expect(await openDatabase({ name: name(), onNews: (one) => news.push(one), steps: vaultUpgrades })).toBeNull()
    indexedDB.open = open
    expect(news).toEqual(['unavailable'])
  })

  test('a store that the browser takes away is told, and its vault says closed', async () => {
    const news: StoreNews[] = []
    const listen = vi.spyOn(IDBDatabase.prototype, 'addEventListener')
    const store = must(await openDatabase({ name: name(), onNews: (one) => news.push(one), steps: vaultUpgrades }))
    const onClose = listen.mock.calls.find(([type]) => type === 'close')?.[1] as () => void
    listen.mockRestore()
    onClose()
    expect(news).toEqual(['closed'])
    expect(await makeIdbVault(store, cipher).save({ add: [entry(1)] })).toEqual({ ok: false, code: 'closed' })
  })
})

describe('upgrades', () => {
  test('each step runs once, in order, from where the database stands', async () => {
    const at = name()
    const ran: number[] = []
    const steps = [0, 1, 2].map((step) => () => void ran.push(step))
    must(await openDatabase({ name: at, onNews: () => undefined, steps: steps.slice(0, 2) })).close()
    must(await openDatabase({ name: at, onNews: () => undefined, steps })).close()
    expect(ran).toEqual([0, 1, 2])
  })
})
