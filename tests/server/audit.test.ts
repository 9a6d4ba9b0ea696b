import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditIn } from '../../src/server/audit/audit.ts'
import { proveAudit, proveChanges } from '../../src/server/audit/prove.ts'
import { proofLine } from '../../src/server/start/say.ts'
import { change, mustBeApplied, noon, password, phoneWith, signIn } from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'

let town: Town
let caseId: string
beforeAll(async () => {
  town = await startTown()
  const made = change('mediation', mediation(town))
  caseId = String(made['recordId'])
  mustBeApplied(await (await town.as('mediator')).push([made]))
})
afterAll(() => town.server.close())

type Item = { n: number; action: string; subject: string | null; by: { name: string } | null; detail: unknown }
const logged = async (query = ''): Promise<readonly Item[]> =>
  (await (await town.as('auditor')).get(`/api/audit?${query}`)).body.items
/** What was written down while this was done, oldest first. */
const during = async (work: () => Promise<unknown>): Promise<readonly Item[]> => {
  const before = (await logged())[0]?.n ?? 0
  await work()
  return (await logged()).filter((item) => item.n > before).toReversed()
}

describe('the audit log', () => {
  it('holds log-ins, failed ones, log-outs, from which device, and nobody’s password', async () => {
    const items = await during(async () => {
      await phoneWith(town.server, '').send('POST', '/api/session', {
        username: 'officer',
        password: 'wrong wrong wrong',
      })
      await phoneWith(town.server, '').send('POST', '/api/session', { username: 'nobody', password })
      await (await signIn(town.server, 'officer', 'a phone')).send('DELETE', '/api/session')
    })
    expect(items.map(({ action, by }) => [action, by?.name])).toEqual([
      ['loginFailed', 'officer'],
      ['loggedIn', 'officer'],
      ['loggedOut', 'officer'],
    ])
    expect(JSON.stringify(items)).not.toContain(password)
  })

  it('holds who was shown personal data: one record, its history, a list, a pull; what is masked isn’t shown', async () => {
    const [mediator, officer] = [await town.as('mediator'), await town.as('officer')]
    const items = await during(async () => {
      await mediator.get(`/api/records/${caseId}`)
      await mediator.get(`/api/records/${caseId}/history`)
      await mediator.get('/api/records?kind=mediation')
      await mediator.get('/api/sync/pull')
      await officer.get('/api/records?kind=mediation')
      await mediator.get('/api/records?kind=enterprise')
    })
    expect(
      items.map(({ action, subject, detail, by }) => [action, by?.name, subject, (detail as { how: string }).how]),
    ).toEqual(['record', 'history', 'list', 'pull'].map((how) => ['sawPersonal', 'mediator', caseId, how]))
    expect(JSON.stringify(items)).not.toMatch(/[张李王]./)
  })

  it('holds a supervisor’s look-up of a person, of figures and of receipts; one’s own isn’t one', async () => {
    const [supervisor, officer] = [await town.as('supervisor'), await town.as('officer')]
    const items = await during(async () => {
      await officer.get(`/api/figures?year=2025&personId=${town.officer1}`)
      await supervisor.get(`/api/figures?year=2025&personId=${town.officer1}`)
      await supervisor.get(`/api/figures/safety-inspections/records?year=2025&personId=${town.officer1}`)
    })
    expect(items.map(({ action, subject }) => [action, subject])).toEqual(
      Array(2).fill(['lookedUpPerson', town.officer1]),
    )
  })

  it('holds what was typed and signed for a year, and what was printed', async () => {
    const supervisor = await town.as('supervisor')
    const items = await during(async () => {
      await supervisor.send('PUT', '/api/years/2025/entries/mushroom-bags', { value: 3, source: '公报' })
      await supervisor.send('POST', '/api/years/2025/sign')
      await supervisor.send('PUT', '/api/years/2025/entries/mushroom-bags', { value: 4, source: '公报' })
      await supervisor.send('DELETE', '/api/years/2025/sign')
      await supervisor.send('POST', '/api/audit/printed', { subject: caseId })
    })
    expect(items.map(({ action, subject }) => [action, subject])).toEqual([
      ['enteredFigure', '2025'],
      ['signedYear', '2025'],
      ['unsignedYear', '2025'],
      ['printed', caseId],
    ])
  })

  it('is searched by the auditor alone, by who, what, when, page after page', async () => {
    for (const username of ['officer', 'mediator', 'monitor', 'supervisor', 'admin', 'reviewer', 'county'])
      expect((await (await town.as(username)).get('/api/audit')).status).toBe(403)
    expect(new Set((await logged('action=loggedIn')).map((item) => item.action))).toEqual(new Set(['loggedIn']))
    expect((await logged(`subject=${caseId}`)).every((item) => item.subject === caseId)).toBe(true)
    expect(await logged('from=2026-03-11')).toEqual([])
    expect((await logged('from=2026-03-10&to=2026-03-10')).length).toBeGreaterThan(5)
    expect((await (await town.as('auditor')).get('/api/audit?action=nothing')).status).toBe(400)
  })

  it('takes many at once, each with its own link', async () => {
    const doing = { township: town.township, by: null, deviceId: null, action: 'printed' as const, now: noon }
    await Promise.all(
      Array.from({ length: 20 }, () => town.server.db.transaction().execute((trx) => auditIn(trx, doing))),
    )
    expect(await proveAudit(town.server.db, town.township)).toMatchObject({ broken: null })
  })
})

