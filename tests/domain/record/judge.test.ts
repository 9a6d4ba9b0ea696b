import { expect, test } from 'vitest'
import { futureProblems, ruleProblems, warningsOf } from '../../../src/domain/record/rules.ts'
import { judge } from '../../../src/domain/record/judge.ts'
import { withoutHidden } from '../../../src/domain/record/visible.ts'
import { firstState, initialStates, stepsFrom } from '../../../src/domain/record/states.ts'
import type { Registers } from '../../../src/domain/record/registers.ts'
import { linksOf, peopleAskedOf } from '../../../src/domain/record/links.ts'
import { certificateOn, rolesOn } from '../../../src/domain/record/duties.ts'
import {
  chen,
  codes,
  context,
  creation,
  du,
  edit,
  enterpriseA,
  expired,
  gridOfficer,
  hazardData,
  held,
  inspectionData,
  judgePerson,
  kind,
  make,
  mediationData,
  mediator,
  mediatorPerson,
  monitor,
  officer,
  officer2,
  registers,
  supervisor,
  uuid,
  villageA,
  villageB,
  villageElsewhere,
} from '../../support/make.ts'

test('the three core kinds are accepted as written in the contract', () => {
  expect(make('inspection', inspectionData()).outcome).toBe('applied')
  expect(make('hazard', hazardData()).outcome).toBe('applied')
  expect(make('mediation', mediationData()).outcome).toBe('applied')
  expect(make('mediation', mediationData(), { caller: mediator }).outcome).toBe('applied')
})

test('what a kind requires is asked for outside draft, and never of a draft', () => {
  const { placeName: _place, officers: _officers, ...bare } = inspectionData()
  expect(codes(make('inspection', bare))).toEqual(['/set/placeName required', '/set/officers required'])
  expect(make('inspection', { status: 'draft' }).outcome).toBe('applied')
  expect(codes(make('inspection', { status: 'draft', date: '2125-01-01' }))).toEqual(['/set/date futureDate'])
  expect(codes(make('inspection', inspectionData({ programme: 'soft', enterpriseId: null })))).toEqual([
    '/set/enterpriseId required',
  ])
  expect(codes(make('inspection', inspectionData({ result: 'hazards' })))).toEqual(['/set/findings required'])
  expect(codes(make('inspection', { ...inspectionData(), status: null }))).toContain('/set/status required')
})

test('a signature, or its refusal with the reason; what conditions hide is refused', () => {
  expect(codes(make('inspection', inspectionData({ signatureRefused: null, refusalReason: null })))).toEqual([
    '/set/signature required',
  ])
  expect(codes(make('inspection', inspectionData({ refusalReason: null })))).toEqual(['/set/refusalReason required'])
  expect(codes(make('inspection', inspectionData({ exemptionClause: '第三十三条' })))).toEqual([
    '/set/exemptionClause hidden',
  ])
  expect(withoutHidden(kind('inspection'), inspectionData({ exemptionClause: '第三十三条' }), '2026-05-01')).toEqual(
    inspectionData(),
  )
})

test('two officers at least; certificates only where the law asks for them; grid officers never inspect', () => {
  expect(codes(make('inspection', inspectionData({ officers: [chen] })))).toEqual(['/set/officers tooFew'])
  expect(codes(make('inspection', inspectionData({ officers: [chen, chen] })))).toEqual(['/set/officers tooFew'])
  expect(make('inspection', inspectionData({ officers: [chen, expired] })).outcome).toBe('applied')
  expect(codes(make('inspection', inspectionData({ programme: 'administrative', officers: [chen, expired] })))).toEqual(
    ['/set/officers/1 certificateExpired'],
  )
  expect(
    codes(
      make('inspection', inspectionData({ result: 'suspectedViolation', findings: '超载', officers: [chen, expired] })),
    ),
  ).toEqual(['/set/officers/1 certificateExpired'])
  expect(
    make('inspection', inspectionData({ programme: 'administrative', date: '2025-12-31', officers: [chen, expired] }))
      .outcome,
  ).toBe('applied')
  expect(codes(make('inspection', inspectionData({ officers: [chen, gridOfficer] })))).toEqual([
    '/set/officers/1 notAllowed',
  ])
  expect(make('inspection', inspectionData({ assistants: [gridOfficer] })).outcome).toBe('applied')
})

