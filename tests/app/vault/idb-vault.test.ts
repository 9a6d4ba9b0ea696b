// @vitest-environment node
import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { cipherOf, importKey } from '../../../src/app/vault/cipher.ts'
import { newKeyBytes } from '../../../src/app/vault/envelope.ts'
import { makeIdbVault } from '../../../src/app/vault/idb-vault.ts'
import { openDatabase } from '../../../src/app/vault/open-database.ts'
import type { OpenStore } from '../../../src/app/vault/open-database.ts'
import { vaultUpgrades } from '../../../src/app/vault/schema.ts'
import type { VaultSchema } from '../../../src/app/vault/schema.ts'
import { vaultContract } from './contract.ts'
import { content, copy, entry, id, photo } from './makers.ts'

let opened = 0
const cipher = cipherOf(await importKey(newKeyBytes()))
const openStore = async (): Promise<OpenStore<VaultSchema>> => {
  opened += 1
  const store = await openDatabase({ name: `vault-${opened}`, onNews: () => undefined, steps: vaultUpgrades })
  if (!store) throw new Error('not opened')
  return store
}

describe('the vault over IndexedDB', () => {
  vaultContract(async () => makeIdbVault(await openStore(), cipher))

  test('asks for strict durability of what the screen calls saved', async () => {
    const store = await openStore()
    const begin = vi.spyOn(store.db, 'transaction')
    const vault = makeIdbVault(store, cipher)
    await vault.save({ add: [entry(1)] })
    await vault.saveCopy(copy(1))
    await vault.settle({ acked: [], changed: [], seen: null })
    expect(begin.mock.calls.map((call) => call[2])).toEqual(Array(3).fill({ durability: 'strict' }))
  })

  test('saves entry and working copy in one transaction', async () => {
    const store = await openStore()
    const begin = vi.spyOn(store.db, 'transaction')
    await makeIdbVault(store, cipher).save({ add: [entry(1), entry(2)], dropCopy: id(1) })
    expect(begin).toHaveBeenCalledTimes(1)
  })

  test('tells a full disk as full, settles, and keeps the working copy', async () => {
    const store = await openStore()
    const vault = makeIdbVault(store, cipher)
    await vault.saveCopy(copy(1))
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError')
    })
    expect(await vault.save({ add: [entry(1)], dropCopy: id(1) })).toEqual({ ok: false, code: 'full' })
    full.mockRestore()
    const held = await vault.load()
    expect([held.outbox.length, held.workingCopies.length]).toEqual([0, 1])
  })

  test('a photo for which there is no room is told as full, and nothing of it is kept', async () => {
    const vault = makeIdbVault(await openStore(), cipher)
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError')
    })
    expect(await vault.keepPhoto(photo(1), content(1))).toEqual({ ok: false, code: 'full' })
    full.mockRestore()
    expect(await vault.photos()).toEqual([])
  })

  test('settles within its time when the disk never answers, and nothing of it is saved later', async () => {
    const store = await openStore()
    const never = vi
      .spyOn(IDBObjectStore.prototype, 'add')
      .mockImplementation(() => new Promise(() => undefined) as unknown as IDBRequest<IDBValidKey>)
    expect(await makeIdbVault(store, cipher, 20).save({ add: [entry(1)] })).toMatchObject({ ok: false })
    never.mockRestore()
    expect(await makeIdbVault(store, cipher).outbox()).toEqual([])
  })

  test('a half-way failure saves nothing', async () => {
    const vault = makeIdbVault(await openStore(), cipher)
    const add = IDBObjectStore.prototype.add
    let calls = 0
    const half = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
    ) {
      calls += 1
      if (calls === 2) throw new DOMException('no', 'DataError')
      return add.call(this, value)
    })
    expect(await vault.save({ add: [entry(1), entry(2)] })).toEqual({ ok: false, code: 'unknown' })
    half.mockRestore()
    expect(await vault.outbox()).toEqual([])
  })

  test('says closed once it is closed, by reads and writes', async () => {
    const store = await openStore()
    const vault = makeIdbVault(store, cipher)
    vault.close()
    expect(await vault.save({ add: [entry(1)] })).toEqual({ ok: false, code: 'closed' })
    await expect(vault.load()).rejects.toMatchObject({ code: 'closed' })
  })
})
