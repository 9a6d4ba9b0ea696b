import { afterAll, beforeAll, expect, it } from 'vitest'
import { password, signIn } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown({ rateLimits: true })
})
afterAll(() => town.server.close())

const logIn = (username: string, word: string, remoteAddress: string) =>
  town.server.app.inject({ method: 'POST', url: '/api/session', payload: { username, password: word }, remoteAddress })

it('locks an account after ten failed log-ins, for a quarter of an hour, also with the right password', async () => {
  for (let n = 0; n < 10; n++) expect((await logIn('monitor', 'wrong', '10.0.0.1')).statusCode).toBe(401)
  const locked = await logIn('monitor', password, '10.0.0.2')
  expect(locked.statusCode).toBe(429)
  expect(locked.json().code).toBe('tooManyRequests')
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(600)
  town.server.clock.now += 15 * 60_000 + 1
  expect((await logIn('monitor', password, '10.0.0.2')).statusCode).toBe(200)
})

it('a success forgets the failures before it', async () => {
  for (let n = 0; n < 9; n++) await logIn('county', 'wrong', '10.0.0.3')
  expect((await logIn('county', password, '10.0.0.3')).statusCode).toBe(200)
  for (let n = 0; n < 9; n++) expect((await logIn('county', 'wrong', '10.0.0.3')).statusCode).toBe(401)
})

it('takes 120 pushes a minute from a device, then 429 with the time to wait', async () => {
  const phone = await signIn(town.server, 'officer', 'busy')
  const pushes = await Promise.all(Array.from({ length: 121 }, () => phone.push([])))
  const refused = pushes.filter((answer) => answer.status === 429)
  expect(refused).toHaveLength(1)
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
  town.server.clock.now += 60_001
  expect((await phone.push([])).status).toBe(200)
})

it('counts pushes by what it knows, not by the device that each names', async () => {
  const phone = await signIn(town.server, 'officer2')
  const pushes = await Promise.all(Array.from({ length: 121 }, (_, n) => phone.push([], { deviceId: `device ${n}` })))
  expect(pushes.filter((answer) => answer.status === 429)).toHaveLength(1)
})
