import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Figure, isTyped } from '../../src/domain/report/figure.ts'
import { figures } from '../../src/domain/report/figures.ts'
import { firstYearOf } from '../../src/server/figures/first-year.ts'
import { change, makeAccount, makeTownship, mustBeApplied, type Phone, signIn } from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'

let town: Town
let officer: Phone
beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
  const one = (set: Record<string, unknown>) => change('inspection', inspection(town, set))
  const logged = await officer.push([
    one({ date: '2025-03-01' }),
    one({ date: '2025-03-31' }),
    one({ date: '2025-04-01', officers: [town.officer1, town.judgePerson] }),
    one({ date: '2025-12-31', programme: 'soft' }),
    one({ date: '2025-12-30', programme: 'soft' }),
    one({ date: '2026-03-01' }),
    one({ date: '2026-03-10', programme: 'soft' }),
    change('inspection', { ...inspection(town, { date: '2026-03-02' }), status: 'draft' }),
  ])
  mustBeApplied(logged)
  const concluded = (outcome: string, year: string) => {
    const made = change('mediation', mediation(town, { acceptedOn: `${year}-01-05` }))
    const set = {
      status: 'concluded',
      concludedOn: `${year}-02-10`,
      outcome,
      ...(outcome === 'agreed' ? { agreement: '和解' } : {}),
    }
    return [
      made,
      change('mediation', set, {
        recordId: made['recordId'],
        was: { status: 'accepted', concludedOn: null, outcome: null, agreement: null },
      }),
    ]
  }
  const cases = [
    ...['agreed', 'agreed', 'failed', 'transferred'].flatMap((outcome) => concluded(outcome, '2026')),
    ...['agreed', 'failed'].flatMap((outcome) => concluded(outcome, '2025')),
  ]
  const concludedOnes = await (await town.as('mediator')).push(cases)
  mustBeApplied(concludedOnes)
})
afterAll(() => town.server.close())

const ask = async (query: string, phone = officer) => (await phone.get(`/api/figures?${query}`)).body
const figure = async (query: string, id: string, phone = officer) =>
  (await ask(query, phone)).figures.find((one: { id: string }) => one.id === id)

