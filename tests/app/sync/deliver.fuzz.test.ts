// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import { runSync } from '../../../src/app/sync/run.ts'
import { change, entry, id } from '../vault/makers.ts'
import type { Weather } from './fake-server.ts'
import { FakeServer } from './fake-server.ts'

const weathers: readonly Weather[] = [
  'fine',
  'lostBefore',
  'lostAfter',
  'halfBody',
  'htmlPage',
  'emptyBody',
  'badGateway',
  'serverError',
  'signedOut',
]
const outcomes = ['applied', 'applied', 'applied', 'failed', 'waiting', 'rejected', 'conflict'] as const

/** A step of the story: the phone saves some changes, or syncs in that weather for as many requests. */
const step = fc.oneof(
  fc.record({ save: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ sync: fc.array(fc.constantFrom(...weathers), { maxLength: 8 }) }),
)

test('whatever the line does, every change arrives once, and leaves the phone only when it has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 20 }),
      async (story, fates) => {
        const vault = makeMemoryVault()
        const server = new FakeServer()
        let time = 1_000_000
        let saved = 0
        // What a change comes to at first; failed and waiting come through when they are asked again.
        const told = new Set<string>()
        server.judge = ({ id: changeId }) => {
          const fate = fates[Number(changeId.slice(-6)) % fates.length] ?? 'applied'
          if (fate === 'applied' || ((fate === 'failed' || fate === 'waiting') && told.has(changeId))) return null
          told.add(changeId)
          return { outcome: fate }
        }
        const ports = { vault, ask: server.ask, now: () => time, random: () => 0.5 }
        const sync = (): Promise<unknown> => runSync(ports, { force: false, kinds: false })

        const check = async (): Promise<void> => {
          const left = new Set((await vault.outbox()).map((one) => one.change.id))
          for (let number = 1; number <= saved; number += 1) {
            // Never twice; and never nowhere.
            expect(server.applied.get(id(number)) ?? 0).toBeLessThanOrEqual(1)
            expect(left.has(id(number)) || server.applied.get(id(number)) === 1).toBe(true)
          }
        }
        for (const one of story) {
          if ('save' in one) {
            for (let count = 0; count < one.save; count += 1) await vault.save({ add: [entry((saved += 1))] })
          } else {
            const sky = [...one.sync]
            server.weather = () => sky.shift() ?? 'fine'
            await sync()
            time += 4000
          }
          await check()
        }
        // The line is good from now on.
        server.weather = () => 'fine'
        for (let run = 0; run < 4; run += 1) {
          await sync()
          time += 400_000
        }
        await check()
        const left = await vault.outbox()
        expect(left.every((one) => one.state === 'conflict' || one.state === 'rejected')).toBe(true)
        expect(server.applied.size + left.length).toBe(saved)
        // In the order of saving, wherever nothing stood aside.
        const first = server.pushes()[0]?.map((one) => one.id) ?? []
        expect(first).toEqual(first.toSorted())
        // Nothing was altered on the way.
        for (const batch of server.pushes())
          for (const sent of batch) expect(sent).toEqual(change(Number(sent.id.slice(-6))))
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)
