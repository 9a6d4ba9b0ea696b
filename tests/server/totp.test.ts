import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  makeAccount,
  makeTownship,
  newId,
  password,
  type Phone,
  phoneWith,
  signIn,
  startTestServer,
  type TestServer,
} from './support/server.ts'

let server: TestServer
let township: string
beforeAll(async () => {
  server = await startTestServer({ rateLimits: true })
  township = await makeTownship(server, '西阳镇', false)
  for (const role of ['officer', 'supervisor', 'admin', 'auditor'] as const)
    await makeAccount(server, { township, username: role, roles: [role] })
})
afterAll(() => server.close())

const step = 30_000
const codeOf = (secret: string, at = server.clock.now): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: at })
const logIn = async (username: string, totp?: string, word = password) => {
  const payload = { username, password: word, ...(totp === undefined ? {} : { totp }) }
  const answer = await server.app.inject({ method: 'POST', url: '/api/session', payload })
  return { status: answer.statusCode, body: answer.json(), cookie: String(answer.headers['set-cookie']).split(';')[0] }
}
/** An account with an authenticator, set up in this very step. */
const withTotp = async (username: string): Promise<{ secret: string; phone: Phone }> => {
  const phone = await signIn(server, username)
  const { secret } = (await phone.send('POST', '/api/session/totp')).body
  expect((await phone.send('PUT', '/api/session/totp', { code: codeOf(secret) })).status).toBe(204)
  return { secret, phone }
}

