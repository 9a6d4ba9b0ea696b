import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { shanghaiDay } from '../../domain/calendar/day.ts'
import type { Fact } from '../../domain/report/fact.ts'
import type { Vault } from '../vault/vault.ts'
import { isToSend, makePhotos } from './ledger-photos.ts'
import { browserPorts } from './ledger-ports.ts'
import type { LedgerPorts } from './ledger-ports.ts'
import { laterQuestions } from './later-questions.ts'
import { makeSaving } from './ledger-saving.ts'
import { makeSessions } from './ledger-session.ts'
import { makeState } from './ledger-state.ts'
import { makeSyncing } from './ledger-sync.ts'
import type { FiguresQuery, LocalRecord, ServerRecord } from './ledger-types.ts'
import { mirror } from './mirror.ts'
import { isUnsent } from './plan-batch.ts'
import { registersOf } from './registers-of.ts'
import { unsentFactsOf } from './unsent-facts.ts'
import { openWithNews } from './vault-news.ts'
import type { VaultTrouble } from './vault-news.ts'

export type { KeepResult, SaveRequest } from './ledger-saving.ts'
export type { LogoutResult } from './ledger-session.ts'
export type { VaultTrouble } from './vault-news.ts'

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
  let opened: Vault | null = null
  const vault = (): Vault | null => opened

  const syncing = makeSyncing({ ports, state, vault })
  const { ask, kick, status } = syncing
  const sessions = makeSessions({
    vault,
    state,
    ask,
    marker: ports.marker,
    device: ports.device,
    exclusive: syncing.exclusive,
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

  /** Everything that follows once the store is open, also when it opens late because an old window held it. */
  const take = async (store: Vault): Promise<void> => {
    const { vault: mirrored, reload } = mirror(store, state, ports.channel.tell)
    await reload()
    opened = mirrored
    const nothing = state.session.value === null && state.outbox.value.length === 0
    if (nothing && ports.marker.isSet()) emptied.value = true
    // A pull in another window tells of each page: all of them are read at once.
    let reading: unknown = null
    ports.channel.listen(() => {
      ports.clearTimer(reading)
      reading = ports.setTimer(() => void reload().catch(() => undefined), 100)
    })
    ports.onOccasion(onOccasion)
    syncing.say({ storage: await ports.storageState() })
    if (state.outbox.value.some(isUnsent)) ports.wakeWorker()
    void begin()
  }
  const begin = async (): Promise<void> => {
    if (!state.session.value) return
    if (await sessions.refresh()) syncing.say({ signedOut: true })
    await kick()
  }
  let starting: Promise<void> | null = null
  /** Opens the vault, loads it, begins to sync. Never rejects, and never waits on the network. */
  const start = (): Promise<void> => {
    starting ??= openWithNews(ports.openVault, trouble, take).finally(() => {
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
    login: sessions.login,
    logout: sessions.logout,
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
