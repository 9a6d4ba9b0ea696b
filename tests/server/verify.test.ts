import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Found } from '../../src/domain/report/checker/found.ts'
import { loadDemo } from '../../src/server/demo/load.ts'
import { longestDraft } from '../../src/server/reports/verify.routes.ts'
import { type Phone, signIn, startTestServer, type TestServer } from './support/server.ts'

const report = readFileSync(new URL('../domain/fixtures/report-2025.txt', import.meta.url), 'utf8')

let server: TestServer
let supervisor: Phone
beforeAll(async () => {
  server = await startTestServer()
  await loadDemo({ db: server.db, clock: () => server.clock.now })
  supervisor = await signIn(server, 'supervisor')
}, 120_000)
afterAll(() => server.close())

const verify = (body: unknown, phone = supervisor) => phone.send('POST', '/api/reports/verify', body)
const numbersOf = async (text: string, year = 2025): Promise<readonly Found[]> =>
  (await verify({ text, year })).body.numbers

describe('a draft held to the demo year', () => {
  it('agrees with it in all 94 figures and the change', async () => {
    const numbers = await numbersOf(report)
    const { figures } = (await supervisor.get('/api/figures?year=2025')).body
    expect(new Set(numbers.map((one) => one.figureId))).toEqual(new Set(figures.map((one: { id: string }) => one.id)))
    const tally: { [verdict: string]: number } = {}
    for (const { verdict } of numbers) tally[verdict] = (tally[verdict] ?? 0) + 1
    expect(tally).toEqual({ agrees: 84, rounded: 9, contradicts: 2 })
    expect(numbers.find((one) => one.unit === '个百分点')).toMatchObject({
      figureId: 'administrative-dispute-resolution-rate',
      value: 12,
      ledger: 11.9,
      verdict: 'rounded',
    })
  })

  it('names the number that was changed, with the ledger’s', async () => {
    const numbers = await numbersOf(report.replace('整改隐患169项', '整改隐患196项'))
    const wrong = numbers.filter((one) => one.verdict === 'disagrees')
    expect(wrong).toMatchObject([{ text: '196项', value: 196, unit: '项', figureId: 'hazards-rectified', ledger: 169 }])
  })

  it('is held to the year that was asked for', async () => {
    const numbers = await numbersOf('全年整改隐患169项。', 2019)
    expect(numbers).toMatchObject([{ figureId: 'hazards-rectified', verdict: 'disagrees', ledger: 0 }])
  })

  it('agrees as we print it ourselves, to the last number', async () => {
    const { rawPayload } = await server.app.inject({
      url: '/api/reports/2025.docx',
      headers: { cookie: supervisor.cookie },
    })
    const { value } = await mammoth.extractRawText({ buffer: rawPayload })
    const numbers = await numbersOf(value)
    expect(new Set(numbers.map((one) => one.figureId)).size).toBe(94)
    expect(numbers.filter((one) => one.verdict === 'disagrees' || one.verdict === 'notKept')).toEqual([])
  })

  it('may hold nothing', async () => {
    expect(await numbersOf('')).toEqual([])
    expect(await numbersOf('深入推进依法行政。')).toEqual([])
  })
})

it('a draft that is too long is refused, and one that is no draft', async () => {
  expect((await verify({ text: '1次'.repeat(longestDraft / 2) + '。', year: 2025 })).body.code).toBe('tooLarge')
  expect((await verify({ text: '1次'.repeat(longestDraft / 2) + '。', year: 2025 })).status).toBe(413)
  for (const body of [
    {},
    { text: 'x' },
    { text: 5, year: 2025 },
    { text: '', year: '2025' },
    { text: '', year: 1.5 },
    [],
  ])
    expect((await verify(body)).body.code).toBe('badRequest')
})

it('is for whoever may read figures', async () => {
  const body = { text: '整改隐患169项', year: 2025 }
  expect((await verify(body, await signIn(server, 'officer'))).status).toBe(200)
  expect((await verify(body, await signIn(server, 'auditor'))).body.code).toBe('notAllowed')
})
