// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import { pushAll } from '../../../src/app/sync/push.ts'
import type { Answer } from '../../../src/app/sync/ask.ts'
import { readAnswer } from '../../../src/app/sync/ask.ts'
import { change, entry, id } from '../vault/makers.ts'
import { FakeServer, json, lost, problem } from './fake-server.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

async function phone(count: number, more: Parameters<typeof entry>[1] = {}) {
  const vault = makeMemoryVault()
  await vault.save({ add: numbers(count).map((number) => entry(number, more)) })
  const server = new FakeServer()
  let time = 1_000_000
  const push = (force = false, again: ReadonlySet<string> = new Set()) =>
    pushAll({ vault, ask: server.ask, now: () => time, random: () => 0.5 }, { force, again })
  const left = async (): Promise<readonly string[]> => (await vault.outbox()).map((one) => one.change.id)
  return { vault, server, push, left, later: (ms: number) => void (time += ms) }
}
const always = (answer: Answer) => () => answer

describe('what takes a change off the queue', () => {
  test('a well-formed result that names it, and nothing else', async () => {
    const { push, left, server } = await phone(3)
    expect(await push()).toMatchObject({ end: 'done', reached: true })
    expect(await left()).toEqual([])
    expect(server.pushes()).toEqual([[change(1), change(2), change(3)]])
  })

  test.each<[string, Answer]>([
    ['no line', lost],
    ["a Wi-Fi's log-in page with status 200", readAnswer(200, 'text/html', null, '<html>')],
    ['a log-in page that says it is JSON', readAnswer(200, 'application/json', null, '<html>')],
    ['an empty body', readAnswer(200, 'application/json', null, '')],
    ['status 204', readAnswer(204, null, null, '')],
    ['half a body', readAnswer(200, 'application/json', null, '{"results":[{"changeId":"')],
    ['JSON of another shape', json({ ok: true })],
    ['no results', json({ results: [], head: { seq: 1, hash: 'h' }, protocol: 1 })],
    ['results without outcome', json({ results: [{ changeId: id(1), version: 1 }] })],
    ['results of other changes', json({ results: [{ changeId: id(99), outcome: 'applied', version: 1 }] })],
    ['an unknown outcome', json({ results: [{ changeId: id(1), outcome: 'ok', version: 1 }] })],
    ['applied without a version', json({ results: [{ changeId: id(1), outcome: 'applied', version: null }] })],
    [
      'the result of another record',
      json({ results: [{ changeId: id(1), recordId: id(77), outcome: 'applied', version: 1 }] }),
    ],
    ['a null where results should be', json({ results: null })],
    ['a 401 page of something in between', readAnswer(401, 'text/html', null, 'who are you')],
    ['a 404 page', readAnswer(404, 'text/html', null, 'not found')],
  ])('not %s', async (_name, answer) => {
    const { push, left, server, vault } = await phone(1)
    server.refuse = always(answer)
    expect(await push()).toMatchObject({ end: 'none', reached: false })
    expect(await left()).toEqual([id(1)])
    expect((await vault.outbox())[0]).toEqual(entry(1))
  })

  test('of a list with broken results, the whole ones count', async () => {
    const { push, left, server } = await phone(3)
    const whole = { changeId: id(2), recordId: change(2).recordId, outcome: 'applied', version: 1 }
    let once = false
    server.refuse = () => {
      if (once) return lost
      once = true
      return json({ results: [null, 7, whole, { changeId: id(3) }], head: null, protocol: 1 })
    }
    await push()
    expect(await left()).toEqual([id(1), id(3)])
    expect(server.pushes()).toHaveLength(1)
  })

  test('keeps the receipt and the number of what was taken', async () => {
    const { push, server, vault } = await phone(1)
    server.judge = () => ({ outcome: 'applied', ...({ receipt: 'r1', number: '西阳综检〔2026〕1号' } as object) })
    await push()
    expect((await vault.load()).acked).toMatchObject([
      { change: change(1), version: 1, receipt: 'r1', number: '西阳综检〔2026〕1号', pulled: false },
    ])
  })
})

