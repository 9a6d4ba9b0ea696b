// @vitest-environment node
import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import { openPhone } from '../../../src/app/vault/phone.ts'
import type { Phone, Unlocking } from '../../../src/app/vault/phone-port.ts'
import { content, copy, entry, id, photo, record, session } from './makers.ts'

const pin = '295731'
const newcomer = { session, username: 'officer' }
const colleague = { session: { ...session, user: { ...session.user, id: 'li', name: '李秀英' } }, username: 'li' }

const phone = async (): Promise<Phone> => {
  const opened = await openPhone(() => undefined)
  if (!opened) throw new Error('not opened')
  return opened
}
const opened = (result: Unlocking) => {
  if (!result.ok) throw new Error(result.code)
  return result.opened
}

beforeEach(async () => {
  for (const { name } of await indexedDB.databases())
    if (name)
      await new Promise((done) => {
        indexedDB.deleteDatabase(name).onsuccess = done
      })
})

/** Every value of every store of every database, as text: bytes as what they would say. */
const everythingOnDisk = async (): Promise<string> => {
  const parts: string[] = []
  for (const { name } of await indexedDB.databases()) {
    const db = await openDB(name ?? '')
    for (const store of db.objectStoreNames) {
      const rows = [...(await db.getAll(store)), ...(await db.getAllKeys(store))]
      parts.push(
        JSON.stringify(rows, (_key, value: unknown) =>
          value instanceof Uint8Array || value instanceof ArrayBuffer
            ? new TextDecoder().decode(value as ArrayBuffer)
            : value,
        ),
      )
    }
    db.close()
  }
  return parts.join('\n')
}

describe('a vault', () => {
  test('opens with its PIN only, and holds what was saved', async () => {
    const one = await phone()
    const { vault } = opened(await one.create(newcomer, pin))
    await vault.save({ add: [entry(1)] })
    vault.close()
    expect(await one.unlock('wang', '000000')).toEqual({ ok: false, code: 'wrong', left: 9 })
    const again = opened(await one.unlock('wang', pin))
    expect(await again.vault.outbox()).toEqual([entry(1)])
    expect((await one.vaults())[0]).toMatchObject({ user: 'wang', name: '王瑞', township: '阳城镇', misses: 0 })
    again.vault.close()
  })

  test('after ten wrong PINs it opens with none, until an online log-in; nothing is lost', async () => {
    const one = await phone()
    const { vault } = opened(await one.create(newcomer, pin))
    await vault.save({ add: [entry(1)] })
    vault.close()
    const tries: unknown[] = []
    for (let n = 0; n < 10; n += 1) tries.push(await one.unlock('wang', '111222'))
    expect(tries.at(-2)).toEqual({ ok: false, code: 'wrong', left: 1 })
    expect(tries.at(-1)).toEqual({ ok: false, code: 'locked' })
    expect(await one.unlock('wang', pin)).toEqual({ ok: false, code: 'locked' })
    // Also for a new process.
    expect(await (await phone()).unlock('wang', pin)).toEqual({ ok: false, code: 'locked' })
    await one.allow('wang')
    const again = opened(await one.unlock('wang', pin))
    expect(await again.vault.outbox()).toEqual([entry(1)])
    again.vault.close()
  }, 30_000)

  test('another PIN takes the place of the first', async () => {
    const one = await phone()
    opened(await one.create(newcomer, pin)).vault.close()
    expect(await one.changePin('wang', '000000', '857142')).toMatchObject({ code: 'wrong' })
    expect(await one.changePin('wang', pin, '857142')).toBeNull()
    expect(await one.unlock('wang', pin)).toMatchObject({ code: 'wrong' })
    opened(await one.unlock('wang', '857142')).vault.close()
  })

  test('is one of several: neither opens with the other’s PIN, nor holds the other’s things', async () => {
    const one = await phone()
    const first = opened(await one.create(newcomer, pin))
    await first.vault.save({ add: [entry(1)] })
    const second = opened(await one.create(colleague, '857142'))
    expect(await second.vault.outbox()).toEqual([])
    expect((await one.vaults()).map((vault) => vault.user)).toEqual(['li', 'wang'])
    expect(await one.unlock('wang', '857142')).toMatchObject({ code: 'wrong' })
    first.vault.close()
    second.vault.close()
    await one.remove('li')
    expect((await one.vaults()).map((vault) => vault.user)).toEqual(['wang'])
    expect((await indexedDB.databases()).map((db) => db.name)).not.toContain('gridbook.li')
  })

  test('forgotten, it opens with the half that the server gives back, and not with another', async () => {
    const one = await phone()
    const { vault } = opened(await one.create(newcomer, pin))
    await vault.save({ add: [entry(1)] })
    const half = Uint8Array.from((await vault.recoveryHalf()) ?? [])
    vault.close()
    expect(await one.recover('wang', new Uint8Array(32), '857142')).toEqual({ ok: false, code: 'trouble' })
    const again = opened(await one.recover('wang', half, '857142'))
    expect(await again.vault.outbox()).toEqual([entry(1)])
    again.vault.close()
    opened(await one.unlock('wang', '857142')).vault.close()
  })

  test('read raw, the disk shows no name, no text, no number, no photo', async () => {
    const one = await phone()
    const { vault } = opened(await one.create(newcomer, pin))
    await vault.putKinds([])
    await vault.saveCopy(copy(1, { values: { placeName: '石盘沟烘干房', idNumber: '11010519491231002X' } }))
    await vault.save({ add: [entry(1)] })
    const text = new TextEncoder().encode('照片里的字').buffer
    await vault.keepPhoto(photo(1, { name: '现场.jpg' }), { bytes: text, thumb: text })
    await vault.takePage({
      records: [record(1, { data: { summary: '屋檐滴水' } })],
      gone: [],
      cursor: 'c',
      seen: null,
      last: true,
    })
    await vault.putAnswer('/api/records?q=屋檐', { value: { name: '王瑞' }, at: '2026-03-05T02:00:00.000Z' })
    await vault.putAttention([entry(2)])
    vault.close()
    const disk = await everythingOnDisk()
    expect(disk).toContain(id(1))
    const secrets = [
      '王瑞',
      '阳城镇',
      'officer',
      '石盘沟',
      '11010519491231002X',
      '号车间',
      '照片',
      '现场',
      '屋檐',
      'placeName',
    ]
    expect(secrets.filter((secret) => disk.includes(secret))).toEqual([])
    expect(await one.vaults()).toMatchObject([{ name: '王瑞' }])
  })
})

