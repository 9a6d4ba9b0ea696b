/** What one window (or the worker) tells the others: something in the vault has changed. */
export type Channel = {
  readonly tell: () => void
  /** Hears the others, never itself. */
  readonly listen: (heard: () => void) => () => void
}

const name = 'gridbook-vault'

const overBroadcast = (): Channel => {
  const channel = new BroadcastChannel(name)
  return {
    tell: () => channel.postMessage('changed'),
    listen: (heard) => {
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
  }
}

/** Safari before 15.4 has no BroadcastChannel: storage events between windows, messages from the worker. */
const overStorage = (): Channel => ({
  tell: () => {
    try {
      localStorage.setItem(name, String(Date.now()))
    } catch {
      // The other windows hear of it at their next sync.
    }
  },
  listen: (heard) => {
    const onStorage = (event: StorageEvent): void => {
      if (event.key === name) heard()
    }
    const onMessage = (event: MessageEvent): void => {
      if (event.data === 'vault-changed') heard()
    }
    window.addEventListener('storage', onStorage)
    navigator.serviceWorker?.addEventListener('message', onMessage)
    return () => {
      window.removeEventListener('storage', onStorage)
      navigator.serviceWorker?.removeEventListener('message', onMessage)
    }
  },
})

/** The channel of this window. */
export const makeChannel = (): Channel => (typeof BroadcastChannel === 'undefined' ? overStorage() : overBroadcast())
