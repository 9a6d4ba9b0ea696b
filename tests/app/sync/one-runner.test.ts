// @vitest-environment node
import { expect, test } from 'vitest'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import { asOneRunner } from '../../../src/app/sync/one-runner.ts'
import type { Locks } from '../../../src/app/sync/one-runner.ts'
import { lost } from './fake-server.ts'

const gate = () => {
  let open = (): void => undefined
  const closed = new Promise<void>((done) => (open = done))
  return { closed, open }
}

function holder() {
  let time = 0
  const vault = makeMemoryVault()
  const ports = { vault, ask: async () => lost, now: () => time }
  return { vault, ports, pass: (milliseconds: number) => void (time += milliseconds) }
}

test('with Web Locks the second waits for the first', async () => {
  let chain = Promise.resolve<unknown>(undefined)
  const locks = {
    request: (_name: string, work: () => Promise<unknown>) => (chain = chain.then(work)),
  } as unknown as Locks
  const { ports } = holder()
  const story: string[] = []
  const first = gate()
  const one = asOneRunner(locks, 'a', ports, async () => {
    story.push('a')
    await first.closed
    story.push('a over')
  })
  const two = asOneRunner(locks, 'b', ports, async () => void story.push('b'))
  first.open()
  await Promise.all([one, two])
  expect(story).toEqual(['a', 'a over', 'b'])
})

test('without them the second is turned away while the first holds the lease, and gets it after', async () => {
  const { ports } = holder()
  const first = gate()
  const one = asOneRunner(null, 'a', ports, () => first.closed)
  expect(await asOneRunner(null, 'b', ports, async () => 'ran')).toBeNull()
  first.open()
  await one
  expect(await asOneRunner(null, 'b', ports, async () => 'ran')).toBe('ran')
})

test('a window that died with the lease is waited for, not for ever', async () => {
  const { ports, vault, pass } = holder()
  await vault.lease('dead', 0, 90_000)
  expect(await asOneRunner(null, 'b', ports, async () => 'ran')).toBeNull()
  pass(90_001)
  expect(await asOneRunner(null, 'b', ports, async () => 'ran')).toBe('ran')
})

test('each request renews it; one who has lost it asks no more', async () => {
  const { ports, vault, pass } = holder()
  let asked = 0
  const question = { method: 'GET', path: '/', timeoutMs: 1 } as const
  const counting = { ...ports, ask: async () => ((asked += 1), { kind: 'ok', status: 200, body: {} } as const) }
  await asOneRunner(null, 'a', counting, async (ask) => {
    pass(80_000)
    await ask(question)
    pass(80_000)
    expect(await vault.lease('b', 160_000, 250_000)).toBe(false)
    pass(11_000)
    await vault.lease('b', 171_000, 300_000)
    expect(await ask(question)).toEqual(lost)
  })
  expect(asked).toBe(1)
  expect(await vault.lease('c', 172_000, 400_000)).toBe(false)
})

test('work that fails gives the lease back', async () => {
  const { ports } = holder()
  await expect(asOneRunner(null, 'a', ports, () => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(await asOneRunner(null, 'b', ports, async () => 'ran')).toBe('ran')
})
