import { vaultMarker } from '../vault/marker.ts'
import type { StoreNews } from '../vault/open-database.ts'
import { handKeys, lockAll, resumeVault } from '../vault/key-handing.ts'
import { openPhone } from '../vault/phone.ts'
import type { OpenVault, Phone } from '../vault/phone-port.ts'
import { makeAsk } from './ask.ts'
import type { Ask } from './ask.ts'
import { makeChannel } from './channel.ts'
import type { Channel } from './channel.ts'
import { newId } from './ids.ts'
import type { SyncStatus } from './ledger-types.ts'
import type { Locks } from './one-runner.ts'
import type { runSync } from './run.ts'
import type { Sealing, SendPhoto } from './send-types.ts'

/** What the ledger needs of the world outside; tests put their own in its place. */
export type LedgerPorts = {
  readonly openPhone: (onNews: (news: StoreNews) => void) => Promise<Phone | null>
  /** The vault that another window has open, or this one had before a reload; null: a PIN is needed. */
  readonly resume: (phone: Phone) => Promise<OpenVault | null>
  /** From now on other windows may have the key; `onLock`: one of them locks all. */
  readonly handKeys: (opened: () => OpenVault | null, onLock: () => void) => void
  readonly lockAll: () => void
  readonly marker: { readonly isSet: () => boolean; readonly set: () => void; readonly clear: () => void }
  readonly ask: Ask
  readonly now: () => number
  /** Minutes east of Greenwich, by this device. */
  readonly offsetMinutes: () => number
  readonly random: () => number
  readonly newId: () => string
  readonly locks: Locks
  readonly channel: Channel
  readonly isVisible: () => boolean
  /** Calls back when the page goes out of sight, and when it is seen again. */
  readonly onSight: (change: (visible: boolean) => void) => void
  /** Calls back when it is worth a try: the line is back, the page is looked at again. Gives the way to stop. */
  readonly onOccasion: (occasion: () => void) => () => void
  readonly setTimer: (work: () => void, milliseconds: number) => unknown
  readonly clearTimer: (timer: unknown) => void
  readonly askPersistence: () => Promise<void>
  readonly storageState: () => Promise<SyncStatus['storage']>
  /** Has the worker send when the line is back, also when no window is open any more. */
  readonly wakeWorker: () => void
  /** What syncs, fetched with the first run. */
  readonly engine: () => Promise<{ readonly runSync: typeof runSync }>
  readonly sendPhoto?: SendPhoto
  /** What seals for the server; null where it can't be had just now. Never rejects. */
  readonly sealing?: () => Promise<Sealing | null>
  /** A file of ours; absent: the server says that there is none for us; none: no answer. */
  readonly fetchFile?: (path: string) => Promise<ArrayBuffer | 'absent' | 'none'>
  readonly device: () => { readonly id: string; readonly name: string }
}

/** The tag under which the worker is woken. */
export const pushTag = 'gridbook-push'

/** Saving never waits longer than this for what seals. */
const sealMs = 1500

const deviceKey = 'gridbook.device'
let deviceId: string | null = null

const device = (): { id: string; name: string } => {
  try {
    deviceId ??= localStorage.getItem(deviceKey)
    if (!deviceId) localStorage.setItem(deviceKey, (deviceId = newId()))
  } catch {
    deviceId ??= newId()
  }
  const name = /\(([^)]+)\)/.exec(navigator.userAgent)?.[1] ?? 'browser'
  return { id: deviceId, name: name.slice(0, 100) }
}

const onOccasion = (occasion: () => void): (() => void) => {
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') occasion()
  }
  window.addEventListener('online', occasion)
  window.addEventListener('pageshow', occasion)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    window.removeEventListener('online', occasion)
    window.removeEventListener('pageshow', occasion)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

const storageState = async (): Promise<SyncStatus['storage']> => {
  try {
    const manager = navigator.storage as StorageManager | undefined
    if (!manager?.estimate) return null
    const { usage = 0, quota = 0 } = await manager.estimate()
    return { usage, quota, persisted: manager.persisted ? await manager.persisted() : null }
  } catch {
    return null
  }
}

const wakeWorker = async (): Promise<void> => {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const registration = await worker?.getRegistration()
  const sync = (registration as { readonly sync?: { register: (tag: string) => Promise<void> } } | undefined)?.sync
  await sync?.register(pushTag)
}

const fetchFile = async (path: string): Promise<ArrayBuffer | 'absent' | 'none'> => {
  try {
    const response = await fetch(path, { credentials: 'same-origin', redirect: 'error' })
    if (response.ok) return await response.arrayBuffer()
    return response.status === 404 ? 'absent' : 'none'
  } catch {
    return 'none'
  }
}

/** The phone's own. */
export const browserPorts = (): LedgerPorts => ({
  openPhone,
  resume: resumeVault,
  handKeys,
  lockAll,
  marker: vaultMarker,
  ask: makeAsk(
    (...request) => fetch(...request),
    Date.now,
    () => document.documentElement.lang,
  ),
  now: Date.now,
  offsetMinutes: () => -new Date().getTimezoneOffset(),
  random: Math.random,
  newId,
  locks: (navigator.locks as LockManager | undefined) ?? null,
  channel: makeChannel(),
  isVisible: () => document.visibilityState === 'visible',
  onSight: (change) =>
    document.addEventListener('visibilitychange', () => change(document.visibilityState === 'visible')),
  onOccasion,
  setTimer: (work, milliseconds) => setTimeout(work, milliseconds),
  clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  askPersistence: async () => {
    await navigator.storage?.persist?.().catch(() => false)
  },
  storageState,
  wakeWorker: () => void wakeWorker().catch(() => undefined),
  sealing: async () => {
    try {
      return await Promise.race([
        import('./seal.ts'),
        new Promise<null>((done) => setTimeout(() => done(null), sealMs)),
      ])
    } catch {
      return null
    }
  },
  engine: () => import('./run.ts'),
  sendPhoto: async (job) => (await import('./send-photo.ts')).sendPhoto(job),
  fetchFile,
  device,
})
