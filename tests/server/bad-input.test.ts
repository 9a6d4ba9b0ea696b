import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, newId, type Phone } from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'

let town: Town
let officer: Phone
beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
})
afterAll(() => town.server.close())

type Result = {
  changeId: string | null
  recordId: string | null
  outcome: string
  version: number | null
  problems?: { path: string; code: string; message: string }[]
}

/** Pushes the item between two good ones: whatever becomes of it, they are in. */
async function pushBetween(item: unknown, phone: Phone = officer): Promise<Result> {
  const [before, after] = [change('inspection', inspection(town)), change('inspection', inspection(town))]
  const { status, body } = await phone.push([before, item, after])
  expect(status).toBe(200)
  expect(body.results).toHaveLength(3)
  expect(body.results[0]).toMatchObject({ changeId: before['id'], outcome: 'applied', version: 1 })
  expect(body.results[2]).toMatchObject({ changeId: after['id'], outcome: 'applied', version: 1 })
  return body.results[1] as Result
}

const codes = (result: Result): string[] => (result.problems ?? []).map((problem) => `${problem.path} ${problem.code}`)

describe('an item that is no change', () => {
  it.each([[null], [5], ['x'], [[]], [true], [{}], [{ id: 7 }], [{ id: 'no uuid', set: {} }]])(
    '%j is rejected, without a change id',
    async (item) => {
      const result = await pushBetween(item)
      expect(result).toMatchObject({ changeId: null, outcome: 'rejected', version: null })
      expect(result.problems?.length).toBeGreaterThan(0)
      expect(result.problems?.[0]?.message).toMatch(/[一-龥]/)
    },
  )

  it('keeps what has an id, with its problems', async () => {
    const id = newId()
    const result = await pushBetween({ id, recordId: newId(), kind: 'inspection', set: 5, madeAt: 'yesterday' })
    expect(result).toMatchObject({ changeId: id, outcome: 'rejected' })
    expect(codes(result)).toEqual(['/set badChange', '/madeAt badChange'])
    const attention = await officer.get('/api/sync/attention')
    expect(attention.body.items.find((item: { changeId: string }) => item.changeId === id)).toMatchObject({
      outcome: 'rejected',
      kind: null,
    })
  })

  it('was: null is badChange', async () => {
    expect(codes(await pushBetween(change('inspection', inspection(town), { was: null })))).toEqual(['/was badChange'])
  })
})

