import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, makeAccount, makeTownship, newId, type Phone, signIn } from './support/server.ts'
import { sealChange, serverKey, type ServerKey } from './support/sealing.ts'
import { inspection, startTown, type Town } from './support/town.ts'

let town: Town
let key: ServerKey
let officer: Phone
let colleague: Phone
let ids: { readonly officer: string; readonly officer2: string; readonly monitor: string }

const idOf = async (phone: Phone): Promise<string> => (await phone.get('/api/session')).body.user.id

beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
  colleague = await town.as('officer2')
  key = await serverKey(officer)
  ids = {
    officer: await idOf(officer),
    officer2: await idOf(colleague),
    monitor: await idOf(await town.as('monitor')),
  }
})
afterAll(() => town.server.close())

const seal = (made: Record<string, unknown>, user = ids.officer, more: Parameters<typeof sealChange>[4] = {}) =>
  sealChange(key, town.township, user, made, more)
const pushOne = async (phone: Phone, item: unknown) => (await phone.push([item])).body.results[0]
const made = (set: Record<string, unknown> = {}) => change('inspection', inspection(town, set))
const kept = async (id: unknown) =>
  (
    await town.server.owner.query<{ by_user: string; outcome: string }>(
      'select by_user, outcome from changes where id = $1',
      [id],
    )
  ).rows

describe('one’s own sealed change', () => {
  it('is judged as if it came plain, and answered in full', async () => {
    const item = made()
    expect(await pushOne(officer, await seal(item))).toMatchObject({
      changeId: item['id'],
      recordId: item['recordId'],
      outcome: 'applied',
      version: 1,
      number: expect.stringContaining('西阳综检'),
    })
    expect(await kept(item['id'])).toEqual([{ by_user: ids.officer, outcome: 'applied' }])
  })

  it('has one answer, sealed anew or plain, and another body none', async () => {
    const item = made()
    const first = await pushOne(officer, await seal(item))
    expect(await pushOne(officer, await seal(item))).toEqual(first)
    expect(await pushOne(officer, item)).toEqual(first)
    const turned = Object.fromEntries(Object.entries(item).toReversed())
    expect(await pushOne(officer, await seal(turned))).toEqual(first)
    const other = { ...item, reason: '改' }
    expect(await pushOne(officer, await seal(other))).toMatchObject({ problems: [{ code: 'idReused' }] })
  })

  it('came plain first: the sealed one has the same answer', async () => {
    const item = made()
    const first = await pushOne(officer, item)
    expect(first.outcome).toBe('applied')
    expect(await pushOne(officer, await seal(item))).toEqual(first)
  })

  it('is told what is wrong with it', async () => {
    const result = await pushOne(officer, await seal(made({ date: '2026-04-01' })))
    expect(result).toMatchObject({ outcome: 'rejected', problems: [{ path: '/set/date', code: 'futureDate' }] })
  })

  it('stands under a receipt as well', async () => {
    const item = made()
    expect((await pushOne(officer, { change: await seal(item), receipt: 'x' })).outcome).toBe('applied')
  })
})

describe('a colleague’s', () => {
  const bare = (item: Record<string, unknown>, outcome: string) => ({
    changeId: item['id'],
    recordId: null,
    outcome,
    version: null,
  })

  it('is its sealer’s, and its carrier is told the outcome alone', async () => {
    const item = made()
    const sealed = await seal(item)
    expect(await pushOne(colleague, sealed)).toEqual(bare(item, 'applied'))
    expect(await pushOne(colleague, sealed)).toEqual(bare(item, 'applied'))
    expect(await kept(item['id'])).toEqual([{ by_user: ids.officer, outcome: 'applied' }])
    expect(await pushOne(officer, item)).toMatchObject({ outcome: 'applied', version: 1, number: expect.any(String) })
  })

  it('has the sealer’s rights, not the carrier’s', async () => {
    const may = made()
    expect(await pushOne(await town.as('monitor'), await seal(may))).toEqual(bare(may, 'applied'))
    const mayNot = made()
    expect(await pushOne(officer, await seal(mayNot, ids.monitor))).toEqual(bare(mayNot, 'rejected'))
    expect(await kept(mayNot['id'])).toEqual([{ by_user: ids.monitor, outcome: 'rejected' }])
  })

  it('tells its carrier nothing of what is wrong, of conflicts, of a change with the same id', async () => {
    const wrong = made({ date: '2026-04-01' })
    expect(await pushOne(colleague, await seal(wrong))).toEqual(bare(wrong, 'rejected'))
    const first = made()
    await officer.push([first])
    const { recordId } = first
    const edit = change('inspection', { findings: '甲' }, { recordId, was: { findings: '乙' } })
    expect(await pushOne(colleague, await seal(edit))).toEqual(bare(edit, 'conflict'))
    const again = { ...first, reason: '改' }
    expect(await pushOne(colleague, await seal(again))).toEqual(bare(first, 'rejected'))
    const early = change('inspection', { findings: '甲' }, { was: { findings: null } })
    expect(await pushOne(colleague, await seal(early))).toEqual(bare(early, 'waiting'))
  })

  it('whose inside says somebody else is refused and not kept', async () => {
    const item: Record<string, unknown> = { ...made(), by: ids.officer2 }
    expect(await pushOne(officer, await seal(item))).toMatchObject({ problems: [{ path: '/by', code: 'notYours' }] })
    expect(await pushOne(colleague, await seal(item))).toEqual(bare(item, 'rejected'))
    expect(await kept(item['id'])).toEqual([])
    const own: Record<string, unknown> = { ...made(), by: ids.officer }
    expect(await pushOne(colleague, await seal(own))).toEqual(bare(own, 'applied'))
  })

  it('that is no change inside says so and no more', async () => {
    const item = { id: newId(), recordId: newId(), kind: 'inspection' }
    expect(await pushOne(colleague, await seal(item))).toEqual({
      ...bare(item, 'rejected'),
      problems: [expect.objectContaining({ path: '/sealed', code: 'badChange' })],
    })
  })
})

