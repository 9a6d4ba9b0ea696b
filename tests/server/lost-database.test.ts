import { afterAll, beforeAll, expect, it } from 'vitest'
import { change } from './support/server.ts'
import { inspection, startTown, type Town } from './support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.server.close())

const cutAll = (): Promise<unknown> =>
  town.server.owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )

it('a database that goes away is 503 with Retry-After, never the end of the process; every change is in once', async () => {
  const officer = await town.as('officer')
  const changes = Array.from({ length: 30 }, () => change('inspection', inspection(town)))
  const refused: unknown[][] = []
  await Promise.all([
    ...changes.map(async (made) => {
      for (let attempt = 0; attempt < 40; attempt++) {
        const answer = await officer.push([made])
        if (answer.status === 200 && answer.body.results[0].outcome === 'applied') return
        refused.push([answer.status, answer.body.code, answer.headers['retry-after']])
        await new Promise((done) => setTimeout(done, 20))
      }
      throw new Error('never went in')
    }),
    (async () => {
      for (let cut = 0; cut < 5; cut++) {
        await new Promise((done) => setTimeout(done, 30))
        await cutAll()
      }
    })(),
  ])
  const { rows } = await town.server.owner.query(
    "select count(*)::int as n, count(distinct number)::int as numbers from records where kind = 'inspection'",
  )
  expect(refused.filter((one) => JSON.stringify(one) !== '[503,"unavailable","5"]')).toEqual([])
  expect(rows).toEqual([{ n: 30, numbers: 30 }])
})
