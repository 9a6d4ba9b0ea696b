import { expect, test } from 'vitest'
import { inOrder } from '../../../src/domain/kinds/parts.ts'
import type { Data } from '../../../src/domain/value.ts'
import { recordProblems } from '../../../src/domain/record/validate.ts'
import {
  chen,
  codes,
  du,
  hazardData,
  kind,
  make,
  mediationData,
  registers,
  supervisor,
  villageA,
} from '../../support/make.ts'

const problems = (name: string, data: Data): readonly string[] =>
  recordProblems(kind(name), data, { today: '2026-05-01', registers }).map(({ path, code }) => `${path} ${code}`)

test('the dates of a course follow one another, also where one between them is missing', () => {
  expect(inOrder('a', 'b', 'c')).toEqual([
    { rule: 'dateOrder', first: 'a', then: 'b' },
    { rule: 'dateOrder', first: 'b', then: 'c' },
    { rule: 'dateOrder', first: 'a', then: 'c' },
  ])
  const performed = { acceptedOn: '2026-04-01', performedOn: '2026-03-31' }
  expect(problems('mediation', mediationData(performed))).toEqual(['/set/performedOn dateOrder'])
  expect(problems('hazard', hazardData({ closedOn: '2026-03-04' }))).toEqual(['/set/closedOn dateOrder'])
  expect(problems('hazard', hazardData({ closedOn: '2026-03-05' }))).toEqual([])
})

const penalty: Data = {
  filedOn: '2026-01-05',
  source: 'complaint',
  villageId: villageA,
  partyType: 'person',
  parties: [{ name: '某人', side: 'A' }],
  matter: 'traffic',
  cause: '占道',
  officers: [chen, du],
  investigatedOn: '2026-01-20',
  facts: '占道三日',
  violated: ['公路法第四十六条'],
  reviewRequired: true,
  reviewedOn: '2026-01-22',
  reviewOpinion: '补充证据',
}

test('a case sent back is investigated on after its first review; it is decided after the next one', () => {
  const again = { ...penalty, investigatedOn: '2026-02-03' }
  expect(problems('penalty', { ...penalty, status: 'reviewed' })).toEqual([])
  expect(problems('penalty', { ...again, status: 'investigated' })).toEqual([])
  expect(problems('penalty', { ...again, status: 'reviewed' })).toEqual(['/set/reviewedOn dateOrder'])
  expect(problems('penalty', { ...again, status: 'reviewed', reviewedOn: '2026-02-05' })).toEqual([])
})

test('nothing is decided before it was heard, and no fine is of nothing', () => {
  const decided = {
    ...penalty,
    status: 'decided',
    noticeOn: '2026-01-26',
    hearing: true,
    hearingOn: '2026-02-06',
    decidedOn: '2026-02-06',
    decisionNumber: '1号',
    penalties: ['fine'],
    fine: 200,
  }
  expect(problems('penalty', decided)).toEqual([])
  expect(problems('penalty', { ...decided, decidedOn: '2026-02-05' })).toEqual(['/set/decidedOn dateOrder'])
  expect(codes(make('penalty', { status: 'draft', fine: 0 }, { caller: supervisor }))).toEqual(['/set/fine outOfRange'])
})

test('a judgment lies before the case that enforces it, and after the one that led to it', () => {
  const judged: Data = {
    status: 'judged',
    caseNumber: '1号',
    caseType: 'enforcement',
    court: '县人民法院',
    otherParty: '柳某林',
    cause: '补偿款',
    acceptedOn: '2026-03-02',
    judgmentNumber: '1号',
    judgedOn: '2025-10-09',
    outcome: 'lost',
    duty: '支付',
    dueOn: '2026-06-30',
  }
  expect(problems('courtCase', judged)).toEqual([])
  expect(problems('courtCase', { ...judged, caseType: 'civil' })).toEqual(['/set/judgedOn dateOrder'])
})

test('a decision is due no earlier than its meeting, and wasn’t done tomorrow', () => {
  const meeting = (decision: Data): readonly string[] =>
    problems('meeting', {
      status: 'submitted',
      type: 'courtLiaison',
      heldOn: '2026-03-05',
      agenda: '研判',
      decisions: [
        { id: '1', what: '补手续', who: '镇' },
        { id: '2', what: '建台账', who: '镇', ...decision },
      ],
    })
  expect(meeting({ by: '2027-12-31', doneOn: '2026-04-30' })).toEqual([])
  expect(meeting({ by: '2026-03-04' })).toEqual(['/set/decisions/1/by dateOrder'])
  expect(meeting({ doneOn: '2026-05-09' })).toEqual(['/set/decisions/1/doneOn futureDate'])
})

test('a document is filed once it is public', () => {
  const filed = {
    status: 'filed',
    title: '规定',
    draftedOn: '2026-01-05',
    drafter: '建设办',
    basis: '建筑法',
    reviewedOn: '2026-01-20',
    reviewNumber: '1号',
    lawfulOn: '2026-01-22',
    discussedOn: '2026-01-26',
    discussionNumber: '1号',
    issuedOn: '2026-02-05',
    issueNumber: '1号',
    publishedOn: '2026-02-09',
    publishedNumber: '7',
    filedOn: '2026-02-09',
    filingNumber: '11号',
  }
  expect(problems('normativeDocument', filed)).toEqual([])
  expect(problems('normativeDocument', { ...filed, filedOn: '2026-02-06' })).toEqual(['/set/filedOn dateOrder'])
})