describe('another township', () => {
  it('neither carries nor is carried', async () => {
    const theirs = await makeTownship(town.server, '北阳镇')
    const them = await makeAccount(town.server, { township: theirs, username: 'north', roles: ['supervisor'] })
    const north = await signIn(town.server, 'north', 'a phone in the north')
    const item = made()
    const notYours = { outcome: 'rejected', problems: [{ path: '/sealed/user', code: 'notYours' }] }
    expect(await pushOne(north, await seal(item))).toMatchObject(notYours)
    expect(await pushOne(officer, await sealChange(key, theirs, them, made()))).toMatchObject(notYours)
    expect(await pushOne(officer, await seal(made(), newId()))).toMatchObject(notYours)
    expect(await pushOne(officer, await seal(made(), 'nobody\u0000'))).toMatchObject(notYours)
    expect(await kept(item['id'])).toEqual([])
  })
})

describe('what can’t be opened', () => {
  const refused = { outcome: 'rejected', recordId: null, problems: [{ path: '/sealed', code: 'badChange' }] }
  const turn = (text: string): string => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`

  it.each<[string, (item: Record<string, unknown>) => Promise<unknown>]>([
    [
      'bound to another user',
      (item) => seal(item, ids.officer, { aad: `${town.township}|${ids.officer2}|${item['id']}` }),
    ],
    [
      'bound to another township',
      (item) => seal(item, ids.officer, { aad: `${newId()}|${ids.officer}|${item['id']}` }),
    ],
    ['for another purpose', (item) => seal(item, ids.officer, { info: 'gridbook recovery 1' })],
    ['no JSON', (item) => seal(item, ids.officer, { text: '{' })],
    ['no object', (item) => seal(item, ids.officer, { text: '[1]' })],
    ['nothing with an id', (item) => seal(item, ids.officer, { text: '{}' })],
    ['a change under a receipt inside', (item) => seal(item, ids.officer, { text: JSON.stringify({ change: item }) })],
    [
      'altered',
      async (item) => {
        const { id, sealed } = await seal(item)
        return { id, sealed: { ...sealed, ct: turn(sealed['ct'] ?? '') } }
      },
    ],
    [
      'another’s name on it',
      async (item) => {
        const { id, sealed } = await seal(item)
        return { id, sealed: { ...sealed, user: ids.officer2 } }
      },
    ],
    ['another id on it', async (item) => ({ ...(await seal(item)), id: newId() })],
    [
      'no point of the curve',
      async (item) => {
        const { id, sealed } = await seal(item)
        return { id, sealed: { ...sealed, enc: turn(sealed['enc'] ?? '') } }
      },
    ],
    ['something beside it', async (item) => ({ ...(await seal(item)), receipt: 'x' })],
  ])('%s: badChange, and the id stays free', async (_, spoil) => {
    const item = made()
    expect(await pushOne(colleague, await spoil(item))).toMatchObject(refused)
    expect(await kept(item['id'])).toEqual([])
    expect((await pushOne(officer, item)).outcome).toBe('applied')
  })

  it('another id inside', async () => {
    const item = made()
    const other = newId()
    expect(await pushOne(officer, await seal(item, ids.officer, { id: other }))).toMatchObject({
      changeId: other,
      outcome: 'rejected',
      problems: [{ path: '/sealed', code: 'badId' }],
    })
    expect(await kept(other)).toEqual([])
  })

  it('a key that nobody knows: it is kept by the phone and sealed anew', async () => {
    for (const keyId of ['nobodyknows', 'a\u0000b', '', 'x'.repeat(1000)]) {
      const { id, sealed } = await seal(made())
      expect(await pushOne(officer, { id, sealed: { ...sealed, keyId } })).toMatchObject({
        changeId: id,
        outcome: 'failed',
        problems: [{ path: '/sealed/keyId', code: 'unknownKey' }],
      })
    }
  })

  it('the change inside may hold 256 KiB, however it is written', async () => {
    const big = made({ findings: '长'.repeat(90_000) })
    expect(await pushOne(officer, await seal(big))).toMatchObject({
      outcome: 'rejected',
      problems: [{ code: 'tooLong' }],
    })
    const item = made()
    const spaced = `${JSON.stringify(item)}${' '.repeat(300_000)}`
    expect((await pushOne(officer, await seal(item, ids.officer, { text: spaced }))).outcome).toBe('applied')
  })

  it('one nested too deeply', async () => {
    const item = made()
    const deep = JSON.stringify({ ...item, set: 0 }).replace(
      '"set":0',
      `"set":${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    )
    const result = await pushOne(officer, await seal(item, ids.officer, { text: deep }))
    expect(result).toMatchObject({ outcome: 'rejected', problems: [{ code: 'badChange' }] })
  })
})

