import type { HandedKey, KeyWord } from './key-words.ts'
import { isKeyWord } from './key-words.ts'
import type { OpenVault, Phone } from './phone-port.ts'

/** A worker that has to wake up first takes a moment; longer nobody waits for a key that may be nowhere. */
const patienceMs = 1000

const worker = (): ServiceWorker | null =>
  (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller ?? null

const say = (word: KeyWord, ports: MessagePort[] = []): void => worker()?.postMessage(word, ports)

/** The key that another window of this phone has open, or that this one had before it was reloaded. */
const askForKey = (): Promise<HandedKey | null> =>
  new Promise((done) => {
    if (!worker()) {
      done(null)
      return
    }
    const channel = new MessageChannel()
    const timer = setTimeout(() => done(null), patienceMs)
    channel.port1.onmessage = ({ data }: MessageEvent<HandedKey | null>) => {
      clearTimeout(timer)
      done(data)
    }
    say({ gridbook: 'ask' }, [channel.port2])
  })

/** Opens the vault that is open in another window, or was in this one a moment ago; null: a PIN is needed. */
export async function resumeVault(phone: Phone): Promise<OpenVault | null> {
  const handed = await askForKey()
  return handed && phone.openWith(handed.user, handed.key)
}

/** Answers other windows, gives the key over when this page goes, and hears when all are to lock. */
export function handKeys(opened: () => OpenVault | null, onLock: () => void): void {
  const mine = (): HandedKey | null => {
    const one = opened()
    return one?.key ? { user: one.user, key: one.key } : null
  }
  navigator.serviceWorker?.addEventListener('message', ({ data, ports }: MessageEvent) => {
    if (!isKeyWord(data)) return
    if (data.gridbook === 'wanted') ports[0]?.postMessage(mine())
    if (data.gridbook === 'lock') onLock()
  })
  window.addEventListener('pagehide', () => {
    const handed = mine()
    if (handed) say({ gridbook: 'hold', handed })
  })
}

/** Every window of ours locks. */
export const lockAll = (): void => say({ gridbook: 'drop' })
