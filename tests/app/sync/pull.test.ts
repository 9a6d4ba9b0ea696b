// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import { pullAll, pullAttention } from '../../../src/app/sync/pull.ts'
import { runSync } from '../../../src/app/sync/run.ts'
import { acked, change, entry, id, record } from '../vault/makers.ts'
import { FakeServer, json, lost, problem } from './fake-server.ts'

function phone() {
  const vault = makeMemoryVault()
  const server = new FakeServer()
  const ports = { vault, ask: server.ask, now: () => 1_000_000, random: () => 0.5 }
  const held = async (): Promise<readonly string[]> => (await vault.load()).records.map((one) => one.id).sort()
  return { vault, server, ports, held, pull: () => pullAll(ports) }
}
const fill = (server: FakeServer, count: number): void => {
  for (let number = 1; number <= count; number += 1) server.apply(change(number))
}

describe('pulling', () => {
  test('goes on from page to page, and next time from where it stood', async () => {
    const { server, pull, held, vault } = phone()
    fill(server, 25)
    server.pageSize = 10
    expect(await pull()).toMatchObject({ end: 'done', reached: true })
    expect(await held()).toHaveLength(25)
    expect(server.asked.map((one) => one.path)).toEqual([
      '/api/sync/pull?limit=500',
      '/api/sync/pull?limit=500&cursor=10&seen=25%3Ah',
      '/api/sync/pull?limit=500&cursor=20&seen=25%3Ah',
    ])
    server.apply(change(99))
    await pull()
    expect(await held()).toHaveLength(26)
    expect((await vault.meta()).cursor).toBe('26')
  })

  test('a cut line keeps the pages that came', async () => {
    const { server, pull, held } = phone()
    fill(server, 25)
    server.pageSize = 10
    server.refuse = ({ path }) => (path.includes('cursor=10') ? lost : null)
    expect(await pull()).toMatchObject({ end: 'none' })
    expect(await held()).toHaveLength(10)
    server.refuse = () => null
    await pull()
    expect(await held()).toHaveLength(25)
    expect(server.asked.at(-2)?.path).toContain('cursor=10')
  })

  test('what is gone goes', async () => {
    const { server, pull, held } = phone()
    fill(server, 2)
    await pull()
    server.refuse = () =>
      json({ records: [{ id: record(1).id, seq: 3, gone: true }], cursor: '3', head: null, more: false })
    await pull()
    expect(await held()).toEqual([record(2).id])
  })

  test('a changed scope is swept after the last page; outbox and working copies are untouched', async () => {
    const { server, pull, held, vault } = phone()
    fill(server, 30)
    await pull()
    await vault.save({ add: [entry(900)] })
    for (let number = 1; number <= 10; number += 1) server.records.delete(record(number).id)
    server.pageSize = 7
    let told = false
    server.refuse = () => {
      if (told) return null
      told = true
      return json({ records: [], cursor: null, head: { seq: 30, hash: 'h' }, more: false, reset: 'scope' })
    }
    expect(await pull()).toMatchObject({ end: 'done' })
    expect(await held()).toHaveLength(20)
    expect(await vault.outbox()).toEqual([entry(900)])
  })

  test('a sweep that was cut goes on and sweeps only when the rest has come', async () => {
    const { server, pull, held, vault } = phone()
    fill(server, 20)
    await pull()
    server.records.delete(record(1).id)
    server.pageSize = 5
    let told = false
    server.refuse = ({ path }) => {
      if (!told) {
        told = true
        return json({ records: [], cursor: null, head: null, more: false, reset: 'scope' })
      }
      return path.includes('cursor=11') ? lost : null
    }
    expect(await pull()).toMatchObject({ end: 'none' })
    expect(await held()).toHaveLength(20)
    expect((await vault.meta()).sweeping).toBe(true)
    server.refuse = () => null
    await pull()
    expect(await held()).toHaveLength(19)
  })

  test('a restored server takes nothing away', async () => {
    const { server, pull, held, vault } = phone()
    fill(server, 3)
    await pull()
    server.refuse = () =>
      json({ records: [], cursor: null, head: { seq: 1, hash: 'x' }, more: false, reset: 'restored' })
    expect(await pull()).toMatchObject({ end: 'reset' })
    expect(await held()).toHaveLength(3)
    expect((await vault.meta()).seen).toEqual({ seq: 3, hash: 'h' })
  })

  test('a cursor that the server cannot read begins anew, once', async () => {
    const { server, pull, held, vault } = phone()
    fill(server, 3)
    await vault.takePage({ records: [record(77)], gone: [], cursor: 'strange', seen: null, last: true })
    server.refuse = ({ path }) => (path.includes('strange') ? problem(400, 'badCursor') : null)
    expect(await pull()).toMatchObject({ end: 'done' })
    expect(await held()).toEqual([record(1).id, record(2).id, record(3).id])
  })

  test.each<[string, unknown]>([
    ['a record without data', { records: [{ ...record(1), data: undefined }], cursor: '1', more: false }],
    ['a record without id', { records: [{ ...record(1), id: undefined }], cursor: '1', more: false }],
    ['no cursor', { records: [], more: false }],
    ['no list', { records: {}, cursor: '1', more: false }],
  ])('with %s it is no answer, and the cursor stays', async (_name, body) => {
    const { server, pull, vault } = phone()
    server.refuse = () => json(body)
    expect(await pull()).toMatchObject({ end: 'none' })
    expect((await vault.meta()).cursor).toBeNull()
  })

  test('a page that says more without moving on ends', async () => {
    const { server, pull } = phone()
    server.refuse = () => json({ records: [], cursor: 'same', head: null, more: true })
    await pull()
    expect(server.asked).toHaveLength(2)
  })
})

