// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { StoreNews } from '../../../src/app/vault/open-database.ts'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import type { Phone } from '../../../src/app/vault/phone-port.ts'
import { session } from '../vault/makers.ts'
import { fakePhone } from './fake-phone.ts'
import { fakeWorld, settle } from './fake-ports.ts'
import { FakeServer } from './fake-server.ts'
import { inspection, openWindow } from './phone.ts'

describe('the store', () => {
  test('an emptied one is recognised and told, once', async () => {
    const world = fakeWorld(makeMemoryVault(), new FakeServer())
    world.marker = true
    const ledger = openWindow(world)
    await ledger.start()
    expect(ledger.emptied).toBe(true)
    ledger.emptiedSeen()
    expect([ledger.emptied, world.marker]).toEqual([false, false])
  })

  test('a new phone is no emptied one', async () => {
    const ledger = openWindow(fakeWorld(makeMemoryVault(), new FakeServer()))
    await ledger.start()
    expect(ledger.emptied).toBe(false)
  })

  test('an old window that holds it is told; when it lets go, all is there', async () => {
    const vault = makeMemoryVault()
    await vault.putSession(session, 'officer')
    const world = fakeWorld(vault, new FakeServer())
    let letGo = (): void => undefined
    const openPhone = (onNews: (news: StoreNews) => void) => {
      onNews('blocked')
      return new Promise<Phone>((done) => {
        letGo = () => {
          onNews('opened')
          done(fakePhone(vault))
        }
      })
    }
    const ledger = openWindow({ ...world, ports: { ...world.ports, openPhone } })
    await ledger.start()
    expect([ledger.ready, ledger.trouble, ledger.session]).toEqual([true, 'blocked', null])
    expect(await ledger.save({ changes: [inspection(1)] })).toEqual({ ok: false, code: 'closed' })
    letGo()
    await settle()
    expect([ledger.trouble, ledger.session?.user.id]).toEqual([null, 'wang'])
  })

  test('none at all is told', async () => {
    const world = fakeWorld(null, new FakeServer())
    const openPhone = async (onNews: (news: StoreNews) => void) => {
      onNews('unavailable')
      return null
    }
    const ledger = openWindow({ ...world, ports: { ...world.ports, openPhone } })
    await ledger.start()
    expect([ledger.ready, ledger.trouble]).toEqual([true, 'unavailable'])
  })
})
