import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindNamed, kinds } from '../../../src/domain/kinds/all.ts'
import type { Kind } from '../../../src/domain/kinds/kind.ts'
import { judge } from '../../../src/domain/record/judge.ts'
import type { Change } from '../../../src/domain/record/change.ts'
import type { Current } from '../../../src/domain/record/judge.ts'
import type { Fact } from '../../../src/domain/report/fact.ts'
import { factsOf, smallestUnits } from '../../../src/domain/report/facts.ts'
import type { Figure } from '../../../src/domain/report/figure.ts'
import { evaluate, unfiltered } from '../../../src/domain/report/evaluate.ts'
import { figures } from '../../../src/domain/report/figures.ts'
import { periodOf } from '../../../src/domain/report/periods.ts'
import { keyOf, needsOf, total } from '../../../src/domain/report/totals.ts'
import type { Data, Value } from '../../../src/domain/value.ts'
import { reportFigures } from '../../support/report-figures.ts'
import {
  chen,
  context,
  creation,
  du,
  edit,
  enterpriseA,
  hazardData,
  inspectionData,
  kind,
  mediationData,
  must,
  officer,
  supervisor,
  uuid,
  villageA,
  villageB,
} from '../../support/make.ts'

const facts = (name: string, data: Data): readonly Fact[] => factsOf(kind(name), uuid(2), data)

test('a record counts on its own date, in the states that count, for its village and people', () => {
  expect(facts('inspection', inspectionData())).toEqual([
    {
      recordId: uuid(2),
      kind: 'inspection',
      measure: 'inspections.safety',
      subject: null,
      on: '2026-03-05',
      until: null,
      villageId: villageA,
      people: [chen, du],
      amount: 1,
    },
  ])
  expect(facts('inspection', inspectionData({ status: 'draft' }))).toEqual([])
  expect(facts('inspection', inspectionData({ status: 'void' }))).toEqual([])
  expect(facts('inspection', inspectionData({ programme: 'soft' }))).toMatchObject([
    { measure: 'inspections.softEnterprises', subject: enterpriseA },
  ])
  expect(facts('hazard', hazardData())).toEqual([])
  expect(facts('hazard', hazardData({ status: 'closed', closedOn: '2027-01-03' }))).toMatchObject([
    { measure: 'hazards.safety', on: '2027-01-03' },
  ])
  expect(facts('hazard', hazardData({ status: 'closed', origin: 'other', closedOn: '2027-01-03' }))).toEqual([])
})

test('transferred mediations are in neither side of the rate; withdrawn ones only count as resolved on the administrative track', () => {
  const measures = (more: Data): readonly string[] =>
    facts('mediation', mediationData({ status: 'concluded', concludedOn: '2026-04-10', ...more })).map(
      (fact) => fact.measure,
    )
  expect(measures({ outcome: 'transferred' })).toEqual([])
  expect(measures({ outcome: 'agreed' })).toEqual(['mediations.people.agreed', 'mediations.people.concluded'])
  expect(measures({ outcome: 'withdrawn' })).toEqual(['mediations.people.concluded'])
  expect(measures({ outcome: 'withdrawn', track: 'administrative' })).toEqual([
    'mediations.administrative.resolved',
    'mediations.administrative.concluded',
  ])
  expect(measures({ outcome: 'agreed', track: 'latent' })).toEqual(['mediations.latent.agreed'])
})

test('a stock stands from the latest of its beginnings to the earliest of its ends; without one, since ever', () => {
  const duty = facts('duty', {
    status: 'active',
    personId: chen,
    role: 'enforcement',
    from: '2024-05-01',
    certificateFrom: '2025-02-01',
    certificateUntil: '2026-01-31',
  })
  expect(duty.find((fact) => fact.measure === 'duties.certified')).toMatchObject({
    on: '2025-02-01',
    until: '2026-01-31',
    subject: chen,
  })
  expect(facts('village', { status: 'active', name: '石盘沟村', code: '411323100201' })).toMatchObject([
    { on: null, until: null, amount: 1 },
  ])
  const village = facts('village', { status: 'active', name: 'x', code: '411323100201', until: '2025-06-30' })
  const stock = (day: string): bigint =>
    total(village, { how: 'stock', measure: 'villages', at: 'end' }, { from: '2025-01-01', to: day })
  expect([stock('2025-06-30'), stock('2025-07-01')]).toEqual([1n, 0n])
  expect(total(village, { how: 'stock', measure: 'villages', at: 'start' }, periodOf(2026))).toBe(0n)
})

test('amounts are integers in the smallest unit, exact where floats are not', () => {
  const money = { ...kind('village'), fields: [{ name: 'm', type: 'money', label: { zh: '', en: '' } }] } as Kind
  expect(smallestUnits(money, 'm', 1.15)).toBe(115)
  expect(smallestUnits(money, 'm', 4.35)).toBe(435)
  expect(smallestUnits(money, 'm', 499100)).toBe(49910000)
})

