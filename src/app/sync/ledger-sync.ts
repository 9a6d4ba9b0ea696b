import { shallowRef } from 'vue'
import type { Vault } from '../vault/vault.ts'
import type { Answer, Ask } from './ask.ts'
import { isToSend } from './ledger-photos.ts'
import type { LedgerPorts } from './ledger-ports.ts'
import type { LedgerState } from './ledger-state.ts'
import type { SyncStatus } from './ledger-types.ts'
import { asOneRunner } from './one-runner.ts'
import { isUnsent } from './plan-batch.ts'
import type { Ending } from './push.ts'
import { makeScheduler } from './scheduler.ts'
import type { SealPorts } from './server-key.ts'
import { settledElsewhere } from './settled-elsewhere.ts'

export type SyncingPorts = {
  readonly ports: LedgerPorts
  readonly state: LedgerState
  readonly vault: () => Vault | null
  readonly halves: () => SealPorts['halves']
}

const firstStatus: SyncStatus = {
  reach: 'unknown',
  running: false,
  lastAnswerAt: null,
  signedOut: false,
  tooOld: false,
  storage: null,
}

const nothingToDo: Ending = { end: 'done', reached: false, tooOld: false, waitMs: null }

/** The page's side of the engine: when it runs, and what it says of itself. */
export function makeSyncing({ ports, state, vault, halves }: SyncingPorts) {
  const status = shallowRef<SyncStatus>(firstStatus)
  let kindsAsked = false
  // Conflicts asked about once more, each once: a server that still calls it open isn't asked for ever.
  const askedAgain = new Set<string>()

  const say = (news: Partial<SyncStatus>): void => {
    status.value = { ...status.value, ...news }
  }
  const observe = (answer: Answer): void => {
    if (answer.kind === 'none') say({ reach: 'no' })
    else say({ reach: 'yes', lastAnswerAt: new Date(ports.now()).toISOString() })
    if (answer.kind === 'problem' && answer.code === 'notSignedIn') say({ signedOut: true })
  }
  /** Every answer tells whether our server is there. */
  const ask: Ask = async (question) => {
    const answer = await ports.ask({ ...question, as: state.session.value?.user.id })
    observe(answer)
    return answer
  }

  const again = (): ReadonlySet<string> =>
    new Set([...settledElsewhere(state.outbox.value, state.attention.value)].filter((id) => !askedAgain.has(id)))

  /** Work that nobody else on this phone, no tab nor the worker, may sync beside; null: another one wouldn't end. */
  const alone = <T>(open: Vault, work: (ask: Ask) => Promise<T>): Promise<T | null> =>
    asOneRunner(ports.locks, ports.newId(), { vault: open, ask, now: ports.now }, work)

  const sync = async (open: Vault, renewing: Ask, force: boolean): Promise<Ending> => {
    // Somebody may have logged out while we waited for our turn, in this window or another: nothing is brought for nobody.
    if (!(await open.meta()).session) return nothingToDo
    const asking = status.value.lastAnswerAt === null ? new Set<string>() : again()
    for (const id of asking) askedAgain.add(id)
    const engine = {
      vault: open,
      ask: renewing,
      now: ports.now,
      random: ports.random,
      ...(ports.sealing ? { seal: { sealing: ports.sealing, halves: halves() } } : {}),
    }
    // What syncs isn't waited for by the first picture.
    const { runSync } = await ports.engine()
    const records = await runSync(engine, { force, kinds: !kindsAsked, again: asking })
    // The photos after the records; what sends them is fetched when there are some.
    const { sendPhoto } = ports
    const ending =
      records.end === 'done' && sendPhoto && state.photos.value.some(isToSend)
        ? await (await import('./uploads.ts')).uploadAll({ ...engine, sendPhoto }, { force })
        : records
    if (records.end === 'done') {
      kindsAsked = true
      say({ signedOut: false })
    }
    if (ending.end === 'signedOut') say({ signedOut: true })
    say({ tooOld: records.tooOld })
    return ending
  }

  const runOnce = async (force: boolean): Promise<Ending | null> => {
    const open = vault()
    if (!open || !state.session.value) return nothingToDo
    say({ running: true })
    try {
      return await alone(open, (renewing) => sync(open, renewing, force))
    } catch {
      // The vault is closed, or a lock was refused: what is queued stays queued.
      return { ...nothingToDo, end: 'vault' }
    } finally {
      say({ running: false, storage: await ports.storageState() })
    }
  }

  const scheduler = makeScheduler({
    run: runOnce,
    now: ports.now,
    random: ports.random,
    isVisible: ports.isVisible,
    unsentDueAt: () => {
      const waiting = ports.sendPhoto ? state.photos.value.filter(isToSend) : []
      const times = [...state.outbox.value.filter(isUnsent), ...waiting].map((one) => one.nextTryAt ?? 0)
      return times.length === 0 ? null : Math.min(...times)
    },
    setTimer: ports.setTimer,
    clearTimer: ports.clearTimer,
  })

  return {
    status,
    say,
    ask,
    kick: scheduler.kick,
    stop: scheduler.stop,
    /** Changes whose phone it is: no run of another user's is on, in any window. Null: one wouldn't end. */
    exclusive: async <T>(work: () => Promise<T>): Promise<T | null> => {
      await scheduler.idle()
      const open = vault()
      return open && (await alone(open, work))
    },
    /** After a log-in: the kinds may be another township's. */
    forgetKinds: () => {
      kindsAsked = false
    },
  }
}
