import { afterAll, beforeAll, expect, it } from 'vitest'
import { change, mustBeApplied } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.server.close())

it('tells which days differ from the week and how far that is known; the admin enters a year that isn’t yet', async () => {
  const officer = await town.as('officer')
  const before = (await officer.get('/api/calendar')).body
  expect(before.coveredThrough).toBe('2026-12-31')
  expect(before.days).toMatchObject({ '2026-02-14': 'work', '2026-02-17': 'off' })
  const year = change('holidayYear', {
    status: 'active',
    year: 2027,
    document: '国办发明电〔2026〕9号',
    days: [
      { id: 'a', from: '2027-01-01', until: '2027-01-03', type: 'off' },
      { id: 'b', from: '2027-01-09', type: 'work' },
    ],
  })
  expect((await officer.push([year])).body.results[0].outcome).toBe('rejected')
  mustBeApplied(await (await town.as('admin')).push([{ ...year, id: change('holidayYear', {}).id }]))
  const after = (await officer.get('/api/calendar')).body
  expect(after.coveredThrough).toBe('2027-12-31')
  expect(after.days).toMatchObject({ '2027-01-02': 'off', '2027-01-09': 'work', '2026-02-17': 'off' })
  expect(after.days).not.toHaveProperty('2027-01-04')
})
