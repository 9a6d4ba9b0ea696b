import { type Role, roles } from '../../../src/domain/access/caller.ts'
import { change, makeAccount, makeTownship, mustBeApplied, newId, type Phone, phoneWith, signIn } from './server.ts'
import { inspection, mediation, startTown, type Town } from './town.ts'

/** What a call is about, as seen from a caller of the first township, whose officer has the first village only. */
export const subjects = ['own', 'other village', 'other township'] as const
export type Subject = (typeof subjects)[number]

/** A township with a neighbour, and the same records in each place: three of every kind of subject. */
export type Ground = {
  readonly town: Town
  readonly records: {
    readonly [kind in 'inspection' | 'mediation' | 'enterprise']: { readonly [of in Subject]: string }
  }
  readonly as: (role: Role | 'nobody') => Promise<Phone>
  readonly close: () => Promise<void>
}

export async function prepareGround(): Promise<Ground> {
  const town = await startTown()
  const { server } = town
  const theirs = await makeTownship(server, '东阳镇')
  await makeAccount(server, { township: theirs, username: 'neighbour', roles: ['supervisor'] })
  const neighbour = await signIn(server, 'neighbour', 'a phone over there')
  const village = newId()
  mustBeApplied(
    await neighbour.push([
      change('village', { status: 'active', name: '邻村', code: '411323100301' }, { recordId: village }),
    ]),
  )
  const [officer, mediator, supervisor] = [
    await town.as('officer'),
    await town.as('mediator'),
    await town.as('supervisor'),
  ]
  const make = async (phone: Phone, kind: string, set: Record<string, unknown>): Promise<string> => {
    const made = change(kind, set)
    mustBeApplied(await phone.push([made]))
    return String(made['recordId'])
  }
  const elsewhere = { villageId: village, enterpriseId: null, officers: [], status: 'draft' }
  const enterprise = (villageId: string) => ({ status: 'active', name: '某企业', type: 'enterprise', villageId })
  return {
    town,
    records: {
      inspection: {
        own: await make(officer, 'inspection', inspection(town)),
        'other village': await make(
          supervisor,
          'inspection',
          inspection(town, { villageId: town.villageB, enterpriseId: null }),
        ),
        'other township': await make(neighbour, 'inspection', inspection(town, elsewhere)),
      },
      mediation: {
        own: await make(mediator, 'mediation', mediation(town)),
        'other village': await make(
          supervisor,
          'mediation',
          mediation(town, { villageId: town.villageB, mediators: [town.judgePerson] }),
        ),
        'other township': await make(
          neighbour,
          'mediation',
          mediation(town, { villageId: village, mediators: [], status: 'draft' }),
        ),
      },
      enterprise: {
        own: await make(supervisor, 'enterprise', enterprise(town.villageA)),
        'other village': await make(supervisor, 'enterprise', enterprise(town.villageB)),
        'other township': await make(neighbour, 'enterprise', enterprise(village)),
      },
    },
    as: async (role) => (role === 'nobody' ? phoneWith(server, '') : town.as(role)),
    close: () => server.close(),
  }
}

/** One line of the matrix: what each role is answered, for each subject where the call has one. */
export type Row = {
  readonly call: string
  readonly about: string
  readonly expected: { readonly [role: string]: readonly string[] }
}

export const everyone: readonly (Role | 'nobody')[] = ['nobody', ...roles]

/** Reads the matrix: a table with a column a role, the answers of a cell in the order of `subjects`. */
export const readMatrix = (table: string): readonly Row[] => {
  const [head = [], ...lines] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return lines.map(([call = '', about = '', ...cells]) => ({
    call,
    about,
    expected: Object.fromEntries(head.slice(2).map((role, index) => [role, (cells[index] ?? '').split(/\s+/)])),
  }))
}
