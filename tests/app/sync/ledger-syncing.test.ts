// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import { kinds } from '../../../src/domain/kinds/all.ts'
import { entry, id, session } from '../vault/makers.ts'
import { fakeWorld, makeHub } from './fake-ports.ts'
import { FakeServer, problem } from './fake-server.ts'
import { inspection, openWindow, phone } from './phone.ts'

describe('syncing', () => {
  test('what is saved goes up, and stays on the screen all the while', async () => {
    const { ledger, server, world, vault } = await phone()
    await ledger.start()
    await ledger.save({ changes: [inspection(1)] })
    await world.advance(100)
    expect(server.records.size).toBe(1)
    expect(ledger.queue).toEqual([])
    expect(ledger.records.get(id(500_001))).toMatchObject({ sync: 'synced', version: 1 })
    expect(await vault.outbox()).toEqual([])
    expect(ledger.status).toMatchObject({ reach: 'yes', running: false, signedOut: false, storage: { usage: 1 } })
  })

  test('between the receipt and the pull the record stands with its number, and is not queued', async () => {
    const { ledger, server, world } = await phone()
    await ledger.start()
    await world.advance(100)
    server.judge = () => ({ outcome: 'applied', ...({ number: '西阳综检〔2026〕1号' } as object) })
    server.refuse = ({ path }) => (path.startsWith('/api/sync/pull') ? problem(503, 'unavailable', 1000) : null)
    await ledger.save({ changes: [inspection(1)] })
    await world.advance(100)
    expect(ledger.records.get(id(500_001))).toMatchObject({ sync: 'synced', version: 1, number: '西阳综检〔2026〕1号' })
    expect(ledger.queue).toEqual([])
  })

  test('within five seconds of the server being back, all is up, however long it was away', async () => {
    const { ledger, server, world } = await phone()
    server.weather = () => 'lostBefore'
    await ledger.start()
    for (let number = 1; number <= 3; number += 1) await ledger.save({ changes: [inspection(number)] })
    await world.advance(3_600_000)
    expect([server.records.size, ledger.status.reach]).toEqual([0, 'no'])
    server.weather = () => 'fine'
    await world.advance(5000)
    expect([server.records.size, ledger.queue.length, ledger.status.reach]).toEqual([3, 0, 'yes'])
  })

  test('nor is it longer when the server says at first that it is still starting', async () => {
    const { ledger, server, world } = await phone()
    server.weather = () => 'lostBefore'
    await ledger.start()
    await ledger.save({ changes: [inspection(1)] })
    await world.advance(3_600_000)
    server.weather = () => 'fine'
    let starting = true
    server.refuse = () => (starting ? problem(503, 'unavailable', 2000) : null)
    await world.advance(4000)
    starting = false
    await world.advance(4000)
    expect(server.records.size).toBe(1)
  })

  test('a hidden page backs off, and tries at once when it is looked at', async () => {
    const { ledger, server, world } = await phone()
    server.weather = () => 'lostBefore'
    world.visible = false
    await ledger.start()
    await ledger.save({ changes: [inspection(1)] })
    await world.advance(3_600_000)
    expect(server.asked.length).toBeLessThan(40)
    server.weather = () => 'fine'
    world.visible = true
    world.occasion()
    await world.advance(10)
    expect(server.records.size).toBe(1)
  })

  test('Retry-After is obeyed, by occasions too, but not by a person', async () => {
    const { ledger, server, world } = await phone((held) => held.save({ add: [entry(1)] }))
    server.refuse = ({ method }) => (method === 'POST' ? problem(503, 'unavailable', 60_000) : null)
    await ledger.start()
    await world.advance(100)
    expect(server.pushes()).toHaveLength(1)
    world.occasion()
    await ledger.save({ changes: [inspection(2)] })
    await world.advance(50_000)
    expect(server.pushes()).toHaveLength(1)
    server.refuse = () => null
    await ledger.syncNow()
    expect(server.records.size).toBe(2)
  })

  test('401 asks for the password and never stops capture; all goes after log-in', async () => {
    const { ledger, server, world } = await phone()
    server.weather = () => 'signedOut'
    await ledger.start()
    await world.advance(100)
    expect(ledger.status).toMatchObject({ signedOut: true, reach: 'yes' })
    expect(await ledger.save({ changes: [inspection(1)] })).toMatchObject({ ok: true })
    expect(ledger.session).toEqual(session)
    server.weather = () => 'fine'
    expect(await ledger.login('officer', 'secret')).toEqual({ ok: true })
    await world.advance(100)
    expect([server.records.size, ledger.queue.length, ledger.status.signedOut]).toEqual([1, 0, false])
  })

  test('a save during a run is sent by the run after it', async () => {
    const { ledger, server, world } = await phone()
    await ledger.start()
    await world.advance(100)
    let late: Promise<unknown> | null = null
    server.refuse = ({ path }) => {
      if (path.startsWith('/api/sync/pull')) late ??= ledger.save({ changes: [inspection(2)] })
      return null
    }
    await ledger.save({ changes: [inspection(1)] })
    await world.advance(500)
    await late
    expect(server.records.size).toBe(2)
  })

  test('two windows show the same, and one of them syncs', async () => {
    const vault = makeMemoryVault()
    await vault.putSession(session, 'officer')
    await vault.putKinds(kinds)
    const server = new FakeServer()
    const hub = makeHub()
    const [one, two] = [fakeWorld(vault, server, hub), fakeWorld(vault, server, hub)]
    const first = openWindow(one)
    await first.start()
    const second = openWindow(two)
    await second.start()
    server.weather = () => 'lostBefore'
    await first.save({ changes: [inspection(1)] })
    await two.advance(100)
    expect(second.records.get(id(500_001))?.sync).toBe('queued')
    server.weather = () => 'fine'
    await Promise.all([first.syncNow(), second.syncNow()])
    await one.advance(10_000)
    await two.advance(10_000)
    expect(server.applied.size).toBe(1)
    expect([...server.applied.values()]).toEqual([1])
    expect([first.queue, second.queue]).toEqual([[], []])
  })
})
