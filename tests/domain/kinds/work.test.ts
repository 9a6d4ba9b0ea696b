import { expect, test } from 'vitest'
import type { Judgement } from '../../../src/domain/record/judge.ts'
import { judge } from '../../../src/domain/record/judge.ts'
import { problemWords } from '../../../src/domain/record/words.ts'
import { warningsOf } from '../../../src/domain/record/rules.ts'
import { evaluate, unfiltered } from '../../../src/domain/report/evaluate.ts'
import type { Fact } from '../../../src/domain/report/fact.ts'
import { stateCouncil } from '../../../src/domain/calendar/state-council.ts'
import { withYear } from '../../../src/domain/calendar/workdays.ts'
import { factsOf } from '../../../src/domain/report/facts.ts'
import { figures } from '../../../src/domain/report/figures.ts'
import { periodOf } from '../../../src/domain/report/periods.ts'
import { total } from '../../../src/domain/report/totals.ts'
import type { Data, Value } from '../../../src/domain/value.ts'
import {
  chen,
  codes,
  context,
  du,
  edit,
  enterpriseA,
  expired,
  held,
  kind,
  make,
  must,
  registers,
  supervisor,
  uuid,
  villageA,
} from '../../support/make.ts'

const asSupervisor = { caller: supervisor }
const problems = (name: string, data: Data): readonly string[] => codes(make(name, data, asSupervisor))
const facts = (name: string, data: Data): readonly (readonly [string, string | null, string | null, number])[] =>
  factsOf(kind(name), uuid(2), data).map((fact) => [fact.measure, fact.subject, fact.on, fact.amount])

/** What becomes of a step from one state of a record. */
const step = (name: string, from: Data, set: Data): Judgement => {
  const was: { [field: string]: Value } = {}
  for (const field of Object.keys(set)) was[field] = from[field] ?? null
  return judge(edit(name, was, set), context(name, { ...asSupervisor, record: held(name, from, supervisor.userId) }))
}

const figureOf = (id: string, all: readonly Fact[], year: number) => {
  const figure = must(figures.find((one) => one.id === id))
  const of = (when: number) => (need: Parameters<typeof total>[1]) => total(all, need, periodOf(when))
  return evaluate(figure, { now: of(year), before: of(year - 1) })
}

const training: Data = { status: 'submitted', type: 'officer', heldOn: '2026-03-05', topic: '文书制作', attendance: 30 }

test('attendance can’t be below nothing, must stand, and counts by type; at the county each person once', () => {
  expect(problems('training', training)).toEqual([])
  expect(problems('training', { ...training, attendance: -1 })).toEqual(['/set/attendance outOfRange'])
  expect(problems('training', { ...training, attendance: null })).toEqual(['/set/attendance required'])
  expect(facts('training', training)).toEqual([
    ['trainings.officer', null, '2026-03-05', 1],
    ['trainings.officer.attendance', null, '2026-03-05', 30],
  ])
  const county = { ...training, type: 'county', organiser: '县司法局', attendance: null, people: [chen, du] }
  expect(problems('training', { ...county, people: [] })).toEqual(['/set/people required'])
  expect(facts('training', county)).toEqual([
    ['trainings.county', null, '2026-03-05', 1],
    ['trainings.county.officers', chen, '2026-03-05', 1],
    ['trainings.county.officers', du, '2026-03-05', 1],
  ])
})

test('monitors find no more files qualified than they checked, nor more put right than found', () => {
  const visit: Data = {
    status: 'submitted',
    date: '2026-03-05',
    monitors: [chen],
    way: 'files',
    subject: '查阅案卷',
    caseFilesChecked: 2,
    caseFilesQualified: 2,
    problemsFound: 0,
    problemsRectified: 0,
  }
  expect(problems('oversight', visit)).toEqual([])
  expect(problems('oversight', { ...visit, caseFilesQualified: 3 })).toEqual(['/set/caseFilesQualified outOfRange'])
  expect(problems('oversight', { ...visit, problemsRectified: 1, rectifiedOn: '2026-03-06' })).toEqual([
    '/set/problemsRectified outOfRange',
  ])
})

test('a score sheet’s item scores no more than its most', () => {
  const review: Data = {
    status: 'submitted',
    reviewedOn: '2026-03-05',
    by: 'township',
    fileTitle: '占道案',
    reviewers: [chen],
    sheet: [
      { id: 'a', item: '立案', max: 10, score: 10 },
      { id: 'b', item: '取证', max: 30, score: 31 },
    ],
    score: 90,
    result: 'qualified',
    irregularCount: 0,
    correctedCount: 0,
  }
  expect(problems('caseReview', review)).toEqual(['/set/sheet/1/score outOfRange'])
  const [problem] = (make('caseReview', review, asSupervisor) as Extract<Judgement, { problems: unknown }>).problems
  expect(problemWords(must(problem), kind('caseReview'), 'zh')).toBe('多于满分（30）。核对数值。')
  expect(problems('caseReview', { ...review, sheet: [], score: 101 })).toEqual(['/set/score outOfRange'])
  expect(facts('caseReview', { ...review, by: 'county' })).toEqual([])
})

