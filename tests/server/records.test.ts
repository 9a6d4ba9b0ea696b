import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, type Phone } from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'

let town: Town
let [officer, mediator]: Phone[] = []
const made: Record<string, Record<string, unknown>> = {}

beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
  mediator = await town.as('mediator')
  made['first'] = change('inspection', inspection(town, { date: '2026-01-10', placeName: '东仓库' }))
  made['second'] = change(
    'inspection',
    inspection(town, { date: '2026-02-10', programme: 'soft', placeName: 'Ｗest 大门' }),
  )
  made['draft'] = change('inspection', { status: 'draft', villageId: town.villageA, date: '2026-02-11' })
  await officer.push(Object.values(made))
  made['mediation'] = change('mediation', mediation(town))
  await mediator.push([made['mediation']])
})
afterAll(() => town.server.close())

const idOf = (name: string): unknown => made[name]?.['recordId']
const list = async (query: string, phone: Phone | undefined = officer): Promise<{ id: string }[]> =>
  (await phone?.get(`/api/records?${query}`))?.body.items

describe('lists', () => {
  it('are newest first by the record’s own date', async () => {
    expect((await list('kind=inspection')).map((item) => item.id)).toEqual([
      idOf('draft'),
      idOf('second'),
      idOf('first'),
    ])
  })

  it.each([
    ['kind=inspection&status=submitted', ['second', 'first']],
    ['kind=inspection,hazard&status=draft,submitted', ['draft', 'second', 'first']],
    ['kind=inspection&from=2026-02-10&to=2026-02-10', ['second']],
    ['kind=inspection&from=2026-02-11', ['draft']],
    ['kind=hazard', []],
    ['kind=nothing', []],
    [`kind=inspection&q=${encodeURIComponent('东仓')}`, ['first']],
    [`kind=inspection&q=west`, ['second']],
    [`kind=inspection&q=${encodeURIComponent('禾丰 仓库')}`, ['first']],
    [`kind=inspection&q=${encodeURIComponent('〔2026〕2号')}`, ['second']],
    [`kind=inspection&q=${encodeURIComponent('%')}`, []],
  ])('%s', async (query, expected) => {
    expect((await list(query)).map((item) => item.id)).toEqual(expected.map(idOf))
  })

  it('by village', async () => {
    expect(await list(`kind=inspection&villageId=${town.villageB}`)).toEqual([])
    expect(await list(`kind=inspection&villageId=${town.villageB},${town.villageA}`)).toHaveLength(3)
  })

  it('have pages of fifty, from one', async () => {
    const many = Array.from({ length: 60 }, () => change('inspection', inspection(town, { date: '2024-01-01' })))
    await officer?.push(many)
    const page = async (n: number) => (await officer?.get(`/api/records?kind=inspection&to=2024-12-31&page=${n}`))?.body
    expect(await page(1)).toMatchObject({ total: 60, page: 1, pages: 2 })
    expect((await page(1)).items).toHaveLength(50)
    expect((await page(2)).items).toHaveLength(10)
    expect(await page(3)).toMatchObject({ items: [], total: 60, page: 3, pages: 2 })
  })
})

describe('a mediation that one doesn’t handle', () => {
  it('stands in lists by date, village, type, outcome and masks', async () => {
    const [row] = (await list('kind=mediation')) as unknown as Record<string, unknown>[]
    expect(row).toMatchObject({
      id: idOf('mediation'),
      number: '西阳综调〔2026〕1号',
      data: {
        status: 'accepted',
        acceptedOn: '2026-03-01',
        villageId: town.villageA,
        disputeType: 'neighbour',
        track: 'people',
      },
      masked: {
        parties: [
          { name: '张*', side: 'A' },
          { name: '李*', side: 'B' },
        ],
        summary: '*',
      },
    })
    expect(JSON.stringify(row)).not.toMatch(/张三|13812341234|屋檐/)
  })

  it('is not found by what is masked', async () => {
    const q = encodeURIComponent('屋檐')
    expect(await list(`q=${q}`)).toEqual([])
    expect(await list(`q=${q}`, mediator)).toHaveLength(1)
    expect(await list(`q=${encodeURIComponent('张三')}`, await town.as('supervisor'))).toHaveLength(1)
    expect(await list(`q=${encodeURIComponent('综调〔2026〕1号')}`)).toHaveLength(1)
  })

  it('can’t be opened, nor its history', async () => {
    for (const path of ['', '/history']) {
      expect((await officer?.get(`/api/records/${idOf('mediation')}${path}`))?.body).toMatchObject({
        status: 404,
        code: 'notFound',
      })
      expect((await mediator?.get(`/api/records/${idOf('mediation')}${path}`))?.status).toBe(200)
    }
  })
})

describe('one record', () => {
  it('is told whole in one’s scope, and is 404 outside it', async () => {
    expect((await officer?.get(`/api/records/${idOf('first')}`))?.body).toMatchObject({
      id: idOf('first'),
      data: { placeName: '东仓库' },
    })
    expect((await (await town.as('officerB')).get(`/api/records/${idOf('first')}`)).status).toBe(404)
    expect((await officer?.get('/api/records/none'))?.status).toBe(404)
  })

  it('a draft is its author’s and the supervisor’s', async () => {
    const path = `/api/records/${idOf('draft')}`
    expect((await officer?.get(path))?.status).toBe(200)
    expect((await (await town.as('officer2')).get(path)).status).toBe(404)
    expect((await (await town.as('supervisor')).get(path)).status).toBe(200)
  })

  it('has its history: who, when by both clocks, from what to what, why', async () => {
    const edit = change(
      'inspection',
      { findings: '改' },
      {
        recordId: idOf('first'),
        was: { findings: '消防通道畅通' },
        reason: '写错了',
        madeAt: '2026-03-10T11:58:00+08:00',
      },
    )
    await officer?.push([edit])
    const { items } = (await officer?.get(`/api/records/${idOf('first')}/history`))?.body ?? { items: [] }
    expect(items).toHaveLength(2)
    expect(items[1]).toEqual({
      changeId: edit['id'],
      seq: expect.any(Number),
      outcome: 'applied',
      set: { findings: '改' },
      was: { findings: '消防通道畅通' },
      by: { id: expect.any(String), name: 'officer' },
      madeAt: '2026-03-10T11:58:00+08:00',
      acceptedAt: '2026-03-10T04:00:00.000Z',
      reason: '写错了',
    })
  })

  it('another’s refused attempts are not one’s to see', async () => {
    await (
      await town.as('officer2')
    ).push([
      change(
        'inspection',
        { findings: null },
        {
          recordId: idOf('second'),
          was: { findings: '消防通道畅通' },
          madeAt: '2026-03-10T11:58:00+08:00',
          reason: 'x',
        },
      ),
      change('inspection', inspection(town), { recordId: idOf('second') }),
    ])
    const outcomes = async (who: string): Promise<string[]> =>
      (await (await town.as(who)).get(`/api/records/${idOf('second')}/history`)).body.items.map(
        (item: { outcome: string }) => item.outcome,
      )
    expect(await outcomes('officer')).not.toContain('rejected')
    expect(await outcomes('officer2')).toContain('rejected')
    expect(await outcomes('supervisor')).toContain('rejected')
  })
})
