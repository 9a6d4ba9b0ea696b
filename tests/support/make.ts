import { stateCouncil } from '../../src/domain/calendar/state-council.ts'
import type { Caller } from '../../src/domain/access/caller.ts'
import type { Held } from '../../src/domain/access/rights.ts'
import { kindNamed } from '../../src/domain/kinds/all.ts'
import type { Kind } from '../../src/domain/kinds/kind.ts'
import type { Change } from '../../src/domain/record/change.ts'
import type { JudgeContext, Judgement } from '../../src/domain/record/judge.ts'
import { judge } from '../../src/domain/record/judge.ts'
import type { KnownRecord, Registers } from '../../src/domain/record/registers.ts'
import type { Data } from '../../src/domain/value.ts'

/** An id that reads as what it is: `uuid(7)`. */
export const uuid = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const township = uuid(0xf000)
export const villageA = uuid(0xa1)
export const villageB = uuid(0xa2)
export const villageElsewhere = uuid(0xa9)
export const enterpriseA = uuid(0xe1)
export const chen = uuid(0xb1)
export const du = uuid(0xb2)
export const expired = uuid(0xb3)
export const gridOfficer = uuid(0xb4)
export const mediatorPerson = uuid(0xb5)
export const judgePerson = uuid(0xb6)

export const must = <T>(value: T | undefined | null): T => {
  if (value === undefined || value === null) throw new Error('expected something')
  return value
}

export const kind = (name: string): Kind => must(kindNamed(name))

const duty = (n: number, personId: string, role: string, more: Data = {}): KnownRecord => ({
  id: uuid(0xd00 + n),
  kind: 'duty',
  status: 'active',
  data: { status: 'active', personId, role, from: '2020-01-01', ...more },
})
const person = (id: string, name: string): KnownRecord => ({
  id,
  kind: 'person',
  status: 'active',
  data: { status: 'active', name },
})
const valid: Data = { certificateFrom: '2022-01-01', certificateUntil: '2027-12-31' }

export const duties: readonly KnownRecord[] = [
  duty(1, chen, 'enforcement', valid),
  duty(2, du, 'enforcement', valid),
  duty(3, expired, 'enforcement', { certificateFrom: '2022-01-01', certificateUntil: '2025-12-31' }),
  duty(4, gridOfficer, 'grid'),
  duty(5, mediatorPerson, 'mediator'),
  duty(6, judgePerson, 'judge'),
]

const known: readonly KnownRecord[] = [
  {
    id: villageA,
    kind: 'village',
    status: 'active',
    data: { status: 'active', name: '石盘沟村', code: '411323100201' },
  },
  { id: villageB, kind: 'village', status: 'active', data: { status: 'active', name: '柳泉村', code: '411323100202' } },
  {
    id: enterpriseA,
    kind: 'enterprise',
    status: 'active',
    data: { status: 'active', name: '禾丰菌业', type: 'enterprise', villageId: villageA },
  },
  person(chen, '陈禾'),
  person(du, '杜望川'),
  person(expired, '周启明'),
  person(gridOfficer, '林知远'),
  person(mediatorPerson, '袁静'),
  person(judgePerson, '解维'),
  ...duties,
]

export const registers: Registers = {
  calendar: stateCouncil,
  find: (id) => known.find((record) => record.id === id),
  dutiesOf: (personId) => duties.filter((record) => record.data['personId'] === personId),
}

const account = (n: number, roles: Caller['roles'], personId: string | null, villages: readonly string[]): Caller => ({
  userId: uuid(0xc00 + n),
  township,
  roles,
  personId,
  villages,
})

export const officer = account(1, ['officer'], chen, [villageA])
export const officer2 = account(2, ['officer'], du, [villageA, villageB])
export const mediator = account(3, ['mediator'], mediatorPerson, [villageA, villageB])
export const gridJudge = account(4, ['mediator'], judgePerson, [villageA, villageB])
export const supervisor = account(5, ['supervisor'], null, [villageA, villageB])
export const monitor = account(6, ['monitor'], null, [villageA, villageB])
export const auditor = account(7, ['auditor'], null, [villageA, villageB])
export const reviewer = account(8, ['reviewer'], null, [villageA, villageB])
export const county = account(9, ['county'], null, [villageA, villageB])
export const admin = account(10, ['admin'], null, [villageA, villageB])

export const inspectionData = (more: Data = {}): Data => ({
  status: 'submitted',
  date: '2026-03-05',
  villageId: villageA,
  programme: 'safety',
  checkType: 'routine',
  taskSource: 'plan',
  matter: 'workSafety',
  enterpriseId: enterpriseA,
  placeName: '一号车间',
  officers: [chen, du],
  certificatesShown: true,
  result: 'clear',
  exemption: 'none',
  signatureRefused: true,
  refusalReason: '负责人外出',
  ...more,
})

export const hazardData = (more: Data = {}): Data => ({
  status: 'found',
  origin: 'safety',
  placeName: '一号车间',
  villageId: villageA,
  foundOn: '2026-03-05',
  grade: 'general',
  category: 'fire',
  description: '灭火器过期两具',
  deadline: '2026-03-20',
  ...more,
})

export const mediationData = (more: Data = {}): Data => ({
  status: 'accepted',
  acceptedOn: '2026-04-01',
  villageId: villageA,
  disputeType: 'neighbour',
  track: 'people',
  parties: [
    { name: '甲某', side: 'A' },
    { name: '乙某', side: 'B' },
  ],
  summary: '屋檐滴水纠纷',
  mediators: [mediatorPerson],
  ...more,
})

export const creation = (name: string, set: Data, more: Partial<Change> = {}): Change => ({
  id: uuid(1),
  recordId: uuid(2),
  kind: name,
  set,
  madeAt: '2026-03-05T10:00:00+08:00',
  ...more,
})

export const edit = (name: string, was: Data, set: Data, more: Partial<Change> = {}): Change => ({
  ...creation(name, set, more),
  was,
})

export const context = (name: string, more: Partial<JudgeContext> = {}): JudgeContext => ({
  kind: kind(name),
  record: null,
  caller: officer,
  registers,
  today: '2026-05-01',
  ...more,
})

export const held = (kindName: string, data: Data, authorId = officer.userId): Held & { kind: string } => ({
  kind: kindName,
  authorId,
  status: String(data['status']),
  data,
})

/** The problems' codes by path: `/set/date futureDate`. */
export const codes = (judgement: Judgement): readonly string[] =>
  'problems' in judgement ? judgement.problems.map((problem) => `${problem.path} ${problem.code}`) : []

/** What becomes of a creation by the officer. */
export const make = (name: string, data: Data, more: Partial<JudgeContext> = {}): Judgement =>
  judge(creation(name, data), context(name, more))
