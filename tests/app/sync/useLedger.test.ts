// @vitest-environment node
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, test } from 'vitest'
import type { StoreNews } from '../../../src/app/vault/open-database.ts'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import type { MemoryVault } from '../../../src/app/vault/memory-vault.ts'
import type { NewChange } from '../../../src/app/sync/ledger-types.ts'
import { providePorts, useLedger } from '../../../src/app/sync/useLedger.ts'
import { kinds } from '../../../src/domain/kinds/all.ts'
import { change, copy, entry, id, record, session } from '../vault/makers.ts'
import { fakeWorld, makeHub, settle } from './fake-ports.ts'
import type { FakeWorld } from './fake-ports.ts'
import { FakeServer, json, problem } from './fake-server.ts'

const inspection = (number: number): NewChange => ({
  recordId: id(number + 500_000),
  kind: 'inspection',
  set: { status: 'submitted', date: '2026-03-05', villageId: id(2), placeName: `${number} 号车间` },
})

const openWindow = (world: FakeWorld) => {
  setActivePinia(createPinia())
  providePorts(world.ports)
  return useLedger()
}

/** A phone whose user has logged in before. */
async function phone(prepare: (vault: MemoryVault) => Promise<unknown> = async () => undefined) {
  const vault = makeMemoryVault()
  await vault.putSession(session, 'officer')
  await vault.putKinds(kinds)
  await prepare(vault)
  const server = new FakeServer()
  const world = fakeWorld(vault, server)
  world.marker = true
  const ledger = openWindow(world)
  return { vault, server, world, ledger }
}

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

  test('a late automatic save leaves no ghost of a form that was saved', async () => {
    const { ledger, vault } = await phone((held) => held.saveCopy(copy(7)))
    await ledger.start()
    const saving = ledger.save({ changes: [inspection(1)], workingCopyId: id(7) })
    await Promise.all([saving, ledger.saveWorkingCopy(copy(7, { values: { placeName: 'late' } }))])
    await ledger.saveWorkingCopy(copy(7, { values: { placeName: 'later' } }))
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
})

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
    await settle()
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

describe('logging in and out', () => {
  const other = { ...session, user: { ...session.user, id: 'li', name: '李' } }

  test('brings the session and the kinds, and sets the marker', async () => {
    const server = new FakeServer()
    const world = fakeWorld(makeMemoryVault(), server)
    const ledger = openWindow(world)
    await ledger.start()
    expect([ledger.ready, ledger.session, server.asked.length]).toEqual([true, null, 0])
    expect(await ledger.login(' officer ', 'secret')).toEqual({ ok: true })
    expect(server.asked[0]?.body).toMatchObject({ username: 'officer', password: 'secret' })
    expect([ledger.session?.user.id, ledger.username, ledger.kinds.has('hazard'), world.marker]).toEqual([
      'wang',
      'officer',
      true,
      true,
    ])
  })

  test.each([
    [problem(401, 'badCredentials'), { ok: false, code: 'badCredentials' }],
    [problem(401, 'totpRequired'), { ok: false, code: 'totpRequired' }],
    [problem(429, 'tooManyRequests', 90_000), { ok: false, code: 'locked', retryAfter: 90 }],
    [json({ mustChangePassword: true }), { ok: false, code: 'mustChangePassword' }],
    [json({ hello: 1 }), { ok: false, code: 'noAnswer' }],
  ])('a refusal is told by its code: %j', async (answer, result) => {
    const server = new FakeServer()
    const ledger = openWindow(fakeWorld(makeMemoryVault(), server))
    await ledger.start()
    server.refuse = () => answer
    expect(await ledger.login('officer', 'x')).toEqual(result)
    expect(ledger.session).toBeNull()
  })

  test('another user is refused over unsent work, before the server is asked', async () => {
    const { ledger, server } = await phone((held) => held.save({ add: [entry(1)] }))
    server.weather = () => 'lostBefore'
    await ledger.start()
    const before = server.asked.length
    expect(await ledger.login('mediator', 'x')).toEqual({ ok: false, code: 'otherUser' })
    expect(server.asked).toHaveLength(before)
    expect(await ledger.logout()).toEqual({ ok: false, code: 'unsent' })
  })

  test('what is being typed is unsent work too', async () => {
    const { ledger } = await phone((held) => held.saveCopy(copy(1)))
    await ledger.start()
    expect(await ledger.logout()).toEqual({ ok: false, code: 'unsent' })
    await ledger.dropWorkingCopy(id(1))
    expect(await ledger.logout()).toEqual({ ok: true })
  })

  test('without unsent work another user finds nothing of the first', async () => {
    const { ledger, server, world } = await phone((held) =>
      held.takePage({ records: [record(1)], gone: [], cursor: 'c', seen: null, last: true }),
    )
    await ledger.start()
    await world.advance(100)
    server.refuse = ({ path, method }) => (path === '/api/session' && method === 'POST' ? json(other) : null)
    expect(await ledger.login('li', 'x')).toEqual({ ok: true })
    expect([ledger.session?.user.id, ledger.records.size]).toEqual(['li', 0])
  })

  test('a run that is on when somebody logs out leaves nothing behind', async () => {
    const { ledger, vault } = await phone((held) => held.saveCopy(copy(1)))
    await ledger.start()
    await ledger.dropWorkingCopy(id(1))
    const run = ledger.syncNow()
    expect(await ledger.logout()).toEqual({ ok: true })
    await run
    await settle()
    expect(await vault.load()).toMatchObject({ session: null, kinds: [], records: [], cursor: null })
  })

  test('logging out needs the server, and then leaves nothing', async () => {
    const { ledger, server, world, vault } = await phone()
    server.weather = () => 'lostBefore'
    await ledger.start()
    expect(await ledger.logout()).toEqual({ ok: false, code: 'noAnswer' })
    server.weather = () => 'fine'
    expect(await ledger.logout()).toEqual({ ok: true })
    expect([ledger.session, world.marker, (await vault.load()).kinds.length]).toEqual([null, false, 0])
  })
})

