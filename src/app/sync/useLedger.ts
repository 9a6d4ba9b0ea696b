import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { shanghaiDay } from '../../domain/calendar/day.ts'
import type { Fact } from '../../domain/report/fact.ts'
import type { Phone } from '../vault/phone-port.ts'
import { isToSend, makePhotos } from './ledger-photos.ts'
import { browserPorts } from './ledger-ports.ts'
import type { LedgerPorts } from './ledger-ports.ts'
import { laterQuestions } from './later-questions.ts'
import { makeSaving } from './ledger-saving.ts'
import type { LogoutResult, makeSessions } from './ledger-session.ts'
import { makeState } from './ledger-state.ts'
import { makeSyncing } from './ledger-sync.ts'
import { makeVaults } from './ledger-vaults.ts'
import type { UnlockResult } from './ledger-vaults.ts'
import type { FiguresQuery, LocalRecord, LoginResult, ServerRecord } from './ledger-types.ts'
import { isUnsent } from './plan-batch.ts'
import { refreshSession } from './refresh-session.ts'
import { registersOf } from './registers-of.ts'
import { unsentFactsOf } from './unsent-facts.ts'
import { openWithNews } from './vault-news.ts'
import type { VaultTrouble } from './vault-news.ts'

export type { KeepResult, SaveRequest } from './ledger-saving.ts'
export type { LogoutResult } from './ledger-session.ts'
export type { UnlockResult } from './ledger-vaults.ts'
export type { VaultTrouble } from './vault-news.ts'

type Sessions = ReturnType<typeof makeSessions>

let portsInPlace: LedgerPorts | null = null

/** Puts other ports in place of the phone's own, before the ledger is first used; for tests. */
export const providePorts = (ports: LedgerPorts): void => {
  portsInPlace = ports
}

