import { runDelayMs } from './backoff.ts'
import type { Ending } from './push.ts'

export type SchedulerPorts = {
  /** One run; null: another tab holds the right to. Never rejects. */
  readonly run: (force: boolean) => Promise<Ending | null>
  readonly now: () => number
  readonly random: () => number
  readonly isVisible: () => boolean
  /** When the next unsent change is due (epoch ms, 0: now); null: nothing is unsent. */
  readonly unsentDueAt: () => number | null
  readonly setTimer: (work: () => void, milliseconds: number) => unknown
  readonly clearTimer: (timer: unknown) => void
}

export type Scheduler = {
  /** Runs now, or once more after the run that is on. Resolves when that is over. `force`: a person asked for it. */
  readonly kick: (force?: boolean) => Promise<void>
  /** Resolves when no run is on. */
  readonly idle: () => Promise<void>
  readonly stop: () => void
}

/** A busy neighbour is looked at again after this long. */
const busyMs = 3000

/** Decides when to sync: at once when asked, else by the back-off of how the last runs ended. */
export function makeScheduler(ports: SchedulerPorts): Scheduler {
  let timer: unknown = null
  let running: Promise<void> | null = null
  let wanted: 'no' | 'yes' | 'force' = 'no'
  let failures = 0
  let unreached = false
  // Retry-After: before that only a person's tap asks again.
  let waitUntil = 0
  let stopped = false

  const plan = (busy: boolean): void => {
    if (stopped) return
    ports.clearTimer(timer)
    const dueAt = ports.unsentDueAt()
    const state = { failures, unreached, unsent: dueAt !== null, visible: ports.isVisible() }
    let delay = busy ? busyMs : runDelayMs(state, ports.random())
    if (failures === 0 && dueAt !== null) delay = Math.min(delay, Math.max(1000, dueAt - ports.now()))
    delay = Math.max(delay, waitUntil - ports.now())
    timer = ports.setTimer(() => void kick(), delay)
  }

  const runOnce = async (force: boolean): Promise<void> => {
    const ending = await ports.run(force)
    if (ending) {
      failures = ending.end === 'done' ? 0 : failures + 1
      // A server that names its time is as good as back: no back-off of the hours when it was away.
      unreached = ending.end === 'none' || (ending.end === 'wait' && ending.waitMs !== null)
      waitUntil = ending.waitMs === null ? 0 : ports.now() + ending.waitMs
    }
    plan(ending === null)
  }

  const loop = async (): Promise<void> => {
    // Never over before `running` holds it.
    await Promise.resolve()
    while (wanted !== 'no' && !stopped) {
      const force = wanted === 'force'
      wanted = 'no'
      if (!force && waitUntil > ports.now()) plan(false)
      else await runOnce(force)
    }
    running = null
  }

  const kick = (force = false): Promise<void> => {
    if (stopped) return Promise.resolve()
    wanted = force || wanted === 'force' ? 'force' : 'yes'
    running ??= loop()
    return running
  }

  return {
    kick,
    idle: () => running ?? Promise.resolve(),
    stop: () => {
      stopped = true
      ports.clearTimer(timer)
    },
  }
}
