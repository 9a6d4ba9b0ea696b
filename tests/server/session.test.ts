import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { password, phoneWith, signIn } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.server.close())

const logIn = (payload: unknown, headers: Record<string, string> = {}) =>
  town.server.app.inject({ method: 'POST', url: '/api/session', payload: payload as object, headers })

describe('logging in', () => {
  it('answers who one is, the township, and all villages spelt out', async () => {
    const answer = await logIn({ username: 'officer', password, device: { id: 'd1', name: 'phone' } })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      user: { id: expect.any(String), name: 'officer', roles: ['officer'], personId: town.officer1 },
      township: { id: town.township, name: '西阳镇' },
      villages: [town.villageA],
    })
    const supervisor = await (await town.as('supervisor')).get('/api/session')
    expect(supervisor.body.villages.toSorted()).toEqual([town.villageA, town.villageB].toSorted())
  })

  it('sets a cookie that no script reads, that no other site sends, and that plain http off loopback never carries', async () => {
    const cookie = String((await logIn({ username: 'officer', password })).headers['set-cookie'])
    expect(cookie).toMatch(/^gridbook=[0-9a-f-]{36}\.[\w-]{43};/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    expect(cookie).not.toContain('Secure')
    expect(
      String((await logIn({ username: 'officer', password }, { host: '192.168.1.5:8080' })).headers['set-cookie']),
    ).toContain('Secure')
  })

  it('keeps neither token nor password as they are', async () => {
    const cookie = String((await logIn({ username: 'officer', password })).headers['set-cookie'])
    const token = cookie.split(';')[0]?.split('.')[1] ?? ''
    const { rows } = await town.server.owner.query<{ token_hash: string }>('select token_hash from sessions')
    expect(rows.every((row) => row.token_hash.startsWith('sha256:') && !row.token_hash.includes(token))).toBe(true)
    const users = await town.server.owner.query<{ password_hash: string }>('select password_hash from users')
    expect(users.rows.every((row) => row.password_hash.startsWith('$argon2id$'))).toBe(true)
  })

  it('tells an unknown user and a wrong password alike', async () => {
    const wrong = await logIn({ username: 'officer', password: 'nope' })
    const unknown = await logIn({ username: 'nobody-here', password: 'nope' })
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'badCredentials'])
    expect(unknown.json()).toEqual(wrong.json())
    expect(wrong.headers['content-type']).toContain('application/problem+json')
  })

  it('takes a user name in any width and case', async () => {
    expect((await logIn({ username: ' ＯＦＦＩＣＥＲ ', password })).statusCode).toBe(200)
  })

  it('judges what it is given and alters nothing', async () => {
    const answer = await logIn({ username: 5, password })
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'badRequest',
      errors: [{ path: '/username', code: 'wrongType' }],
    })
    expect((await logIn({ username: 'a\u0000b', password })).json()).toMatchObject({
      code: 'badRequest',
      errors: [{ path: '/username', code: 'badText' }],
    })
  })

  it('speaks the caller’s language, Chinese by default', async () => {
    expect((await logIn({ username: 'officer', password: 'x' })).json().title).toBe('用户名或密码不正确')
    expect(
      (await logIn({ username: 'officer', password: 'x' }, { 'accept-language': 'en-GB,en;q=0.8' })).json().title,
    ).toBe('Wrong username or password')
  })
})

describe('a session', () => {
  it('ends with log-out', async () => {
    const phone = await signIn(town.server, 'officer')
    expect((await phone.get('/api/session')).status).toBe(200)
    expect((await phone.send('DELETE', '/api/session')).status).toBe(204)
    expect((await phone.get('/api/session')).body).toMatchObject({ status: 401, code: 'notSignedIn' })
  })

  it('ends when its device is revoked', async () => {
    const phone = await signIn(town.server, 'officer', 'lost phone')
    expect((await phone.get('/api/kinds')).status).toBe(200)
    await town.server.owner.query("update devices set revoked_at = $1 where id = 'lost phone'", [new Date()])
    expect((await phone.get('/api/kinds')).status).toBe(401)
  })

  it('runs out after thirty days', async () => {
    const phone = await signIn(town.server, 'officer')
    const { clock } = town.server
    clock.now += 31 * 86_400_000
    expect((await phone.get('/api/session')).status).toBe(401)
    clock.now -= 31 * 86_400_000
  })

  it('changes the password; the others of the account are over', async () => {
    const [phone, other] = [await signIn(town.server, 'county'), await signIn(town.server, 'county')]
    const change = (old: string, next: string) => phone.send('PUT', '/api/session/password', { old, new: next })
    expect((await change('wrong', 'a longer password')).body.code).toBe('badCredentials')
    expect((await change(password, 'short')).body.code).toBe('weakPassword')
    expect((await change(password, password)).body.code).toBe('weakPassword')
    for (const guessed of ['P@ssw0rd-2026', 'county county 2026', '西阳镇政府 12345678'])
      expect((await change(password, guessed)).body).toMatchObject({ status: 400, code: 'commonPassword' })
    expect((await change(password, 'a longer password')).status).toBe(204)
    expect((await phone.get('/api/session')).status).toBe(200)
    expect((await other.get('/api/session')).status).toBe(401)
  })

  it('may do nothing else before a password that must be changed is', async () => {
    await town.server.owner.query("update users set must_change_password = true where username = 'reviewer'")
    const phone = await signIn(town.server, 'reviewer')
    expect((await phone.get('/api/session')).body.mustChangePassword).toBe(true)
    expect((await phone.get('/api/kinds')).body).toMatchObject({ status: 403, code: 'mustChangePassword' })
    expect((await phone.send('PUT', '/api/session/password', { old: password, new: 'a longer password' })).status).toBe(
      204,
    )
    expect((await phone.get('/api/kinds')).status).toBe(200)
  })
})

describe('without a session', () => {
  const nobody = () => phoneWith(town.server, 'gridbook=none')

  it.each([
    '/api/kinds',
    '/api/sync/pull',
    '/api/records',
    '/api/records/x',
    '/api/figures?year=bad',
    '/api/nowhere',
    `/api/records/${'x'.repeat(400)}`,
  ])('%s is 401 before anything of it is judged', async (url) => {
    expect((await nobody().get(url)).body).toMatchObject({ status: 401, code: 'notSignedIn' })
  })

  it('a push is 401 whatever it holds', async () => {
    for (const body of ['{', Buffer.from([0xff]), 'x'.repeat(9_000_000)]) {
      expect((await nobody().send('POST', '/api/sync/push', body)).status).toBe(401)
    }
  })

  it('health, openapi.json and docs answer', async () => {
    expect((await nobody().get('/api/health')).body).toEqual({ status: 'ok', version: 'test', protocol: 1 })
    expect((await nobody().get('/api/openapi.json')).body.openapi).toBe('3.1.0')
    expect((await nobody().get('/api/docs')).status).toBe(200)
  })
})

describe('a writing request from elsewhere', () => {
  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 200],
    [{ origin: 'http://localhost' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{}, 200],
  ])('%j → %i', async (headers, status) => {
    const phone = await town.as('officer')
    const body = { sentAt: new Date(town.server.clock.now).toISOString(), changes: [] }
    const answer = await phone.send('POST', '/api/sync/push', body, {
      host: 'localhost',
      ...(headers as Record<string, string>),
    })
    expect([answer.status, answer.body.code]).toEqual([status, status === 403 ? 'badOrigin' : undefined])
  })
})