/** The one door between the screens and what the phone keeps and sends. */
export const useLedger = defineStore('ledger', () => {
  const ports = portsInPlace ?? browserPorts()
  const state = makeState()
  /** start() has come as far as it can: the vault is loaded, or `trouble` says why not. */
  const ready = ref(false)
  const trouble = ref<VaultTrouble | null>(null)
  /** There was a store on this phone and the browser has cleared it: told until `emptiedSeen()`. */
  const emptied = ref(false)
  /** The day in Asia/Shanghai, `YYYY-MM-DD`. */
  const today = ref(shanghaiDay(ports.now()))
  const vaults = makeVaults({
    ports,
    state,
    onOpen: async () => {
      syncing.say({ storage: await ports.storageState() })
      if (state.outbox.value.some(isUnsent)) ports.wakeWorker()
      void begin()
    },
    ask: (question) => ask(question),
    onLock: () => syncing.say({ signedOut: false, lastAnswerAt: null }),
  })
  const { vault } = vaults

  const syncing = makeSyncing({ ports, state, vault, halves: () => vaults.phone() })
  const { ask, kick, status } = syncing
  /** Logging in and out, fetched when somebody does. */
  const sessions = async () =>
    (await import('./ledger-session.ts')).makeSessions({
      vault,
      state,
      ask,
      marker: ports.marker,
      device: ports.device,
      exclusive: syncing.exclusive,
      admit: vaults.admit,
      forget: vaults.forget,
      onLogin: async () => {
        syncing.forgetKinds()
        syncing.say({ signedOut: false })
        // The first picture has the kinds; the records come in behind it.
        const run = kick(true)
        if (state.kinds.value.size === 0) await run
      },
    })
  let persistenceAsked = false
  const saving = makeSaving({
    vault,
    state,
    now: ports.now,
    offsetMinutes: ports.offsetMinutes,
    newId: ports.newId,
    ...(ports.sealing ? { sealing: ports.sealing } : {}),
    onSaved: () => {
      if (trouble.value === 'full') trouble.value = null
      if (!persistenceAsked) void ports.askPersistence()
      persistenceAsked = true
      ports.wakeWorker()
      void kick()
    },
    onFull: () => {
      trouble.value = 'full'
    },
  })
  const photos = makePhotos({
    vault,
    ...(ports.fetchFile ? { fetchFile: ports.fetchFile } : {}),
    onFull: () => void (trouble.value = 'full'),
  })
  const questions = laterQuestions({
    vault,
    ask,
    now: ports.now,
    userId: () => state.session.value?.user.id ?? null,
  })

  const registers = computed(() => registersOf(state.records.value))
  const byKind = computed(() => {
    const lists = new Map<string, LocalRecord[]>()
    for (const record of state.records.value.values()) {
      const list = lists.get(record.kind)
      if (list) list.push(record)
      else lists.set(record.kind, [record])
    }
    return lists
  })

  const minute = (): void => {
    today.value = shanghaiDay(ports.now())
    ports.setTimer(minute, 60_000)
  }
  const onOccasion = (): void => {
    today.value = shanghaiDay(ports.now())
    void kick()
  }

  /** Everything that follows once the phone's store is there, also when it comes late because an old window held it. */
  const take = async (phone: Phone): Promise<void> => {
    ports.onOccasion(onOccasion)
    await vaults.begin(phone)
    const nothing = vault() === null && vaults.vaults.value.length === 0 && vaults.newcomer.value === null
    if (nothing && ports.marker.isSet()) emptied.value = true
  }
  const begin = async (): Promise<void> => {
    if (!state.session.value) return
    if (await refreshSession({ vault, state, ask })) syncing.say({ signedOut: true })
    await kick()
  }
  let starting: Promise<void> | null = null
  /** Opens the phone's store, and the vault that another window has open; begins to sync. Never rejects, and never waits on the network. */
  const start = (): Promise<void> => {
    starting ??= openWithNews(ports.openPhone, trouble, take).finally(() => {
      minute()
      ready.value = true
    })
    return starting
  }

  return {
    ready,
    trouble,
    emptied,
    emptiedSeen: (): void => {
      emptied.value = false
      ports.marker.clear()
    },
    session: state.session,
    /** What this phone's user types to log in. */
    username: state.username,
    kinds: state.kinds,
    records: state.records,
    recordsOf: (kind: string): readonly LocalRecord[] => byKind.value.get(kind) ?? [],
    registers,
    workingCopies: state.workingCopies,
    queue: state.queue,
    /** What this phone knows of the photos taken on it. */
    photos: state.photos,
    /** Those that no other place has yet. */
    unsentPhotos: computed(() => state.photos.value.filter(isToSend)),
    ...photos,
    status,
    today,
    start,
    login: async (...typed: Parameters<Sessions['login']>): Promise<LoginResult> => (await sessions()).login(...typed),
    logout: async (): Promise<LogoutResult> => (await sessions()).logout(),
    /** The vaults of this phone, for the lock screen; whose is open is `session`'s. */
    vaults: vaults.vaults,
    /** Who must set a PIN before anything is kept: has logged in, or was here before there were PINs. */
    newcomer: vaults.newcomer,
    /** Makes the newcomer's vault under that PIN and opens it; comes back when its kinds are there, or can't be. */
    setPin: async (pin: string): Promise<UnlockResult> => {
      const result = await vaults.setPin(pin)
      if (result.ok && state.kinds.value.size === 0) await kick(true)
      return result
    },
    unlock: vaults.unlock,
    /** For who forgot the PIN: the password proves him to the server, then `setPin` sets another. */
    recover: vaults.recover,
    /** Whose PIN is about to be set anew. */
    recovering: vaults.recovering,
    lock: vaults.lock,
    ...saving,
    /** As a person's tap: asks also for what stands aside. Resolves when the run is over; never rejects. */
    syncNow: (): Promise<void> => kick(true),
    /** The server's state of a record, with what it has taken of ours but without what is unsent. */
    serverRecord: (id: string): ServerRecord | undefined => state.acknowledged.value.get(id),
    ...questions,
    unsentFacts: (query: FiguresQuery): readonly Fact[] =>
      unsentFactsOf(state.queue.value, state.acknowledged.value, state.records.value, state.kinds.value, query),
  }
})
