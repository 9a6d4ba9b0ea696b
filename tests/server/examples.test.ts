import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { change, type Phone } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

type Example = { readonly kind: string; readonly set: Record<string, unknown> }
type Examples = Record<'inspection' | 'inspectionAdministrative' | 'hazard' | 'mediation', Example> &
  Record<'hazardSteps' | 'mediationSteps', readonly Record<string, unknown>[]>

const examples = JSON.parse(readFileSync(new URL('./fixtures/examples.json', import.meta.url), 'utf8')) as Examples

let town: Town
beforeAll(async () => {
  town = await startTown()
  town.server.clock.now = Date.parse('2026-06-01T09:00:00+08:00')
})
afterAll(() => town.server.close())

const filled = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll('$village', town.villageA)
      .replaceAll('$enterprise', town.enterprise)
      .replaceAll('$officer1', town.officer1)
      .replaceAll('$officer2', town.officer2)
      .replaceAll('$mediator', town.mediatorPerson),
  )

/** The creation and its steps, each with what its author saw before. */
function chain(example: Example, steps: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const first = change(example.kind, filled(example.set) as Record<string, unknown>)
  const state: Record<string, unknown> = { ...(first['set'] as Record<string, unknown>) }
  return [
    first,
    ...steps.map((set) => {
      const was = Object.fromEntries(Object.keys(set).map((name) => [name, state[name] ?? null]))
      Object.assign(state, set)
      return change(example.kind, set, { recordId: first['recordId'], was })
    }),
  ]
}

const pushAll = async (phone: Phone, changes: readonly unknown[]): Promise<void> => {
  const { status, body } = await phone.push(changes)
  expect(status).toBe(200)
  expect(
    body.results.map((result: { outcome: string; problems?: unknown }) => [result.outcome, result.problems]),
  ).toEqual(changes.map(() => ['applied', undefined]))
}

it('accepts the examples with their steps, and the year moves by exactly them', async () => {
  const officer = await town.as('officer')
  await pushAll(officer, chain(examples.inspection, []))
  await pushAll(officer, chain(examples.inspectionAdministrative, []))
  await pushAll(officer, chain(examples.hazard, examples.hazardSteps))
  await pushAll(await town.as('mediator'), chain(examples.mediation, examples.mediationSteps))
  const { body } = await officer.get('/api/figures?year=2026')
  const values = Object.fromEntries(
    body.figures.map((figure: { id: string; value: number | null }) => [figure.id, figure.value]),
  )
  expect(values).toMatchObject({
    'safety-inspections': 1,
    'administrative-inspections': 1,
    'hazards-rectified': 1,
    'disputes-mediated': 1,
    'mediation-success-rate': 100,
    'enforcement-officers': 2,
    'certificate-holding-rate': 100,
    'enterprises-registered': 1,
    villages: 2,
    'administrative-dispute-resolution-rate': null,
  })
})

it('gives official numbers, gapless by kind and year', async () => {
  const officer = await town.as('officer')
  const { body } = await officer.get('/api/records?kind=inspection')
  expect(body.items.map((item: { number: string }) => item.number).toSorted()).toEqual([
    '西阳综检〔2026〕1号',
    '西阳综检〔2026〕2号',
  ])
})
