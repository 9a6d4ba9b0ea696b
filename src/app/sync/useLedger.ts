import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Registers } from '../../domain/record/registers.ts'
import type { Fact } from '../../domain/report/fact.ts'
import type { Data } from '../../domain/value.ts'
import type { FiguresAnswer, HistoryItem, Receipts, Series } from './answers.ts'
import type {
  FiguresQuery,
  Kept,
  KindsByName,
  LocalRecord,
  LoginResult,
  NewChange,
  QueueEntry,
  SaveResult,
  ServerRecord,
  Session,
  SyncStatus,
  WorkingCopy,
} from './ledger-types.ts'

/** What keeps the phone's store from working, each with something that a person can do about it. */
export type VaultTrouble =
  /** An older window of the app is still open: close it. */
  | 'blocked'
  /** A newer version of the app has opened the store: reload this window. */
  | 'outdated'
  /** The browser closed the store under us: reload. */
  | 'closed'
  /** This browser keeps nothing (private window, storage forbidden). */
  | 'unavailable'
  /** The disk is full: nothing more can be saved until space is made. */
  | 'full'

/** Whether a working copy is durable now. */
export type KeepResult = { readonly ok: true } | { readonly ok: false; readonly code: 'full' | 'closed' | 'unknown' }

export type LogoutResult = { readonly ok: true } | { readonly ok: false; readonly code: 'unsent' | 'noAnswer' }

/** A save from the screen: all of it or nothing. */
export type SaveRequest = {
  readonly changes: readonly NewChange[]
  /**
   * The working copy that this save ends. One id stands for one filling-in of one form: a second save with it answers
   * what the first did, and what is typed after it is no longer kept.
   */
  readonly workingCopyId?: string
}

/** The one door between the screens and what the phone keeps. SCAFFOLD: works on memory until the vault is in. */
export const useLedger = defineStore('ledger', () => {
  /** start() has loaded the vault; before that nothing else means anything. */
  const ready = ref(false)
  const session = shallowRef<Session | null>(null)
  const kinds = shallowRef<KindsByName>(new Map())
  const records = shallowRef<ReadonlyMap<string, LocalRecord>>(new Map())
  const workingCopies = shallowRef<readonly WorkingCopy[]>([])
  const queue = shallowRef<readonly QueueEntry[]>([])
  const status = shallowRef<SyncStatus>({
    reach: 'unknown',
    running: false,
    lastAnswerAt: null,
    signedOut: false,
    tooOld: false,
    storage: null,
  })
  /** The day in Asia/Shanghai, `YYYY-MM-DD`. */
  const today = ref('2026-11-25')
  const trouble = ref<VaultTrouble | null>(null)
  /** There was a store on this phone and the browser has cleared it: told once, until `emptiedSeen()`. */
  const emptied = ref(false)

  const registers = computed<Registers>(() => ({ find: () => undefined, dutiesOf: () => [] }))
  const recordsOf = (kind: string): readonly LocalRecord[] => [...records.value.values()].filter((r) => r.kind === kind)

  const start = async (): Promise<void> => {
    ready.value = true
  }
  const login = async (_username: string, _password: string): Promise<LoginResult> => ({ ok: false, code: 'noAnswer' })
  const logout = async (): Promise<LogoutResult> => ({ ok: true })
  const save = async (_request: SaveRequest): Promise<SaveResult> => ({ ok: false, code: 'unknown' })
  const mend = async (_entryId: string, _changes: readonly NewChange[], _workingCopyId?: string): Promise<SaveResult> => ({
    ok: false,
    code: 'unknown',
  })
  /** Settles a conflict: `picks` is what the person chose for each field in question. */
  const resolve = async (_entryId: string, _picks: Data): Promise<SaveResult> => ({ ok: false, code: 'unknown' })
  const saveWorkingCopy = async (copy: WorkingCopy): Promise<KeepResult> => {
    workingCopies.value = [...workingCopies.value.filter((other) => other.id !== copy.id), copy]
    return { ok: true }
  }
  const dropWorkingCopy = async (id: string): Promise<KeepResult> => {
    workingCopies.value = workingCopies.value.filter((other) => other.id !== id)
    return { ok: true }
  }
  /** Resolves when this run is over; never rejects. */
  const syncNow = async (): Promise<void> => {}
  const serverRecord = (_id: string): ServerRecord | undefined => undefined
  const history = async (_recordId: string): Promise<Kept<readonly HistoryItem[]> | null> => null
  const figures = async (_query: FiguresQuery): Promise<Kept<FiguresAnswer> | null> => null
  const receipts = async (_figureId: string, _query: FiguresQuery, _page: number): Promise<Kept<Receipts> | null> => null
  const series = async (_figureId: string, _year: number): Promise<Kept<Series> | null> => null
  /**
   * What this phone's unsent changes add to the facts of that period; a fact that they take away stands in it with its
   * amount negated.
   */
  const unsentFacts = (_query: FiguresQuery): readonly Fact[] => []
  const emptiedSeen = (): void => {
    emptied.value = false
  }

  return {
    ready,
    session,
    kinds,
    records,
    recordsOf,
    registers,
    workingCopies,
    queue,
    status,
    today,
    trouble,
    emptied,
    emptiedSeen,
    start,
    login,
    logout,
    save,
    mend,
    resolve,
    saveWorkingCopy,
    dropWorkingCopy,
    syncNow,
    serverRecord,
    history,
    figures,
    receipts,
    series,
    unsentFacts,
  }
})