test('future days are refused after tomorrow, deadlines aren’t; orders of dates hold', () => {
  expect(make('hazard', hazardData({ foundOn: '2026-05-02', deadline: '2026-09-01' })).outcome).toBe('applied')
  expect(codes(make('hazard', hazardData({ foundOn: '2026-05-03', deadline: '2026-09-01' })))).toEqual([
    '/set/foundOn futureDate',
  ])
  expect(codes(make('hazard', hazardData({ deadline: '2026-03-01' })))).toEqual(['/set/deadline dateOrder'])
})

test('links to what hasn’t arrived are taken, to another kind refused; the village must be in scope', () => {
  expect(make('hazard', hazardData({ inspectionId: uuid(77) })).outcome).toBe('applied')
  expect(codes(make('hazard', hazardData({ inspectionId: enterpriseA })))).toEqual(['/set/inspectionId unknownLink'])
  expect(codes(make('hazard', hazardData({ villageId: villageElsewhere })))).toEqual(['/set/villageId otherTownship'])
  expect(codes(make('hazard', hazardData({ villageId: villageB })))).toEqual(['/set/villageId notAllowed'])
  expect(linksOf(kind('inspection'), inspectionData()).map((link) => link.id)).toEqual([
    villageA,
    enterpriseA,
    chen,
    du,
  ])
  expect(peopleAskedOf(kind('inspection'), inspectionData())).toEqual([chen, du, chen, du])
})

test('states come in order, each with what it requires; a failed recheck goes back', () => {
  expect(
    codes(
      make(
        'hazard',
        hazardData({
          status: 'closed',
          measures: 'x',
          rectifiedOn: '2026-03-12',
          recheckedOn: '2026-03-12',
          closedOn: '2026-03-12',
        }),
      ),
    ),
  ).toEqual(['/set/status badTransition'])
  const step = (
    data: ReturnType<typeof hazardData>,
    set: ReturnType<typeof hazardData>,
    caller = officer,
  ): readonly string[] | string => {
    const was = Object.fromEntries(Object.keys(set).map((name) => [name, data[name] ?? null]))
    const result = judge(edit('hazard', was, set), context('hazard', { record: held('hazard', data), caller }))
    return result.outcome === 'applied' ? 'applied' : codes(result)
  }
  expect(step(hazardData(), { status: 'ordered' })).toEqual(['/set/measures required'])
  expect(step(hazardData(), { status: 'ordered', measures: '更换' })).toBe('applied')
  expect(step(hazardData(), { status: 'rectified', measures: '更换', rectifiedOn: '2026-03-10' })).toEqual([
    '/set/status badTransition',
  ])
  const rechecked = hazardData({
    status: 'rechecked',
    measures: '更换',
    rectifiedOn: '2026-03-10',
    recheckedOn: '2026-03-12',
  })
  expect(step(rechecked, { status: 'ordered', deadline: '2026-04-01' })).toBe('applied')
  expect(step({ ...rechecked, deadline: '2026-03-11' }, { status: 'ordered' })).toEqual(['/set/deadline dateOrder'])
  const again = hazardData({ ...rechecked, status: 'ordered', deadline: '2026-04-01' })
  expect(step(again, { status: 'rectified', rectifiedOn: '2026-03-28' })).toBe('applied')
  expect(step(hazardData(), { status: 'void', voidReason: '重复登记' })).toBe('applied')
  expect(step(hazardData(), { status: 'void' })).toContain('/set/voidReason required')
  expect(step(hazardData(), { status: 'void', voidReason: '重复登记' }, officer2)).toEqual(['/set/status notAllowed'])
  expect(step(hazardData(), { status: 'void', voidReason: '重复登记' }, supervisor)).toBe('applied')
  expect(step(hazardData(), { status: 'ordered', measures: '更换' }, officer2)).toBe('applied')
  expect([initialStates(kind('hazard')), firstState(kind('hazard')), initialStates(kind('village'))]).toEqual([
    ['draft', 'found'],
    'found',
    ['active'],
  ])
  expect(stepsFrom(kind('hazard'), 'rechecked', new Set(['officer'])).map((each) => each.to)).toEqual([
    'closed',
    'ordered',
  ])
})

