import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addressGuard,
  afterAttempt,
  attempt,
  type Lock,
  lockMs,
  sweepLocks,
} from '../../src/server/session/login-locks.ts'
import { password } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

const minute = 60_000
const day = 24 * 60 * minute

let town: Town
beforeAll(async () => {
  town = await startTown({ rateLimits: true })
})
afterAll(() => town.server.close())

type From = { readonly address: string; readonly device?: string }
const logIn = async (username: string, word: string, { address, device }: From) => {
  const payload = { username, password: word, ...(device ? { device: { id: device } } : {}) }
  const answer = await town.server.app.inject({ method: 'POST', url: '/api/session', payload, remoteAddress: address })
  return { status: answer.statusCode, wait: Number(answer.headers['retry-after'] ?? 0), body: answer.json() }
}
/** Fails until it is locked; the seconds to wait. */
const lockOut = async (username: string, address: (n: number) => string): Promise<number> => {
  for (let n = 0; n < 10; n++)
    expect((await logIn(username, 'wrong', { address: address(n) })).body.code).toBe('badCredentials')
  const locked = await logIn(username, 'wrong', { address: address(10) })
  expect(locked.status).toBe(429)
  return locked.wait
}

describe('a lock', () => {
  it('is held against strangers; the owner gets in on his device, and at an address of his', async () => {
    const home: From = { address: '10.1.0.1', device: 'his phone' }
    expect((await logIn('reviewer', password, home)).status).toBe(200)
    // From many addresses: they are strangers all together.
    await lockOut('reviewer', (n) => `10.2.0.${n}`)
    expect((await logIn('reviewer', password, { address: '10.3.0.1' })).status).toBe(429)
    expect((await logIn('reviewer', password, { address: '10.3.0.1', device: 'another phone' })).status).toBe(429)
    expect((await logIn('reviewer', password, { address: '10.3.0.1', device: 'his phone' })).status).toBe(200)
    expect((await logIn('reviewer', password, { address: '10.1.0.1' })).status).toBe(200)
    // That he got in lets no stranger in.
    expect((await logIn('reviewer', password, { address: '10.2.0.1' })).status).toBe(429)
    // Another account is a stranger on his phone.
    await lockOut('county', (n) => `10.2.1.${n}`)
    expect((await logIn('county', password, { address: '10.4.0.1', device: 'his phone' })).status).toBe(429)
    // The device is known for thirty days.
    town.server.clock.now += 31 * day
    await lockOut('reviewer', (n) => `10.2.0.${n}`)
    expect((await logIn('reviewer', password, { address: '10.3.0.9', device: 'his phone' })).status).toBe(429)
    expect((await logIn('reviewer', password, home)).status).toBe(429)
  })

  it('holds whoever guesses on a known device too, and him only', async () => {
    const at = (address: string): From => ({ address, device: 'a found phone' })
    expect((await logIn('monitor', password, at('10.5.0.1'))).status).toBe(200)
    for (let n = 0; n < 10; n++) expect((await logIn('monitor', 'wrong', at(`10.5.1.${n}`))).status).toBe(401)
    expect((await logIn('monitor', password, at('10.5.1.1'))).status).toBe(429)
    expect((await logIn('monitor', password, { address: '10.5.0.1' })).status).toBe(200)
  })

  it('doubles each time, and is forgotten after a success or a day without failures', async () => {
    const address = (n: number): string => `10.6.0.${n}`
    for (const expected of [15, 30]) {
      const wait = await lockOut('officer', address)
      expect(Math.round(wait / 60)).toBe(expected)
      town.server.clock.now += wait * 1000 + 1
    }
    expect((await logIn('officer', password, { address: '10.6.1.1' })).status).toBe(200)
    expect(Math.round((await lockOut('officer', address)) / 60)).toBe(15)
    town.server.clock.now += day + 15 * minute
    expect(Math.round((await lockOut('officer', address)) / 60)).toBe(15)
  })

  it('comes over a name that nobody has alike', async () => {
    expect(Math.round((await lockOut('nobody-at-all', (n) => `10.7.0.${n}`)) / 60)).toBe(15)
  })

  it('comes over an address after a hundred failures, whatever the names', async () => {
    const { db, clock } = town.server
    // As many as log-ins would make, without their hundred hashes.
    for (let n = 0; n < 99; n++) await attempt(db, addressGuard('10.8.0.1'), clock.now)
    expect((await logIn('who-is-that', 'wrong', { address: '10.8.0.1' })).status).toBe(401)
    expect((await logIn('mediator', password, { address: '10.8.0.1' })).status).toBe(429)
    expect((await logIn('mediator', password, { address: '10.8.0.2' })).status).toBe(200)
  })

  it('holds when all are tried at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 14 }, (_, n) => logIn('auditor', 'wrong', { address: `10.9.0.${n}` })),
    )
    expect(all.filter((answer) => answer.status === 401)).toHaveLength(10)
  })

  it('keeps no address, and is swept when it is forgotten', async () => {
    const { owner, db, clock } = town.server
    const places = await owner.query<{ place: string }>('select place from login_places')
    expect(places.rows.length).toBeGreaterThan(0)
    expect(places.rows.every(({ place }) => /^sha256:[0-9a-f]{64}$/.test(place))).toBe(true)
    const left = async () => (await owner.query('select key from login_locks')).rowCount
    await sweepLocks(db, clock.now)
    expect(await left()).toBeGreaterThan(0)
    await sweepLocks(db, clock.now + 3 * day)
    expect(await left()).toBe(0)
  })
})

describe('after an attempt', () => {
  const fresh: Lock = { failures: 0, since: 0, locks: 0, lockedUntil: 0 }

  it('a lock is twice the one before, a day at most', () => {
    expect([0, 1, 2, 5, 6, 7, 60].map((locks) => lockMs(locks) / minute)).toEqual([15, 30, 60, 480, 960, 1440, 1440])
  })

  it('a new window counts anew, with the locks before it', () => {
    const nine: Lock = { ...fresh, failures: 9, locks: 2 }
    expect(afterAttempt(nine, 10, 14 * minute)).toEqual({ ...nine, failures: 10 })
    expect(afterAttempt(nine, 10, 15 * minute)).toEqual({ ...nine, failures: 1, since: 15 * minute })
  })

  it('an attempt under a lock neither counts nor lengthens it', () => {
    const locked: Lock = { ...fresh, locks: 1, lockedUntil: 15 * minute }
    expect(afterAttempt(locked, 10, 14 * minute)).toBe(locked)
  })

  it('a day after the end of a lock nothing is known of it, not before', () => {
    const locked: Lock = { failures: 0, since: 0, locks: 7, lockedUntil: day }
    expect(afterAttempt(locked, 10, 2 * day - 1).locks).toBe(7)
    expect(afterAttempt(locked, 10, 2 * day).locks).toBe(0)
  })
})
