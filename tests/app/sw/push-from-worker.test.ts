// @vitest-environment node
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openVault } from '../../../src/app/vault/open-vault.ts'
import type { Vault } from '../../../src/app/vault/vault.ts'
import { pushFromWorker } from '../../../src/app/sw/push-from-worker.ts'
import { change, entry, session } from '../vault/makers.ts'

const scope = { navigator: {}, clients: { matchAll: async () => [] } } as unknown as Parameters<
  typeof pushFromWorker
>[0]
const sent: unknown[][] = []
let heard = 0
let vault: Vault
let ears: BroadcastChannel

const answerWith = (answer: (changes: { id: string; recordId: string }[]) => Response): void => {
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    const { changes } = JSON.parse(String(init.body)) as { changes: { id: string; recordId: string }[] }
    sent.push(changes)
    return answer(changes)
  })
}
const applied = (changes: { id: string; recordId: string }[]): Response =>
  Response.json({
    results: changes.map(({ id: changeId, recordId }) => ({ changeId, recordId, outcome: 'applied', version: 1 })),
    head: { seq: 1, hash: 'h' },
    protocol: 1,
  })

beforeEach(async () => {
  const opened = await openVault(() => undefined)
  if (!opened) throw new Error('not opened')
  vault = opened
  await vault.wipe()
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

test('the worker sends what the page has saved, and tells the windows', async () => {
  await vault.putSession(session, 'officer')
  await vault.save({ add: [entry(1), entry(2)] })
  answerWith(applied)
  await pushFromWorker(scope)
  expect(sent).toEqual([[change(1), change(2)]])
  expect(await vault.outbox()).toEqual([])
  await expect.poll(() => heard).toBe(1)
})

test('without a line it asks to be woken again, and nothing is lost', async () => {
  await vault.putSession(session, 'officer')
  await vault.save({ add: [entry(1)] })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  await expect(pushFromWorker(scope)).rejects.toThrow('left over')
  expect(await vault.outbox()).toEqual([entry(1)])
})

test('a log-in page is no delivery for the worker either', async () => {
  await vault.putSession(session, 'officer')
  await vault.save({ add: [entry(1)] })
  answerWith(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }))
  await expect(pushFromWorker(scope)).rejects.toThrow('left over')
  expect(await vault.outbox()).toEqual([entry(1)])
})

test('asked for the password it leaves that to the page, and is not woken in vain', async () => {
  await vault.putSession(session, 'officer')
  await vault.save({ add: [entry(1)] })
  answerWith(() => Response.json({ code: 'notSignedIn' }, { status: 401 }))
  await pushFromWorker(scope)
  expect(await vault.outbox()).toEqual([entry(1)])
})

test('it asks nothing where nothing is unsent, or nobody is logged in', async () => {
  answerWith(applied)
  await pushFromWorker(scope)
  await vault.save({ add: [entry(1)] })
  await pushFromWorker(scope)
  expect(sent).toEqual([])
})
