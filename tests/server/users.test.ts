import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAccount, makeTownship, newId, password, type Phone, phoneWith, signIn } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
let admin: Phone
beforeAll(async () => {
  town = await startTown()
  admin = await town.as('admin')
})
afterAll(() => town.server.close())

const logIn = (username: string, secret: string) =>
  phoneWith(town.server, '').send('POST', '/api/session', { username, password: secret })
const cookieOf = (answer: Awaited<ReturnType<typeof logIn>>): Phone =>
  phoneWith(town.server, String(answer.headers['set-cookie']).split(';')[0] ?? '')
type Item = { id: string; username: string; roles: string[]; disabled: boolean; mustChangePassword: boolean }
const users = async (): Promise<readonly Item[]> => (await admin.get('/api/users')).body.items
const account = { name: '田小满', roles: ['officer'] }

describe('accounts', () => {
  it('are added with a first password that is told once and must be changed', async () => {
    const made = await admin.send('POST', '/api/users', {
      ...account,
      username: ' Tian ',
      villages: [town.villageA],
      personId: town.officer1,
    })
    expect(made.status).toBe(200)
    expect(made.body.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(await users()).toContainEqual(
      expect.objectContaining({ id: made.body.id, username: 'tian', roles: ['officer'], mustChangePassword: true }),
    )
    expect(JSON.stringify(await users())).not.toContain(made.body.password)
    const first = await logIn('tian', made.body.password)
    expect(first.body.mustChangePassword).toBe(true)
    const phone = cookieOf(first)
    expect((await phone.get('/api/records')).body.code).toBe('mustChangePassword')
    const change = { old: made.body.password, new: '西阳山水 2026 正好' }
    expect((await phone.send('PUT', '/api/session/password', change)).status).toBe(204)
    expect((await phone.get('/api/session')).body.villages).toEqual([town.villageA])
  })

  it.each([
    [{ name: ' ' }, '/name'],
    [{ roles: [] }, '/roles'],
    [{ roles: ['auditor', 'admin'] }, '/roles'],
    [{ roles: ['officer', 'officer'] }, '/roles'],
    [{ personId: newId() }, '/personId'],
    [{ villages: [newId()] }, '/villages'],
  ])('are refused at the field: %j', async (more, path) => {
    const refused = await admin.send('POST', '/api/users', { ...account, username: 'someone', ...more })
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, path])
    expect(refused.body.errors[0].message).toMatch(/。$/)
  })

  it('have a user name of their own in the whole county', async () => {
    const theirs = await makeTownship(town.server, '东阳镇')
    await makeAccount(town.server, { township: theirs, username: 'elsewhere', roles: ['officer'] })
    for (const username of ['officer', 'ＯＦＦＩＣＥＲ', 'elsewhere'])
      expect((await admin.send('POST', '/api/users', { ...account, username })).body.code).toBe('usernameTaken')
  })

  it('change role and scope with their next request; who is dismissed is out at once', async () => {
    const { id } = (await users()).find((one) => one.username === 'officerb') ?? { id: '' }
    const phone = await signIn(town.server, 'officerB')
    const put = (more: object) =>
      admin.send('PUT', `/api/users/${id}`, { ...account, villages: null, disabled: false, ...more })
    expect((await put({ roles: ['reviewer'] })).status).toBe(204)
    expect((await phone.get('/api/session')).body.user.roles).toEqual(['reviewer'])
    expect((await put({ disabled: true })).status).toBe(204)
    expect((await phone.get('/api/session')).status).toBe(401)
    expect((await logIn('officerB', password)).body.code).toBe('badCredentials')
    expect((await put({ disabled: false })).status).toBe(204)
    expect((await logIn('officerB', password)).status).toBe(200)
  })

  it('get a new first password, and all their sessions end', async () => {
    const { id } = (await users()).find((one) => one.username === 'officer2') ?? { id: '' }
    const phone = await signIn(town.server, 'officer2')
    const reset = await admin.send('POST', `/api/users/${id}/password`)
    expect((await phone.get('/api/session')).status).toBe(401)
    expect((await logIn('officer2', password)).body.code).toBe('badCredentials')
    expect((await logIn('officer2', reset.body.password)).body.mustChangePassword).toBe(true)
  })

  it('of another township are as if they weren’t; nobody shuts himself out', async () => {
    const [{ id: own } = { id: '' }] = (await users()).filter((one) => one.username === 'admin')
    const shut = await admin.send('PUT', `/api/users/${own}`, { ...account, roles: ['admin'], disabled: true })
    expect(shut.body.code).toBe('ownAccount')
    const give = await admin.send('PUT', `/api/users/${own}`, { ...account, roles: ['officer'], disabled: false })
    expect(give.body.code).toBe('ownAccount')
    const { rows } = await town.server.owner.query("select id from users where username = 'elsewhere'")
    const foreign = rows[0].id
    expect((await admin.send('PUT', `/api/users/${foreign}`, { ...account, disabled: true })).status).toBe(404)
    expect((await admin.send('POST', `/api/users/${foreign}/password`)).status).toBe(404)
    expect((await users()).map((one) => one.username)).not.toContain('elsewhere')
  })
})

describe('devices', () => {
  it('are listed with who is on them and revoked, and read nothing from then on', async () => {
    const phone = await signIn(town.server, 'reviewer', 'lost phone')
    const { items } = (await admin.get('/api/devices')).body
    expect(items).toContainEqual(
      expect.objectContaining({ id: 'lost phone', user: expect.objectContaining({ name: 'reviewer' }) }),
    )
    expect((await admin.send('DELETE', '/api/devices/lost%20phone')).status).toBe(204)
    expect((await phone.get('/api/records')).status).toBe(401)
    expect((await admin.send('DELETE', '/api/devices/lost%20phone')).status).toBe(404)
    const again = { username: 'reviewer', password, device: { id: 'lost phone' } }
    expect((await phoneWith(town.server, '').send('POST', '/api/session', again)).status).toBe(401)
  })

  it('are listed with the app that they run and when they last synced, to the minute', async () => {
    const phone = await signIn(town.server, 'county', 'known phone')
    const start = town.server.clock.now
    const shown = async () => {
      const { items } = (await admin.get('/api/devices')).body
      const { appVersion, syncedAt } = items.find((item: { id: string }) => item.id === 'known phone')
      return [appVersion, syncedAt === null ? null : Date.parse(syncedAt) - start]
    }
    expect(await shown()).toEqual([null, null])
    await phone.get('/api/sync/pull')
    expect(await shown()).toEqual([null, 0])
    town.server.clock.now = start + 59_000
    await phone.get('/api/sync/pull')
    expect(await shown()).toEqual([null, 0])
    await phone.push([], { app: '0.1.0' })
    expect(await shown()).toEqual(['0.1.0', 59_000])
    await phone.push([], { app: '0.1.0' })
    town.server.clock.now = start + 3 * 60_000
    await phone.get('/api/sync/pull')
    expect(await shown()).toEqual(['0.1.0', 180_000])
    expect((await phone.push([], { app: 'x'.repeat(41) })).status).toBe(400)
    town.server.clock.now = start
  })

  it('what the administrator does is written down', async () => {
    const { items } = (await (await town.as('auditor')).get('/api/audit')).body
    const actions = new Set(items.map((item: { action: string }) => item.action))
    for (const action of ['userAdded', 'userChanged', 'passwordReset', 'deviceRevoked'])
      expect(actions).toContain(action)
  })
})
