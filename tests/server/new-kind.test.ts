import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type * as All from '../../src/domain/kinds/all.ts'
import type { Data } from '../../src/domain/value.ts'
import { streetLight } from '../support/made-up-kind.ts'
import { change, newId, type Phone } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

/** The one line that a new kind has outside its file: its place among all. */
vi.mock('../../src/domain/kinds/all.ts', async (original) => {
  const { kinds, kindNamed } = await original<typeof All>()
  const made = (await import('../support/made-up-kind.ts')).streetLight
  return {
    kinds: [...kinds, made],
    kindNamed: (name: string) => (name === made.name ? made : kindNamed(name)),
  }
})

let town: Town
let officer: Phone
let light: Data
beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
  const file = { hash: 'a'.repeat(64), name: '灯.jpg', size: 10 }
  light = {
    status: 'planned',
    road: '河西路',
    why: '村民反映夜间太黑',
    plannedOn: '2026-02-02',
    villageId: town.villageA,
    lamps: 12,
    broken: 1,
    height: 6.5,
    cost: 12_345.67,
    seenAt: '2026-02-02T20:15:00+08:00',
    colour: 'warm',
    nights: ['warm', 'white'],
    solar: true,
    panel: '单晶',
    electricianId: town.officer2,
    crew: [town.officer1, town.officer2],
    makerId: town.enterprise,
    inspectionId: newId(),
    hazardIds: [newId()],
    permit: { number: '7号', on: '2026-01-30' },
    poles: [
      { id: '1', code: 'A1', metres: 30 },
      { id: '2', code: 'A2' },
    ],
    location: { lat: 33.3, lng: 111.5, accuracy: 5, at: '2026-02-02T20:15:00+08:00', source: 'gps' },
    photos: [file],
    papers: [{ ...file, name: '合同.pdf' }],
    signature: { width: 320, height: 120, path: 'M1 1 L9 9', signedAt: '2026-02-02T20:20:00+08:00' },
    neighbours: [{ name: '张三', side: 'A', phone: '13812341234' }],
    clauses: ['村庄和集镇规划建设管理条例第二十条'],
  }
})
afterAll(() => town.server.close())

const push = async (...changes: readonly unknown[]) => (await officer.push(changes)).body.results

it('a kind in a file of its own is offered to phones as it stands', async () => {
  const types = new Set(streetLight.fields.map(({ type }) => type))
  expect(types.size).toBe(24)
  const { kinds } = (await officer.get('/api/kinds')).body
  expect(kinds.at(-1)).toEqual(JSON.parse(JSON.stringify(streetLight)))
})

it('is judged by its fields, conditions, steps and rules', async () => {
  const refused = async (set: Data) => {
    const [{ outcome, problems }] = await push(change('streetLight', { ...light, ...set }))
    return [outcome, ...(problems ?? []).map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)]
  }
  expect(await refused({})).toEqual(['applied'])
  expect(await refused({ road: null })).toEqual(['rejected', '/set/road required'])
  expect(await refused({ panel: null })).toEqual(['rejected', '/set/panel required'])
  expect(await refused({ solar: false })).toEqual(['rejected', '/set/panel hidden'])
  expect(await refused({ broken: 13 })).toEqual(['rejected', '/set/broken outOfRange'])
  expect(await refused({ darkOn: '2026-02-01' })).toEqual(['rejected', '/set/darkOn dateOrder'])
  expect(await refused({ permit: { on: '2026-01-30' } })).toEqual(['rejected', '/set/permit/number required'])
  expect(await refused({ poles: [{ id: '1' }] })).toEqual(['rejected', '/set/poles/0/code required'])
  expect(await refused({ villageId: town.villageB })).toEqual(['rejected', '/set/villageId notAllowed'])
  expect(await refused({ status: 'lit', litOn: '2026-03-01' })).toEqual(['rejected', '/set/status badTransition'])
  expect(await refused({ glow: 1 })).toEqual(['rejected', '/set/glow unknownField'])
})

it('has numbers, lists, search, masks and history', async () => {
  const made = change('streetLight', { ...light, road: '柳荫巷' })
  const [{ number }] = await push(made)
  expect(number).toMatch(/^西阳综灯〔2026〕\d+号$/)
  const found = async (query: string): Promise<readonly unknown[]> =>
    (await officer.get(`/api/records?kind=streetLight&${query}`)).body.items.map((item: { id: string }) => item.id)
  expect(await found(`q=${encodeURIComponent('柳荫')}`)).toEqual([made['recordId']])
  expect(await found(`q=${encodeURIComponent(number)}&villageId=${town.villageA}`)).toEqual([made['recordId']])
  expect(await found('from=2026-02-03')).toEqual([])
  expect(await found('from=2026-02-02&to=2026-02-02&status=planned')).toContain(made['recordId'])
  const reader = await town.as('officer2')
  const { body } = await reader.get(`/api/records/${made['recordId']}`)
  expect(body.data).not.toHaveProperty('neighbours')
  expect(body.masked).toEqual({ neighbours: [{ name: '张*', side: 'A' }] })
  const history = (await officer.get(`/api/records/${made['recordId']}/history`)).body.items
  expect(history.map((item: { outcome: string }) => item.outcome)).toEqual(['applied'])
})

it('gives its facts once it counts, and none before or after', async () => {
  const made = change('streetLight', light)
  const step = (was: Data, set: Data) => change('streetLight', set, { recordId: made['recordId'], was })
  const facts = async () => {
    const { rows } = await town.server.owner.query(
      'select measure, subject, on_day, until_day, village_id, amount::int from facts where record_id = $1 order by measure, n',
      [made['recordId']],
    )
    return rows.map((row) => [row.measure, row.subject, row.on_day, row.until_day, row.village_id, row.amount])
  }
  await push(made)
  expect(await facts()).toEqual([])
  await push(
    step(
      { status: 'planned', litOn: null, darkOn: null },
      { status: 'lit', litOn: '2026-03-01', darkOn: '2030-12-31' },
    ),
  )
  const on = '2026-03-01'
  expect(await facts()).toEqual([
    ['streetLights', null, on, null, town.villageA, 1],
    ['streetLights.cost', null, on, null, null, 1_234_567],
    ['streetLights.crew', town.officer1, on, null, null, 1],
    ['streetLights.crew', town.officer2, on, null, null, 1],
    ['streetLights.days', null, on, null, null, 27],
    ['streetLights.months', '2026-03', on, null, null, 1],
    ['streetLights.poles', null, on, null, null, 2],
    ['streetLights.shining', null, on, '2030-12-31', null, 1],
  ])
  await push(step({ status: 'lit', voidReason: null }, { status: 'void', voidReason: '重复登记' }))
  expect(await facts()).toEqual([])
})
