// @vitest-environment node
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { takeAnswers } from '../../../src/app/sync/take-answers.ts'
import { openPhone } from '../../../src/app/vault/phone.ts'
import type { Vault } from '../../../src/app/vault/vault.ts'
import { pushFromWorker } from '../../../src/app/sw/push-from-worker.ts'
import type { SealedChange } from '../../../src/domain/record/sealed.ts'
import { sealedAlg } from '../../../src/domain/record/sealed.ts'
import { acked, change, entry, id, session } from '../vault/makers.ts'

const scope = { navigator: {}, clients: { matchAll: async () => [] } } as unknown as Parameters<
  typeof pushFromWorker
>[0]
const sent: unknown[][] = []
let heard = 0
let user = 0
let vault: Vault
let ears: BroadcastChannel

const sealed = (number: number): SealedChange => ({
  id: id(number),
  sealed: { alg: sealedAlg, keyId: 'k1', user: 'wang', enc: 'AA', ct: `sealed${number}` },
})
const items = (...numbers: readonly number[]) => new Map(numbers.map((number) => [id(number), sealed(number)]))

const answerWith = (answer: (changes: { id: string }[]) => Response): void => {
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    const { changes } = JSON.parse(String(init.body)) as { changes: { id: string }[] }
    sent.push(changes)
    return answer(changes)
  })
}
const told =
  (outcome: string, more: object = {}) =>
  (changes: { id: string }[]) =>
    Response.json({
      results: changes.map(({ id: changeId }) => ({ changeId, recordId: null, outcome, version: null, ...more })),
      head: { seq: 1, hash: 'h' },
      protocol: 1,
    })
const applied = told('applied', { version: 1 })

beforeEach(async () => {
  const phone = await openPhone(() => undefined)
  if (!phone) throw new Error('not opened')
  for (const { user: before } of await phone.vaults()) await phone.remove(before)
  user += 1
  const newcomer = { session: { ...session, user: { ...session.user, id: `wang-${user}` } }, username: 'officer' }
  const made = await phone.create(newcomer, '295731')
  if (!made.ok) throw new Error(made.code)
  vault = made.opened.vault
  sent.length = 0
  heard = 0
  ears = new BroadcastChannel('gridbook-vault')
  ears.onmessage = () => void (heard += 1)
})
afterEach(() => {
  ears.close()
  vault.close()
  vi.unstubAllGlobals()
})

test('the worker sends what lies sealed, of a vault that it cannot open, and tells the windows', async () => {
  await vault.save({ add: [entry(1), entry(2)], items: items(1, 2) })
  answerWith(applied)
  await pushFromWorker(scope)
  expect(sent).toEqual([[sealed(1), sealed(2)]])
  await expect.poll(() => heard).toBe(1)
  // The page takes up what was said, and it is as if it had sent them itself.
  await takeAnswers(vault, await vault.answered())
  expect(await vault.outbox()).toEqual([])
  expect((await vault.load()).acked.map((one) => one.change)).toEqual([acked(1).change, acked(2).change])
})

test('what was applied is not sent again, though nobody has unlocked meanwhile', async () => {
  await vault.save({ add: [entry(1)], items: items(1) })
  answerWith(applied)
  await pushFromWorker(scope)
  await pushFromWorker(scope)
  expect(sent).toHaveLength(1)
})

test('carried for somebody else, the bare outcome is answer enough', async () => {
  await vault.save({ add: [entry(1)], items: items(1) })
  answerWith(told('applied'))
  await pushFromWorker(scope)
  await takeAnswers(vault, await vault.answered())
  expect(await vault.outbox()).toEqual([])
})

test('a refusal waits for its author, without a word that could name anybody', async () => {
  await vault.save({ add: [entry(1)], items: items(1) })
  const problems = [
    { path: '/set/officers/0', code: 'certificateExpired', message: '杜望川的执法证到期', params: { name: '杜望川' } },
  ]
  answerWith(told('rejected', { problems }))
  await pushFromWorker(scope)
  const [answered] = await vault.answered()
  expect(JSON.stringify(answered?.answer)).not.toContain('杜望川')
  await takeAnswers(vault, await vault.answered())
  expect(await vault.outbox()).toMatchObject([
    { state: 'rejected', problems: [{ path: '/set/officers/0', code: 'certificateExpired' }] },
  ])
})

test('what is not sealed is left to the page', async () => {
  await vault.save({ add: [entry(1)] })
  answerWith(applied)
  await pushFromWorker(scope)
  expect([sent, await vault.outbox()]).toEqual([[], [entry(1)]])
  expect(await vault.unsealed('k1')).toEqual([entry(1)])
})

test('without a line it asks to be woken again, and nothing is lost', async () => {
  await vault.save({ add: [entry(1)], items: items(1) })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  await expect(pushFromWorker(scope)).rejects.toThrow('left over')
  expect(await vault.outbox()).toEqual([entry(1)])
})

test('a log-in page is no delivery for the worker either', async () => {
  await vault.save({ add: [entry(1)], items: items(1) })
  answerWith(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }))
  await expect(pushFromWorker(scope)).rejects.toThrow('left over')
  expect((await vault.outbox()).map((one) => one.change)).toEqual([change(1)])
})

test('asked for the password it leaves that to the page, and is not woken in vain', async () => {
  await vault.save({ add: [entry(1)], items: items(1) })
  answerWith(() => Response.json({ code: 'notSignedIn' }, { status: 401 }))
  await pushFromWorker(scope)
  expect(await vault.outbox()).toEqual([entry(1)])
})
