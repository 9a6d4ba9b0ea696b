// @vitest-environment node
import { describe, expect, test, vi } from 'vitest'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import { copy, entry, id, record, session } from '../vault/makers.ts'
import { pin } from './fake-phone.ts'
import { fakeWorld, makeHub, settle } from './fake-ports.ts'
import { FakeServer, json, problem } from './fake-server.ts'
import { inspection, openWindow, phone } from './phone.ts'

describe('logging in and out', () => {
  const other = { ...session, user: { ...session.user, id: 'li', name: '李' } }

  test('brings the session and the kinds, and sets the marker', async () => {
    const server = new FakeServer()
    const world = fakeWorld(makeMemoryVault(), server)
    const ledger = openWindow(world)
    await ledger.start()
    expect([ledger.ready, ledger.session, server.asked.length]).toEqual([true, null, 0])
    expect(await ledger.login(' officer ', 'secret')).toEqual({ ok: true, next: 'pin' })
    expect([ledger.session, ledger.newcomer?.session.user.id]).toEqual([null, 'wang'])
    expect(await ledger.setPin(pin)).toEqual({ ok: true })
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
    [json({ mustChangePassword: true, mustSetUpTotp: true }), { ok: false, code: 'mustChangePassword' }],
    [json({ mustSetUpTotp: true }), { ok: false, code: 'mustSetUpTotp' }],
    [json({ hello: 1 }), { ok: false, code: 'noAnswer' }],
  ])('a refusal is told by its code: %j', async (answer, result) => {
    const server = new FakeServer()
    const ledger = openWindow(fakeWorld(makeMemoryVault(), server))
    await ledger.start()
    server.refuse = () => answer
    expect(await ledger.login('officer', 'x')).toEqual(result)
    expect(ledger.session).toBeNull()
  })

  test('nobody logs out over unsent work', async () => {
    const { ledger, server } = await phone((held) => held.save({ add: [entry(1)] }))
    server.weather = () => 'lostBefore'
    await ledger.start()
    expect(await ledger.logout()).toEqual({ ok: false, code: 'unsent' })
  })

  test('what is being typed is unsent work too', async () => {
    const { ledger } = await phone((held) => held.saveCopy(copy(1)))
    await ledger.start()
    expect(await ledger.logout()).toEqual({ ok: false, code: 'unsent' })
    await ledger.dropWorkingCopy(id(1))
    expect(await ledger.logout()).toEqual({ ok: true })
  })

  test('another user has a vault of his own: he sees nothing of the first, whose unsent work stays in his', async () => {
    const { ledger, server, world, vault } = await phone((held) =>
      held.takePage({ records: [record(1)], gone: [], cursor: 'c', seen: null, last: true }),
    )
    server.weather = () => 'lostBefore'
    await ledger.start()
    await ledger.save({ changes: [inspection(1)] })
    await world.advance(100)
    server.weather = () => 'fine'
    server.refuse = ({ path, method }) => (path === '/api/session' && method === 'POST' ? json(other) : null)
    expect(await ledger.login('li', 'x')).toEqual({ ok: true, next: 'pin' })
    expect([ledger.session, ledger.records.size, ledger.queue.length]).toEqual([null, 0, 0])
    expect(await ledger.setPin(pin)).toEqual({ ok: true })
    expect([ledger.session?.user.id, ledger.records.size, ledger.queue.length]).toEqual(['li', 0, 0])
    expect((await vault.load()).outbox).toHaveLength(1)
    expect(await ledger.unlock('wang', pin)).toEqual({ ok: true })
    expect([ledger.session?.user.id, ledger.queue.length]).toEqual(['wang', 1])
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

  test('nor does the run of another window, which does not know it yet', async () => {
    const vault = makeMemoryVault()
    await vault.putSession(session, 'officer')
    const server = new FakeServer()
    const hub = makeHub()
    const [one, two] = [fakeWorld(vault, server, hub), fakeWorld(vault, server, hub)]
    const first = openWindow(one)
    const second = openWindow(two)
    await Promise.all([first.start(), second.start()])
    await Promise.all([one.advance(10), two.advance(10)])
    expect(await first.logout()).toEqual({ ok: true })
    await second.syncNow()
    expect(await vault.load()).toMatchObject({ session: null, kinds: [], records: [], cursor: null })
    await two.advance(200)
    expect(second.session).toBeNull()
  })

  test('an answer that comes after the log-out is neither shown nor kept', async () => {
    const { ledger, server, vault } = await phone()
    await ledger.start()
    await settle()
    let arrive = (): void => undefined
    const line = new Promise<void>((done) => (arrive = done))
    const asking = vi.spyOn(vault, 'putAnswer')
    server.slow = ({ path }) => (path.startsWith('/api/figures') ? line : null)
    server.refuse = ({ path }) => (path.startsWith('/api/figures') ? json({ year: 2025, figures: [] }) : null)
    const question = ledger.figures({ year: 2025 })
    expect(await ledger.logout()).toEqual({ ok: true })
    arrive()
    expect(await question).toBeNull()
    expect(asking).not.toHaveBeenCalled()
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

describe('an authenticator', () => {
  test('a code goes with the log-in that has one, and with no other', async () => {
    const server = new FakeServer()
    const ledger = openWindow(fakeWorld(makeMemoryVault(), server))
    await ledger.start()
    await ledger.login('officer', 'secret', '123456')
    expect(server.asked[0]?.body).toMatchObject({ username: 'officer', password: 'secret', totp: '123456' })
    await ledger.login('officer', 'secret')
    const [, again] = server.asked.filter(({ method, path }) => method === 'POST' && path === '/api/session')
    expect(again?.body).not.toHaveProperty('totp')
  })

  test('that is wanted all at once is asked for where one logs in; work goes on till then', async () => {
    const { ledger, server } = await phone()
    server.refuse = ({ path }) =>
      path === '/api/session' ? json({ ...session, mustSetUpTotp: true }) : problem(403, 'mustSetUpTotp')
    await ledger.start()
    await settle()
    expect([ledger.status.signedOut, ledger.session?.user.id]).toEqual([true, 'wang'])
  })

  test('without a password the session goes on that the cookie holds', async () => {
    const server = new FakeServer()
    const ledger = openWindow(fakeWorld(makeMemoryVault(), server))
    await ledger.start()
    expect(await ledger.login('officer', null)).toEqual({ ok: true, next: 'pin' })
    expect(await ledger.setPin(pin)).toEqual({ ok: true })
    expect(server.asked[0]).toMatchObject({ method: 'GET', path: '/api/session' })
    expect(server.asked[0]?.body).toBeUndefined()
    expect([ledger.session?.user.id, ledger.username]).toEqual(['wang', 'officer'])
  })
})
