import { expect, test } from 'vitest'
import type { Vault } from '../../../src/app/vault/vault.ts'
import { acked, change, content, copy, entry, hash, id, photo, photoValue, record, session } from './makers.ts'

const orderOf = async (vault: Vault): Promise<readonly string[]> => (await vault.outbox()).map((one) => one.change.id)

/** What every vault must keep to; `vault.ts` says it in words. */
export function vaultContract(open: () => Promise<Vault>): void {
  test('is empty at first', async () => {
    const held = await (await open()).load()
    expect(held).toMatchObject({
      session: null,
      cursor: null,
      seen: null,
      kinds: [],
      records: [],
      outbox: [],
      workingCopies: [],
    })
  })

  test('keeps the outbox in the order of saving, not of ids', async () => {
    const vault = await open()
    await vault.save({ add: [entry(9), entry(3)] })
    await vault.save({ add: [entry(1)] })
    expect(await orderOf(vault)).toEqual([id(9), id(3), id(1)])
    expect((await vault.load()).outbox.map((one) => one.change.id)).toEqual([id(9), id(3), id(1)])
  })

  test('takes a change once, whatever is saved twice', async () => {
    const vault = await open()
    await vault.save({ add: [entry(1)] })
    await vault.save({ add: [entry(1, { tries: 5 }), entry(2)] })
    expect(await orderOf(vault)).toEqual([id(1), id(2)])
    expect((await vault.outbox())[0]?.tries).toBe(0)
  })

  test('lets the working copy go in the same step as the entry comes in', async () => {
    const vault = await open()
    await vault.saveCopy(copy(7))
    await vault.save({ add: [entry(1)], dropCopy: id(7) })
    const held = await vault.load()
    expect([held.outbox.length, held.workingCopies.length]).toEqual([1, 0])
  })

  test('exchanges a refused entry for the one that mends it, and remembers that it is mended', async () => {
    const vault = await open()
    await vault.save({ add: [entry(1), entry(2)] })
    await vault.settle({ acked: [], changed: [entry(1, { state: 'rejected' })], seen: null })
    await vault.save({ add: [entry(3)], drop: id(1) })
    expect(await orderOf(vault)).toEqual([id(2), id(3)])
    expect((await vault.meta()).mended).toEqual([id(1)])
  })

  test('moves what is acknowledged out of the outbox, and keeps it until a pull has come', async () => {
    const vault = await open()
    await vault.save({ add: [entry(1), entry(2)] })
    await vault.settle({ acked: [acked(1, { receipt: 'r1' })], changed: [], seen: { seq: 4, hash: 'h4' } })
    expect(await orderOf(vault)).toEqual([id(2)])
    expect((await vault.load()).acked).toEqual([acked(1, { receipt: 'r1' })])
    await vault.takePage({ records: [], gone: [], cursor: 'c', seen: null, last: false })
    expect((await vault.load()).acked).toHaveLength(1)
    await vault.takePage({ records: [], gone: [], cursor: 'c', seen: null, last: true })
    expect((await vault.load()).acked).toEqual([])
  })

  test('passes over the new state of an entry that has left meanwhile', async () => {
    const vault = await open()
    await vault.save({ add: [entry(1)] })
    await vault.settle({ acked: [acked(1)], changed: [], seen: null })
    await vault.settle({ acked: [], changed: [entry(1, { state: 'failed' })], seen: null })
    expect(await vault.outbox()).toEqual([])
  })

  test('keeps the order when an entry changes its state', async () => {
    const vault = await open()
    await vault.save({ add: [entry(1), entry(2)] })
    await vault.settle({ acked: [], changed: [entry(1, { state: 'failed', tries: 1, nextTryAt: 99 })], seen: null })
    expect(await orderOf(vault)).toEqual([id(1), id(2)])
    expect((await vault.outbox())[0]).toEqual(entry(1, { state: 'failed', tries: 1, nextTryAt: 99 }))
  })

  test('keeps the highest head ever told', async () => {
    const vault = await open()
    await vault.settle({ acked: [], changed: [], seen: { seq: 9, hash: 'nine' } })
    await vault.takePage({ records: [], gone: [], cursor: 'c', seen: { seq: 5, hash: 'five' }, last: true })
    await vault.settle({ acked: [], changed: [], seen: null })
    expect((await vault.meta()).seen).toEqual({ seq: 9, hash: 'nine' })
  })

  test('takes a page whole: records, what is gone, and the cursor', async () => {
    const vault = await open()
    await vault.takePage({ records: [record(1), record(2)], gone: [], cursor: 'one', seen: null, last: false })
    await vault.takePage({
      records: [record(1, { version: 2 })],
      gone: [record(2).id],
      cursor: 'two',
      seen: null,
      last: true,
    })
    const held = await vault.load()
    expect(held.records).toEqual([record(1, { version: 2 })])
    expect(held.cursor).toBe('two')
  })

  test('sweeps only after the last page, and only what no page brought', async () => {
    const vault = await open()
    await vault.save({ add: [entry(1)] })
    await vault.saveCopy(copy(7))
    await vault.takePage({
      records: [record(1), record(2), record(3)],
      gone: [],
      cursor: 'old',
      seen: null,
      last: true,
    })
    await vault.beginSweep()
    expect(await vault.meta()).toMatchObject({ cursor: null, sweeping: true })
    await vault.takePage({ records: [record(1)], gone: [], cursor: 'a', seen: null, last: false })
    expect((await vault.load()).records).toHaveLength(3)
    await vault.takePage({ records: [record(3)], gone: [], cursor: 'b', seen: null, last: true })
    const held = await vault.load()
    expect(held.records.map((one) => one.id).sort()).toEqual([record(1).id, record(3).id])
    expect([held.outbox.length, held.workingCopies.length, held.sweeping]).toEqual([1, 1, false])
    await vault.takePage({ records: [], gone: [], cursor: 'c', seen: null, last: true })
    expect((await vault.load()).records).toHaveLength(2)
  })

  test('keeps the session, the kinds, the answers and the attention', async () => {
    const vault = await open()
    await vault.putSession(session, 'officer')
    await vault.putAttention([entry(4, { state: 'conflict' })])
    await vault.putAnswer('/api/figures?year=2025', { value: { figures: [] }, at: 'then' })
    expect(await vault.meta()).toMatchObject({
      session,
      username: 'officer',
      attention: [entry(4, { state: 'conflict' })],
    })
    expect(await vault.answer('/api/figures?year=2025')).toEqual({ value: { figures: [] }, at: 'then' })
    expect(await vault.answer('/api/figures?year=2024')).toBeNull()
  })

  test('keeps a working copy until it is dropped', async () => {
    const vault = await open()
    await vault.saveCopy(copy(1))
    await vault.saveCopy(copy(1, { values: { placeName: '二号车间' }, at: 'placeName' }))
    expect((await vault.load()).workingCopies).toEqual([
      copy(1, { values: { placeName: '二号车间' }, at: 'placeName' }),
    ])
    await vault.dropCopy(id(1))
    expect((await vault.load()).workingCopies).toEqual([])
  })

  test('gives the lease to one holder at a time', async () => {
    const vault = await open()
    expect(await vault.lease('a', 1000, 5000)).toBe(true)
    expect(await vault.lease('b', 2000, 6000)).toBe(false)
    expect(await vault.lease('a', 3000, 7000)).toBe(true)
    expect(await vault.lease('b', 7001, 9000)).toBe(true)
    await vault.endLease('a')
    expect(await vault.lease('a', 7002, 9000)).toBe(false)
    await vault.endLease('b')
    expect(await vault.lease('a', 7003, 9000)).toBe(true)
  })

  test('forgets old acknowledged changes, but none that a pull has not confirmed', async () => {
    const vault = await open()
    await vault.settle({ acked: [acked(1, { at: '2026-01-01T00:00:00.000Z' })], changed: [], seen: null })
    await vault.forgetAcked('2026-02-01T00:00:00.000Z')
    expect((await vault.load()).acked).toHaveLength(1)
  })

  test('copies what goes in and what comes out', async () => {
    const vault = await open()
    const values: { placeName: string } = { placeName: '一' }
    const saving = vault.saveCopy(copy(1, { values }))
    values.placeName = '二'
    await saving
    expect((await vault.load()).workingCopies[0]?.values).toEqual({ placeName: '一' })
  })

  test('keeps a photo with its bytes, once, in the order of taking', async () => {
    const vault = await open()
    await vault.keepPhoto(photo(2), content(2))
    await vault.keepPhoto(photo(1), content(1))
    await vault.keepPhoto(photo(1, { name: 'again.jpg' }), content(9))
    expect(await vault.photos()).toEqual([photo(1), photo(2)])
    expect((await vault.load()).photos).toEqual([photo(1), photo(2)])
    const held = await vault.photo(hash(1))
    expect([...new Uint8Array(held?.bytes ?? new ArrayBuffer(0))]).toEqual([1, 2, 1])
    expect(await vault.photo(hash(3))).toBeNull()
  })

  test('notes on a photo which record was saved with it, in the same step', async () => {
    const vault = await open()
    await vault.keepPhoto(photo(1), content(1))
    await vault.keepPhoto(photo(2), content(2))
    const set = { photosBefore: [photoValue(1)] }
    await vault.save({ add: [entry(5, { change: change(5, { set }) })] })
    expect(await vault.photos()).toEqual([photo(1, { recordId: change(5).recordId }), photo(2)])
    await vault.notePhoto(hash(1), { state: 'sent', sentAt: 'then' })
    expect((await vault.photos())[0]).toMatchObject({ state: 'sent', sentAt: 'then', recordId: change(5).recordId })
  })

  test('lets go of photos that nothing points to, of old sent ones, and of none that is to be sent', async () => {
    const vault = await open()
    for (const number of [1, 2, 3, 4, 5]) await vault.keepPhoto(photo(number), content(number))
    await vault.save({ add: [entry(5, { change: change(5, { set: { photos: [2, 3, 4].map(photoValue) } }) })] })
    await vault.notePhoto(hash(3), { state: 'sent', sentAt: '2026-03-06T00:00:00.000Z' })
    await vault.notePhoto(hash(4), { state: 'sent', sentAt: '2026-05-01T00:00:00.000Z' })
    await vault.saveCopy(
      copy(1, { children: [{ kind: 'hazard', recordId: id(3), values: { photosBefore: [photoValue(5)] } }] }),
    )
    await vault.forgetPhotos({ sent: '2026-04-01', unused: '2026-03-05' })
    expect((await vault.photos()).map((one) => one.hash)).toEqual([1, 2, 4, 5].map(hash))
    await vault.forgetPhotos({ sent: '2026-04-01', unused: '2026-04-01' })
    expect((await vault.photos()).map((one) => one.hash)).toEqual([2, 4, 5].map(hash))
    expect(await vault.photo(hash(1))).toBeNull()
    await vault.dropCopy(id(1))
    await vault.forgetPhotos({ sent: '2026-04-01', unused: '2026-04-01' })
    expect((await vault.photos()).map((one) => one.hash)).toEqual([2, 4].map(hash))
  })

  test('wipes everything', async () => {
    const vault = await open()
    await vault.putSession(session, 'officer')
    await vault.save({ add: [entry(1)] })
    await vault.saveCopy(copy(1))
    await vault.putAnswer('a', { value: 1, at: '' })
    await vault.takePage({ records: [record(1)], gone: [], cursor: 'c', seen: { seq: 1, hash: 'h' }, last: true })
    await vault.keepPhoto(photo(1), content(1))
    await vault.wipe()
    expect(await vault.photo(hash(1))).toBeNull()
    expect(await vault.load()).toMatchObject({
      session: null,
      username: null,
      cursor: null,
      seen: null,
      records: [],
      outbox: [],
      workingCopies: [],
      photos: [],
    })
    expect(await vault.answer('a')).toBeNull()
  })
}
