import { createPinia, setActivePinia } from 'pinia'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import type { MemoryVault } from '../../../src/app/vault/memory-vault.ts'
import type { NewChange } from '../../../src/app/sync/ledger-types.ts'
import { providePorts, useLedger } from '../../../src/app/sync/useLedger.ts'
import { kinds } from '../../../src/domain/kinds/all.ts'
import { id, session } from '../vault/makers.ts'
import { fakeWorld } from './fake-ports.ts'
import type { FakeWorld } from './fake-ports.ts'
import { FakeServer } from './fake-server.ts'

/** A new inspection as a form would make it. */
export const inspection = (number: number): NewChange => ({
  recordId: id(number + 500_000),
  kind: 'inspection',
  set: { status: 'submitted', date: '2026-03-05', villageId: id(2), placeName: `${number} 号车间` },
})

/** Another window of the app on that phone. */
export const openWindow = (world: FakeWorld) => {
  setActivePinia(createPinia())
  providePorts(world.ports)
  return useLedger()
}

/** A phone whose user has logged in before. */
export async function phone(prepare: (vault: MemoryVault) => Promise<unknown> = async () => undefined) {
  const vault = makeMemoryVault()
  await vault.putSession(session, 'officer')
  await vault.putKinds(kinds)
  await prepare(vault)
  const server = new FakeServer()
  const world = fakeWorld(vault, server)
  world.marker = true
  const ledger = openWindow(world)
  return { vault, server, world, ledger }
}