describe('the figures', () => {
  it('are all that are built, in the order of figures.csv, with the year', async () => {
    const body = await ask('year=2026')
    expect(body.year).toBe(2026)
    expect(body.figures.map((one: { id: string }) => one.id)).toEqual(figures.map((one) => one.id))
  })

  it('beside last year: the same period, since this one ends today', async () => {
    expect(await figure('year=2026', 'safety-inspections')).toMatchObject({
      value: 1,
      previous: 1,
      change: 0,
      changeUnit: 'percent',
      filtered: true,
    })
    expect(await figure('year=2025', 'safety-inspections')).toMatchObject({ value: 3, previous: null, change: null })
    expect(await figure('year=2026', 'mediation-success-rate')).toMatchObject({
      value: 66.67,
      numerator: 2,
      denominator: 3,
      previous: 50,
      change: 16.67,
      changeUnit: 'points',
    })
  })

  it('count a subject once, a stock on its day', async () => {
    expect(await figure('year=2025', 'enterprises-soft-inspected')).toMatchObject({ value: 1 })
    expect(await figure('year=2025', 'enforcement-officers')).toMatchObject({ value: 2 })
  })

  it('by month, by days, by village, by person', async () => {
    expect(await figure('year=2025&month=3', 'safety-inspections')).toMatchObject({ value: 2 })
    expect(await figure('from=2025-03-31&to=2025-04-01', 'safety-inspections')).toMatchObject({ value: 2 })
    expect(await figure(`year=2025&villageId=${town.villageA}`, 'safety-inspections')).toMatchObject({ value: 3 })
    expect(await figure(`year=2025&villageId=${town.villageB}`, 'safety-inspections')).toMatchObject({
      value: 0,
      filtered: true,
    })
    expect(await figure(`year=2025&villageId=${town.villageA}`, 'enforcement-officers')).toMatchObject({
      value: null,
      filtered: false,
    })
    const two = await town.as('officer2')
    expect(await figure(`year=2025&personId=${town.officer2}`, 'safety-inspections', two)).toMatchObject({ value: 2 })
  })

  it('a person’s are one’s own or the supervisor’s to look up; the auditor has none', async () => {
    expect((await officer.get(`/api/figures?year=2025&personId=${town.officer2}`)).body.code).toBe('notAllowed')
    expect((await (await town.as('supervisor')).get(`/api/figures?year=2025&personId=${town.officer2}`)).status).toBe(
      200,
    )
    expect((await (await town.as('auditor')).get('/api/figures?year=2025')).body.code).toBe('notAllowed')
  })

  it('say which end of a period is wrong', async () => {
    const errors = async (query: string): Promise<unknown> =>
      (await officer.get(`/api/figures?${query}`)).body.errors.map(
        (one: { path: string; code: string }) => `${one.path} ${one.code}`,
      )
    expect(await errors('from=2026-02-30&to=2026-03-01')).toEqual(['/querystring/from outOfRange'])
    expect(await errors('from=2026-02-01&to=2026-02-30')).toEqual(['/querystring/to outOfRange'])
    expect(await errors('from=2026-02-02&to=2026-02-01')).toEqual(['/querystring/to outOfRange'])
    expect(await errors('to=2026-02-01')).toEqual(['/querystring/from required'])
    expect(await errors('from=2026-02-01&to=2026-02-02&month=3')).toEqual(['/querystring/month outOfRange'])
  })

  it('are unchanged (304) until the log or the day moves', async () => {
    const first = await officer.get('/api/figures?year=2024')
    const tag = String(first.headers['etag'])
    // An update may word or define a figure anew.
    expect(tag).toMatch(/^"test-/)
    expect((await officer.get('/api/figures?year=2024', { 'if-none-match': tag })).status).toBe(304)
    expect((await officer.get('/api/figures?year=2025', { 'if-none-match': tag })).status).toBe(200)
    town.server.clock.now += 86_400_000
    expect((await officer.get('/api/figures?year=2024', { 'if-none-match': tag })).status).toBe(200)
    town.server.clock.now -= 86_400_000
    await officer.push([change('inspection', inspection(town, { date: '2024-06-06' }))])
    expect((await officer.get('/api/figures?year=2024', { 'if-none-match': tag })).status).toBe(200)
  })
})

it('the first year is that of the oldest case: what nobody submitted dates nothing', async () => {
  const { server } = town
  const township = await makeTownship(server, '柳泉镇')
  await makeAccount(server, { township, username: 'elsewhere', roles: ['supervisor'] })
  const supervisor = await signIn(server, 'elsewhere')
  mustBeApplied(await supervisor.push([change('inspection', { status: 'draft', date: '2001-01-01' })]))
  expect(await firstYearOf(server.db, township)).toBeNull()
})

describe('the receipts', () => {
  const isRatio = (one: Figure): boolean => 'ratio' in one.expression
  const behind = async (id: string): Promise<{ amount: number; counts: string }[]> => {
    const { body } = await officer.get(`/api/figures/${id}/records?year=2026`)
    return body.items
  }

  it.each(
    figures
      .filter((one) => !isRatio(one) && !isTyped(one.expression) && !('fall' in one.expression))
      .map((one) => one.id),
  )('of %s add up', async (id) => {
    const shown = await figure('year=2026', id)
    expect((await behind(id)).reduce((sum, item) => sum + item.amount, 0)).toBe(shown.value)
  })

  it.each(figures.filter(isRatio).map((one) => one.id))(
    'of %s are its denominator’s, those of both marked',
    async (id) => {
      const shown = await figure('year=2026', id)
      const items = await behind(id)
      expect(items).toHaveLength(shown.denominator)
      expect(items.filter((item) => item.counts === 'both')).toHaveLength(shown.numerator)
    },
  )

  it('name the record, its number, day, village; of distinct ones the subject', async () => {
    const { body } = await officer.get('/api/figures/enterprises-soft-inspected/records?year=2025')
    expect(body).toEqual({
      items: [
        {
          recordId: expect.any(String),
          kind: 'inspection',
          number: expect.stringContaining('综检〔2025〕'),
          on: '2025-12-30',
          villageId: town.villageA,
          amount: 1,
          counts: 'numerator',
          subject: town.enterprise,
        },
      ],
      total: 1,
      page: 1,
      pages: 1,
    })
  })

  it('beyond the last page there are none, and as many as before', async () => {
    const { body } = await officer.get('/api/figures/villages/records?year=2025&page=9')
    expect(body).toEqual({ items: [], total: 2, page: 9, pages: 1 })
  })

  it('on is null for since ever', async () => {
    const { body } = await officer.get('/api/figures/villages/records?year=2025')
    expect(body.items.map((item: { on: string | null }) => item.on)).toEqual([null, null])
  })

  it('an unknown figure is 404', async () => {
    expect((await officer.get('/api/figures/nonsense/records?year=2025')).body.code).toBe('notFound')
  })
})

describe('the series', () => {
  it('has twelve months, null after today, and every village in scope with one for none', async () => {
    const { body } = await officer.get('/api/figures/safety-inspections/series?year=2026')
    expect(body.months).toEqual(
      Array.from({ length: 12 }, (_, index) => ({ month: index + 1, value: index < 2 ? 0 : index === 2 ? 1 : null })),
    )
    expect(body.villages).toEqual([
      { villageId: town.villageA, value: 1 },
      { villageId: null, value: 0 },
    ])
    const year = (await officer.get('/api/figures/safety-inspections/series?year=2025')).body
    expect(year.months.map((one: { value: number }) => one.value)).toEqual([0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('is a whole year’s, in months and villages alike', async () => {
    const url = '/api/figures/safety-inspections/series?year=2025'
    const { body } = await officer.get(url)
    expect((await officer.get(`${url}&month=3`)).body).toEqual(body)
    expect((await officer.get('/api/figures/safety-inspections/series')).body.code).toBe('badRequest')
  })

  it('a stock stands at each month’s end; months of a distinct don’t add up', async () => {
    const { body } = await officer.get('/api/figures/enforcement-officers/series?year=2025')
    expect(body.months.every((one: { value: number }) => one.value === 2)).toBe(true)
    expect(body.villages).toEqual([
      { villageId: town.villageA, value: null },
      { villageId: null, value: null },
    ])
  })
})
