import { afterAll, beforeAll, expect, it } from 'vitest'
import { accounts } from '../../src/server/demo/accounts.ts'
import { loadDemo } from '../../src/server/demo/load.ts'
import { isDemo, isEmpty } from '../../src/server/start/first-data.ts'
import { reportFigures } from '../support/report-figures.ts'
import { signIn, startTestServer, type TestServer } from './support/server.ts'

let server: TestServer
let killed: unknown
let emptyAfter = false
beforeAll(async () => {
  server = await startTestServer()
  const load = (onProgress?: (done: number) => void): Promise<void> =>
    loadDemo({ db: server.db, clock: () => server.clock.now, ...(onProgress ? { onProgress } : {}) })
  killed = await load((done) => {
    if (done > 300) throw new Error('killed on the way')
  }).catch((error: unknown) => error)
  emptyAfter = await isEmpty(server.db)
  await load()
}, 120_000)
afterAll(() => server.close())

it('leaves nothing where it was ended on the way, and loads again', () => {
  expect(killed).toEqual(new Error('killed on the way'))
  expect(emptyAfter).toBe(true)
})

it('gives the figures of the report of 2025 through the API', async () => {
  const { body } = await (await signIn(server, 'supervisor')).get('/api/figures?year=2025')
  const values = Object.fromEntries(body.figures.map((one: { id: string; value: number }) => [one.id, one.value]))
  expect(values).toEqual(Object.fromEntries(reportFigures.map(({ id, value }) => [id, value])))
  expect(body.figures.map((one: { id: string }) => one.id)).toEqual(reportFigures.map(({ id }) => id))
  const rate = body.figures.find((one: { id: string }) => one.id === 'administrative-dispute-resolution-rate')
  expect(rate).toMatchObject({ numerator: 11, denominator: 13, previous: 72.7, change: 11.9 })
})

it('is a demo, all of it applied, its numbers those of its years', async () => {
  expect(await isDemo(server.db)).toBe(true)
  const { rows } = await server.owner.query<{ outcome: string }>('select distinct outcome from changes')
  expect(rows.map((row) => row.outcome)).toEqual(['applied'])
  const wrong = await server.owner.query(
    "select id from records where number is not null and substr(main_date, 1, 4) <> substring(number from '〔(....)〕')",
  )
  expect(wrong.rows).toEqual([])
})

it.each(accounts.filter(({ login }) => login).map(({ username }) => username))('lets in %s', async (username) => {
  expect((await (await signIn(server, username)).get('/api/session')).body.user.name).not.toBe('')
})

it.each(accounts.filter(({ login }) => !login).map(({ username }) => username))(
  'lets nobody in as %s',
  async (username) => {
    await expect(signIn(server, username)).rejects.toThrow('401')
  },
)

it('shows each only what is his, and the mediator his cases', async () => {
  const officer = await (await signIn(server, 'officer')).get('/api/session')
  expect(officer.body.villages.length).toBe(4)
  const mine = await (await signIn(server, 'mediator')).get('/api/records?kind=mediation&status=accepted')
  expect(mine.body.total).toBeGreaterThan(1)
})