test('rights come before existence: what one may not see is not found', () => {
  const mediation = held('mediation', mediationData(), mediator.userId)
  const change = edit('mediation', { summary: '屋檐滴水纠纷' }, { summary: '改' })
  expect(codes(judge(change, context('mediation', { record: mediation })))).toEqual(['/recordId notFound'])
  expect(judge(change, context('mediation', { record: mediation, caller: supervisor })).outcome).toBe('applied')
  expect(
    judge(
      edit('mediation', { judgeId: null }, { judgeId: judgePerson }),
      context('mediation', { record: mediation, caller: mediator }),
    ).outcome,
  ).toBe('applied')
  expect(codes(judge(creation('hazard', hazardData()), context('hazard', { caller: monitor })))).toEqual([
    '/kind notAllowed',
  ])
  expect(codes(judge(creation('hazard', hazardData()), context('hazard', { caller: mediator })))).toEqual([
    '/kind notAllowed',
  ])
  expect(
    codes(judge(creation('hazard', hazardData()), context('hazard', { record: held('hazard', hazardData()) }))),
  ).toEqual(['/recordId idTaken'])
  expect(judge(edit('hazard', {}, { measures: 'x' }), context('hazard')).outcome).toBe('waiting')
})

test('unknown kinds and fields are refused, unless the change says that it is of a newer version: then they wait', () => {
  expect(codes(judge(creation('spaceship', { status: 'x' }), context('hazard', { kind: undefined })))).toEqual([
    '/kind unknownKind',
  ])
  expect(
    judge(creation('spaceship', { status: 'x' }, { kindVersion: 1 }), context('hazard', { kind: undefined })).outcome,
  ).toBe('failed')
  expect(codes(judge(creation('hazard', hazardData({ colour: 'red' })), context('hazard')))).toEqual([
    '/set/colour unknownField',
  ])
  expect(judge(creation('hazard', hazardData({ colour: 'red' }), { kindVersion: 2 }), context('hazard')).outcome).toBe(
    'failed',
  )
})

test('edits that are valid each alone and not together are a conflict, not a rejection', () => {
  const start = hazardData()
  const now = hazardData({ foundOn: '2026-03-18' })
  const change = edit('hazard', { deadline: '2026-03-20' }, { deadline: '2026-03-10' })
  expect(judge(change, context('hazard', { record: held('hazard', now), versions: () => [start] }))).toEqual({
    outcome: 'conflict',
    conflicts: ['deadline'],
  })
  expect(codes(judge(change, context('hazard', { record: held('hazard', now), versions: () => [now] })))).toEqual([
    '/set/deadline dateOrder',
  ])
})

test('a step that was always refused is no conflict, though an earlier state already held what it sets', () => {
  const now = hazardData({ status: 'ordered', measures: '更换' })
  const change = edit('hazard', { status: 'ordered' }, { status: 'found' })
  expect(
    codes(judge(change, context('hazard', { record: held('hazard', now), versions: () => [hazardData()] }))),
  ).toEqual(['/set/status badTransition'])
})

test('a record is not told of by naming another kind', () => {
  const record = held('mediation', mediationData(), mediator.userId)
  const told = (caller: typeof officer): readonly string[] =>
    codes(
      judge(
        edit('enterprise', { name: '甲' }, { name: '乙' }),
        context('enterprise', { record, recordKind: kind('mediation'), caller }),
      ),
    )
  expect(told(officer)).toEqual(['/recordId notFound'])
  expect(told(supervisor)).toEqual(['/kind badChange'])
})

