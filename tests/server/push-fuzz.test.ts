import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kinds } from '../../src/domain/kinds/all.ts'
import { brokenLink } from '../../src/server/ledger/chain.ts'
import { change, newId, type Phone } from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'

let town: Town
let supervisor: Phone
beforeAll(async () => {
  town = await startTown()
  supervisor = await town.as('supervisor')
})
afterAll(() => town.server.close())

it('a device’s name that can’t be kept is a problem, never altered; a change’s own texts are its own', async () => {
  for (const deviceId of ['a\u0000b', 'a\ud800b']) {
    const { status, body } = await supervisor.push([], { deviceId })
    expect([status, body.errors]).toEqual([400, [{ path: '/deviceId', code: 'badText', message: expect.any(String) }]])
  }
  expect((await supervisor.push([{ 'a\u0000': '\ud800' }])).status).toBe(200)
})

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    '\u0000',
    '\ud800',
    1e308,
    -0,
    '2026-02-29',
    '9999-12-31',
    '０',
    {},
    [],
    [null],
    { id: null },
    [{ hash: 'x' }],
    '__proto__',
    { __proto__: null, a: '\u0000' },
  ),
)

/** A change that is mostly right, with one or two of its values, or members, replaced by anything. */
const spoilt = (): fc.Arbitrary<unknown> => {
  const fields = kinds.flatMap((kind) => kind.fields.map((field) => [kind.name, field.name] as const))
  return fc
    .record({
      at: fc.constantFrom(...fields),
      value: odd,
      member: fc.constantFrom(
        'id',
        'recordId',
        'kind',
        'was',
        'set',
        'madeAt',
        'by',
        'resolves',
        'kindVersion',
        'reason',
        'none',
        'none',
        'none',
        'none',
      ),
      other: odd,
    })
    .map(({ at: [kind, field], value, member, other }) => {
      const set =
        kind === 'mediation' ? mediation(town) : kind === 'inspection' ? inspection(town) : { status: 'active' }
      const made = change(kind, { ...set, [field]: value })
      return member === 'none' ? made : { ...made, [member]: other }
    })
}

it('any JSON gets an answer, one an item, in order; good neighbours are in; the log stays whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 1, arbitrary: odd }, { weight: 4, arbitrary: spoilt() }), { maxLength: 12 }),
      async (items) => {
        const [before, after] = [change('inspection', inspection(town)), change('inspection', inspection(town))]
        const { status, body } = await supervisor.push([before, ...items, after])
        expect(status).toBe(200)
        expect(body.results).toHaveLength(items.length + 2)
        expect([body.results[0].outcome, body.results.at(-1).outcome]).toEqual(['applied', 'applied'])
        expect(
          body.results.filter(
            (result: { outcome: string; problems?: { code: string }[] }) =>
              result.outcome === 'failed' && !result.problems,
          ),
        ).toEqual([])
      },
    ),
    {
      seed: Number(process.env['FUZZ_SEED'] ?? 54),
      numRuns: Number(process.env['FUZZ_RUNS'] ?? 60),
      endOnFailure: true,
    },
  )
  const { rows } = await town.server.owner.query(
    'select seq::int, id, outcome, digest, hash from changes where township = $1 order by seq',
    [town.township],
  )
  expect(rows.length).toBeGreaterThan(150)
  expect(brokenLink(town.township, rows)).toBeNull()
})

it('what is nested without end is refused, told and not kept', async () => {
  const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const made = change('inspection', {})
  const good = change('inspection', inspection(town))
  const body = `{"sentAt":"2026-03-10T12:00:00+08:00","changes":[{"id":"${made['id']}","recordId":"${newId()}","kind":"inspection","madeAt":"2026-03-10T12:00:00+08:00","set":{"findings":${nested}}},${JSON.stringify(good)}]}`
  const answer = await supervisor.send('POST', '/api/sync/push', body)
  expect(answer.body.results).toMatchObject([
    { changeId: made['id'], outcome: 'rejected', problems: [{ code: 'badChange' }] },
    { outcome: 'applied' },
  ])
  expect((await supervisor.send('PUT', '/api/session/password', `{"old":${nested},"new":"x"}`)).status).toBe(400)
})