describe('the chains', () => {
  const run = (sql: string) => town.server.owner.query(sql)

  it('hold', async () => {
    mustBeApplied(await (await town.as('officer')).push([change('inspection', inspection(town))]))
    const changes = await proveChanges(town.server.db, town.township)
    expect(changes.broken).toBeNull()
    expect(changes.links).toBeGreaterThan(5)
    expect(proofLine('西阳镇', 'changes', changes)).toContain('完整')
  })

  it('can’t be rewritten by the app', async () => {
    await expect(
      town.server.pool.query('update audit set by_user = null where township = $1', [town.township]),
    ).rejects.toThrow(/permission denied/)
    await expect(town.server.pool.query('delete from audit where township = $1', [town.township])).rejects.toThrow(
      /permission denied/,
    )
  })

  it.each([
    ['an altered row', 'update audit set action = $$printed$$ where n = 2', 2, 'altered'],
    ['a removed row', 'delete from audit where n = 2', 2, 'missing'],
    ['a removed end', 'delete from audit where n = (select max(n) from audit)', null, 'head'],
  ] as const)('name %s of the audit', async (_what, spoil, link, why) => {
    await run('create temp table kept as select * from audit')
    const { rows } = await run('select max(n)::int as n from audit')
    await run(spoil)
    const proof = await proveAudit(town.server.db, town.township)
    expect(proof.broken).toEqual({ link: link ?? rows[0].n, why })
    expect(proofLine('西阳镇', 'audit', proof)).toContain(`第 ${link ?? rows[0].n} 环`)
    await run('delete from audit')
    await run('insert into audit select * from kept')
    await run('drop table kept')
    expect((await proveAudit(town.server.db, town.township)).broken).toBeNull()
  })

  it('name a change that was altered, and a body that isn’t what was sent', async () => {
    await run("update change_bodies set body = replace(body, '一号车间', '二号车间')")
    expect((await proveChanges(town.server.db, town.township)).broken).toMatchObject({ why: 'body' })
    await run("update change_bodies set body = replace(body, '二号车间', '一号车间')")
    await run("update changes set outcome = 'rejected' where seq = 3")
    expect((await proveChanges(town.server.db, town.township)).broken).toEqual({ link: 3, why: 'altered' })
    await run("update changes set outcome = 'applied' where seq = 3")
    expect((await proveChanges(town.server.db, town.township)).broken).toBeNull()
  })
})
