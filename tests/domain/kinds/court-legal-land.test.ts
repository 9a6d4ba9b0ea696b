import { expect, test } from 'vitest'
import type { Judgement } from '../../../src/domain/record/judge.ts'
import { judge } from '../../../src/domain/record/judge.ts'
import { factsOf } from '../../../src/domain/report/facts.ts'
import type { Data, Value } from '../../../src/domain/value.ts'
import {
  codes,
  context,
  edit,
  gridJudge,
  held,
  judgePerson,
  kind,
  make,
  reviewer,
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

const review: Data = {
  status: 'reviewed',
  subject: 'decision',
  title: '集镇停车管理方案',
  receivedOn: '2026-03-02',
  submittedBy: '集镇建设办',
  projectType: 'other',
  reviewedOn: '2026-03-11',
  reviewers: [judgePerson],
  result: 'passed',
  opinion: '合法',
  riskAdviceCount: 2,
}
const reviewedWith = (more: Data): Judgement => step('legalReview', review, more)

test('advice is adopted as often as it was given, never oftener; a review comes before the discussion', () => {
  expect(reviewedWith({ riskAdviceAdopted: 2 }).outcome).toBe('applied')
  expect(codes(reviewedWith({ riskAdviceAdopted: 3 }))).toEqual(['/set/riskAdviceAdopted outOfRange'])
  expect(codes(reviewedWith({ discussedOn: '2026-03-10' }))).toEqual(['/set/discussedOn dateOrder'])
  expect(codes(reviewedWith({ reviewedOn: '2026-03-01' }))).toEqual(['/set/reviewedOn dateOrder'])
  expect(codes(reviewedWith({ projectType: 'keyProject' }))).toEqual(['/set/projectId required'])
})

test('a key project counts once, its amount in fen; a contract counts in none of the decisions', () => {
  const project = uuid(0x77)
  expect(
    facts('legalReview', { ...review, projectType: 'keyProject', projectId: project, amount: 86_000_000 }),
  ).toEqual([
    ['legalReviews.decisions', null, '2026-03-11', 1],
    ['legalReviews.opinions', null, '2026-03-11', 1],
    ['legalReviews.advice', null, '2026-03-11', 2],
    ['legalReviews.adopted', null, '2026-03-11', 0],
    ['legalReviews.keyProjects', project, '2026-03-11', 1],
    ['legalReviews.amount.keyProject', null, '2026-03-11', 8_600_000_000],
  ])
  const contract = facts('legalReview', { ...review, subject: 'contract', projectType: null, amount: 100 })
  expect(contract.map(([measure]) => measure)).toEqual(['legalReviews.advice', 'legalReviews.adopted'])
  expect(facts('legalReview', { ...review, status: 'received' })).toEqual([])
})

const drafted: Data = {
  status: 'drafted',
  title: '自建房施工安全管理规定',
  draftedOn: '2026-01-05',
  drafter: '集镇建设办',
  basis: '建筑法',
}
const reviewed: Data = { ...drafted, status: 'reviewed', reviewedOn: '2026-01-20', reviewNumber: '阳法审1号' }
const issuing: Data = { status: 'issued', issuedOn: '2026-02-05', issueNumber: '阳政规1号' }

test('a normative document goes its five steps; issued without discussion only with the reason, and then the rate says so', () => {
  expect(codes(step('normativeDocument', drafted, issuing))).toContain('/set/status badTransition')
  expect(codes(step('normativeDocument', drafted, { status: 'reviewed', reviewedOn: '2026-01-20' }))).toEqual([
    '/set/reviewNumber required',
  ])
  expect(codes(step('normativeDocument', reviewed, issuing))).toContain('/set/undiscussedReason required')
  const hurried = step('normativeDocument', reviewed, { ...issuing, undiscussedReason: '防汛应急' })
  expect(hurried.outcome).toBe('applied')
  expect(facts('normativeDocument', { ...reviewed, ...issuing }).map(([measure]) => measure)).toEqual([
    'normativeDocuments',
  ])
  expect(
    codes(
      step(
        'normativeDocument',
        { ...reviewed, ...issuing, undiscussedReason: '防汛应急' },
        { status: 'published', publishedOn: '2026-02-04', publishedNumber: '7' },
      ),
    ),
  ).toEqual(['/set/publishedOn dateOrder'])
})

const judged: Data = {
  status: 'judged',
  caseNumber: '（2025）豫1323行初1号',
  caseType: 'administrative',
  court: '县人民法院',
  otherParty: '柳某林',
  cause: '政府信息公开答复',
  acceptedOn: '2025-06-02',
  judgmentNumber: '（2025）豫1323行初1号',
  judgedOn: '2025-10-09',
  outcome: 'lost',
  duty: '重新答复',
  dueOn: '2025-12-20',
}

test('a judgment performed late counts in the rate of the year that it was due in, and as performed in its own', () => {
  expect(facts('courtCase', judged)).toEqual([['courtCases.due', null, '2025-12-20', 1]])
  expect(facts('courtCase', { ...judged, status: 'performed', performedOn: '2026-01-09' })).toEqual([
    ['courtCases.performed', null, '2026-01-09', 1],
    ['courtCases.duePerformed', null, '2025-12-20', 1],
    ['courtCases.due', null, '2025-12-20', 1],
  ])
  expect(codes(step('courtCase', judged, { status: 'performed' }))).toContain('/set/performedOn required')
  expect(codes(step('courtCase', judged, { status: 'performed', performedOn: '2025-10-01' }))).toEqual([
    '/set/performedOn dateOrder',
  ])
})

test('a joint study counts each of its projects once, a liaison meeting none', () => {
  const study: Data = {
    status: 'submitted',
    type: 'jointStudy',
    heldOn: '2026-03-05',
    agenda: '研判',
    projectIds: [uuid(1), uuid(2)],
  }
  expect(facts('meeting', study).filter(([measure]) => measure === 'meetings.jointProjects')).toEqual([
    ['meetings.jointProjects', uuid(1), '2026-03-05', 1],
    ['meetings.jointProjects', uuid(2), '2026-03-05', 1],
  ])
  expect(facts('meeting', { ...study, type: 'courtLiaison' }).map(([measure]) => measure)).toEqual([
    'meetings.courtLiaison',
  ])
  expect(problems('meeting', { ...study, decisions: [{ id: '1', what: '补齐手续' }] })).toEqual([
    '/set/decisions/0/who required',
  ])
})

test('numbers that can’t be are refused at their field', () => {
  const trial: Data = {
    status: 'submitted',
    heldOn: '2026-03-05',
    villageId: villageA,
    placeName: '村部',
    court: '县法院',
  }
  expect(problems('circuitTrial', { ...trial, cause: '相邻纠纷', attendance: -3 })).toEqual([
    '/set/attendance outOfRange',
  ])
  expect(problems('informationShare', { status: 'draft', month: '2026-13' })).toEqual(['/set/month badText'])
  expect(problems('relief', { status: 'draft', amount: 0 })).toEqual(['/set/amount outOfRange'])
  expect(problems('landTransfer', { status: 'draft', area: 1.234 })).toEqual(['/set/area outOfRange'])
  expect(problems('postEvaluation', { status: 'draft', measuresOptimised: 1.5 })).toEqual([
    '/set/measuresOptimised wrongType',
  ])
  expect(
    problems('judgeGuidance', {
      status: 'submitted',
      guidedOn: '2026-03-05',
      villageId: villageA,
      judgeId: judgePerson,
      advice: '先核租金',
    }),
  ).toEqual(['/set/mediationIds required'])
})

test('land and money are kept in 0.01 亩 and fen, and count on their day', () => {
  const transfer: Data = { status: 'submitted', crop: 'kiwi', area: 186.35, petitions: 0, signedOn: '2026-02-20' }
  expect(facts('landTransfer', transfer)).toEqual([
    ['landTransfers.area.kiwi', null, '2026-02-20', 18_635],
    ['landTransfers.petitions', null, '2026-02-20', 0],
  ])
  const paid: Data = { status: 'paid', amount: 2400.5, approvedOn: '2025-12-22', paidOn: '2026-01-08' }
  expect(facts('relief', paid)).toEqual([['reliefs.amount', null, '2026-01-08', 240_050]])
  expect(facts('relief', { ...paid, status: 'approved' })).toEqual([])
})

test('a site and a parcel count when done; notice comes first, and a lawful parcel never counts', () => {
  const site: Data = {
    status: 'found',
    type: 'ruin',
    foundOn: '2026-03-02',
    villageId: villageA,
    placeName: '村口',
    description: '残墙',
  }
  expect(codes(step('siteWork', site, { status: 'done', doneOn: '2026-03-20' }))).toContain('/set/status badTransition')
  const noticed = { ...site, status: 'noticed', noticedOn: '2026-03-09', measures: '拆除' }
  expect(codes(step('siteWork', noticed, { status: 'done', doneOn: '2026-03-08' }))).toEqual(['/set/doneOn dateOrder'])
  expect(facts('siteWork', { ...noticed, status: 'done', doneOn: '2026-03-20' })).toEqual([
    ['siteWorks.ruin', null, '2026-03-20', 1],
  ])
  const parcel: Data = { type: 'satellite', listedOn: '2026-03-02', doneOn: '2026-04-02' }
  expect(facts('landParcel', { ...parcel, status: 'done' })).toEqual([['landParcels.satellite', null, '2026-04-02', 1]])
  expect(facts('landParcel', { ...parcel, status: 'lawful' })).toEqual([])
})

test('a mechanism stands until its end, whatever belongs to the five', () => {
  const list: Data = { status: 'active', group: 'fiveOnes', startedOn: '2024-03-15', endedOn: '2026-01-31' }
  expect(factsOf(kind('mechanism'), uuid(2), list)).toMatchObject([{ on: '2024-03-15', until: '2026-01-31' }])
  expect(facts('mechanism', { ...list, group: 'other' })).toEqual([])
  expect(facts('collectiveIncome', { status: 'submitted', receivedOn: '2026-01-05', villageId: villageA })).toEqual([
    ['collectiveIncomes.villages', villageA, '2026-01-05', 1],
  ])
})

test('the judge logs his guidance, the reviewer his reviews', () => {
  const guidance: Data = {
    status: 'submitted',
    guidedOn: '2026-03-05',
    villageId: villageA,
    judgeId: judgePerson,
    mediationIds: [uuid(9)],
    advice: '先核租金',
  }
  expect(make('judgeGuidance', guidance, { caller: gridJudge }).outcome).toBe('applied')
  expect(codes(make('judgeGuidance', guidance))).toEqual(['/kind notAllowed'])
  expect(make('legalReview', { status: 'draft' }, { caller: reviewer }).outcome).toBe('applied')
})