describe('the store', () => {
  test('an emptied one is recognised and told, once', async () => {
    const world = fakeWorld(makeMemoryVault(), new FakeServer())
    world.marker = true
    const ledger = openWindow(world)
    await ledger.start()
    expect(ledger.emptied).toBe(true)
    ledger.emptiedSeen()
    expect([ledger.emptied, world.marker]).toEqual([false, false])
  })

  test('a new phone is no emptied one', async () => {
    const ledger = openWindow(fakeWorld(makeMemoryVault(), new FakeServer()))
    await ledger.start()
    expect(ledger.emptied).toBe(false)
  })

  test('an old window that holds it is told; when it lets go, all is there', async () => {
    const vault = makeMemoryVault()
    await vault.putSession(session, 'officer')
    const world = fakeWorld(vault, new FakeServer())
    let letGo = (): void => undefined
    const openVault = (onNews: (news: StoreNews) => void) => {
      onNews('blocked')
      return new Promise<MemoryVault>((done) => {
        letGo = () => {
          onNews('opened')
          done(vault)
        }
      })
    }
    const ledger = openWindow({ ...world, ports: { ...world.ports, openVault } })
    await ledger.start()
    expect([ledger.ready, ledger.trouble, ledger.session]).toEqual([true, 'blocked', null])
    expect(await ledger.save({ changes: [inspection(1)] })).toEqual({ ok: false, code: 'closed' })
    letGo()
    await settle()
    expect([ledger.trouble, ledger.session?.user.id]).toEqual([null, 'wang'])
  })

  test('none at all is told', async () => {
    const world = fakeWorld(null, new FakeServer())
    const openVault = async (onNews: (news: StoreNews) => void) => {
      onNews('unavailable')
      return null
    }
    const ledger = openWindow({ ...world, ports: { ...world.ports, openVault } })
    await ledger.start()
    expect([ledger.ready, ledger.trouble]).toEqual([true, 'unavailable'])
  })
})

describe('questions', () => {
  const answer = { year: 2025, figures: [] }

  test('an answer is kept, and given again with its time when there is no line', async () => {
    const { ledger, server, world } = await phone()
    await ledger.start()
    server.refuse = ({ path }) => (path.startsWith('/api/figures') ? json(answer) : null)
    expect(await ledger.figures({ year: 2025, month: 3 })).toEqual({
      value: answer,
      at: '2026-03-05T02:00:00.000Z',
      fresh: true,
    })
    expect(server.asked.find((one) => one.path.startsWith('/api/figures'))).toMatchObject({
      path: '/api/figures?year=2025&month=3',
      timeoutMs: 5000,
    })
    server.weather = () => 'lostBefore'
    await world.advance(60_000)
    expect(await ledger.figures({ year: 2025, month: 3 })).toEqual({
      value: answer,
      at: '2026-03-05T02:00:00.000Z',
      fresh: false,
    })
    expect(await ledger.figures({ year: 2024 })).toBeNull()
  })

  test('a log-in page is no answer', async () => {
    const { ledger, server } = await phone()
    await ledger.start()
    server.weather = () => 'htmlPage'
    expect(await ledger.receipts('safety-inspections', { year: 2025 }, 1)).toBeNull()
    expect(await ledger.series('safety-inspections', 2025)).toBeNull()
  })

  test('a look at one person leaves nothing on the phone', async () => {
    const { ledger, server } = await phone()
    await ledger.start()
    server.refuse = ({ path }) => (path.startsWith('/api/figures') ? json(answer) : null)
    await ledger.figures({ year: 2025, personId: id(3) })
    server.weather = () => 'lostBefore'
    expect(await ledger.figures({ year: 2025, personId: id(3) })).toBeNull()
  })
})

test('unsent changes add to the figures by the same facts, until they are up', async () => {
  const { ledger, server, world } = await phone()
  server.weather = () => 'lostBefore'
  await ledger.start()
  await ledger.save({ changes: [{ ...inspection(1), set: { ...inspection(1).set, programme: 'safety' } }] })
  const measures = (year: number) => ledger.unsentFacts({ year }).map((fact) => fact.measure)
  expect(measures(2026).length).toBeGreaterThan(0)
  expect(measures(2025)).toEqual([])
  expect(ledger.unsentFacts({ year: 2026, villageId: id(3) })).toEqual([])
  server.weather = () => 'fine'
  await world.advance(10_000)
  expect(measures(2026)).toEqual([])
})
