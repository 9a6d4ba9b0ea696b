import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Role, roles } from '../../src/domain/access/caller.ts'
import { fuzz, type Request } from './support/fuzz.ts'
import {
  change,
  makeAccount,
  makeTownship,
  mustBeApplied,
  newId,
  type Phone,
  phoneWith,
  signIn,
} from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'

const runs = Number(process.env['FUZZ_REQUESTS'] ?? 400)
const seed = Number(process.env['FUZZ_SEED'] ?? 20261125)

/** Stands in whatever the neighbours call theirs: no answer of ours may hold it. */
const mark = '东阳暗记'

let town: Town
let foreign: readonly string[]
beforeAll(async () => {
  town = await startTown()
  foreign = await makeNeighbours()
  mustBeApplied(await (await town.as('officer')).push([change('inspection', inspection(town))]))
  mustBeApplied(await (await town.as('mediator')).push([change('mediation', mediation(town))]))
  await holdSomething()
})
afterAll(() => town.server.close())

/** Another township with records, people, accounts and a device; the ids of all of it. */
async function makeNeighbours(): Promise<readonly string[]> {
  const { server } = town
  const theirs = await makeTownship(server, `${mark}镇`)
  const user = await makeAccount(server, { township: theirs, username: `${mark}主管`, roles: ['supervisor'] })
  const admin = await makeAccount(server, { township: theirs, username: `${mark}管理`, roles: ['admin'] })
  const phone = await signIn(server, `${mark}主管`, `${mark}手机`)
  const [village, person] = [newId(), newId()]
  const made = [
    change('village', { status: 'active', name: `${mark}村`, code: '411323100301' }, { recordId: village }),
    change('person', { status: 'active', name: mark, phone: '13900000000' }, { recordId: person }),
    change('mediation', mediation(town, { villageId: village, summary: mark, mediators: [person], status: 'draft' })),
    change(
      'inspection',
      inspection(town, {
        villageId: village,
        placeName: mark,
        enterpriseId: null,
        officers: [],
        status: 'draft',
      }),
    ),
  ]
  mustBeApplied(await phone.push(made))
  return [theirs, user, admin, `${mark}手机`, ...made.flatMap((one) => [String(one['id']), String(one['recordId'])])]
}

/** A change of a phone that was revoked since. */
async function holdSomething(): Promise<void> {
  const lost = await signIn(town.server, 'officer2', 'lost phone')
  await (await town.as('admin')).send('DELETE', '/api/devices/lost%20phone')
  await lost.push([change('inspection', inspection(town))])
}

/** A session of each role in turn, and none: one that a request of the administrator's has ended is made anew. */
function everyonesPhones() {
  const callers: readonly (Role | null)[] = [null, ...roles]
  const phones = new Map<Role, Phone>()
  let turn = 0
  let accounts = 0
  const phoneOf = async (role: Role): Promise<Phone> => {
    const known = phones.get(role)
    if (known) return known
    accounts += 1
    const username = `${role}-${accounts}`
    await makeAccount(town.server, { township: town.township, username, roles: [role] })
    const phone = await signIn(town.server, username)
    phones.set(role, phone)
    return phone
  }
  return {
    next: async (): Promise<{ readonly role: Role | null; readonly phone: Phone }> => {
      turn += 1
      const role = callers[turn % callers.length] ?? null
      return { role, phone: role ? await phoneOf(role) : phoneWith(town.server, '') }
    },
    forget: (role: Role): void => void phones.delete(role),
  }
}

it(
  'answers whatever comes, of whomever, with no 5xx, no stack and nothing of another township',
  async () => {
    const document = (await (await town.as('supervisor')).get('/api/openapi.json')).body
    const phones = everyonesPhones()
    const statuses: Record<string, number> = {}
    const send = async (request: Request) => {
      const { role, phone } = await phones.next()
      const answer = await town.server.app.inject({
        method: request.method,
        url: request.url,
        headers: { cookie: phone.cookie, ...request.headers },
        ...(request.payload === undefined ? {} : { payload: request.payload }),
      })
      statuses[`${role ?? 'nobody'} ${answer.statusCode}`] =
        (statuses[`${role ?? 'nobody'} ${answer.statusCode}`] ?? 0) + 1
      const isOut = /"code":"(notSignedIn|mustChangePassword)"/.test(answer.body)
      const isLogOut = request.method === 'DELETE' && request.url.startsWith('/api/session')
      if (role && (isOut || isLogOut)) phones.forget(role)
      if (!role && answer.statusCode < 400 && !isOpen(document, request)) throw new Error(`open to all: ${request.url}`)
      return answer
    }
    const check = (request: Request, answer: { readonly body: string }): string | null => {
      if (answer.body.includes(mark) && !asks(request, mark)) return 'a neighbour’s text'
      const told = foreign.find((id) => answer.body.includes(id) && !asks(request, id))
      return told === undefined ? null : `a neighbour’s id ${told}`
    }
    const began = performance.now()
    const counts = await fuzz(document, send, { seed, runs, known: foreign, check })
    if (process.env['FUZZ_REQUESTS'])
      console.warn(
        JSON.stringify({ seed, runs, seconds: Math.round((performance.now() - began) / 1000), statuses, counts }),
      )
    for (const role of roles) expect(Object.keys(statuses)).toContain(`${role} 200`)
    expect(Object.keys(statuses)).toContain('nobody 401')
    expect(new Set(Object.keys(counts).map((told) => told.split(' ')[2]))).toContain('400')
  },
  60_000 + runs * 100,
)

/** Whether a text of the answer stood in the request: a refusal may name what it refuses. */
function asks(request: Request, text: string): boolean {
  const sent = `${request.url} ${request.payload ?? ''}`
  return sent.includes(text) || sent.includes(encodeURIComponent(text))
}

type Paths = { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security?: unknown }>>>> }

/** Whether the document says that a call needs no session. */
function isOpen({ paths }: Paths, request: Request): boolean {
  const path = request.url.split('?')[0] ?? ''
  return Array.isArray(paths[path]?.[request.method.toLowerCase()]?.security)
}
