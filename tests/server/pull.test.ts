import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, type Phone } from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'

let town: Town
const ids: Record<string, string> = {}

beforeAll(async () => {
  town = await startTown()
  const make = async (who: string, name: string, kind: string, set: Record<string, unknown>): Promise<void> => {
    const made = change(kind, set)
    ids[name] = String(made['recordId'])
    const { body } = await (await town.as(who)).push([made])
    expect(body.results[0].outcome).toBe('applied')
  }
  await make('officer', 'inspectionA', 'inspection', inspection(town))
  await make(
    'officerB',
    'inspectionB',
    'inspection',
    inspection(town, { villageId: town.villageB, enterpriseId: null }),
  )
  await make('officer', 'draft', 'inspection', { status: 'draft', villageId: town.villageA })
  await make('mediator', 'mediation', 'mediation', mediation(town))
  await make('mediator', 'judged', 'mediation', mediation(town, { judgeId: town.judgePerson }))
})
afterAll(() => town.server.close())

type Pulled = {
  id: string
  kind: string
  gone?: true
  data: Record<string, unknown>
  masked?: unknown
  seq: number
  number?: string
}

async function pullAll(phone: Phone, limit = 500): Promise<Pulled[]> {
  const records: Pulled[] = []
  let cursor = ''
  for (let page = 0; page < 100; page++) {
    const { status, body } = await phone.get(`/api/sync/pull?limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`)
    expect(status).toBe(200)
    records.push(...body.records)
    cursor = body.cursor
    if (!body.more) return records
  }
  throw new Error('no end')
}

const seen = async (who: string): Promise<string[]> => {
  const pulled = new Set((await pullAll(await town.as(who))).map((record) => record.id))
  return Object.entries(ids).flatMap(([name, id]) => (pulled.has(id) ? [name] : []))
}

describe('who pulls what', () => {
  it.each([
    ['officer', ['inspectionA', 'draft']],
    ['officer2', ['inspectionA']],
    ['officerB', ['inspectionB']],
    ['mediator', ['mediation', 'judged']],
    ['judge', ['judged']],
    ['monitor', ['inspectionA', 'inspectionB']],
    ['county', ['inspectionA', 'inspectionB']],
    ['reviewer', ['inspectionA', 'inspectionB']],
    ['supervisor', ['inspectionA', 'inspectionB', 'draft', 'mediation', 'judged']],
    ['admin', []],
    ['auditor', []],
  ])('%s', async (who, expected) => {
    expect((await seen(who)).toSorted()).toEqual(expected.toSorted())
  })

  it('registers are in everyone’s but the auditor’s, phones of people masked', async () => {
    const registers = (await pullAll(await town.as('officerB'))).filter((record) =>
      ['village', 'person', 'duty', 'enterprise', 'township'].includes(record.kind),
    )
    expect(registers).toHaveLength(12)
    const person = registers.find((record) => record.id === town.officer1)
    expect(person?.data).not.toHaveProperty('phone')
    expect(person?.masked).toEqual({ phone: '138****0000' })
    expect(await pullAll(await town.as('auditor'))).toEqual([])
  })
})

describe('paging', () => {
  it('tells everything once in the order of seq, however small the pages', async () => {
    const phone = await town.as('supervisor')
    const [whole, small] = [await pullAll(phone), await pullAll(phone, 2)]
    expect(small).toEqual(whole)
    expect(whole.map((record) => record.seq)).toEqual(whole.map((record) => record.seq).toSorted((a, b) => a - b))
    expect(new Set(whole.map((record) => record.id)).size).toBe(whole.length)
  })

  it('a cursor is good for the next pull also when nothing came, and carries the head', async () => {
    const phone = await town.as('auditor')
    const first = (await phone.get('/api/sync/pull')).body
    expect(first).toMatchObject({
      records: [],
      more: false,
      cursor: expect.any(String),
      head: { seq: expect.any(Number), hash: expect.stringMatching(/^sha256:/) },
    })
    const again = (await phone.get(`/api/sync/pull?cursor=${first.cursor}&seen=${first.head.seq}:${first.head.hash}`))
      .body
    expect(again).toEqual(first)
  })

  it('gives a record its form', async () => {
    const record = (await pullAll(await town.as('officer'))).find((one) => one.id === ids['inspectionA'])
    expect(record).toEqual({
      id: ids['inspectionA'],
      kind: 'inspection',
      version: 1,
      status: 'submitted',
      number: '西阳综检〔2026〕1号',
      data: inspection(town),
      seq: expect.any(Number),
      updatedAt: '2026-03-10T04:00:00.000Z',
      updatedBy: { id: expect.any(String), name: 'officer' },
    })
  })
})

it('who has lost a record pulls that it is gone, once there is something after his cursor', async () => {
  const [judge, mediator, officerB] = [await town.as('judge'), await town.as('mediator'), await town.as('officerB')]
  const cursors = await Promise.all(
    [judge, officerB].map(async (phone) => (await phone.get('/api/sync/pull')).body.cursor),
  )
  const edit = (kind: string, recordId: string | undefined, was: object, set: Record<string, unknown>) =>
    change(kind, set, { recordId, was })
  const { body } = await mediator.push([
    edit('mediation', ids['judged'], { judgeId: town.judgePerson }, { judgeId: null }),
  ])
  expect(body.results[0].outcome).toBe('applied')
  const supervisor = await town.as('supervisor')
  const moved = await supervisor.push([
    edit('inspection', ids['inspectionB'], { villageId: town.villageB }, { villageId: town.villageA }),
  ])
  expect(moved.body.results[0].outcome).toBe('applied')
  const after = await Promise.all(
    [judge, officerB].map(
      async (phone, index) => (await phone.get(`/api/sync/pull?cursor=${cursors[index]}`)).body.records,
    ),
  )
  expect(after[0]).toEqual([{ id: ids['judged'], seq: expect.any(Number), gone: true }])
  // officerB made it, so it stays his; another officer of that village loses it.
  expect(after[1]).toMatchObject([{ id: ids['inspectionB'], kind: 'inspection' }])
  expect((await judge.get(`/api/records/${ids['judged']}`)).status).toBe(404)
})
