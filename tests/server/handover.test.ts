import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, makeAccount, makeTownship, mustBeApplied, newId, type Phone } from './support/server.ts'
import { mediation, startTown, type Town } from './support/town.ts'

let town: Town
let admin: Phone
let mediator: Phone
let judge: Phone
let supervisor: Phone
let ids: { readonly [username: string]: string }
beforeAll(async () => {
  town = await startTown()
  admin = await town.as('admin')
  mediator = await town.as('mediator')
  judge = await town.as('judge')
  supervisor = await town.as('supervisor')
  const { items } = (await admin.get('/api/users')).body
  ids = Object.fromEntries(items.map((one: { username: string; id: string }) => [one.username, one.id]))
})
afterAll(() => town.server.close())

const make = async (phone: Phone, set: Record<string, unknown> = {}): Promise<string> => {
  const made = change('mediation', mediation(town, set))
  mustBeApplied(await phone.push([made]))
  return String(made['recordId'])
}
const handOver = (from: string | undefined, to: string | undefined) =>
  admin.send('POST', `/api/users/${from ?? ''}/handover`, { to })
const pulled = async (phone: Phone, id: string, cursor = '') => {
  const { records } = (await phone.get(`/api/sync/pull${cursor && `?cursor=${cursor}`}`)).body
  return records.find((record: { id: string }) => record.id === id)
}

describe('the open work of one who leaves', () => {
  it('goes to another: gone from the first one’s phone, whole on the second’s', async () => {
    const own = await make(supervisor)
    const both = await make(supervisor, { mediators: [town.judgePerson, town.mediatorPerson] })
    const draft = await make(supervisor, { status: 'draft' })
    const { cursor } = (await mediator.get('/api/sync/pull')).body
    expect(await pulled(mediator, own)).toMatchObject({ data: { summary: '屋檐滴水纠纷' } })
    expect(await pulled(judge, own)).toBeUndefined()

    const answer = await handOver(ids['mediator'], ids['judge'])
    expect(answer.body).toEqual({ moved: 3, records: [own, both, draft], problems: [] })

    const gone = await pulled(mediator, own, cursor)
    expect(Object.keys(gone).toSorted()).toEqual(['gone', 'id', 'seq'])
    expect(gone).toMatchObject({ id: own, gone: true })
    expect(await pulled(judge, own)).toMatchObject({
      data: { summary: '屋檐滴水纠纷', mediators: [town.judgePerson], parties: mediation(town).parties },
      updatedBy: { id: ids['admin'] },
    })
    expect((await pulled(judge, both)).data.mediators).toEqual([town.judgePerson])
    expect((await mediator.get(`/api/records/${own}`)).status).toBe(404)
    const { items } = (await (await town.as('auditor')).get('/api/audit')).body
    expect(items).toContainEqual(
      expect.objectContaining({
        action: 'handedOver',
        subject: ids['mediator'],
        detail: { to: ids['judge'], moved: 3, refused: 0 },
      }),
    )
    // The administrator took nothing for himself.
    expect((await admin.get(`/api/records/${own}`)).status).toBe(404)
    expect((await handOver(ids['mediator'], ids['judge'])).body.moved).toBe(0)
  })

  it('is only what something is still to be done with', async () => {
    const done = await make(supervisor)
    const concluded = { status: 'concluded', concludedOn: '2026-03-05', outcome: 'withdrawn' }
    const step = (set: Record<string, unknown>, was: Record<string, unknown>) =>
      supervisor.push([change('mediation', set, { recordId: done, was })])
    mustBeApplied(await step(concluded, { status: 'accepted', concludedOn: null, outcome: null }))
    mustBeApplied(
      await step({ status: 'performed', performedOn: '2026-03-06' }, { status: 'concluded', performedOn: null }),
    )
    const voided = await make(supervisor)
    mustBeApplied(
      await supervisor.push([
        change(
          'mediation',
          { status: 'void', voidReason: '重复登记' },
          { recordId: voided, was: { status: 'accepted', voidReason: null } },
        ),
      ]),
    )
    expect((await handOver(ids['mediator'], ids['judge'])).body).toEqual({ moved: 0, records: [], problems: [] })
    expect(await pulled(mediator, done)).toMatchObject({ data: { mediators: [town.mediatorPerson] } })
  })

  it('what the first had queued is neither lost nor told anything', async () => {
    const id = await make(supervisor, { judgeId: town.mediatorPerson, mediators: [town.judgePerson] })
    const queued = change('mediation', { source: '村干部上报' }, { recordId: id, was: { source: null } })
    expect((await handOver(ids['mediator'], ids['judge'])).body.records).toEqual([id])
    const { body } = await mediator.push([queued])
    expect(body.results).toEqual([
      {
        changeId: queued['id'],
        recordId: id,
        outcome: 'rejected',
        version: null,
        problems: [{ path: '/recordId', code: 'notFound', message: expect.any(String) }],
      },
    ])
    expect(JSON.stringify(body)).not.toMatch(/屋檐|张三|138/)
    const { rows } = await town.server.owner.query('select body from change_bodies where change_id = $1', [
      queued['id'],
    ])
    expect(JSON.parse(rows[0].body)).toEqual(queued)
    const { items } = (await supervisor.get('/api/sync/attention')).body
    expect(items).toContainEqual(expect.objectContaining({ changeId: queued['id'], set: { source: '村干部上报' } }))
  })

  it('goes only to an account with another person of the same township', async () => {
    const theirs = await makeTownship(town.server, '东阳镇')
    const foreign = await makeAccount(town.server, {
      township: theirs,
      username: 'afar',
      roles: ['mediator'],
      personId: newId(),
    })
    for (const to of [ids['mediator'], ids['supervisor'], foreign, newId()])
      expect((await handOver(ids['mediator'], to)).body.errors?.[0]?.path).toBe('/to')
    expect((await handOver(foreign, ids['judge'])).status).toBe(404)
    expect((await handOver(ids['supervisor'], ids['judge'])).body.moved).toBe(0)
    const refused = await supervisor.send('POST', `/api/users/${ids['mediator'] ?? ''}/handover`, { to: ids['judge'] })
    expect(refused.body.code).toBe('notAllowed')
  })
})
