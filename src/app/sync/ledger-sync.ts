import { shallowRef } from 'vue'
import type { Vault } from '../vault/vault.ts'
import type { Answer, Ask } from './ask.ts'
import type { LedgerPorts } from './ledger-ports.ts'
import type { LedgerState } from './ledger-state.ts'
import type { SyncStatus } from './ledger-types.ts'
import { asOneRunner } from './one-runner.ts'
import { isUnsent } from './plan-batch.ts'
import type { Ending } from './push.ts'
import { runSync } from './run.ts'
import { makeScheduler } from './scheduler.ts'
import { settledElsewhere } from './settled-elsewhere.ts'

export type SyncingPorts = {
  readonly ports: LedgerPorts
  readonly state: LedgerState
  readonly vault: () => Vault | null
}

const firstStatus: SyncStatus = {
  reach: 'unknown',
  running: false,
  lastAnswerAt: null,
  signedOut: false,
  tooOld: false,
  storage: null,
}

/** The page's side of the engine: when it runs, and what it says of itself. */
export function makeSyncing({ ports, state, vault }: SyncingPorts) {
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
    const answer = await ports.ask(question)
    observe(answer)
    return answer
  }

  const again = (): ReadonlySet<string> =>
    new Set([...settledElsewhere(state.outbox.value, state.attention.value)].filter((id) => !askedAgain.has(id)))

  const runOnce = async (force: boolean): Promise<Ending | null> => {
    const open = vault()
    if (!open || !state.session.value) return null
    say({ running: true })
    try {
      const asking = status.value.lastAnswerAt === null ? new Set<string>() : again()
      for (const id of asking) askedAgain.add(id)
      const ending = await asOneRunner(
        ports.locks,
        ports.device().id + ports.newId(),
        { vault: open, ask, now: ports.now },
        (renewing) =>
          runSync(
            { vault: open, ask: renewing, now: ports.now, random: ports.random },
            { force, kinds: !kindsAsked, again: asking },
          ),
      )
      if (ending?.end === 'done') {
        kindsAsked = true
        say({ signedOut: false })
      }
      if (ending) say({ tooOld: ending.tooOld })
      return ending
    } catch {
      // The vault is closed, or a lock was refused: what is queued stays queued.
      return { end: 'vault', reached: false, tooOld: false, waitMs: null }
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
      const times = state.outbox.value.filter(isUnsent).map((entry) => entry.nextTryAt ?? 0)
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
    /** After a log-in: the kinds may be another township's. */
    forgetKinds: () => {
      kindsAsked = false
    },
  }
}