describe('an authenticator', () => {
  it('is wanted of supervisors and administrators before anything else, of nobody else', async () => {
    expect((await logIn('officer')).body.mustSetUpTotp).toBeUndefined()
    expect((await (await signIn(server, 'officer')).get('/api/kinds')).status).toBe(200)
    for (const username of ['supervisor', 'admin']) {
      const phone = await signIn(server, username)
      expect((await phone.get('/api/session')).body.mustSetUpTotp).toBe(true)
      expect((await phone.get('/api/kinds')).body).toMatchObject({ status: 403, code: 'mustSetUpTotp' })
    }
  })

  it('comes after the first password', async () => {
    await makeAccount(server, { township, username: 'fresh', roles: ['supervisor'] })
    await server.owner.query("update users set must_change_password = true where username = 'fresh'")
    const phone = await signIn(server, 'fresh')
    expect((await phone.send('POST', '/api/session/totp')).body.code).toBe('mustChangePassword')
    const change = { old: password, new: 'kornblume am feldrand' }
    expect((await phone.send('PUT', '/api/session/password', change)).status).toBe(204)
    expect((await phone.send('POST', '/api/session/totp')).status).toBe(200)
  })

  it('is wanted from the request on after somebody became a supervisor', async () => {
    const id = await makeAccount(server, { township, username: 'rising', roles: ['officer'] })
    const phone = await signIn(server, 'rising')
    expect((await phone.get('/api/kinds')).status).toBe(200)
    await server.owner.query("update users set roles = '{supervisor}' where id = $1", [id])
    expect((await phone.get('/api/kinds')).body.code).toBe('mustSetUpTotp')
  })

  it('is set up by its secret and a code; then a log-in wants one, and takes each once', async () => {
    const phone = await signIn(server, 'supervisor')
    const { secret, uri } = (await phone.send('POST', '/api/session/totp')).body
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(uri).toMatch(new RegExp(`^otpauth://totp/Gridbook:supervisor\\?.*secret=${secret}`))
    const wrong = codeOf(secret, server.clock.now - 10 * step)
    expect((await phone.send('PUT', '/api/session/totp', { code: wrong })).body).toMatchObject({
      status: 400,
      code: 'badCode',
    })
    expect((await phone.get('/api/kinds')).body.code).toBe('mustSetUpTotp')
    expect((await phone.send('PUT', '/api/session/totp', { code: codeOf(secret) })).status).toBe(204)
    expect((await phone.get('/api/kinds')).status).toBe(200)
    expect((await phone.get('/api/session')).body.mustSetUpTotp).toBeUndefined()

    expect((await logIn('supervisor')).body).toMatchObject({ status: 401, code: 'totpRequired' })
    expect((await logIn('supervisor', undefined, 'wrong')).body.code).toBe('badCredentials')
    expect((await logIn('supervisor', codeOf(secret), 'wrong')).body.code).toBe('badCredentials')
    // The code of the set-up is spent.
    expect((await logIn('supervisor', codeOf(secret))).body).toMatchObject({ status: 401, code: 'badCredentials' })
    server.clock.now += step
    const answers = await Promise.all([1, 2].map(() => logIn('supervisor', codeOf(secret))))
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 401])
    // One step early and, after it, one late: the window; the late one is older than what was taken.
    const early = codeOf(secret, server.clock.now + step)
    expect((await logIn('supervisor', ` ${early.slice(0, 3)} ${early.slice(3)}`)).status).toBe(200)
    expect((await logIn('supervisor', codeOf(secret))).status).toBe(401)
    server.clock.now += 3 * step
    expect((await logIn('supervisor', codeOf(secret, server.clock.now - step))).status).toBe(200)
    expect((await logIn('supervisor', codeOf(secret, server.clock.now - 2 * step))).status).toBe(401)
    expect((await logIn('supervisor', codeOf(secret, server.clock.now + 2 * step))).status).toBe(401)
  })

  it('isn’t kept readable, and isn’t replaced by whoever has the session', async () => {
    await makeAccount(server, { township, username: 'kept', roles: ['supervisor'] })
    const { secret, phone } = await withTotp('kept')
    const { rows } = await server.owner.query("select totp_secret from users where username = 'kept'")
    expect(rows[0].totp_secret).toMatch(/^a256gcm:/)
    expect(rows[0].totp_secret).not.toContain(secret)
    expect((await phone.send('POST', '/api/session/totp')).body).toMatchObject({ status: 409, code: 'totpIsSet' })
    server.clock.now += step
    expect((await phone.send('PUT', '/api/session/totp', { code: codeOf(secret) })).body.code).toBe('badCode')
    expect((await logIn('kept', codeOf(secret))).status).toBe(200)
  })

  it('can’t be guessed: wrong codes lock, and the password alone doesn’t begin the count anew', async () => {
    await makeAccount(server, { township, username: 'guessed', roles: ['supervisor'] })
    const { secret } = await withTotp('guessed')
    server.clock.now += step
    const wrong = codeOf(secret) === '000000' ? '111111' : '000000'
    const alone: string[] = []
    for (let n = 0; n < 10; n++) {
      expect((await logIn('guessed', wrong)).body.code).toBe('badCredentials')
      alone.push((await logIn('guessed')).body.code)
    }
    expect(alone).toEqual([...Array.from({ length: 9 }, () => 'totpRequired'), 'tooManyRequests'])
    expect((await logIn('guessed', codeOf(secret))).status).toBe(429)
    server.clock.now += 20 * 60_000
  })

  it('is taken away by the administrator’s reset; all of it is written down', async () => {
    const { phone: admin } = await withTotp('admin')
    const id = await makeAccount(server, { township, username: 'lost', roles: ['supervisor'] })
    await withTotp('lost')
    const reset = await admin.send('POST', `/api/users/${id}/password`)
    const again = await logIn('lost', undefined, reset.body.password)
    expect(again.body).toMatchObject({ mustChangePassword: true, mustSetUpTotp: true })
    const { items } = (await (await signIn(server, 'auditor')).get('/api/audit')).body
    const lines = items.map((item: { action: string; subject: string | null }) => [item.action, item.subject])
    expect(lines).toContainEqual(['totpReset', id])
    expect(lines).toContainEqual(['totpSet', null])
    const officer = await makeAccount(server, { township, username: newId(), roles: ['officer'] })
    await admin.send('POST', `/api/users/${officer}/password`)
    const after = (await (await signIn(server, 'auditor')).get('/api/audit')).body.items
    expect(after).not.toContainEqual(expect.objectContaining({ action: 'totpReset', subject: officer }))
  })

  it('isn’t wanted in a demo, nor can anybody shut its accounts by one', async () => {
    const demo = await makeTownship(server, '演示镇')
    await makeAccount(server, { township: demo, username: 'shown', roles: ['supervisor', 'admin'] })
    const answer = await logIn('shown')
    expect(answer.body.mustSetUpTotp).toBeUndefined()
    const phone = phoneWith(server, answer.cookie ?? '')
    expect((await phone.send('POST', '/api/session/totp')).body.code).toBe('notAllowed')
    expect((await phone.send('PUT', '/api/session/totp', { code: '123456' })).body.code).toBe('notAllowed')
    expect((await phone.get('/api/kinds')).status).toBe(200)
  })
})
