import { afterAll, beforeAll, describe, expect, it, beforeEach } from 'vitest'
import { makeAccount, makeTownship, newId, noon, password, phoneWith, signIn } from './support/server.ts'
import { sealBytes, sealChange, serverKey, type ServerKey } from './support/sealing.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
let key: ServerKey
let officerId: string
beforeAll(async () => {
  town = await startTown({ rateLimits: true })
  const officer = await town.as('officer')
  key = await serverKey(officer)
  officerId = (await officer.get('/api/session')).body.user.id
})
afterAll(() => town.server.close())
// Each test fails as if it were the first: locks that grow would carry over.
const forgetLocks = () => town.server.owner.query('delete from login_locks')
beforeEach(forgetLocks)

const bytes = Uint8Array.from({ length: 32 }, (_, index) => index * 7)
const sealKey = (more: Partial<Parameters<typeof sealBytes>[1]> = {}) =>
  sealBytes(key, {
    user: officerId,
    info: 'gridbook recovery 1',
    aad: `${town.township}|${officerId}`,
    bytes,
    ...more,
  })
const recover = async (sealed: unknown, more: Record<string, unknown> = {}) =>
  phoneWith(town.server, '').send('POST', '/api/session/recover', { username: 'officer', password, sealed, ...more })
const written = async (): Promise<readonly { readonly action: string; readonly device_id: string | null }[]> => {
  const { rows } = await town.server.owner.query(
    'select action, device_id from audit where township = $1 and by_user = $2 order by n',
    [town.township, officerId],
  )
  return rows
}

it('gives the key back to who proves to be its owner, and writes it down', async () => {
  const { status, body, headers } = await recover(await sealKey(), { device: { id: 'a new phone' } })
  expect([status, body]).toEqual([200, { key: Buffer.from(bytes).toString('base64url') }])
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['set-cookie']).toBeUndefined()
  expect((await written()).at(-1)).toEqual({ action: 'vaultRecovered', device_id: 'a new phone' })
})

it('gives it back also where its key was replaced since', async () => {
  const sealed = await sealKey()
  town.server.clock.now = noon + 399 * 86_400_000
  await serverKey(await signIn(town.server, 'supervisor'))
  expect((await recover(sealed)).status).toBe(200)
  town.server.clock.now = noon + 431 * 86_400_000
  expect(await recover(sealed)).toMatchObject({ status: 409, body: { code: 'unknownKey' } })
  town.server.clock.now = noon
})

describe('is refused as a log-in is', () => {
  let logInRefused: { readonly status: number; readonly body: unknown }
  beforeAll(async () => {
    await forgetLocks()
    const nobody = { username: 'nobody at all', password }
    const { status, body } = await phoneWith(town.server, '').send('POST', '/api/session', nobody)
    logInRefused = { status, body }
  })

  it.each<[string, () => Promise<unknown>, Record<string, unknown>?]>([
    ['another’s password', () => sealKey(), { password: 'not this one' }],
    ['an unknown account', () => sealKey(), { username: 'nobody' }],
    ['another’s account', () => sealKey(), { username: 'officer2' }],
    ['another’s key', () => sealKey({ user: newId() })],
    ['a key bound to another', () => sealKey({ aad: `${town.township}|${newId()}` })],
    ['a key bound to another township', () => sealKey({ aad: `${newId()}|${officerId}` })],
    ['a key for another purpose', () => sealKey({ info: 'gridbook outbox 1' })],
    ['more than a key', () => sealKey({ bytes: new Uint8Array(65) })],
    ['nothing that opens', async () => ({ ...(await sealKey()), ct: 'AAAA' })],
    ['what isn’t base64url', async () => ({ ...(await sealKey()), enc: '+/=' })],
  ])('%s', async (_, seal, more) => {
    const { status, body } = await recover(await seal(), more)
    expect({ status, body }).toEqual(logInRefused)
  })

  it('a sealed change is no key', async () => {
    const { sealed } = await sealChange(key, town.township, officerId, { id: newId() })
    expect((await recover(sealed)).status).toBe(401)
  })

  it('a failure stands written, with its device', async () => {
    await recover(await sealKey({ user: newId() }), { device: { id: 'some phone' } })
    expect((await written()).at(-1)).toEqual({ action: 'loginFailed', device_id: 'some phone' })
  })

  it('tells of a key only who has proved himself', async () => {
    const unknown = { ...(await sealKey()), keyId: 'nobodyknows' }
    expect((await recover(unknown)).body).toMatchObject({ status: 409, code: 'unknownKey' })
    expect((await recover({ ...(await sealKey()), alg: 'sm2' })).body).toMatchObject({ code: 'unknownKey' })
    expect((await recover(unknown, { password: 'not this one' })).body.code).toBe('badCredentials')
    expect((await recover({ ...unknown, user: newId() })).body.code).toBe('badCredentials')
  })

  it('a revoked device', async () => {
    const admin = await town.as('admin')
    await signIn(town.server, 'officer', 'lost phone')
    const device = { id: 'lost phone' }
    expect((await recover(await sealKey(), { device })).status).toBe(200)
    expect((await admin.send('DELETE', '/api/devices/lost%20phone')).status).toBe(204)
    const { status, body } = await recover(await sealKey(), { device })
    expect({ status, body }).toEqual(logInRefused)
  })

  it('who is tried too often', async () => {
    const sealed = await sealKey()
    for (let n = 0; n < 10; n += 1)
      expect((await recover(sealed, { username: 'officerB', password: 'not this one' })).status).toBe(401)
    const locked = await recover(sealed, { username: 'officerB' })
    expect([locked.status, locked.body.code]).toEqual([429, 'tooManyRequests'])
  })
})

it('waits for a password that must be changed', async () => {
  const { server } = town
  const township = await makeTownship(server, '南阳镇')
  const user = await makeAccount(server, { township, username: 'newcomer', roles: ['officer'] })
  await server.owner.query('update users set must_change_password = true where id = $1', [user])
  const sealed = await sealKey({ user, aad: `${township}|${user}` })
  expect(await recover(sealed, { username: 'newcomer' })).toMatchObject({
    status: 403,
    body: { code: 'mustChangePassword' },
  })
})

it('asks for its envelope in the right shape', async () => {
  for (const sealed of [undefined, null, 7, {}, { ...(await sealKey()), ct: 'A'.repeat(401) }])
    expect((await recover(sealed)).status).toBe(400)
})
