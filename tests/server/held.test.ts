import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { change, newId, noon, password, type Phone, phoneWith, signIn } from './support/server.ts'
import { inspection, startTown, type Town } from './support/town.ts'

const day = 86_400_000
const at = (ms: number): string => new Date(ms).toISOString()
const towns: Town[] = []
let town: Town
let admin: Phone
let phone: Phone
let supervisor: Phone
beforeEach(async () => {
  town = await startTown()
  towns.push(town)
  admin = await town.as('admin')
  supervisor = await town.as('supervisor')
  phone = await signIn(town.server, 'officer', 'lost phone')
  town.server.clock.now = noon
})
afterAll(async () => {
  for (const one of towns) await one.server.close()
})

const made = (madeAt: number, set: Record<string, unknown> = {}) =>
  change('inspection', inspection(town, set), { madeAt: at(madeAt) })
const revoke = () => admin.send('DELETE', '/api/devices/lost%20phone')
const outcomes = (answer: { body: { results: readonly { outcome: string }[] } }) =>
  answer.body.results.map((result) => result.outcome)
const held = async () => (await supervisor.get('/api/sync/held')).body.items as readonly Record<string, unknown>[]
const settle = (changeId: unknown, take: boolean) =>
  supervisor.send('POST', `/api/sync/held/${String(changeId)}`, { take })
const dismiss = async (disabled = true) => {
  const { items } = (await admin.get('/api/users')).body
  const { id } = items.find((one: { username: string }) => one.username === 'officer')
  const account = { name: '陈禾', roles: ['officer'], personId: town.officer1, villages: [town.villageA], disabled }
  return admin.send('PUT', `/api/users/${id}`, account)
}
const seq = async (): Promise<number> =>
  Number((await town.server.owner.query('select seq from townships')).rows[0].seq)

const reads = [
  '/api/session',
  '/api/kinds',
  '/api/records',
  '/api/sync/pull',
  '/api/sync/attention',
  '/api/sync/held',
  '/api/figures?year=2026',
  '/api/calendar',
  '/api/openapi.json',
]

