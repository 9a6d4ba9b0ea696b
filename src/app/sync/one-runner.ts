import type { Vault } from '../vault/vault.ts'
import type { Ask } from './ask.ts'

const lockName = 'gridbook-sync'
const leaseMs = 90_000

/** What the page or the worker has of Web Locks (they came in Safari 15.4); null: none. */
export type Locks = Pick<LockManager, 'request'> | null

export type RunnerPorts = {
  readonly vault: Pick<Vault, 'lease' | 'endLease'>
  readonly ask: Ask
  readonly now: () => number
}

/**
 * Runs the work while no other tab, nor the worker, does: one runner a phone. With Web Locks it waits for its turn;
 * without them it takes a lease in the vault, renewed by every request, and answers null where another holds it.
 */
export async function asOneRunner<T>(
  locks: Locks,
  holder: string,
  { vault, ask, now }: RunnerPorts,
  work: (ask: Ask) => Promise<T>,
): Promise<T | null> {
  if (locks) return await locks.request(lockName, () => work(ask))
  const renew = (): Promise<boolean> => vault.lease(holder, now(), now() + leaseMs)
  if (!(await renew())) return null
  try {
    return await work(async (question) =>
      (await renew()) ? ask(question) : { kind: 'none', status: null, retryAfterMs: null },
    )
  } finally {
    await vault.endLease(holder)
  }
}