test('every figure’s measures exist, and its ids, sections and units stand in the order of figures.csv', () => {
  const measures = new Set(kinds.flatMap((each) => each.measures.map((measure) => measure.id)))
  for (const figure of figures)
    for (const need of needsOf(figure.expression))
      expect(measures.has(need.measure), `${figure.id} ${keyOf(need)}`).toBe(true)
  expect(figures.map(({ id, section, unit }) => [id, section, unit])).toEqual(
    reportFigures.map(({ id, section, unit }) => [id, section, unit]),
  )
})

test('a figure beside the year before: value, numerator, denominator, change', () => {
  const concluded = (n: number, year: number, outcome: string): readonly Fact[] =>
    factsOf(
      kind('mediation'),
      uuid(n),
      mediationData({
        status: 'concluded',
        track: 'administrative',
        acceptedOn: `${year}-02-01`,
        concludedOn: `${year}-03-01`,
        outcome,
      }),
    )
  const many = (count: number, year: number, outcome: string, from: number): readonly Fact[] =>
    Array.from({ length: count }, (_, n) => concluded(from + n, year, outcome)).flat()
  const all = [
    ...many(10, 2025, 'agreed', 100),
    ...many(1, 2025, 'withdrawn', 200),
    ...many(2, 2025, 'failed', 300),
    ...many(1, 2025, 'transferred', 350),
    ...many(8, 2024, 'agreed', 400),
    ...many(3, 2024, 'failed', 500),
  ]
  const rate: Figure = must(figures.find((figure) => figure.id === 'administrative-dispute-resolution-rate'))
  const at =
    (year: number) =>
    (need: Parameters<typeof total>[1]): bigint =>
      total(all, need, periodOf(year))
  expect(evaluate(rate, { now: at(2025), before: at(2024) })).toMatchObject({
    value: 84.6,
    numerator: 11,
    denominator: 13,
    previous: 72.7,
    change: 11.9,
    changeUnit: 'points',
    filtered: true,
  })
  expect(evaluate(rate, { now: at(2023), before: null })).toMatchObject({ value: null, previous: null, change: null })
  expect(unfiltered(rate)).toMatchObject({ value: null, filtered: false })
})

const steps: readonly Data[] = [
  { status: 'ordered', measures: '更换' },
  { status: 'rectified', rectifiedOn: '2026-03-12' },
  { status: 'rechecked', recheckedOn: '2026-03-13' },
  { status: 'closed', closedOn: '2026-03-13' },
  { status: 'ordered', deadline: '2026-04-20' },
  { status: 'void', voidReason: '重复' },
  { origin: 'livestock' },
  { villageId: villageB },
  { foundOn: '2026-03-04' },
]
const starts: readonly (readonly [string, Data])[] = [
  ['hazard', hazardData()],
  ['hazard', hazardData({ origin: 'livestock' })],
  ['inspection', inspectionData()],
  ['inspection', inspectionData({ programme: 'soft' })],
  ['mediation', mediationData()],
  ['mediation', mediationData({ status: 'draft' })],
]
const someChange = fc.record({
  record: fc.nat({ max: 5 }),
  start: fc.nat({ max: starts.length - 1 }),
  step: fc.nat({ max: steps.length - 1 }),
  stale: fc.boolean(),
  mine: fc.boolean(),
})

test('any sequence of changes gives facts equal to a rebuild', () => {
  fc.assert(
    fc.property(fc.array(someChange, { maxLength: 40 }), (sequence) => {
      const records = new Map<string, Current>()
      let kept: readonly Fact[] = []
      for (const { record: n, start, step, stale, mine } of sequence) {
        const recordId = uuid(0x900 + n)
        const current = records.get(recordId) ?? null
        const name = current?.kind ?? must(starts[start])[0]
        const set = must(steps[step])
        const was: { [field: string]: Value } = {}
        for (const field of Object.keys(set)) was[field] = stale ? '旧' : (current?.data[field] ?? null)
        const change: Change = current
          ? edit(name, was, set, { recordId })
          : creation(name, must(starts[start])[1], { recordId })
        const result = judge(change, context(name, { record: current, caller: mine ? officer : supervisor }))
        if (result.outcome !== 'applied') continue
        records.set(recordId, {
          kind: name,
          authorId: current?.authorId ?? officer.userId,
          status: String(result.data['status']),
          data: result.data,
        })
        kept = [...kept.filter((fact) => fact.recordId !== recordId), ...factsOf(kind(name), recordId, result.data)]
      }
      const rebuilt = [...records].flatMap(([id, record]) => factsOf(must(kindNamed(record.kind)), id, record.data))
      const sorted = (list: readonly Fact[]): readonly string[] => list.map((fact) => JSON.stringify(fact)).sort()
      expect(sorted(kept)).toEqual(sorted(rebuilt))
      for (const figure of figures) {
        const totals =
          (source: readonly Fact[]) =>
          (need: Parameters<typeof total>[1]): bigint =>
            total(source, need, periodOf(2026))
        expect(evaluate(figure, { now: totals(kept), before: null })).toEqual(
          evaluate(figure, { now: totals(rebuilt), before: null }),
        )
      }
    }),
    { numRuns: 200 },
  )
})