it('a batch of several people’s, sealed and plain, is judged and answered in its order', async () => {
  const [first, second, third] = [made(), made(), made()]
  const edit = (was: string, is: string) =>
    change('inspection', { findings: is }, { recordId: first['recordId'], was: { findings: was } })
  const [a, b, c] = [edit('消防通道畅通', '甲'), edit('甲', '乙'), edit('乙', '丙')]
  const mixed = [
    await seal(first),
    a,
    await seal(b),
    { id: newId(), sealed: 7 },
    await seal(second, ids.officer2),
    await seal(c, ids.monitor),
    'nothing',
    third,
    await seal(first),
  ]
  const { status, body } = await colleague.push(mixed)
  expect(status).toBe(200)
  const brief = body.results.map((one: { changeId: unknown; outcome: unknown; version: unknown }) => [
    one.changeId,
    one.outcome,
    one.version,
  ])
  const at = (index: number): unknown => (mixed[index] as { id: string }).id
  expect(brief).toEqual([
    [first['id'], 'applied', null],
    [a['id'], 'applied', 2],
    [b['id'], 'applied', null],
    [at(3), 'rejected', null],
    [second['id'], 'applied', 1],
    [c['id'], 'rejected', null],
    [null, 'rejected', null],
    [third['id'], 'applied', 1],
    [first['id'], 'applied', null],
  ])
  const { rows } = await town.server.owner.query<{ id: string; seq: string }>(
    'select id from changes where id = any($1) order by seq',
    [[first, a, b, second, c, third].map((one) => one['id'])],
  )
  expect(rows.map(({ id }) => id)).toEqual([first, a, b, second, c, third].map((one) => one['id']))
})

it('whatever stands in `sealed`, each item has its answer and nothing breaks', async () => {
  const good = await seal(made())
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('\u0000', '\ud800', '', 'A'.repeat(5000)))
  const spoilt = fc
    .tuple(fc.constantFrom('alg', 'keyId', 'user', 'enc', 'ct', 'more'), odd)
    .map(([member, value]) => ({ id: good.id, sealed: { ...good.sealed, [member]: value } }))
  const beside = fc
    .tuple(fc.constantFrom('id', 'recordId', 'by', 'was', 'set', 'kind', 'change', 'receipt'), odd)
    .map(([member, value]) => ({ ...good, [member]: value }))
  const items = fc.array(
    fc.oneof(
      spoilt,
      beside,
      odd.map((sealed) => ({ id: good.id, sealed })),
    ),
    { maxLength: 20 },
  )
  await fc.assert(
    fc.asyncProperty(items, async (batch) => {
      const { status, body } = await colleague.push(batch)
      expect(status).toBe(200)
      expect(body.results.length).toBe(batch.length)
      for (const result of body.results) expect(['applied', 'rejected', 'failed']).toContain(result.outcome)
    }),
    { numRuns: 60, seed: 20260310 },
  )
})