const filed: Data = {
  status: 'filed',
  filedOn: '2026-01-05',
  source: 'complaint',
  villageId: villageA,
  partyType: 'person',
  parties: [{ name: '某人', side: 'A' }],
  matter: 'traffic',
  cause: '占道',
  officers: [chen, du],
}
const investigated: Data = {
  ...filed,
  status: 'investigated',
  investigatedOn: '2026-01-20',
  facts: '占道三日',
  violated: ['公路法第四十六条'],
}
const decision: Data = {
  status: 'decided',
  noticeOn: '2026-01-26',
  decidedOn: '2026-02-02',
  decisionNumber: '1号',
  penalties: ['warning'],
}

test('a penalty case has two certified officers and skips no step; what needs a legal review has it first', () => {
  expect(problems('penalty', filed)).toEqual([])
  expect(problems('penalty', { ...filed, officers: [chen] })).toEqual(['/set/officers tooFew'])
  expect(problems('penalty', { ...filed, officers: [chen, expired] })).toEqual(['/set/officers/1 certificateExpired'])
  expect(codes(step('penalty', filed, decision))).toContain('/set/status badTransition')
  expect(step('penalty', investigated, decision).outcome).toBe('applied')
  expect(codes(step('penalty', { ...investigated, reviewRequired: true }, decision))).toEqual([
    '/set/reviewedOn required',
    '/set/reviewOpinion required',
  ])
  expect(codes(step('penalty', investigated, { ...decision, decidedOn: '2026-01-19' }))).toEqual([
    '/set/decidedOn dateOrder',
  ])
  expect(step('penalty', filed, { status: 'dropped', droppedOn: '2026-01-09', dropReason: 'exempt' }).outcome).toBe(
    'applied',
  )
})

test('a decision after 90 days, or published after seven working days, is kept with a warning', () => {
  const warned = (more: Data, calendar = stateCouncil): readonly string[] =>
    warningsOf(kind('penalty'), { ...investigated, ...decision, ...more }, { ...registers, calendar }).map(
      (one) => `${one.path} ${one.code}`,
    )
  expect(warned({})).toEqual([])
  expect(warned({ decidedOn: '2026-04-05' })).toEqual([])
  expect(warned({ decidedOn: '2026-04-06' })).toEqual(['/set/decidedOn late'])
  expect(warned({ decidedOn: '2026-04-06', extension: '经批准延长三十日' })).toEqual([])
  expect(warned({ publishedOn: '2026-02-11' })).toEqual([])
  expect(warned({ publishedOn: '2026-02-12' })).toEqual(['/set/publishedOn late'])
  // 13 February is a Friday before the Spring Festival: the seventh working day after it is 2 March.
  expect(warned({ decidedOn: '2026-02-13', publishedOn: '2026-03-02' })).toEqual([])
  expect(warned({ decidedOn: '2026-02-13', publishedOn: '2026-03-03' })).toEqual(['/set/publishedOn late'])
  const announced = withYear(stateCouncil, 2026, [{ from: '2026-03-02', until: '2026-03-03', type: 'off' }])
  expect(warned({ decidedOn: '2026-02-13', publishedOn: '2026-03-03' }, announced)).toEqual(['/set/publishedOn late'])
})

test('a penalty counts at its decision, from then on', () => {
  expect(facts('penalty', investigated)).toEqual([])
  for (const status of ['decided', 'served', 'performed', 'closed'])
    expect(facts('penalty', { ...investigated, ...decision, status })).toEqual([['penalties', null, '2026-02-02', 1]])
  expect(facts('penalty', { ...investigated, status: 'dropped' })).toEqual([])
})

test('only an upheld complaint counts; only the supervisor upholds one', () => {
  const received: Data = {
    status: 'received',
    receivedOn: '2026-03-05',
    channel: 'hotline',
    about: 'rough',
    summary: '态度差',
  }
  const upheld = { status: 'upheld', upheldOn: '2026-03-09', finding: '属实', correction: '道歉' }
  expect(step('complaint', received, upheld).outcome).toBe('applied')
  expect(codes(step('complaint', received, { ...upheld, upheldOn: '2026-03-04' }))).toEqual(['/set/upheldOn dateOrder'])
  expect(facts('complaint', received)).toEqual([])
  expect(facts('complaint', { ...received, ...upheld })).toEqual([['complaints.upheld', null, '2026-03-09', 1]])
})

