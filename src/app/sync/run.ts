import type { Kind } from '../../domain/kinds/kind.ts'
import { isObject } from '../../domain/value.ts'
import { pullAll, pullAttention } from './pull.ts'
import { endingOf, pushAll } from './push.ts'
import type { Ending, PushOptions, SyncPorts } from './push.ts'
import type { SealPorts } from './server-key.ts'

const dayMs = 86_400_000
const monthMs = 30 * dayMs

export type RunOptions = PushOptions & {
  /** The kinds haven't been asked for since this app was started. */
  readonly kinds: boolean
}

const isKind = (value: unknown): value is Kind =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  typeof value['version'] === 'number' &&
  Array.isArray(value['fields'])

/** Brings the kinds of this township: what can be logged, as data. */
export async function pullKinds({ vault, ask }: SyncPorts): Promise<Ending> {
  const done: Ending = { end: 'done', reached: true, tooOld: false, waitMs: null }
  const answer = await ask({ method: 'GET', path: '/api/kinds', timeoutMs: 30_000 })
  if (answer.kind !== 'ok') return endingOf(answer) ?? { ...done, end: 'trouble', reached: answer.kind === 'problem' }
  const kinds = isObject(answer.body) && Array.isArray(answer.body['kinds']) ? answer.body['kinds'].filter(isKind) : []
  if (kinds.length === 0) return { ...done, end: 'none', reached: false }
  return (await vault.putKinds(kinds)).ok ? done : { ...done, end: 'vault' }
}

/** What seals comes with the first run: no cold start waits for it. */
async function seal(ports: SyncPorts & { readonly seal?: SealPorts }): Promise<void> {
  if (!ports.seal) return
  const { keepSealed } = await import('./server-key.ts')
  await keepSealed({ ...ports, ...ports.seal })
}

/**
 * One run of the page: push, then pull, so that what comes holds what went. It ends where the line or the server does;
 * what a run didn't reach, the next one takes up.
 */
export async function runSync(ports: SyncPorts & { readonly seal?: SealPorts }, options: RunOptions): Promise<Ending> {
  const steps: readonly (() => Promise<Ending>)[] = [
    () => pushAll(ports, options),
    ...(options.kinds ? [() => pullKinds(ports)] : []),
    () => pullAll(ports),
    () => pullAttention(ports),
  ]
  let reached = false
  let tooOld = false
  for (const step of steps) {
    const ending = await step()
    reached = ending.end === 'none' ? false : reached || ending.reached
    tooOld ||= ending.tooOld
    if (ending.end !== 'done') return { ...ending, reached, tooOld }
  }
  const monthAgo = new Date(ports.now() - monthMs).toISOString()
  await seal(ports).catch(() => undefined)
  await ports.vault.forgetAcked(monthAgo)
  await ports.vault.forgetPhotos({ sent: monthAgo, unused: new Date(ports.now() - dayMs).toISOString() })
  return { end: 'done', reached, tooOld, waitMs: null }
}