describe('a phone of an earlier version', () => {
  /** As version 1 left it, written by hand: never altered. */
  const version1 = async () => {
    const db = await openDB('gridbook', 1, {
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
    return db
  }
  /** As version 2 left it: version 1's, and the photos in two stores. Never altered. */
  const version2 = async () => {
    ;(await version1()).close()
    const db = await openDB('gridbook', 2, {
      upgrade: (old) => {
        old.createObjectStore('photos', { keyPath: 'hash' })
        old.createObjectStore('photoBytes')
      },
    })
    await db.put('photos', photo(1))
    await db.put('photoBytes', content(1), photo(1).hash)
    return db
  }

  test.each([
    ['1', version1, 0],
    ['2', version2, 1],
  ])('version %s: all that it held is in the vault, and no longer beside it', async (_name, make, photos) => {
    ;(await make()).close()
    const one = await phone()
    expect(await one.legacy()).toEqual(newcomer)
    const { vault } = opened(await one.create(newcomer, pin))
    expect(await vault.load()).toMatchObject({
      session,
      username: 'officer',
      cursor: 'cursor-1',
      records: [record(1)],
      outbox: [entry(1)],
      workingCopies: [copy(7)],
    })
    expect(await vault.photos()).toHaveLength(photos)
    expect((await vault.photo(photo(1).hash))?.bytes.byteLength ?? 0).toBe(photos * 3)
    vault.close()
    expect(await one.legacy()).toBeNull()
    expect(await everythingOnDisk()).not.toContain('石盘沟')
  })

  test('killed in the middle, it is done again at the next unlock, once', async () => {
    ;(await version2()).close()
    const one = await phone()
    opened(await one.create(newcomer, pin)).vault.close()
    // What a kill before the end leaves: the old store still full, the vault too.
    const db = await openDB('gridbook')
    await db.put('meta', session, 'session')
    await db.add('outbox', { changeId: id(1), entry: entry(1) })
    await db.add('outbox', { changeId: id(2), entry: entry(2) })
    db.close()
    const again = opened(await (await phone()).unlock('wang', pin))
    expect((await again.vault.outbox()).map((row) => row.change.id)).toEqual([id(1), id(2)])
    again.vault.close()
    expect(await one.legacy()).toBeNull()
  })
})
