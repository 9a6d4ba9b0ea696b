import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '../../src/domain/kinds/all.ts'
import { reportFigures } from '../support/report-figures.ts'
import {
  figuresOf,
  progressOf,
  receiptsAddUp,
  receiptsByMonthAndVillage,
  seriesOf,
} from './support/generated/compare.ts'
import { monthIn, shift, wholeYear } from './support/generated/days.ts'
import { progress, recounts } from './support/generated/recount.ts'
import { type GeneratedYear, logGeneratedYear } from './support/generated/year.ts'
import { startTestServer, type TestServer } from './support/server.ts'

/** Other years: `GENERATED_SEEDS=7,8,9`. */
const seeds = (process.env['GENERATED_SEEDS'] ?? '20251,20252,20253,20254').split(',').map(Number)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

it('recounts every figure but those that somebody types', () => {
  const typed = reportFigures.filter(({ how }) => how === 'entered' || how.startsWith('plan'))
  const counted = reportFigures.filter((figure) => !typed.includes(figure))
  expect(Object.keys(recounts)).toEqual(counted.map(({ id }) => id))
  expect(typed).toHaveLength(6)
})

describe.each(seeds)('the year generated from seed %i', (seed) => {
  let made: GeneratedYear
  beforeAll(async () => {
    made = await logGeneratedYear(server, seed)
  })

  it('holds records of every kind, some of them drafts, some voided', () => {
    expect(new Set(made.records.map(({ kind }) => kind))).toEqual(new Set(kinds.map(({ name }) => name)))
    const states = new Set(made.records.map(({ data }) => data['status']))
    expect(states).toContain('draft')
    expect(states).toContain('void')
  })

  it('is what the recount says: three years, the months, any days', async () => {
    const { draw, world } = made
    for (const year of [world.year - 1, world.year, world.year + 1]) {
      const { app, recount } = await figuresOf(made, `year=${year}`, wholeYear(year))
      expect(app).toEqual(recount)
    }
    for (let month = 1; month <= 12; month += 1) {
      const { app, recount } = await figuresOf(made, `year=${world.year}&month=${month}`, monthIn(world.year, month))
      expect(app).toEqual(recount)
    }
    const from = shift(`${world.year}-01-01`, draw.int(0, 364))
    const to = shift(from, draw.int(0, 200))
    const { app, recount } = await figuresOf(made, `from=${from}&to=${to}`, { from, to })
    expect(app).toEqual(recount)
  })

  it('is so in each village', async () => {
    const { year, villages } = made.world
    for (const village of villages) {
      const { app, recount } = await figuresOf(made, `year=${year}`, wholeYear(year), village)
      expect(app).toEqual(recount)
    }
  })

  it('has come to so much of what the report before it planned', async () => {
    for (const id of Object.keys(progress)) {
      const { app, recount } = await progressOf(made, id)
      expect(app).toEqual(recount)
    }
  })

  it('adds up from its receipts', async () => {
    for (const [id, figure] of Object.entries(recounts)) {
      const { app, recount } = await receiptsAddUp(made, id, figure)
      expect(app).toEqual(recount)
    }
  })

  it('is, by month and by village, what its receipts say there', async () => {
    const adding = Object.entries(recounts).filter(([, { kind }]) => kind === 'add' || kind === 'rate')
    for (const [id, figure] of adding) {
      const { app, recount } = await receiptsByMonthAndVillage(made, id, figure)
      expect(app).toEqual(recount)
    }
  })

  it('is so in its series', async () => {
    for (const [id, figure] of Object.entries(recounts)) {
      const { app, recount } = await seriesOf(made, id, figure)
      expect(app).toEqual(recount)
    }
  })
})
