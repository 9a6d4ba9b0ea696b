// @vitest-environment node
import { describe, expect, test, vi } from 'vitest'
import { reactive } from 'vue'
import type { NewChange } from '../../../src/app/sync/ledger-types.ts'
import { copy, id } from '../vault/makers.ts'
import { settle } from './fake-ports.ts'
import { inspection, phone } from './phone.ts'

describe('saving', () => {
  test('is durable, shows at once, and says who made it, when, by which kind', async () => {
    const { ledger, server, vault } = await phone()
    server.weather = () => 'lostBefore'
    await ledger.start()
    const saved = await ledger.save({ changes: [inspection(1)] })
    expect(saved).toMatchObject({ ok: true, changeIds: [expect.stringMatching(/^[0-9a-f-]{36}$/)] })
    expect(ledger.records.get(id(500_001))).toMatchObject({
      sync: 'queued',
      version: 0,
      status: 'submitted',
      data: { placeName: '1 号车间' },
    })
    expect((await vault.outbox())[0]?.change).toMatchObject({
      by: 'wang',
      kindVersion: 1,
      madeAt: '2026-03-05T10:00:00.000+08:00',
      kind: 'inspection',
    })
  })

  test('a second tap answers what the first did', async () => {
    const { ledger, vault } = await phone((held) => held.saveCopy(copy(7)))
    await ledger.start()
    const request = { changes: [inspection(1)], workingCopyId: id(7) }
    const [first, second] = await Promise.all([ledger.save(request), ledger.save(request)])
    const third = await ledger.save(request)
    expect([second, third]).toEqual([first, first])
    await settle()
    expect((await vault.load()).workingCopies).toEqual([])
  })

  test('two quick taps without a working copy are one; a later one is another', async () => {
    const { ledger, server, world, vault } = await phone()
    server.weather = () => 'lostBefore'
    await ledger.start()
    const step: NewChange = {
      recordId: id(500_001),
      kind: 'hazard',
      was: { status: 'found' },
      set: { status: 'ordered' },
    }
    await Promise.all([ledger.save({ changes: [step] }), ledger.save({ changes: [step] })])
    await ledger.save({ changes: [step] })
    expect(await vault.outbox()).toHaveLength(1)
    await world.advance(10_000)
    await ledger.save({ changes: [step] })
    expect(await vault.outbox()).toHaveLength(2)
  })

  test('what is saved while another window is read stays on the screen', async () => {
    const { ledger, server, vault, world } = await phone()
    server.weather = () => 'lostBefore'
    await ledger.start()
    const held = await vault.load()
    let reading = (): void => undefined
    const slow = new Promise<void>((done) => (reading = done))
    vi.spyOn(vault, 'load').mockImplementationOnce(() => slow.then(() => held))
    world.neighbour()
    await world.advance(200)
    await ledger.save({ changes: [inspection(1)] })
    reading()
    await settle()
    expect(ledger.records.get(id(500_001))?.sync).toBe('queued')
  })

  test('a late automatic save leaves no ghost of a form that was saved', async () => {
    const { ledger, vault } = await phone((held) => held.saveCopy(copy(7)))
    await ledger.start()
    const saving = ledger.save({ changes: [inspection(1)], workingCopyId: id(7) })
    await Promise.all([saving, ledger.saveWorkingCopy(copy(7, { values: { placeName: 'late' } }))])
    const writing = vi.spyOn(vault, 'saveCopy')
    await ledger.saveWorkingCopy(copy(7, { values: { placeName: 'later' } }))
    expect(writing).not.toHaveBeenCalled()
    expect((await vault.load()).workingCopies).toEqual([])
    expect(ledger.workingCopies).toEqual([])
  })

  test('on a full disk nothing is saved, the working copy stays, it is told, and it can be tried again', async () => {
    const { ledger, vault } = await phone((held) => held.saveCopy(copy(7)))
    await ledger.start()
    vault.fail('full')
    expect(await ledger.save({ changes: [inspection(1)], workingCopyId: id(7) })).toEqual({ ok: false, code: 'full' })
    expect([ledger.trouble, ledger.workingCopies.length, ledger.records.size]).toEqual(['full', 1, 0])
    vault.fail(null)
    expect(await ledger.saveWorkingCopy(copy(7, { values: { placeName: 'more' } }))).toEqual({ ok: true })
    expect(await ledger.save({ changes: [inspection(1)], workingCopyId: id(7) })).toMatchObject({ ok: true })
    expect(ledger.trouble).toBeNull()
  })

  test('asks to be kept for good at the first save, not at the start', async () => {
    const { ledger, world } = await phone()
    await ledger.start()
    expect(world.persistenceAsked).toBe(0)
    await ledger.save({ changes: [inspection(1)] })
    await ledger.save({ changes: [inspection(2)] })
    expect([world.persistenceAsked, world.wakings]).toEqual([1, 2])
  })

  test("takes what the screens hold, in Vue's wrappers too", async () => {
    const { ledger, vault } = await phone()
    await ledger.start()
    const values = reactive({ parties: [{ name: '甲', side: 'A' }], location: { lat: 34.1, lng: 112.4 } })
    expect(await ledger.saveWorkingCopy({ ...copy(7), values })).toEqual({ ok: true })
    expect(
      await ledger.save({ changes: [{ ...inspection(1), set: reactive({ placeName: '一', ...values }) }] }),
    ).toMatchObject({ ok: true })
    expect((await vault.load()).workingCopies[0]?.values).toEqual({
      parties: [{ name: '甲', side: 'A' }],
      location: { lat: 34.1, lng: 112.4 },
    })
  })
})