test('half a party may be saved as a draft; outside it has a name and a side', () => {
  const parties = [{ side: 'A' }, { name: '', side: 'B' }]
  expect(make('mediation', { status: 'draft', parties }).outcome).toBe('applied')
  expect(codes(make('mediation', mediationData({ parties })))).toEqual([
    '/set/parties/0/name required',
    '/set/parties/1/name required',
  ])
})

test('an agreement, or an oral one with its note', () => {
  const before = mediationData()
  const conclude = (more: Record<string, string | boolean>): readonly string[] | string => {
    const set = { status: 'concluded', concludedOn: '2026-04-10', outcome: 'agreed', ...more }
    const was = Object.fromEntries(Object.keys(set).map((name) => [name, before[name] ?? null]))
    const result = judge(
      edit('mediation', was, set),
      context('mediation', { record: held('mediation', before), caller: officer }),
    )
    return result.outcome === 'applied' ? 'applied' : codes(result)
  }
  expect(conclude({})).toEqual(['/set/agreement required'])
  expect(conclude({ agreement: '各半' })).toBe('applied')
  expect(conclude({ oral: true })).toEqual(['/set/oralNote required'])
  expect(conclude({ oral: true, oralNote: '当场付清' })).toBe('applied')
  expect(conclude({ outcome: 'failed', agreement: '各半' })).toEqual(['/set/agreement hidden'])
  expect(conclude({ outcome: 'failed' })).toBe('applied')
  expect(conclude({ outcome: 'failed', concludedOn: '2026-03-01' })).toEqual(['/set/concludedOn dateOrder'])
})

test('an ID number whose check digit doesn’t fit only warns', () => {
  const result = make(
    'mediation',
    mediationData({
      parties: [
        { name: '甲某', side: 'A', idNumber: '110105194912310021' },
        { name: '乙某', side: 'B', idNumber: '11010519491231002X' },
      ],
    }),
  )
  expect(result).toMatchObject({
    outcome: 'applied',
    warnings: [{ path: '/set/parties/0/idNumber', code: 'checkDigit' }],
  })
})

test('a certificate’s state and the roles on a day', () => {
  expect(certificateOn(registers.dutiesOf(expired), '2026-01-08')).toEqual({ state: 'expired', until: '2025-12-31' })
  expect(certificateOn(registers.dutiesOf(chen), '2026-01-08')).toEqual({ state: 'valid', until: '2027-12-31' })
  expect(certificateOn(registers.dutiesOf(mediatorPerson), '2026-01-08')).toEqual({ state: 'none' })
  expect(rolesOn(registers.dutiesOf(gridOfficer), '2026-01-08')).toEqual(['grid'])
})

test('rules by themselves: what they find, and what only warns', () => {
  const data = inspectionData({ programme: 'administrative', officers: [chen, expired], resultToldOn: '2026-03-01' })
  expect(
    ruleProblems(kind('inspection'), data, { today: '2026-05-01', registers }).map((problem) => problem.code),
  ).toEqual(['certificateExpired', 'dateOrder'])
  expect(warningsOf(kind('enterprise'), { creditCode: '91350100M000100Y4Z' }, registers)).toEqual([
    { path: '/set/creditCode', code: 'checkDigit' },
  ])
  const deadline = { name: 'd', type: 'date', label: { zh: '', en: '' } } as const
  expect(futureProblems(deadline, '2026-05-03', '2026-05-02')).toHaveLength(1)
  expect(futureProblems({ ...deadline, future: true }, '2026-05-03', '2026-05-02')).toEqual([])
})

test('a person whom the registers don’t know yet is taken: the entry may still be on its way', () => {
  const find = (id: string) => (id === villageA ? registers.find(id) : undefined)
  const empty: Registers = { ...registers, find, dutiesOf: () => [] }
  expect(make('inspection', inspectionData({ programme: 'administrative' }), { registers: empty }).outcome).toBe(
    'applied',
  )
})

test('a text of nothing but spaces is no answer', () => {
  expect(codes(make('hazard', hazardData({ description: ' \u3000 ' })))).toEqual(['/set/description required'])
})
