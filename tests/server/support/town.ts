import {
  change,
  makeAccount,
  makeTownship,
  newId,
  type Phone,
  signIn,
  startTestServer,
  type TestServer,
} from './server.ts'

/** A small township on a server: two villages, an enterprise, people with duties, an account of each role. */
export type Town = {
  readonly server: TestServer
  readonly township: string
  readonly villageA: string
  readonly villageB: string
  readonly enterprise: string
  readonly officer1: string
  readonly officer2: string
  readonly mediatorPerson: string
  readonly judgePerson: string
  readonly as: (username: string) => Promise<Phone>
}

const roles = ['officer', 'mediator', 'monitor', 'supervisor', 'auditor', 'admin', 'reviewer', 'county'] as const

export async function startTown(options: Parameters<typeof startTestServer>[0] = {}): Promise<Town> {
  const server = await startTestServer(options)
  const township = await makeTownship(server, '西阳镇')
  const [villageA, villageB, enterprise, officer1, officer2, mediatorPerson, judgePerson] = Array.from(
    { length: 7 },
    newId,
  ) as [string, string, string, string, string, string, string]
  await makeAccount(server, { township, username: 'supervisor', roles: ['supervisor'] })
  await makeAccount(server, {
    township,
    username: 'officer',
    roles: ['officer'],
    personId: officer1,
    villages: [villageA],
  })
  await makeAccount(server, {
    township,
    username: 'officer2',
    roles: ['officer'],
    personId: officer2,
    villages: [villageA],
  })
  await makeAccount(server, { township, username: 'officerB', roles: ['officer'], villages: [villageB] })
  await makeAccount(server, { township, username: 'mediator', roles: ['mediator'], personId: mediatorPerson })
  await makeAccount(server, { township, username: 'judge', roles: ['mediator'], personId: judgePerson })
  for (const role of roles) {
    if (!['officer', 'mediator', 'supervisor'].includes(role))
      await makeAccount(server, { township, username: role, roles: [role] })
  }
  const phones = new Map<string, Phone>()
  const as = async (username: string): Promise<Phone> => {
    const phone = phones.get(username) ?? (await signIn(server, username, `phone of ${username}`))
    phones.set(username, phone)
    return phone
  }
  const duty = (personId: string, role: string, more: Record<string, unknown> = {}) =>
    change('duty', { status: 'active', personId, role, from: '2020-01-01', ...more })
  const certified = {
    specialty: 'fire',
    certificateNumber: 'A1',
    certificateFrom: '2020-01-01',
    certificateUntil: '2028-12-31',
  }
  const registers = [
    change('township', { status: 'active', name: '西阳镇', letters: '西阳', firstYear: 2025 }),
    change('village', { status: 'active', name: '石盘沟村', code: '411323100201' }, { recordId: villageA }),
    change('village', { status: 'active', name: '柳泉村', code: '411323100202' }, { recordId: villageB }),
    change(
      'enterprise',
      { status: 'active', name: '禾丰菌业', type: 'enterprise', villageId: villageA },
      { recordId: enterprise },
    ),
    ...[officer1, officer2, mediatorPerson, judgePerson].map((id, index) =>
      change(
        'person',
        { status: 'active', name: ['陈禾', '杜望川', '袁静', '解维'][index], phone: `1380000000${index}` },
        { recordId: id },
      ),
    ),
    duty(officer1, 'enforcement', certified),
    duty(officer2, 'enforcement', certified),
    duty(mediatorPerson, 'mediator'),
    duty(judgePerson, 'judge'),
  ]
  const { body } = await (await as('supervisor')).push(registers)
  const refused = body.results.filter((result: { outcome: string }) => result.outcome !== 'applied')
  if (refused.length > 0) throw new Error(`registers: ${JSON.stringify(refused)}`)
  return { server, township, villageA, villageB, enterprise, officer1, officer2, mediatorPerson, judgePerson, as }
}

/** An inspection that is accepted from the officer of village A. */
export const inspection = (town: Town, set: Record<string, unknown> = {}) => ({
  status: 'submitted',
  date: '2026-03-05',
  villageId: town.villageA,
  programme: 'safety',
  checkType: 'routine',
  taskSource: 'plan',
  matter: 'workSafety',
  enterpriseId: town.enterprise,
  placeName: '一号车间',
  officers: [town.officer1, town.officer2],
  certificatesShown: true,
  result: 'clear',
  findings: '消防通道畅通',
  exemption: 'none',
  signatureRefused: true,
  refusalReason: '负责人外出',
  ...set,
})

/** A mediation that is accepted from the mediator. */
export const mediation = (town: Town, set: Record<string, unknown> = {}) => ({
  status: 'accepted',
  acceptedOn: '2026-03-01',
  villageId: town.villageA,
  disputeType: 'neighbour',
  track: 'people',
  parties: [
    { name: '张三', side: 'A', phone: '13812341234' },
    { name: '李四', side: 'B' },
  ],
  summary: '屋檐滴水纠纷',
  mediators: [town.mediatorPerson],
  ...set,
})