describe('a change that can’t stand', () => {
  /** What it is rejected with, its id told and nothing applied. */
  const rejection = async (item: Record<string, unknown>, phone = officer): Promise<string[]> => {
    const result = await pushBetween(item, phone)
    if (result.outcome !== 'rejected' || result.changeId !== item['id'] || result.version !== null)
      throw new Error(`not rejected: ${JSON.stringify(result)}`)
    return codes(result)
  }
  it('an unknown kind', async () => {
    expect(await rejection(change('spaceship', { status: 'active' }))).toContain('/kind unknownKind')
  })
  it('a kind that a newer app knows fails, to be sent again', async () => {
    const result = await pushBetween(change('spaceship', { status: 'active' }, { kindVersion: 1 }))
    expect(result).toMatchObject({ outcome: 'failed', problems: [{ code: 'newerKind' }] })
  })
  it('an unknown field', async () => {
    expect(await rejection(change('inspection', inspection(town, { colour: 'red' })))).toContain(
      '/set/colour unknownField',
    )
  })
  it('a field of a newer version fails, to be sent again', async () => {
    const result = await pushBetween(change('inspection', inspection(town, { colour: 'red' }), { kindVersion: 99 }))
    expect(result).toMatchObject({ outcome: 'failed', problems: [{ code: 'newerKind' }] })
  })
  it('a missing required field', async () => {
    expect(await rejection(change('inspection', inspection(town, { placeName: undefined })))).toContain(
      '/set/placeName required',
    )
  })
  it('a date in 2125', async () => {
    expect(await rejection(change('inspection', inspection(town, { date: '2125-01-01' })))).toContain(
      '/set/date futureDate',
    )
  })
  it('a day that doesn’t exist', async () => {
    expect(await rejection(change('inspection', inspection(town, { date: '2026-02-30' })))).toContain(
      '/set/date wrongType',
    )
  })
  it('a village of another township', async () => {
    expect(await rejection(change('inspection', inspection(town, { villageId: newId() })))).toContain(
      '/set/villageId otherTownship',
    )
  })
  it('a village out of scope', async () => {
    expect(await rejection(change('inspection', inspection(town, { villageId: town.villageB })))).toContain(
      '/set/villageId notAllowed',
    )
  })
  it('a number as text, a text as number', async () => {
    expect(await rejection(change('inspection', inspection(town, { placeName: 12 })))).toContain(
      '/set/placeName wrongType',
    )
    expect(
      await rejection(
        change('township', { status: 'active', name: 'x', letters: 'x', firstYear: '2025' }),
        await town.as('supervisor'),
      ),
    ).toContain('/set/firstYear wrongType')
  })
  it('a choice that isn’t one', async () => {
    expect(await rejection(change('inspection', inspection(town, { programme: 'fun' })))).toContain(
      '/set/programme badChoice',
    )
  })
  it('U+0000 in a text', async () => {
    expect(await rejection(change('inspection', inspection(town, { placeName: 'a\u0000b' })))).toContain(
      '/set/placeName badText',
    )
  })
  it('a lone surrogate in a text', async () => {
    expect(await rejection(change('inspection', inspection(town, { placeName: 'a\ud800' })))).toContain(
      '/set/placeName badText',
    )
  })
  it('a field named with U+0000', async () => {
    const item = change('inspection', inspection(town, { 'a\u0000\ud800': 1 }))
    expect(await pushBetween(item)).toMatchObject({
      changeId: item['id'],
      outcome: 'rejected',
      problems: [{ code: 'unknownField' }],
    })
  })
  it('a field named __proto__', async () => {
    const item = JSON.parse(
      JSON.stringify(change('inspection', inspection(town))).replace('"status"', '"__proto__":{"polluted":1},"status"'),
    ) as Record<string, unknown>
    expect(codes(await pushBetween(item))).toContain('/set/__proto__ unknownField')
  })
  it('one officer where two are needed', async () => {
    expect(
      await rejection(
        change('inspection', inspection(town, { programme: 'administrative', officers: [town.officer1] })),
      ),
    ).toContain('/set/officers tooFew')
  })
  it('an officer without a certificate', async () => {
    expect(
      await rejection(
        change(
          'inspection',
          inspection(town, { programme: 'administrative', officers: [town.officer1, town.judgePerson] }),
        ),
      ),
    ).toContain('/set/officers/1 certificateExpired')
  })
  it('what its conditions hide', async () => {
    expect(await rejection(change('inspection', inspection(town, { exemptionClause: 'x' })))).toContain(
      '/set/exemptionClause hidden',
    )
  })
  it('a state that is skipped', async () => {
    const made = change('mediation', mediation(town))
    const mediator = await town.as('mediator')
    await mediator.push([made])
    const skip = change(
      'mediation',
      { status: 'performed', performedOn: '2026-03-02' },
      { recordId: made['recordId'], was: { status: 'accepted', performedOn: null } },
    )
    expect((await mediator.push([skip])).body.results[0]).toMatchObject({
      outcome: 'rejected',
      problems: expect.arrayContaining([expect.objectContaining({ code: 'badTransition' })]),
    })
  })
  it('a taken record id, an edit without `was`', async () => {
    const first = change('inspection', inspection(town))
    await officer.push([first])
    expect(await rejection(change('inspection', inspection(town), { recordId: first['recordId'] }))).toContain(
      '/recordId idTaken',
    )
    expect(await rejection(change('inspection', { findings: '改' }, { recordId: first['recordId'] }))).toContain(
      '/recordId idTaken',
    )
  })
  it('a record that one may not see isn’t there', async () => {
    const made = change('mediation', mediation(town))
    await (await town.as('mediator')).push([made])
    expect(
      await rejection(change('mediation', { source: 'x' }, { recordId: made['recordId'], was: { source: null } })),
    ).toContain('/recordId notFound')
    expect(
      await rejection(change('enterprise', { name: 'x' }, { recordId: made['recordId'], was: { name: null } })),
    ).toEqual(['/recordId notFound'])
  })
  it('a role that logs nothing', async () => {
    const { body } = await (await town.as('monitor')).push([change('inspection', inspection(town))])
    expect(body.results[0]).toMatchObject({ outcome: 'rejected', problems: [{ path: '/kind', code: 'notAllowed' }] })
  })
  it('somebody else’s change is not even kept', async () => {
    const item = change('inspection', inspection(town), { by: newId() })
    expect(codes(await pushBetween(item))).toEqual(['/by notYours'])
    const { rowCount } = await town.server.owner.query('select 1 from changes where id = $1', [item['id']])
    expect(rowCount).toBe(0)
  })
  it('a change above 256 KiB', async () => {
    expect(await rejection(change('inspection', inspection(town, { findings: '长'.repeat(90_000) })))).toContain(
      ' tooLong',
    )
  })
  it('a sealed one waits for a key', async () => {
    expect(
      await pushBetween({ id: newId(), sealed: { alg: 'x', keyId: 'y', user: 'z', enc: '', ct: '' } }),
    ).toMatchObject({ outcome: 'failed', problems: [{ code: 'unknownKey' }] })
  })
})

