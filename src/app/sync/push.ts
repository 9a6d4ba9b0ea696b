import { appVersion } from '../version.ts'
import type { Head, Vault } from '../vault/vault.ts'
import type { Answer, Ask } from './ask.ts'
import { entryDelayMs } from './backoff.ts'
import type { QueueEntry } from './ledger-types.ts'
import { batchBytes, batchCount, planBatch } from './plan-batch.ts'
import { readPush } from './read-results.ts'
import type { PushAnswer } from './read-results.ts'
import { awakened, settleResults } from './settle-results.ts'

export const protocol = 1
const pushTimeoutMs = 60_000
/** So many lone changes refused in a row without one taken: the server is in trouble, not they. */
const loneFailures = 3

/** What a push needs of a vault: a locked one has it too. */
export type Outbox = Pick<Vault, 'outbox' | 'settle'> & {
  readonly meta: () => Promise<{ readonly seen: Head | null }>
  /** What is sent of an entry; absent: its change, as it is. */
  readonly itemOf?: (entry: QueueEntry) => unknown
}

export type PushPorts = {
  readonly vault: Outbox
  readonly ask: Ask
  readonly now: () => number
  readonly random: () => number
}

export type SyncPorts = Omit<PushPorts, 'vault'> & { readonly vault: Vault }

/** How a run ended. */
export type Ending = {
  /** done: all that was due has its answer. none: no answer of ours. */
  readonly end: 'done' | 'none' | 'signedOut' | 'wait' | 'trouble' | 'reset' | 'vault'
  /** Whether our server answered at all. */
  readonly reached: boolean
  readonly tooOld: boolean
  /** What the server asked us to wait. */
  readonly waitMs: number | null
}

export type PushOptions = { readonly force: boolean; readonly again?: ReadonlySet<string> }

const ending = (end: Ending['end'], reached: boolean, more: Partial<Ending> = {}): Ending => ({
  end,
  reached,
  tooOld: false,
  waitMs: null,
  ...more,
})

/** Whoever asks for more is asked again all the same: a phone doesn't stay behind for a day. */
const longestWaitMs = 10 * 60_000
const atMost = (waitMs: number | null): number | null => waitMs && Math.min(waitMs, longestWaitMs)

/** How a refusal of the whole request ends a run; null: it is about what was in the batch. */
export function endingOf(answer: Exclude<Answer, { kind: 'ok' }>): Ending | null {
  const { status } = answer
  const ours = answer.kind === 'problem'
  if (ours && answer.code === 'updateApp') return ending('trouble', true, { tooOld: true })
  // What must be done first is done where one logs in.
  if (ours && (status === 401 || answer.code === 'mustChangePassword' || answer.code === 'mustSetUpTotp'))
    return ending('signedOut', true)
  if (status === 429 || status === 503) return ending('wait', ours, { waitMs: atMost(answer.retryAfterMs) })
  if (status === 413 || (ours && status === 400) || (status !== null && status >= 500)) return null
  return ours ? ending('trouble', true) : ending('none', false)
}

const changeOf = (entry: QueueEntry): unknown => entry.change

const isTooOld = (answer: PushAnswer): boolean =>
  answer.protocol > protocol ||
  answer.results.some((result) => result.problems.some((problem) => problem.code === 'updateApp'))

const setAside = (entry: QueueEntry, now: number, random: number): QueueEntry => ({
  ...entry,
  state: 'failed',
  tries: entry.tries + 1,
  nextTryAt: now + entryDelayMs(entry.tries + 1, random),
})

/**
 * Sends the outbox, batch after batch, until all that is due has been asked about once. Decides nothing by status
 * alone: what leaves the outbox is what `settleResults` takes off.
 */
export async function pushAll({ vault, ask, now, random }: PushPorts, { force, again }: PushOptions): Promise<Ending> {
  const { itemOf = changeOf } = vault
  const asked = new Set<string>()
  // Refused alone, by whom we can't tell: poison if the server takes others in this run.
  const suspects: QueueEntry[] = []
  let limit = batchCount
  let lone = 0
  let taken = false
  let reached = false
  let tooOld = false

  const standAside = async (entries: readonly QueueEntry[]): Promise<boolean> =>
    entries.length === 0 ||
    (await vault.settle({ acked: [], changed: entries.map((one) => setAside(one, now(), random())), seen: null })).ok

  for (;;) {
    const [outbox, { seen }] = await Promise.all([vault.outbox(), vault.meta()])
    const batch = planBatch(outbox, {
      now: now(),
      limit,
      maxBytes: batchBytes,
      itemOf,
      asked,
      force,
      ...(again ? { again } : {}),
    })
    if (batch.length === 0) return ending(suspects.length > 0 ? 'none' : 'done', reached, { tooOld })
    const changes = batch.map(itemOf)
    const body = {
      sentAt: new Date(now()).toISOString(),
      protocol,
      app: appVersion,
      ...(seen ? { seen } : {}),
      changes,
    }
    const answer = await ask({ method: 'POST', path: '/api/sync/push', body, timeoutMs: pushTimeoutMs })

    if (answer.kind === 'ok') {
      const push = readPush(answer.body, vault.itemOf !== undefined)
      if (!push) return ending('none', false)
      tooOld ||= isTooOld(push)
      if (push.reset !== null) return ending('reset', true, { tooOld })
      const settling = settleResults(batch, push, now(), random)
      if (settling.acked.length + settling.changed.length === 0) return ending('none', false)
      const woken = awakened(outbox, settling)
      const settled = await vault.settle({ ...settling, changed: [...settling.changed, ...woken] })
      if (!settled.ok || !(await standAside(suspects.splice(0)))) return ending('vault', true)
      taken = reached = true
      lone = 0
      for (const entry of batch) asked.add(entry.change.id)
      for (const entry of woken) asked.delete(entry.change.id)
      continue
    }

    const end = endingOf(answer)
    if (end) return { ...end, tooOld: end.tooOld || tooOld }
    reached ||= answer.kind === 'problem'
    if (batch.length > 1) {
      limit = Math.ceil(batch.length / 2)
      continue
    }
    for (const entry of batch) asked.add(entry.change.id)
    if (answer.kind !== 'problem' && !taken) suspects.push(...batch)
    else if (!(await standAside(batch))) return ending('vault', true)
    lone += 1
    if (lone >= loneFailures) return ending(answer.kind === 'problem' ? 'trouble' : 'none', reached, { tooOld })
  }
}
