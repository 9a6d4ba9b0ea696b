// @vitest-environment node
import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { describe, expect, test, vi } from 'vitest'
import { makeIdbVault } from '../../../src/app/vault/idb-vault.ts'
import { openDatabase } from '../../../src/app/vault/open-database.ts'
import type { OpenStore, StoreNews } from '../../../src/app/vault/open-database.ts'
import { upgrades } from '../../../src/app/vault/upgrades.ts'
import { content, copy, entry, id, photo, record, session } from './makers.ts'

let count = 0
const name = (): string => `open-${(count += 1)}`
const must = (store: OpenStore | null): OpenStore => {
  if (!store) throw new Error('not opened')
  return store
}
/** One step more than today's app has: a later version's. */
const longer = [...upgrades, () => undefined]

describe('opening the store', () => {
  test('an old window that does not let go is told, and waited for', async () => {
    const at = name()
    const old = await openDB(at, 1, { upgrade: (db) => void db.createObjectStore('x') })
    const news: StoreNews[] = []
    const opening = openDatabase({ name: at, onNews: (one) => news.push(one), steps: [() => undefined, ...upgrades] })
    await expect.poll(() => news).toEqual(['blocked'])
    old.close()
    expect(await opening).not.toBeNull()
    expect(news).toEqual(['blocked', 'opened'])
  })

  test('our own old window lets go by itself, after what is being typed is in, and says so', async () => {
    const at = name()
    const news: StoreNews[] = []
    const old = makeIdbVault(must(await openDatabase({ name: at, onNews: (one) => news.push(one), graceMs: 300 })))
    const opening = openDatabase({ name: at, onNews: () => undefined, steps: longer })
    await expect.poll(() => news).toEqual(['outdated'])
    expect(await old.saveCopy(copy(1))).toEqual({ ok: true })
    const newer = makeIdbVault(must(await opening))
    expect((await newer.load()).workingCopies).toEqual([copy(1)])
    expect(await old.saveCopy(copy(2))).toEqual({ ok: false, code: 'closed' })
  })

  test('a store of a newer app is left alone', async () => {
    const at = name()
    must(await openDatabase({ name: at, onNews: () => undefined, steps: longer })).close()
    const news: StoreNews[] = []
    expect(await openDatabase({ name: at, onNews: (one) => news.push(one) })).toBeNull()
    expect(news).toEqual(['outdated'])
  })

  test('a browser that keeps nothing is told as such', async () => {
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    const news: StoreNews[] = []
    expect(await openDatabase({ name: name(), onNews: (one) => news.push(one) })).toBeNull()
    indexedDB.open = open
    expect(news).toEqual(['unavailable'])
  })

  test('a store that the browser takes away is told, and its vault says closed', async () => {
    const news: StoreNews[] = []
    const listen = vi.spyOn(IDBDatabase.prototype, 'addEventListener')
    const store = must(await openDatabase({ name: name(), onNews: (one) => news.push(one) }))
    const onClose = listen.mock.calls.find(([type]) => type === 'close')?.[1] as () => void
    listen.mockRestore()
    onClose()
    expect(news).toEqual(['closed'])
    expect(await makeIdbVault(store).save({ add: [entry(1)] })).toEqual({ ok: false, code: 'closed' })
  })
})

describe('upgrades', () => {
  /** A database as version 1 left it, written by hand: never altered once version 1 is out. */
  const version1 = async (at: string): Promise<void> => {
    const db = await openDB(at, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('meta')
        fresh.createObjectStore('records', { keyPath: 'id' })
        fresh.createObjectStore('outbox', { autoIncrement: true }).createIndex('changeId', 'changeId', { unique: true })
        fresh.createObjectStore('workingCopies', { keyPath: 'id' })
        fresh.createObjectStore('answers')
        fresh.createObjectStore('acked', { keyPath: 'id' }).createIndex('open', 'open')
      },
    })
    await db.put('meta', session, 'session')
    await db.put('meta', 'officer', 'username')
    await db.put('meta', 'cursor-1', 'cursor')
    await db.put('records', { id: record(1).id, mark: 0, record: record(1) })
    await db.add('outbox', { changeId: id(1), entry: entry(1) })
    await db.put('workingCopies', copy(7))
    db.close()
  }

  test.each([
    ['today', upgrades],
    ['a later version', longer],
  ])('from version 1 to %s nothing is lost', async (_name, steps) => {
    const at = name()
    await version1(at)
    const vault = makeIdbVault(must(await openDatabase({ name: at, onNews: () => undefined, steps })))
    expect(await vault.load()).toMatchObject({
      session,
      username: 'officer',
      cursor: 'cursor-1',
      records: [record(1)],
      outbox: [entry(1)],
      workingCopies: [copy(7)],
    })
    expect(await vault.photos()).toEqual([])
    expect(await vault.keepPhoto(photo(1), content(1))).toEqual({ ok: true })
    expect(await vault.photos()).toEqual([photo(1)])
    await vault.save({ add: [entry(2)] })
    expect((await vault.outbox()).map((one) => one.change.id)).toEqual([id(1), id(2)])
  })

  /** As version 2 leaves it: version 1's, and the photos in two stores. Never altered once version 2 is out. */
  test('from version 2 to a later version the photos are kept', async () => {
    const at = name()
    await version1(at)
    const db = await openDB(at, 2, {
      upgrade: (opened) => {
        opened.createObjectStore('photos', { keyPath: 'hash' })
        opened.createObjectStore('photoBytes')
      },
    })
    await db.put('photos', photo(1))
    await db.put('photoBytes', content(1), photo(1).hash)
    db.close()
    const vault = makeIdbVault(must(await openDatabase({ name: at, onNews: () => undefined, steps: longer })))
    expect(await vault.photos()).toEqual([photo(1)])
    expect((await vault.photo(photo(1).hash))?.bytes.byteLength).toBe(3)
    expect((await vault.load()).outbox).toEqual([entry(1)])
  })

  test('each step runs once, in order, from where the database stands', async () => {
    const at = name()
    const ran: number[] = []
    const steps = [0, 1, 2].map((step) => () => void ran.push(step))
    must(await openDatabase({ name: at, onNews: () => undefined, steps: steps.slice(0, 2) })).close()
    must(await openDatabase({ name: at, onNews: () => undefined, steps })).close()
    expect(ran).toEqual([0, 1, 2])
  })
})
