import { makeAsk } from '../sync/ask.ts'
import { asOneRunner } from '../sync/one-runner.ts'
import { isUnsent } from '../sync/plan-batch.ts'
import { pushAll } from '../sync/push.ts'
import { lockedOutboxes } from '../vault/locked-outbox.ts'
import type { LockedOutbox } from '../vault/locked-outbox.ts'

/** Tells the windows that a vault has changed, by either way that sync/channel.ts hears. */
async function tellWindows(scope: ServiceWorkerGlobalScope): Promise<void> {
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel('gridbook-vault')
    channel.postMessage('changed')
    channel.close()
    return
  }
  for (const client of await scope.clients.matchAll({ type: 'window' })) client.postMessage('vault-changed')
}

/** Sends what one vault holds; false where something is left over that a later try may bring up. */
async function pushOne(scope: ServiceWorkerGlobalScope, vault: LockedOutbox): Promise<boolean> {
  if (!(await vault.outbox()).some(isUnsent)) return true
  const now = Date.now
  const ask = makeAsk((...request) => fetch(...request), now)
  const locks = (scope.navigator.locks as LockManager | undefined) ?? null
  const ending = await asOneRunner(locks, `worker ${now()} ${Math.random()}`, { vault, ask, now }, (renewing) =>
    pushAll({ vault, ask: renewing, now, random: Math.random }, { force: false }),
  )
  // Without a session the browser would wake us in vain; the page asks for the password.
  return ending !== null && ending.end !== 'none' && ending.end !== 'wait'
}

/**
 * Sends from the worker what lies sealed in the vaults of this phone, whether they are locked or not, also when no
 * window is open: it can't read what it sends. Rejects where something is left over: the browser then wakes us again.
 */
export async function pushFromWorker(scope: ServiceWorkerGlobalScope): Promise<void> {
  const vaults = await lockedOutboxes()
  try {
    let done = true
    for (const vault of vaults) done = (await pushOne(scope, vault)) && done
    if (vaults.length > 0) await tellWindows(scope)
    if (!done) throw new Error('left over')
  } finally {
    for (const vault of vaults) vault.close()
  }
}
