import { stateCouncil } from '../../src/domain/calendar/state-council.ts'
import { expect, test } from 'vitest'
import { shanghaiDay } from '../../src/domain/calendar/day.ts'
import { kindNamed } from '../../src/domain/kinds/all.ts'
import { judge } from '../../src/domain/record/judge.ts'
import type { Current } from '../../src/domain/record/judge.ts'
import { parseChange } from '../../src/domain/record/parse.ts'
import type { KnownRecord, Registers } from '../../src/domain/record/registers.ts'
import { evaluate } from '../../src/domain/report/evaluate.ts'
import type { Fact } from '../../src/domain/report/fact.ts'
import { factsOf } from '../../src/domain/report/facts.ts'
import { figures } from '../../src/domain/report/figures.ts'
import type { Period } from '../../src/domain/report/periods.ts'
import { periodOf } from '../../src/domain/report/periods.ts'
import { total } from '../../src/domain/report/totals.ts'
import { accountNamed, callerOf } from '../../src/server/demo/accounts.ts'
import type { DemoItem } from '../../src/server/demo/changes.ts'
import { demoChanges } from '../../src/server/demo/changes.ts'
import { demoEntries } from '../../src/server/demo/entries.ts'
import { reportedValues } from '../support/report-figures.ts'

type Ledger = {
  readonly records: Map<string, Current>
  readonly refused: readonly unknown[]
  readonly warned: readonly unknown[]
}

/** Plays changes in their order, each judged as its author's on its own day. */
function play(items: readonly DemoItem[]): Ledger {
  const records = new Map<string, Current>()
  const duties = new Map<string, string[]>()
  const known = (id: string): KnownRecord | undefined => {
    const record = records.get(id)
    return record && { id, kind: record.kind, status: record.status, data: record.data }
  }
  const registers: Registers = {
    find: known,
    calendar: stateCouncil,
    dutiesOf: (personId) => (duties.get(personId) ?? []).flatMap((id) => known(id) ?? []),
  }
  const refused: unknown[] = []
  const warned: unknown[] = []
  for (const { author, change, at } of items) {
    const parsed = parseChange(change)
    const caller = callerOf(accountNamed(author))
    const kind = kindNamed(change.kind)
    const before = records.get(change.recordId) ?? null
    const judged = judge(change, { kind, record: before, caller, registers, today: shanghaiDay(at) })
    if (!parsed.ok || !kind || judged.outcome !== 'applied') {
      refused.push({ author, change, judged, parsed })
      continue
    }
    if (judged.warnings.length > 0) warned.push({ change, warnings: judged.warnings })
    const status = String(judged.data['status'])
    records.set(change.recordId, {
      kind: change.kind,
      authorId: before?.authorId ?? caller.userId,
      status,
      data: judged.data,
    })
    if (change.kind === 'duty' && !before) {
      const personId = String(judged.data['personId'])
      duties.set(personId, [...(duties.get(personId) ?? []), change.recordId])
    }
  }
  return { records, refused, warned }
}

function factsIn(ledger: Ledger): readonly Fact[] {
  return [...ledger.records].flatMap(([id, record]) => {
    const kind = kindNamed(record.kind)
    return kind ? factsOf(kind, id, record.data) : []
  })
}

const typedIn = (year: number) =>
  new Map(demoEntries.filter((one) => one.year === year).map((one) => [one.figureId, one.value]))

function yearOf(facts: readonly Fact[], year: number): { readonly [id: string]: ReturnType<typeof evaluate> } {
  const totals = (period: Period) => (need: Parameters<typeof total>[1]) => total(facts, need, period)
  const values = figures.map((figure) =>
    evaluate(figure, {
      now: totals(periodOf(year)),
      before: totals(periodOf(year - 1)),
      typed: { now: typedIn(year), before: typedIn(year - 1) },
      next: { year: year + 1, totals: totals(periodOf(year + 1)) },
    }),
  )
  return Object.fromEntries(values.map((value) => [value.id, value]))
}

const before = {
  'administrative-inspections': 61,
  'administrative-disputes-resolved': 8,
  'administrative-dispute-resolution-rate': 72.7,
  'disputes-mediated': 65,
  'mediation-success-rate': 91.55,
  villages: 15,
  'safety-inspections': 118,
  'hazards-rectified': 148,
  'enterprises-soft-inspected': 0,
  'five-ones': 2,
  'joint-meetings': 3,
  'circuit-trials': 2,
  'circuit-trial-attendance': 366,
  'government-judgments-performed': 12,
  'judge-guided-mediations': 14,
  'decisions-reviewed': 20,
  'risk-advice-adoption-rate': 91.7,
  'normative-documents-filing-rate': 80,
  'normative-documents-legality-rate': 100,
  'land-transfer-kiwi': 420.5,
  'land-transfer-petitions': 2,
  'relief-funds': 46.235,
  'enterprises-registered': 188,
  'rough-enforcement-complaints': 1,
  'penalty-cases': 4,
  'case-files-qualified-rate': 66.7,
  'law-classes': 8,
  'clue-transfer-efficiency-gain': null,
}

const todays = ['2026-01-02', '2026-01-09', '2026-01-27', '2026-03-05', '2026-11-25', '2028-02-29', '2030-06-15']
const played = new Map(todays.map((today) => [today, play(demoChanges({ today }))]))

