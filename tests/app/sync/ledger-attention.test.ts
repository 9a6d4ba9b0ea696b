// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { change, entry, id, record } from '../vault/makers.ts'
import { inspection, phone } from './phone.ts'

describe('needs attention', () => {
  const conflicting = async () => {
    const edit = entry(1, {
      state: 'conflict',
      change: change(1, { kind: 'hazard', was: { deadline: '2026-03-20' }, set: { deadline: '2026-03-25' } }),
    })
    return await phone(async (held) => {
      await held.save({ add: [edit] })
      await held.takePage({
        records: [record(1, { kind: 'hazard', data: { status: 'found', deadline: '2026-04-01', grade: 'general' } })],
        gone: [],
        cursor: 'c',
        seen: null,
        last: true,
      })
    })
  }

  test("a conflict leaves the server's state on the record, and both sides can be seen", async () => {
    const { ledger, server } = await conflicting()
    server.weather = () => 'lostBefore'
    await ledger.start()
    expect(ledger.records.get(id(500_001))).toMatchObject({ sync: 'attention', data: { deadline: '2026-04-01' } })
    expect(ledger.queue[0]?.change.set).toEqual({ deadline: '2026-03-25' })
    expect(ledger.serverRecord(id(500_001))?.data['deadline']).toBe('2026-04-01')
  })

  test('settling it sends what was picked over what the server holds, in one step with taking it off', async () => {
    const { ledger, server, vault } = await conflicting()
    server.weather = () => 'lostBefore'
    await ledger.start()
    expect(await ledger.resolve(id(1), { deadline: '2026-03-25', grade: 'general' })).toMatchObject({ ok: true })
    expect((await vault.outbox()).map((one) => one.change)).toMatchObject([
      { resolves: id(1), was: { deadline: '2026-04-01' }, set: { deadline: '2026-03-25' }, recordId: id(500_001) },
    ])
    expect(ledger.records.get(id(500_001))).toMatchObject({ sync: 'queued', data: { deadline: '2026-03-25' } })
  })

  test("picking the server's side sends an empty settlement", async () => {
    const { ledger, server, vault } = await conflicting()
    server.weather = () => 'lostBefore'
    await ledger.start()
    await ledger.resolve(id(1), { deadline: '2026-04-01' })
    expect((await vault.outbox())[0]?.change).toMatchObject({ resolves: id(1), set: {}, was: {} })
  })

  test('a conflict that somebody else has settled is asked about once, and leaves', async () => {
    const { ledger, server, world } = await conflicting()
    server.judge = () => ({ outcome: 'conflict', settledBy: id(99) })
    await ledger.start()
    await world.advance(200_000)
    expect(ledger.queue).toEqual([])
    expect(server.pushes()).toHaveLength(1)
  })

  test('a refused creation stays visible and editable; mending exchanges it in one step', async () => {
    const { ledger, server, world, vault } = await phone()
    server.judge = ({ set }) =>
      set['officers'] ? null : { outcome: 'rejected', problems: [{ path: '/set/officers', code: 'tooFew' }] }
    await ledger.start()
    await ledger.save({ changes: [inspection(1)] })
    await world.advance(100)
    const refused = ledger.queue[0]
    expect(refused).toMatchObject({ state: 'rejected', problems: [{ code: 'tooFew' }] })
    expect(ledger.records.get(id(500_001))).toMatchObject({ sync: 'attention', data: { placeName: '1 号车间' } })
    const better = { ...inspection(1), set: { ...inspection(1).set, officers: ['a', 'b'] } }
    await ledger.mend(refused?.change.id ?? '', [better])
    await world.advance(100)
    expect(await vault.outbox()).toEqual([])
    expect(ledger.records.get(id(500_001))).toMatchObject({ sync: 'synced', version: 1 })
  })

  test("another phone's refusals come with the sync, and a mended one does not come back", async () => {
    const { ledger, server, world } = await phone()
    server.attention = [
      {
        changeId: id(4),
        recordId: id(500_004),
        kind: 'inspection',
        outcome: 'rejected',
        problems: [{ path: '/set/date', code: 'futureDate' }],
        by: 'wang',
        madeAt: 'then',
        set: inspection(4).set,
      },
    ]
    await ledger.start()
    await world.advance(100)
    expect(ledger.queue).toMatchObject([{ state: 'rejected', change: { id: id(4) } }])
    expect(ledger.records.get(id(500_004))).toMatchObject({ sync: 'attention' })
    await ledger.mend(id(4), [inspection(4)])
    await world.advance(100)
    expect(ledger.queue).toEqual([])
  })
})