test('a dispute of an enterprise isn’t concluded before it was accepted, and counts only where resolved', () => {
  const dispute: Data = {
    status: 'accepted',
    acceptedOn: '2026-03-05',
    villageId: villageA,
    enterpriseId: enterpriseA,
    liaisonId: chen,
    disputeType: 'labour',
    parties: [{ name: '某人', side: 'B' }],
    summary: '加班费',
  }
  const end = { status: 'concluded', concludedOn: '2026-03-09', outcome: 'failed' }
  expect(codes(step('enterpriseDispute', dispute, { ...end, concludedOn: '2026-03-04' }))).toEqual([
    '/set/concludedOn dateOrder',
  ])
  expect(facts('enterpriseDispute', { ...dispute, ...end })).toEqual([])
  expect(codes(step('enterpriseDispute', dispute, { ...end, outcome: 'resolved' }))).toEqual([
    '/set/agreement required',
  ])
})

test('a power item stands until the day it was removed, and is part of the start of that year', () => {
  const item = (n: number, more: Data = {}): readonly Fact[] =>
    factsOf(kind('powerItem'), uuid(n), { status: 'active', from: '2021-07-01', ...more })
  const all = [...item(1), ...item(2), ...item(3, { removedOn: '2025-04-30' }), ...item(4, { removedOn: '2024-09-30' })]
  expect(figureOf('power-items-cut-rate', all, 2025)).toMatchObject({ value: 33.3, numerator: 1, denominator: 3 })
  expect(figureOf('power-items-cut-rate', all, 2026)).toMatchObject({ value: 0, denominator: 2 })
  expect(
    problems('powerItem', {
      status: 'active',
      name: '占道',
      origin: 'statutory',
      power: 'penalty',
      matter: 'traffic',
      sourceDocument: '清单',
      removedOn: '2026-04-30',
    }),
  ).toEqual(['/set/removalDocument required'])
})

test('clues move faster by the fall of their average days; the figure itself has no change', () => {
  const clue = (n: number, reportedOn: string, transferredOn: string, more: Data = {}): readonly Fact[] =>
    factsOf(kind('clueTransfer'), uuid(n), { status: 'transferred', reportedOn, transferredOn, ...more })
  const before = [...clue(1, '2024-03-01', '2024-03-07'), ...clue(2, '2024-05-01', '2024-05-05')]
  const now = [...clue(3, '2025-03-01', '2025-03-04'), ...clue(4, '2025-05-01', '2025-05-06', { status: 'reported' })]
  const id = 'clue-transfer-efficiency-gain'
  const gain = figureOf(id, [...before, ...now], 2025)
  expect(gain).toMatchObject({ value: 40, previous: null, change: null, changeUnit: 'percent' })
  expect(gain).not.toHaveProperty('numerator')
  expect(figureOf(id, now, 2025).value).toBeNull()
  expect(figureOf(id, before, 2025).value).toBeNull()
  const figure = must(figures.find((one) => one.id === id))
  expect(evaluate(figure, { now: () => 1n, before: null })).toMatchObject({ value: null, previous: null, change: null })
  expect(unfiltered(figure).changeUnit).toBe('percent')
})

test('a liaison officer counts from the later of both beginnings to the earlier of both ends', () => {
  const data = { status: 'active', type: 'enterprise', aboveDesignatedFrom: '2020-01-01', liaisonFrom: '2025-02-21' }
  const all = factsOf(kind('enterprise'), uuid(1), { ...data, liaisonUntil: '2025-11-30' })
  const standing = (day: string): bigint =>
    total(all, { how: 'stock', measure: 'enterprises.liaison', at: 'end' }, { from: '2025-01-01', to: day })
  expect(['2025-02-20', '2025-02-21', '2025-11-30', '2025-12-01'].map(standing)).toEqual([0n, 1n, 1n, 0n])
  expect(facts('enterprise', { ...data, aboveDesignatedFrom: null }).map(([measure]) => measure)).not.toContain(
    'enterprises.liaison',
  )
})

test('a quarter’s quality reviews count once', () => {
  const review = (n: number, heldOn: string): readonly Fact[] =>
    factsOf(kind('qualityReview'), uuid(n), { status: 'submitted', heldOn })
  const all = [...review(1, '2026-01-05'), ...review(2, '2026-03-20'), ...review(3, '2026-04-01')]
  expect(total(all, { how: 'distinct', measure: 'qualityReviews.quarters' }, periodOf(2026))).toBe(2n)
})

test('a video has channels and no place, an event the other way round', () => {
  const video: Data = {
    status: 'submitted',
    form: 'video',
    heldOn: '2026-03-05',
    topic: '宅基地',
    channels: ['groups'],
    audience: 300,
  }
  expect(problems('publicity', video)).toEqual([])
  expect(problems('publicity', { ...video, placeName: '集市' })).toEqual(['/set/placeName hidden'])
  expect(problems('publicity', { ...video, form: 'event' })).toEqual([
    '/set/placeName required',
    '/set/channels hidden',
  ])
})