test('the attention of other devices comes as entries, broken ones passed over', async () => {
  const { vault, server, ports } = phone()
  const item = {
    changeId: id(4),
    recordId: record(4).id,
    kind: 'hazard',
    outcome: 'conflict',
    problems: [],
    by: { id: 'wang', name: '王瑞' },
    madeAt: 'then',
    set: { deadline: '2026-04-01' },
    was: { deadline: null },
  }
  server.attention = [item, { changeId: id(5) }, null, { ...item, outcome: 'applied' }]
  await pullAttention(ports)
  expect((await vault.meta()).attention).toMatchObject([
    { change: { id: id(4), by: 'wang', set: { deadline: '2026-04-01' }, was: { deadline: null } }, state: 'conflict' },
  ])
})

describe('a whole run', () => {
  test('pushes before it pulls, so that what comes holds what went', async () => {
    const { vault, server, ports } = phone()
    await vault.save({ add: [entry(1)] })
    expect(await runSync(ports, { force: false, kinds: true })).toMatchObject({ end: 'done', reached: true })
    expect(server.asked.map((one) => one.path.split('?')[0])).toEqual([
      '/api/sync/push',
      '/api/kinds',
      '/api/sync/pull',
      '/api/sync/attention',
    ])
    const held = await vault.load()
    expect([held.outbox.length, held.records.length, held.acked.length]).toEqual([0, 1, 0])
    expect(held.kinds.map((kind) => kind.name)).toContain('inspection')
  })

  test('ends where the line does', async () => {
    const { vault, server, ports } = phone()
    await vault.save({ add: [entry(1)] })
    server.weather = () => 'lostBefore'
    expect(await runSync(ports, { force: false, kinds: true })).toMatchObject({ end: 'none', reached: false })
    expect(server.asked).toHaveLength(1)
  })

  test('keeps what it sent for a month, with its receipt', async () => {
    const { vault, ports } = phone()
    const day = 86_400_000
    await vault.settle({ acked: [acked(1, { at: new Date(0).toISOString() })], changed: [], seen: null })
    const forgotten: string[] = []
    Object.assign(vault, { forgetAcked: async (before: string) => (forgotten.push(before), { ok: true }) })
    await runSync({ ...ports, now: () => 31 * day }, { force: false, kinds: false })
    expect(forgotten).toEqual([new Date(day).toISOString()])
  })
})
