import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, mustBeApplied, type Phone } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
let supervisor: Phone
let officer: Phone
beforeAll(async () => {
  town = await startTown()
  supervisor = await town.as('supervisor')
  officer = await town.as('officer')
})
afterAll(() => town.server.close())

const put = (phone: Phone, path: string, body: unknown) => phone.send('PUT', path, body)
const figure = async (query: string, id: string) =>
  (await supervisor.get(`/api/figures?${query}`)).body.figures.find((one: { id: string }) => one.id === id)

describe('a figure that no record gives', () => {
  it('is typed with its source, by the supervisor, and typed again', async () => {
    const path = '/api/years/2025/entries/industrial-output'
    expect(await figure('year=2025', 'industrial-output')).toMatchObject({
      value: null,
      previous: null,
      filtered: true,
    })
    const etag = (await supervisor.get('/api/figures?year=2025')).headers['etag']
    expect((await put(supervisor, path, { value: 12.5, source: '统计快报' })).status).toBe(204)
    expect((await put(supervisor, path, { value: 12.6, source: '统计公报' })).status).toBe(204)
    expect(await figure('year=2025', 'industrial-output')).toMatchObject({ value: 12.6, filtered: true })
    expect((await supervisor.get('/api/figures?year=2025')).headers['etag']).not.toBe(etag)
    await put(supervisor, '/api/years/2024/entries/industrial-output', { value: 11.8, source: '统计公报' })
    expect(await figure('year=2025', 'industrial-output')).toMatchObject({ previous: 11.8, change: 6.8 })
    const kept = await town.server.owner.query('select n, value::text, source from year_entries where year = 2025')
    expect(kept.rows).toEqual([
      { n: 1, value: '12.5', source: '统计快报' },
      { n: 2, value: '12.6', source: '统计公报' },
    ])
  })

  it('says nothing of a month, a village or any other period', async () => {
    for (const query of ['year=2025&month=3', 'from=2025-01-01&to=2025-06-30', `year=2025&villageId=${town.villageA}`])
      expect(await figure(query, 'industrial-output')).toMatchObject({ value: null, filtered: false })
    expect(await figure('from=2025-01-01&to=2025-12-31', 'industrial-output')).toMatchObject({ value: 12.6 })
  })

  it.each([
    [{ value: 3, source: ' ' }, 400, 'sourceMissing', '/source'],
    [{ value: 3 }, 400, 'sourceMissing', '/source'],
    [{ value: -3, source: '公报' }, 400, 'badRequest', '/value'],
    [{ value: 3.123456, source: '公报' }, 400, 'badRequest', '/value'],
    [{ value: '3', source: '公报' }, 400, 'badRequest', '/value'],
  ])('is refused at its field: %j', async (body, status, code, path) => {
    const refused = await put(supervisor, '/api/years/2025/entries/mushroom-bags', body)
    expect(refused.status).toBe(status)
    expect(refused.body).toMatchObject({ code, errors: [{ path }] })
  })

  it('is no other figure’s, and nobody else’s to type', async () => {
    const body = { value: 3, source: '公报' }
    expect((await put(supervisor, '/api/years/2025/entries/safety-inspections', body)).status).toBe(404)
    expect((await put(supervisor, '/api/years/2025/entries/nothing', body)).status).toBe(404)
    expect((await put(officer, '/api/years/2025/entries/mushroom-bags', body)).status).toBe(403)
    expect((await put(supervisor, '/api/years/20256/entries/mushroom-bags', body)).status).toBe(400)
  })
})

describe('a plan', () => {
  it('shows what the next year has come to', async () => {
    await put(supervisor, '/api/years/2025/entries/planned-study-sessions', { value: 4, source: '工作要点' })
    const training = {
      status: 'submitted',
      type: 'centralGroup',
      heldOn: '2026-03-01',
      topic: '行政处罚法',
      attendance: 12,
    }
    mustBeApplied(
      await supervisor.push([change('training', training), change('training', { ...training, heldOn: '2026-02-03' })]),
    )
    expect(await figure('year=2025', 'planned-study-sessions')).toMatchObject({
      value: 4,
      progress: { year: 2026, value: 2 },
    })
    expect(await figure('year=2026', 'planned-study-sessions')).toMatchObject({ value: null, previous: 4 })
  })
})