test.each(todays)('on %s every change of the demo is applied, and 2025 is the year of the report', (today) => {
  const ledger = played.get(today)
  if (!ledger) throw new Error('not played')
  expect(ledger.refused).toEqual([])
  expect(ledger.warned).toEqual([])
  const facts = factsIn(ledger)
  const year = yearOf(facts, 2025)
  expect(Object.fromEntries(Object.values(year).map(({ id, value }) => [id, value]))).toEqual(
    reportedValues(figures.map(({ id }) => id)),
  )
  expect(year['mediation-success-rate']).toMatchObject({ numerator: 72, denominator: 76, change: 3.19 })
  expect(year['administrative-dispute-resolution-rate']).toMatchObject({ numerator: 11, denominator: 13, change: 11.9 })
  expect(year['administrative-inspections']).toMatchObject({ change: -13.1 })
  expect(year['safety-inspections']).toMatchObject({ change: 10.2 })
  expect(year['power-items-cut-rate']).toMatchObject({ numerator: 19, denominator: 55, previous: 5.2 })
  expect(year['professional-case-accuracy']).toMatchObject({ numerator: 17, denominator: 20 })
  expect(year['clue-transfer-efficiency-gain']).toMatchObject({ value: 40, previous: null, change: null })
  const last = yearOf(facts, 2024)
  expect(Object.fromEntries(Object.keys(before).map((id) => [id, last[id]?.value]))).toEqual(before)
})

test('the same day gives the same changes, byte for byte', () => {
  const today = '2026-11-25'
  expect(JSON.stringify(demoChanges({ today }))).toBe(JSON.stringify(demoChanges({ today })))
})

test('another day moves nothing that was made before 2026', () => {
  const until2025 = (today: string): string =>
    JSON.stringify(demoChanges({ today }).filter((item) => shanghaiDay(item.at) < '2026'))
  const first = until2025('2026-01-02')
  for (const today of todays.slice(1)) expect(until2025(today)).toBe(first)
})

test.each(todays)('on %s nothing was made today or later, and no id comes twice', (today) => {
  const items = demoChanges({ today })
  expect(items.filter((item) => shanghaiDay(item.at) >= today)).toEqual([])
  expect(items.every((item, index) => index === 0 || (items[index - 1]?.at ?? 0) <= item.at)).toBe(true)
  expect(new Set(items.map((item) => item.change.id)).size).toBe(items.length)
})

test('the year holds what a real one holds', () => {
  const records = [...(played.get('2026-01-02')?.records.values() ?? [])]
  const has = (kind: string, status: string): number =>
    records.filter((record) => record.kind === kind && record.status === status).length
  expect(has('inspection', 'draft')).toBeGreaterThan(1)
  expect(has('inspection', 'void')).toBeGreaterThan(3)
  expect(has('hazard', 'void')).toBeGreaterThan(1)
  expect(has('hazard', 'ordered')).toBeGreaterThan(8)
  expect(has('mediation', 'accepted')).toBeGreaterThan(5)
  expect(has('mediation', 'void')).toBe(1)
  expect(records.filter((record) => record.data['outcome'] === 'transferred').length).toBeGreaterThan(3)
  expect(records.filter((record) => record.kind === 'enterprise' && record.status === 'void').length).toBe(1)
  const newMediators = records.filter(
    (record) =>
      record.kind === 'duty' && record.data['role'] === 'mediator' && String(record.data['from']).startsWith('2025'),
  )
  expect(newMediators.length).toBe(5)
  const above = records.filter(
    (record) => record.data['aboveDesignatedFrom'] !== undefined && record.data['liaisonFrom'] !== undefined,
  )
  expect(above.length).toBe(22)
})

test.each(todays)('on %s each of the four has something before him', (today) => {
  const records = [...(played.get(today)?.records.values() ?? [])]
  const open = (username: string): readonly Current[] => {
    const caller = callerOf(accountNamed(username))
    return records.filter(
      (record) =>
        record.kind === 'hazard' &&
        ['found', 'ordered', 'rectified'].includes(record.status) &&
        caller.villages.includes(String(record.data['villageId'])),
    )
  }
  for (const username of ['officer', 'officer2']) {
    const hazards = open(username)
    expect(hazards.some((record) => String(record.data['deadline']) === today)).toBe(true)
    expect(hazards.some((record) => String(record.data['deadline']) < today && record.status === 'ordered')).toBe(true)
    expect(hazards.some((record) => String(record.data['deadline']) > today)).toBe(true)
  }
  for (const username of ['officer', 'officer2', 'mediator', 'judge']) {
    const { userId } = callerOf(accountNamed(username))
    expect(records.some((record) => record.status === 'draft' && record.authorId === userId)).toBe(true)
  }
  const handled = records.filter(
    (record) => record.kind === 'mediation' && record.data['judgeId'] === accountNamed('judge').personId,
  )
  expect(handled.some((record) => record.status === 'accepted')).toBe(true)
  const days = (day: unknown): number => (Date.parse(today) - Date.parse(String(day))) / 86_400_000
  expect(
    handled.some(
      (record) =>
        record.data['outcome'] === 'agreed' &&
        record.data['confirmedOn'] === undefined &&
        days(record.data['concludedOn']) >= 20 &&
        days(record.data['concludedOn']) <= 27,
    ),
  ).toBe(true)
})
