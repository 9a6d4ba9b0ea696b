import { openVault } from '../vault/open-vault.ts'
import { makeAsk } from '../sync/ask.ts'
import { asOneRunner } from '../sync/one-runner.ts'
import { isUnsent } from '../sync/plan-batch.ts'
import { runWorkerSync } from '../sync/run.ts'

/** Tells the windows that the vault has changed, by either way that sync/channel.ts hears. */
async function tellWindows(scope: ServiceWorkerGlobalScope): Promise<void> {
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel('gridbook-vault')
    channel.postMessage('changed')
    channel.close()
    return
  }
  for (const client of await scope.clients.matchAll({ type: 'window' })) client.postMessage('vault-changed')
}

/**
 * Sends the outbox from the worker, with the page's own engine, also when no window is open. Rejects where something
 * is left over that a later try may bring up: the browser then wakes us again.
 */
export async function pushFromWorker(scope: ServiceWorkerGlobalScope): Promise<void> {
  const vault = await openVault(() => undefined)
  if (!vault) return
  try {
    if (!(await vault.meta()).session || !(await vault.outbox()).some(isUnsent)) return
    const now = Date.now
    const ask = makeAsk((...request) => fetch(...request), now)
    const locks = (scope.navigator.locks as LockManager | undefined) ?? null
    const ending = await asOneRunner(locks, `worker ${now()} ${Math.random()}`, { vault, ask, now }, (renewing) =>
      runWorkerSync({ vault, ask: renewing, now, random: Math.random }),
    )
    await tellWindows(scope)
    // Without a session the browser would wake us in vain; the page asks for the password.
    if (ending === null || ending.end === 'none' || ending.end === 'wait')
      throw new Error(`left over: ${ending?.end ?? 'busy'}`)
  } finally {
    vault.close()
  }
}