it('the body of what is refused is kept to the letter', async () => {
  const item = change('inspection', inspection(town, { placeName: 'a\u0000b\ud800' }))
  await officer.push([item])
  const { rows } = await town.server.owner.query<{ body: string }>(
    'select body from change_bodies where change_id = $1',
    [item['id']],
  )
  expect(rows[0]?.body).toContain('a\\u0000b\\ud800')
  const { body } = await officer.get('/api/sync/attention')
  expect(body.items.find((one: { changeId: string }) => one.changeId === item['id']).set.placeName).toBe(
    'a\u0000b\ud800',
  )
})

describe('a whole request that can’t be read', () => {
  const raw = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    town.server.app.inject({
      method: 'POST',
      url: '/api/sync/push',
      payload,
      headers: { cookie: officer.cookie, 'content-type': 'application/json', ...headers },
    })
  const good = () => JSON.stringify({ sentAt: new Date(town.server.clock.now).toISOString(), changes: [] })
  const zipped = { 'content-encoding': 'gzip' }

  it.each<[string, () => string | Buffer, Record<string, string>, number, string]>([
    ['broken JSON', () => '{"changes": [', {}, 400, 'badJson'],
    ['nothing', () => '', {}, 400, 'badJson'],
    ['bytes that aren’t UTF-8', () => Buffer.from([0x22, 0xff, 0x22]), {}, 400, 'badEncoding'],
    ['broken gzip', () => gzipSync(good()).subarray(0, 12), zipped, 400, 'badEncoding'],
    ['what isn’t gzip at all', () => good(), zipped, 400, 'badEncoding'],
    ['gzip around broken JSON', () => gzipSync('{'), zipped, 400, 'badJson'],
    ['10 MB', () => `"${'x'.repeat(10_000_000)}"`, {}, 413, 'tooLarge'],
    ['10 MB in a small gzip', () => gzipSync(`"${'x'.repeat(10_000_000)}"`), zipped, 413, 'tooLarge'],
    ['another encoding', good, { 'content-encoding': 'br' }, 415, 'unsupportedType'],
    ['another type', good, { 'content-type': 'text/plain' }, 415, 'unsupportedType'],
    ['another charset', good, { 'content-type': 'application/json; charset=gbk' }, 415, 'unsupportedType'],
    ['a list', () => '[]', {}, 400, 'badRequest'],
    ['null', () => 'null', {}, 400, 'badRequest'],
    ['no sentAt', () => '{"changes":[]}', {}, 400, 'badRequest'],
    ['a sentAt that is no time', () => '{"changes":[],"sentAt":"now"}', {}, 400, 'badRequest'],
    ['changes that are no list', () => '{"changes":{},"sentAt":"2026-03-10T12:00:00Z"}', {}, 400, 'badRequest'],
  ])('%s', async (_name, payload, headers, status, code) => {
    const answer = await raw(payload(), headers)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('501 changes, counted before anything else of them', async () => {
    const answer = await officer.push(
      Array.from({ length: 501 }, () => null),
      { sentAt: 5 },
    )
    expect([answer.status, answer.body.code]).toEqual([413, 'tooManyChanges'])
  })

  it('gzip is taken, by any case of its name', async () => {
    expect((await raw(gzipSync(good()), zipped)).statusCode).toBe(200)
    expect((await raw(gzipSync(good()), { 'content-encoding': 'GZIP' })).statusCode).toBe(200)
  })

  it('a path of 400 characters, a broken escape, an unknown one under /api', async () => {
    expect((await officer.get(`/api/records/${'x'.repeat(400)}`)).body).toMatchObject({
      status: 414,
      code: 'uriTooLong',
    })
    expect((await officer.get('/api/records/%E0%A4%A')).body).toMatchObject({ status: 400, code: 'badRequest' })
    expect((await officer.get('/api/nowhere')).body).toMatchObject({ status: 404, code: 'notFound' })
  })

  it('numbers of a query are judged, not coerced', async () => {
    for (const url of [
      '/api/records?page=0',
      '/api/records?page=1.0',
      '/api/sync/pull?limit=2001',
      '/api/sync/pull?limit=-1',
      '/api/sync/pull?cursor=zzz',
      '/api/figures?year=25',
      '/api/figures?year=2026&month=13',
      '/api/records?from=2026-02-30',
      '/api/records?q=%00',
      '/api/figures?from=2026-01-01',
      '/api/figures',
    ])
      expect([url, (await officer.get(url)).body.code]).toEqual([url, 'badRequest'])
  })
})
