// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeMemoryVault } from '../../src/app/vault/memory-vault.ts'
import { pushAll } from '../../src/app/sync/push.ts'
import { appVersion } from '../../src/app/version.ts'
import { FakeServer } from './sync/fake-server.ts'
import { entry } from './vault/makers.ts'

test('the app says the version of its package, and tells it to the server with a push', async () => {
  const read = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  expect(appVersion).toBe((JSON.parse(read) as { version: string }).version)
  const vault = makeMemoryVault()
  await vault.save({ add: [entry(1)] })
  const server = new FakeServer()
  const told: unknown[] = []
  const ask: typeof server.ask = (request) => {
    told.push(request)
    return server.ask(request)
  }
  await pushAll({ vault, ask, now: () => 1_000_000, random: () => 0.5 }, { force: false })
  expect(told[0]).toMatchObject({ path: '/api/sync/push', body: { app: appVersion } })
})