describe('what a bad item may not do', () => {
  test('conflict and rejection stand aside with their reason, later ones go on', async () => {
    const { push, server, vault } = await phone(4)
    server.judge = ({ id: changeId }) =>
      changeId === id(1)
        ? { outcome: 'conflict' }
        : changeId === id(2)
          ? { outcome: 'rejected', problems: [{ path: '/set/officers', code: 'tooFew' }] }
          : null
    expect(await push()).toMatchObject({ end: 'done' })
    expect(await vault.outbox()).toMatchObject([
      { change: change(1), state: 'conflict' },
      { change: change(2), state: 'rejected', problems: [{ path: '/set/officers', code: 'tooFew' }] },
    ])
    await push(true)
    expect(server.pushes()).toHaveLength(1)
  })

  test('waiting and failed are asked again, after a while, longer each time', async () => {
    const { push, server, vault, later } = await phone(2)
    server.judge = ({ id: changeId }) => (changeId === id(1) ? { outcome: 'failed' } : { outcome: 'waiting' })
    await push()
    const first = await vault.outbox()
    expect(first).toMatchObject([
      { state: 'failed', tries: 1, nextTryAt: 1_005_000 },
      { state: 'waiting', tries: 1 },
    ])
    await push()
    expect(server.pushes()).toHaveLength(1)
    later(5001)
    await push()
    expect(server.pushes()).toHaveLength(2)
    expect((await vault.outbox())[0]).toMatchObject({ tries: 2, nextTryAt: 1_005_001 + 10_000 })
    server.judge = () => null
    await push(true)
    expect(await vault.outbox()).toEqual([])
  })

  test('an edit that waits goes as soon as its record has arrived', async () => {
    const { vault, server, push, left } = await phone(0)
    const edit = entry(5, {
      state: 'waiting',
      tries: 4,
      nextTryAt: 9_000_000,
      change: change(5, { recordId: change(6).recordId, was: { status: 'submitted' } }),
    })
    await vault.save({ add: [edit, entry(6)] })
    await push()
    expect(server.pushes().map((batch) => batch.map((one) => one.id))).toEqual([[id(6)], [id(5)]])
    expect(await left()).toEqual([])
  })

  test('a conflict that somebody has settled leaves the queue', async () => {
    const { push, server, left } = await phone(1, { state: 'conflict' })
    server.judge = () => ({ outcome: 'conflict', settledBy: id(50) })
    await push()
    expect(server.pushes()).toEqual([])
    await push(false, new Set([id(1)]))
    expect(await left()).toEqual([])
  })
})

describe('halving', () => {
  test('a body too large is halved down until it passes', async () => {
    const { push, server, left } = await phone(10)
    server.refuse = ({ body }) =>
      (body as { changes: unknown[] }).changes.length > 3 ? problem(413, 'tooLarge') : null
    expect(await push()).toMatchObject({ end: 'done' })
    expect(server.pushes().map((batch) => batch.length)).toEqual([10, 5, 3, 3, 3, 1])
    expect(
      server
        .pushes()
        .slice(2)
        .flat()
        .map((one) => one.id),
    ).toEqual(numbers(10).map(id))
    expect(await left()).toEqual([])
  })

  test.each<[string, Answer]>([
    ['our own 500', problem(500, 'internal')],
    ['a 502 page of a proxy', readAnswer(502, 'text/html', null, 'bad gateway')],
    ['a 413 page of a proxy', readAnswer(413, 'text/html', null, 'too large')],
    ['a 400', problem(400, 'badRequest')],
  ])('%s of one poisoned change sets it aside, all others go', async (_name, answer) => {
    const { push, server, vault } = await phone(9)
    server.refuse = ({ body }) =>
      (body as { changes: { id: string }[] }).changes.some((one) => one.id === id(4)) ? answer : null
    expect(await push()).toMatchObject({ end: 'done' })
    expect(await vault.outbox()).toMatchObject([{ change: change(4), state: 'failed', tries: 1, nextTryAt: 1_005_000 }])
    expect(server.applied.size).toBe(8)
  })

  test('a poisoned change at the head is known by those that go after it', async () => {
    const { push, server, vault } = await phone(5)
    server.refuse = ({ body }) =>
      (body as { changes: { id: string }[] }).changes.some((one) => one.id === id(1))
        ? readAnswer(502, 'text/html', null, 'bad gateway')
        : null
    expect(await push()).toMatchObject({ end: 'done' })
    expect(await vault.outbox()).toMatchObject([{ change: change(1), state: 'failed', tries: 1 }])
    expect(server.applied.size).toBe(4)
  })

  test('a server that is down behind a proxy is not asked about every change, and none stands aside for it', async () => {
    const { push, server, vault } = await phone(100)
    server.weather = () => 'badGateway'
    expect(await push()).toMatchObject({ end: 'none', reached: false })
    expect(server.pushes().length).toBeLessThan(12)
    expect((await vault.outbox()).every((one) => one.nextTryAt === null && one.state === 'queued')).toBe(true)
  })

  test('one change above the size goes alone, and the batch stays within count and bytes', async () => {
    const { vault, server, push } = await phone(0)
    const long = 'x'.repeat(300 * 1024)
    await vault.save({
      add: numbers(8).map((number) => entry(number, { change: change(number, { set: { findings: long } }) })),
    })
    await vault.save({ add: numbers(600).map((number) => entry(1000 + number)) })
    await push()
    expect(server.pushes().map((batch) => batch.length)).toEqual([3, 3, 500, 102])
    for (const batch of server.pushes()) expect(JSON.stringify(batch).length).toBeLessThan(1024 * 1024 + 64)
  })
})

