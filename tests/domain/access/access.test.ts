import { expect, test } from 'vitest'
import { roles } from '../../../src/domain/access/caller.ts'
import {
  handlersOf,
  mayChange,
  mayList,
  mayLog,
  mayOpen,
  mayReadFigures,
  moversOf,
} from '../../../src/domain/access/rights.ts'
import { maskName, maskNumber, unseenFields, viewOf, withoutPersonal } from '../../../src/domain/access/view.ts'
import {
  admin,
  auditor,
  county,
  gridJudge,
  hazardData,
  held,
  judgePerson,
  kind,
  mediationData,
  mediator,
  mediatorPerson,
  monitor,
  officer,
  officer2,
  reviewer,
  supervisor,
  villageB,
} from '../../support/make.ts'

const callers = { officer, officer2, mediator, gridJudge, reviewer, monitor, supervisor, county, auditor, admin }
const who = (test: (caller: (typeof callers)['officer']) => boolean): readonly string[] =>
  Object.entries(callers).flatMap(([name, caller]) => (test(caller) ? [name] : []))

test('a mediation is opened only by those who handle it and their supervisor', () => {
  const mediation = held('mediation', mediationData({ judgeId: judgePerson }), mediator.userId)
  expect(handlersOf(kind('mediation'), mediation.data)).toEqual([mediatorPerson, judgePerson])
  expect(who((caller) => mayOpen(caller, kind('mediation'), mediation))).toEqual([
    'mediator',
    'gridJudge',
    'supervisor',
  ])
  expect(who((caller) => mayList(caller, kind('mediation'), mediation))).toEqual([
    'officer',
    'officer2',
    'mediator',
    'gridJudge',
    'reviewer',
    'monitor',
    'supervisor',
    'county',
  ])
  expect(who((caller) => mayChange(caller, kind('mediation'), mediation))).toEqual([
    'mediator',
    'gridJudge',
    'supervisor',
  ])
})

test('the others see it by date, village, type, outcome and masks', () => {
  const mediation = held(
    'mediation',
    mediationData({ parties: [{ name: '张建国', side: 'A', phone: '13812341234' }] }),
    mediator.userId,
  )
  const view = viewOf(officer, kind('mediation'), mediation)
  expect(view).toEqual({
    data: {
      status: 'accepted',
      acceptedOn: '2026-04-01',
      villageId: mediation.data['villageId'],
      disputeType: 'neighbour',
      track: 'people',
    },
    masked: { parties: [{ name: '张*', side: 'A' }], summary: '*' },
    whole: false,
  })
  expect(viewOf(supervisor, kind('mediation'), mediation)).toEqual({ data: mediation.data, whole: true })
  expect(viewOf(auditor, kind('mediation'), mediation)).toBeNull()
})

test('a draft is its author’s and the supervisor’s', () => {
  const draft = held('hazard', hazardData({ status: 'draft' }))
  expect(who((caller) => mayOpen(caller, kind('hazard'), draft))).toEqual(['officer', 'supervisor'])
  expect(who((caller) => mayList(caller, kind('hazard'), draft))).toEqual(['officer', 'supervisor'])
})

test('a hazard is for whoever has the village; only officers, its author and the supervisor change it', () => {
  const hazard = held('hazard', hazardData({ villageId: villageB }), officer2.userId)
  expect(who((caller) => mayOpen(caller, kind('hazard'), hazard))).toEqual([
    'officer2',
    'reviewer',
    'monitor',
    'supervisor',
    'county',
  ])
  expect(who((caller) => mayChange(caller, kind('hazard'), hazard))).toEqual(['officer2', 'supervisor'])
  expect([...moversOf(officer2, kind('hazard'), hazard)]).toEqual(['author', 'officer'])
})

test('the registers are everybody’s to read but the auditor’s, the supervisor’s and admin’s to keep', () => {
  const person = held('person', { status: 'active', name: '陈禾', phone: '13812341234' }, admin.userId)
  expect(who((caller) => mayOpen(caller, kind('person'), person))).not.toContain('auditor')
  expect(who((caller) => mayChange(caller, kind('person'), person))).toEqual(['supervisor', 'admin'])
  expect(unseenFields(officer, kind('person'), person)).toEqual(['phone'])
  expect(viewOf(officer, kind('person'), person)).toMatchObject({
    data: { name: '陈禾' },
    masked: { phone: '138****1234' },
    whole: true,
  })
})

test('who logs what, and who reads the year', () => {
  expect(who((caller) => mayLog(caller, kind('inspection')))).toEqual(['officer', 'officer2', 'supervisor'])
  expect(who((caller) => mayLog(caller, kind('mediation')))).toEqual([
    'officer',
    'officer2',
    'mediator',
    'gridJudge',
    'supervisor',
  ])
  expect(who((caller) => mayLog(caller, kind('village')))).toEqual(['supervisor', 'admin'])
  expect(who((caller) => mayLog(caller, kind('enterprise')))).toEqual(['officer', 'officer2', 'supervisor', 'admin'])
  const officers = ['officer', 'officer2']
  expect(who((caller) => mayLog(caller, kind('penalty')))).toEqual([...officers, 'supervisor'])
  expect(who((caller) => mayLog(caller, kind('publicity')))).toEqual([...officers, 'supervisor'])
  expect(who((caller) => mayLog(caller, kind('enterprise')))).toEqual([...officers, 'supervisor', 'admin'])
  expect(who((caller) => mayLog(caller, kind('clueTransfer')))).toEqual([
    ...officers,
    'mediator',
    'gridJudge',
    'supervisor',
  ])
  for (const name of ['training', 'caseReview', 'qualityReview', 'oversight', 'complaint', 'certificateReview'])
    expect(who((caller) => mayLog(caller, kind(name)))).toEqual(['reviewer', 'supervisor'])
  expect(who((caller) => mayLog(caller, kind('guidance')))).toEqual([...officers, 'reviewer', 'supervisor'])
  expect(who((caller) => mayLog(caller, kind('powerItem')))).toEqual(['reviewer', 'supervisor', 'admin'])
  expect(who(mayReadFigures)).not.toContain('auditor')
  expect(roles).toHaveLength(8)
})

test('masks keep the shape and no more', () => {
  expect([maskName('张三'), maskName('𬍛某'), maskNumber('13812341234'), maskNumber('110')]).toEqual([
    '张*',
    '𬍛*',
    '138****1234',
    '***',
  ])
})

test('what leaves the ledger holds masks of personal data, also for who may read it', () => {
  const mediation = held('mediation', mediationData({ judgeId: judgePerson }), mediator.userId)
  const whole = viewOf(supervisor, kind('mediation'), mediation)
  if (!whole) throw new Error('the supervisor sees it')
  const left = withoutPersonal(kind('mediation'), whole)
  expect(left.masked).toEqual({
    parties: [
      { name: '甲*', side: 'A' },
      { name: '乙*', side: 'B' },
    ],
    summary: '*',
  })
  const { parties: _parties, summary: _summary, ...rest } = mediation.data
  expect(left.data).toEqual(rest)
  const shut = viewOf(officer, kind('mediation'), mediation)
  if (!shut) throw new Error('an officer has it in his list')
  expect(withoutPersonal(kind('mediation'), shut)).toEqual(shut)
})
