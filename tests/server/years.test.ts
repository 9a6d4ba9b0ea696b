import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentDefinitions, ensureDefinitions } from '../../src/server/ledger/definitions.ts'
import { compareFacts } from '../../src/server/ledger/recount.ts'
import { recountLines } from '../../src/server/start/say.ts'
import { hashOfYear } from '../../src/server/years/sign.ts'
import { change, mustBeApplied, type Phone, signIn } from './support/server.ts'
import { inspection, startTown, type Town } from './support/town.ts'

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

describe('a signed year', () => {
  const safety = 'safety-inspections'
  let earlier: string

  it('is signed by its supervisor once it is over; its figures are frozen with their hash', async () => {
    const made = change('inspection', inspection(town, { date: '2025-05-01' }))
    earlier = String(made['recordId'])
    mustBeApplied(await officer.push([made]))
    expect((await officer.send('POST', '/api/years/2025/sign')).status).toBe(403)
    const early = await supervisor.send('POST', '/api/years/2026/sign')
    expect(early.body).toMatchObject({ code: 'badRequest', errors: [{ path: '/year' }] })
    const signed = await supervisor.send('POST', '/api/years/2025/sign')
    expect(signed.body).toMatchObject({ year: 2025, hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })
    expect((await supervisor.send('POST', '/api/years/2025/sign')).body.code).toBe('signed')
    const { rows } = await town.server.owner.query('select hash, figures, definitions from year_signatures')
    const { hash, figures, definitions } = rows[0] ?? {}
    expect(hashOfYear({ township: town.township, year: 2025, definitions, figures })).toBe(hash)
    expect(signed.body.hash).toBe(hash)
    const answer = (await officer.get('/api/figures?year=2025')).body
    expect(answer.signed).toMatchObject({ hash, ruleChanged: false })
    expect(answer.figures).toEqual(figures)
  })

  it('takes nothing typed or written any more', async () => {
    const body = { value: 3, source: '公报' }
    const refused = await put(supervisor, '/api/years/2025/entries/mushroom-bags', body)
    expect([refused.status, refused.body.code]).toEqual([409, 'signed'])
  })

  it('takes later changes, marks what moves a figure, shows the correction beside what was signed', async () => {
    const etag = (await supervisor.get('/api/figures?year=2025')).headers['etag']
    const late = change('inspection', inspection(town, { date: '2025-06-01' }))
    const reasoned = change('inspection', inspection(town, { date: '2025-06-02' }), { reason: '纸质记录补录' })
    const other = change('inspection', inspection(town, { date: '2026-01-02' }))
    const noFigure = change('inspection', { basis: '镇年度检查计划' }, { recordId: earlier, was: { basis: null } })
    const { body } = await officer.push([late, reasoned, other, noFigure])
    expect(body.results.map((one: { outcome: string }) => one.outcome)).toEqual(Array(4).fill('applied'))
    const warned = body.results.map((one: { warnings?: { code: string; message: string }[] }) =>
      (one.warnings ?? []).filter(({ code }) => code === 'late').map(({ message }) => message),
    )
    expect(warned).toEqual([
      ['2025年已签定，这次改动记为更正。补写更正原因。'],
      ['2025年已签定，这次改动记为更正。'],
      [],
      [],
    ])
    expect(await figure('year=2025', safety)).toMatchObject({ value: 1, corrected: 3 })
    expect((await supervisor.get('/api/figures?year=2025')).headers['etag']).not.toBe(etag)
    const year = (await supervisor.get('/api/years/2025')).body
    expect(year.corrections).toContainEqual({ figureId: safety, signed: 1, now: 3 })
    expect(year.late.map((one: { changeId: string; reason: string }) => [one.changeId, one.reason])).toEqual([
      [reasoned['id'], '纸质记录补录'],
      [late['id'], null],
    ])
    expect((await officer.get('/api/years/2025')).body.late).toEqual([])
  })

  it('stays what next year is compared with, in its months too the records as they are', async () => {
    expect(await figure('year=2026', safety)).toMatchObject({ value: 1, previous: 1, change: 0 })
    expect(await figure('year=2025&month=6', safety)).toMatchObject({ value: 2 })
  })

  it('can be opened again; what was signed stays on record', async () => {
    expect((await officer.send('DELETE', '/api/years/2025/sign')).status).toBe(403)
    expect((await supervisor.send('DELETE', '/api/years/2025/sign')).status).toBe(204)
    expect((await supervisor.send('DELETE', '/api/years/2025/sign')).status).toBe(404)
    const open = await figure('year=2025', safety)
    expect(open).toMatchObject({ value: 3 })
    expect(open).not.toHaveProperty('corrected')
    const { rows } = await town.server.owner.query('select n, signed from year_signatures order by n')
    expect(rows).toEqual([
      { n: 1, signed: true },
      { n: 2, signed: false },
    ])
  })
})

describe('another rule', () => {
  const facts = async () =>
    (await town.server.owner.query('select record_id, measure, n, on_day, amount from facts order by 1, 2, 3')).rows

  it('makes the facts anew before the first answer, once, and shows both counts beside a signed year', async () => {
    const before = await facts()
    await supervisor.send('POST', '/api/years/2025/sign')
    await town.server.owner.query("update townships set definitions = 'sha256:other' where id = $1", [town.township])
    await town.server.owner.query("delete from facts where measure = 'inspections.safety'")
    await town.server.owner.query("update year_signatures set definitions = 'sha256:other'")
    expect(await ensureDefinitions(town.server.db, town.township, 'sha256:new')).toBe(true)
    expect(await ensureDefinitions(town.server.db, town.township, 'sha256:new')).toBe(false)
    expect(await facts()).toEqual(before)
    expect((await supervisor.get('/api/years/2025')).body.signed).toMatchObject({ ruleChanged: true })
  })

  it('is noticed by the first request of a new process', async () => {
    const { rows } = await town.server.owner.query('select definitions from townships where id = $1', [town.township])
    expect(rows[0].definitions).toBe('sha256:new')
    const restarted = await town.server.again()
    await (await signIn(restarted, 'supervisor')).get('/api/figures?year=2025')
    const after = await town.server.owner.query('select definitions from townships where id = $1', [town.township])
    expect(after.rows[0].definitions).toBe(currentDefinitions)
  })
})

it('a recount says that facts are equal, or where not', async () => {
  const compare = () => town.server.db.transaction().execute((trx) => compareFacts(trx, town.township))
  const equal = await compare()
  expect(equal.facts).toBeGreaterThan(5)
  expect(equal.differences).toEqual([])
  await town.server.owner.query(
    "update facts set amount = 9 where measure = 'inspections.safety' and on_day = '2025-05-01'",
  )
  const { differences } = await compare()
  expect(differences).toMatchObject([{ measure: 'inspections.safety', kept: { amount: 9 }, rebuilt: { amount: 1 } }])
  expect(recountLines('西阳镇', { ...equal, differences }).join('\n')).toContain(
    '台账 kept 9 @ 2025-05-01, 重算 rebuilt 1',
  )
})