describe('refusals of the whole', () => {
  test('401 asks for the password and leaves the queue as it is', async () => {
    const { push, server, vault } = await phone(2)
    server.weather = () => 'signedOut'
    expect(await push()).toMatchObject({ end: 'signedOut', reached: true })
    expect(await vault.outbox()).toEqual([entry(1), entry(2)])
    server.weather = () => 'fine'
    expect(await push()).toMatchObject({ end: 'done' })
    expect(await vault.outbox()).toEqual([])
  })

  test.each([429, 503])('%d waits as long as the server says', async (status) => {
    const { push, server, left } = await phone(2)
    server.refuse = always(problem(status, 'unavailable', 7000))
    expect(await push()).toMatchObject({ end: 'wait', waitMs: 7000 })
    expect(server.pushes()).toHaveLength(1)
    expect(await left()).toHaveLength(2)
  })

  test('for longer than ten minutes it isn’t left alone', async () => {
    const { push, server } = await phone(1)
    server.refuse = always(problem(429, 'tooManyRequests', 86_400_000))
    expect(await push()).toMatchObject({ end: 'wait', waitMs: 600_000 })
  })

  test.each(['mustChangePassword', 'mustSetUpTotp'])('%s is a matter of logging in', async (code) => {
    const { push, server, left } = await phone(1)
    server.refuse = always(problem(403, code))
    expect(await push()).toMatchObject({ end: 'signedOut', reached: true })
    expect(await left()).toEqual([id(1)])
  })

  test('a restored server judges nothing, and nothing is lost', async () => {
    const { push, server, left } = await phone(1)
    server.refuse = always(json({ results: [], head: { seq: 3, hash: 'x' }, protocol: 1, reset: 'restored' }))
    expect(await push()).toMatchObject({ end: 'reset' })
    expect(await left()).toEqual([id(1)])
  })

  test('says when this app is too old to be understood', async () => {
    const { push, server } = await phone(1)
    server.judge = () => ({ outcome: 'failed', problems: [{ path: '', code: 'updateApp' }] })
    expect(await push()).toMatchObject({ tooOld: true })
  })

  test('sends the highest head that it was ever told', async () => {
    const { push, server, vault } = await phone(1)
    await vault.settle({ acked: [], changed: [], seen: { seq: 12, hash: 'twelve' } })
    await push()
    expect(server.asked[0]?.body).toMatchObject({ seen: { seq: 12, hash: 'twelve' }, protocol: 1 })
  })

  test('a vault that fails in between leaves the entry to be asked about again', async () => {
    const { push, server, vault, left } = await phone(1)
    const settle = vault.settle
    Object.assign(vault, { settle: async () => ({ ok: false, code: 'full' }) })
    expect(await push()).toMatchObject({ end: 'vault' })
    Object.assign(vault, { settle })
    await push()
    expect(await left()).toEqual([])
    expect(server.applied.get(id(1))).toBe(1)
  })
})