describe('what is revoked', () => {
  it.each([
    ['a revoked device', revoke],
    ['a dismissed account', dismiss],
  ])('%s reads nothing and does nothing but push', async (_, end) => {
    const before = made(noon)
    expect(outcomes(await phone.push([before]))).toEqual(['applied'])
    expect((await end()).status).toBe(204)
    for (const url of [...reads.slice(0, -1), `/api/records/${String(before['recordId'])}`])
      expect([url, (await phone.get(url)).body.code]).toEqual([url, 'notSignedIn'])
    expect((await phone.send('PUT', '/api/session/password', { old: password, new: 'x'.repeat(12) })).status).toBe(401)
    expect((await phone.send('POST', '/api/reports/verify', { text: '1', year: 2025 })).status).toBe(401)
    // What had come in before has its stored answer.
    expect(outcomes(await phone.push([before]))).toEqual(['applied'])
  })

  it('has its unsent changes held, marked by when they were made by its corrected clock', async () => {
    const revokedAt = noon + day
    town.server.clock.now = revokedAt
    await revoke()
    const head = await seq()
    town.server.clock.now = noon + 3 * day
    // The phone's clock is two days behind: what it calls noon was two days later.
    const changes = [made(noon - 2 * day), made(noon - day - 1), made(noon)]
    const answer = await phone.push(changes, { sentAt: at(noon + day) })
    expect(outcomes(answer)).toEqual(['held', 'held', 'held'])
    expect(Object.keys(answer.body.results[0]).toSorted()).toEqual(['changeId', 'outcome', 'recordId', 'version'])
    expect(answer.body).not.toHaveProperty('wipe')
    expect(answer.headers['set-cookie']).toContain(`${phone.cookie}; Max-Age=5184000`)
    expect(await seq()).toBe(head)
    const items = await held()
    expect(items.map(({ changeId, after }) => [changeId, after])).toEqual(
      changes.map((one, index) => [one['id'], index === 2]),
    )
    expect(items[0]).toMatchObject({
      recordId: changes[0]?.['recordId'],
      kind: 'inspection',
      by: { name: 'officer' },
      device: 'lost phone',
      madeAt: changes[0]?.['madeAt'],
      keptAt: at(noon + 3 * day),
      set: changes[0]?.['set'],
      was: null,
    })
    const again = { ...changes[0], reason: 'another body' }
    const [same, other, lent] = (
      await phone.push([changes[0], again, { ...changes[1], id: newId(), by: newId() }], { sentAt: at(noon + day) })
    ).body.results
    expect([same.outcome, other.problems[0].code, lent.problems[0].code]).toEqual(['held', 'idReused', 'notYours'])
    expect(await held()).toHaveLength(3)
  })

  it('has what a supervisor takes judged as its author’s, and answered so from then on', async () => {
    const first = made(noon - 60_000)
    const edit = change(
      'inspection',
      { findings: '灭火器过期' },
      { recordId: first['recordId'], was: { findings: '消防通道畅通' }, madeAt: at(noon - 30_000) },
    )
    await dismiss()
    town.server.clock.now = noon + 60_000
    expect(outcomes(await phone.push([first, edit]))).toEqual(['held', 'held'])
    town.server.clock.now = noon + 2 * day
    expect((await settle(first['id'], true)).body).toEqual({ outcome: 'applied' })
    expect((await settle(edit['id'], true)).body).toEqual({ outcome: 'applied' })
    const record = (await supervisor.get(`/api/records/${String(first['recordId'])}`)).body
    expect(record).toMatchObject({ number: '西阳综检〔2026〕1号', updatedBy: { name: '陈禾' } })
    expect(record.data.findings).toBe('灭火器过期')
    const again = (await phone.push([first, edit])).body.results
    expect(again.map((one: { version: number }) => one.version)).toEqual([1, 2])
    // The supervisor's time to think is no wrong clock.
    expect(again[0].warnings ?? []).not.toContainEqual(expect.objectContaining({ code: 'clock' }))
    expect(await held()).toEqual([])
    expect((await settle(first['id'], true)).status).toBe(404)
  })

  it('has what a supervisor refuses logged as rejected, and kept', async () => {
    const one = made(noon - 60_000)
    await revoke()
    await phone.push([one])
    expect((await settle(one['id'], false)).body).toMatchObject({
      outcome: 'rejected',
      problems: [{ path: '', code: 'notAllowed' }],
    })
    expect((await phone.push([one])).body.results[0]).toMatchObject({
      outcome: 'rejected',
      problems: [{ code: 'notAllowed' }],
    })
    const { rows } = await town.server.owner.query('select body from change_bodies where change_id = $1', [one['id']])
    expect(JSON.parse(rows[0].body)).toEqual(one)
    const { items } = (await (await town.as('auditor')).get('/api/audit')).body
    expect(items).toContainEqual(expect.objectContaining({ action: 'heldRefused', subject: one['id'] }))
  })

  it('has what isn’t valid held too, and rejected by its rules when it is taken', async () => {
    const bad = made(noon - 60_000, { result: 'no such result' })
    const broken = { id: newId(), nothing: true }
    await revoke()
    expect(outcomes(await phone.push([bad, broken, 7]))).toEqual(['held', 'held', 'rejected'])
    expect((await settle(bad['id'], true)).body.problems[0].code).toBe('badChoice')
    expect((await settle(broken.id, true)).body.problems[0].code).toBe('badChange')
  })

  it('is told after 30 days to empty itself: nothing is judged or kept any more', async () => {
    await revoke()
    town.server.clock.now = noon + 30 * day
    expect(outcomes(await phone.push([made(noon)]))).toEqual(['held'])
    town.server.clock.now = noon + 30 * day + 1
    const late = made(noon)
    const { body } = await phone.push([late, 'nothing'])
    expect(body).toMatchObject({ wipe: true, protocol: 1, results: [{ changeId: late['id'] }, { changeId: null }] })
    expect(outcomes({ body })).toEqual(['failed', 'failed'])
    const fresh = await signIn(town.server, 'supervisor')
    expect((await fresh.get('/api/sync/held')).body.items).toHaveLength(1)
  })

  it('a change that is held stays so for its author on another device; enabled again, old sessions are over', async () => {
    const one = made(noon - 60_000)
    await dismiss()
    await phone.push([one])
    await dismiss(false)
    expect((await phone.push([one])).status).toBe(401)
    const fresh = await signIn(town.server, 'officer', 'new phone')
    expect(outcomes(await fresh.push([one]))).toEqual(['held'])
  })

  it('is a supervisor’s matter, of his own township', async () => {
    await revoke()
    const one = made(noon - 60_000)
    await phone.push([one])
    for (const username of ['officer2', 'admin', 'auditor', 'county']) {
      const other = await town.as(username)
      expect((await other.get('/api/sync/held')).body.code).toBe('notAllowed')
      const tried = await other.send('POST', `/api/sync/held/${String(one['id'])}`, { take: true })
      expect(tried.body.code).toBe('notAllowed')
    }
    expect((await settle(newId(), true)).status).toBe(404)
    // A password reset ends sessions for good: what it was for may be known to others.
    const { items } = (await admin.get('/api/users')).body
    const { id } = items.find((account: { username: string }) => account.username === 'officer')
    await admin.send('POST', `/api/users/${id}/password`)
    expect((await phone.push([one])).status).toBe(401)
    expect((await phoneWith(town.server, '').push([one])).status).toBe(401)
  })
})
