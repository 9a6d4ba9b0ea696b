import { test } from '../e2e/support/fixtures.ts'
import { fill } from './fill.ts'
import { row, rowOf } from './table.ts'

type Page = { records: unknown[]; cursor: string; more: boolean }

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

test('the server: push, figures, pull', async ({ world }) => {
  const api = await world.api('supervisor')
  rowOf('server: push of 500 new records', await fill(api, 5))

  const years: number[] = []
  for (let run = 0; run < 9; run++) years.push(await timed(() => api.get('/api/figures?year=2025')))
  rowOf('server: figures of a year', years)

  let count = 0
  const pulls: number[] = []
  for (let run = 0; run < 5; run++) {
    count = 0
    pulls.push(
      await timed(async () => {
        for (let cursor = '', more = true; more;) {
          const page = await api.get<Page>(
            `/api/sync/pull?limit=2000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
          )
          count += page.records.length
          ;({ cursor, more } = page)
        }
      }),
    )
  }
  rowOf('server: pull of everything', pulls)
  row('  records in that pull', String(count))
})
