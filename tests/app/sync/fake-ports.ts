import type { Channel } from '../../../src/app/sync/channel.ts'
import type { LedgerPorts } from '../../../src/app/sync/ledger-ports.ts'
import * as engine from '../../../src/app/sync/run.ts'
import { makeIds } from '../../../src/app/sync/ids.ts'
import type { Vault } from '../../../src/app/vault/vault.ts'
import { fakePhone } from './fake-phone.ts'
import type { FakeServer } from './fake-server.ts'

export type FakeWorld = {
  readonly ports: LedgerPorts
  readonly advance: (milliseconds: number) => Promise<void>
  /** The line is back, or the page is looked at again. */
  readonly occasion: () => void
  /** The page goes out of sight, or is seen again. */
  readonly sight: (visible: boolean) => void
  /** Another window has written. */
  readonly neighbour: () => void
  visible: boolean
  marker: boolean
  persistenceAsked: number
  wakings: number
}

type Timer = { readonly at: number; readonly work: () => void }

/** Lets everything that waits only on promises come to its end. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve()
}

/** A hub for the channels of several windows: each hears the others. */
export function makeHub(): () => Channel {
  const listeners = new Map<symbol, Set<() => void>>()
  return () => {
    const own = Symbol('window')
    listeners.set(own, new Set())
    return {
      tell: () => {
        for (const [window, heards] of listeners) if (window !== own) for (const heard of heards) queueMicrotask(heard)
      },
      listen: (heard) => {
        listeners.get(own)?.add(heard)
        return () => void listeners.get(own)?.delete(heard)
      },
    }
  }
}

/** A phone without a browser: its clock stands still but for `advance`. */
export function fakeWorld(vault: Vault | null, server: FakeServer, hub: () => Channel = makeHub()): FakeWorld {
  let time = Date.UTC(2026, 2, 5, 2)
  let timers: Timer[] = []
  let onOccasion = (): void => undefined
  let byte = 0
  const neighbour = hub()
  const phone = vault && fakePhone(vault)
  let locks: readonly (() => void)[] = []
  let onSight = (_visible: boolean): void => undefined
  const world: FakeWorld = {
    neighbour: neighbour.tell,
    visible: true,
    marker: false,
    persistenceAsked: 0,
    wakings: 0,
    occasion: () => onOccasion(),
    sight: (visible) => onSight(visible),
    advance: async (milliseconds) => {
      const until = time + milliseconds
      for (;;) {
        await settle()
        const next = timers.filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        time = Math.max(time, next.at)
        next.work()
      }
      time = until
      await settle()
    },
    ports: {
      openPhone: async () => phone,
      resume: async () => (await phone?.resume()) ?? null,
      handKeys: (_opened, onLock) => void (locks = [...locks, onLock]),
      lockAll: () => locks.forEach((lock) => lock()),
      onSight: (change) => void (onSight = change),
      marker: {
        isSet: () => world.marker,
        set: () => void (world.marker = true),
        clear: () => void (world.marker = false),
      },
      engine: async () => engine,
      ask: server.ask,
      now: () => time,
      offsetMinutes: () => 480,
      random: () => 0.5,
      newId: makeIds(
        () => time,
        (bytes) => bytes.fill((byte = (byte + 1) % 256)),
      ),
      locks: null,
      channel: hub(),
      isVisible: () => world.visible,
      onOccasion: (occasion) => {
        onOccasion = occasion
        return () => undefined
      },
      setTimer: (work, milliseconds) => {
        const timer = { at: time + Math.max(0, milliseconds), work }
        timers.push(timer)
        return timer
      },
      clearTimer: (timer) => void (timers = timers.filter((one) => one !== timer)),
      askPersistence: async () => void (world.persistenceAsked += 1),
      storageState: async () => ({ usage: 1, quota: 100, persisted: true }),
      wakeWorker: () => void (world.wakings += 1),
      device: () => ({ id: '01900000-0000-7000-8000-00000000d00d', name: 'test' }),
    },
  }
  return world
}
