// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { id } from '../vault/makers.ts'
import { json } from './fake-server.ts'
import { inspection, phone } from './phone.ts'

describe('questions', () => {
  const answer = { year: 2025, figures: [] }

  test('an answer is kept, and given again with its time when there is no line', async () => {
    const { ledger, server, world } = await phone()
    await ledger.start()
    server.refuse = ({ path }) => (path.startsWith('/api/figures') ? json(answer) : null)
    expect(await ledger.figures({ year: 2025, month: 3 })).toEqual({
      value: answer,
      at: '2026-03-05T02:00:00.000Z',
      fresh: true,
    })
    expect(server.asked.find((one) => one.path.startsWith('/api/figures'))).toMatchObject({
      path: '/api/figures?year=2025&month=3',
      timeoutMs: 5000,
    })
    server.weather = () => 'lostBefore'
    await world.advance(60_000)
    expect(await ledger.figures({ year: 2025, month: 3 })).toEqual({
      value: answer,
      at: '2026-03-05T02:00:00.000Z',
      fresh: false,
    })
    expect(await ledger.figures({ year: 2024 })).toBeNull()
  })

  test('a period by its days is asked for by them alone, with its receipts', async () => {
    const { ledger, server } = await phone()
    await ledger.start()
    const half = { year: 2025, from: '2025-01-01', to: '2025-06-30', villageId: id(3) }
    await ledger.figures(half)
    await ledger.receipts('villages', half, 2)
    const days = `from=2025-01-01&to=2025-06-30&villageId=${id(3)}`
    const paths = server.asked.map((one) => one.path).filter((path) => path.startsWith('/api/figures'))
    expect(paths).toEqual([`/api/figures?${days}`, `/api/figures/villages/records?${days}&page=2`])
  })

  test('a log-in page is no answer', async () => {
    const { ledger, server } = await phone()
    await ledger.start()
    server.weather = () => 'htmlPage'
    expect(await ledger.receipts('safety-inspections', { year: 2025 }, 1)).toBeNull()
    expect(await ledger.series('safety-inspections', 2025)).toBeNull()
  })

  test('a look at one person leaves nothing on the phone', async () => {
    const { ledger, server } = await phone()
    await ledger.start()
    server.refuse = ({ path }) => (path.startsWith('/api/figures') ? json(answer) : null)
    await ledger.figures({ year: 2025, personId: id(3) })
    server.weather = () => 'lostBefore'
    expect(await ledger.figures({ year: 2025, personId: id(3) })).toBeNull()
  })
})

describe('what only the server can do', () => {
  const path = '/api/years/2025/entries/mushroom-bags'

  test('is done, or refused with its fields', async () => {
    const { ledger, server } = await phone()
    await ledger.start()
    const errors = [{ path: '/source', code: 'required', message: '写明来源' }]
    const refusal = { title: '还差来源', status: 400, code: 'sourceMissing', errors }
    server.refuse = ({ body }) => (body === undefined ? null : json(refusal, 400))
    expect(await ledger.tell('PUT', path, { value: 3 })).toEqual({
      ok: false,
      code: 'sourceMissing',
      title: '还差来源',
      errors,
    })
    server.refuse = (asked) => (asked.path === path ? json(null) : null)
    expect(await ledger.tell('PUT', path, { value: 3, source: '公报' })).toEqual({ ok: true, body: null })
    expect(server.asked.find((one) => one.path === path)).toMatchObject({ method: 'PUT', body: { value: 3 } })
  })

  test('says so where there is no line', async () => {
    const { ledger, server } = await phone()
    await ledger.start()
    server.weather = () => 'htmlPage'
    expect(await ledger.tell('DELETE', '/api/years/2025/sign')).toMatchObject({ ok: false, code: 'noAnswer' })
  })
})

test('unsent changes add to the figures by the same facts, until they are up', async () => {
  const { ledger, server, world } = await phone()
  server.weather = () => 'lostBefore'
  await ledger.start()
  await ledger.save({ changes: [{ ...inspection(1), set: { ...inspection(1).set, programme: 'safety' } }] })
  const measures = (year: number) => ledger.unsentFacts({ year }).map((fact) => fact.measure)
  expect(measures(2026).length).toBeGreaterThan(0)
  expect(measures(2025)).toEqual([])
  expect(ledger.unsentFacts({ year: 2026, villageId: id(3) })).toEqual([])
  const days = (from: string, to: string) => ledger.unsentFacts({ year: 2026, from, to }).map((fact) => fact.measure)
  expect(days('2026-01-01', '2026-06-30')).toEqual(measures(2026))
  expect(days('2026-07-01', '2026-12-31')).toEqual([])
  server.weather = () => 'fine'
  await world.advance(10_000)
  expect(measures(2026)).toEqual([])
})
