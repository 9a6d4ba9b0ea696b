import type { HandedKey } from '../vault/key-words.ts'
import { isKeyWord } from '../vault/key-words.ts'

/** From a page's end to the next one's beginning; then it is gone, as it is when this process ends. */
const holdMs = 15_000
const answerMs = 300

let held: (HandedKey & { readonly until: number }) | null = null

/** Asks the other windows for the key of the vault that they have open; null: none has, or none answers. */
async function fromWindows(scope: ServiceWorkerGlobalScope, asker: string | undefined): Promise<HandedKey | null> {
  const windows = (await scope.clients.matchAll({ type: 'window' })).filter((client) => client.id !== asker)
  if (windows.length === 0) return null
  return new Promise((done) => {
    let silent = windows.length
    const timer = setTimeout(() => done(null), answerMs)
    for (const client of windows) {
      const channel = new MessageChannel()
      channel.port1.onmessage = ({ data }: MessageEvent<HandedKey | null>) => {
        silent -= 1
        if (data === null && silent > 0) return
        clearTimeout(timer)
        done(data)
      }
      client.postMessage({ gridbook: 'wanted' }, [channel.port2])
    }
  })
}

/** The worker's part in handing a key from window to window: in memory only, for a moment. */
export async function holdKeys(scope: ServiceWorkerGlobalScope, event: ExtendableMessageEvent): Promise<void> {
  const word: unknown = event.data
  if (!isKeyWord(word)) return
  if (word.gridbook === 'hold') held = { ...word.handed, until: Date.now() + holdMs }
  if (word.gridbook === 'drop') {
    held = null
    for (const client of await scope.clients.matchAll({ type: 'window' })) client.postMessage({ gridbook: 'lock' })
  }
  if (word.gridbook === 'ask') {
    const kept = held && held.until > Date.now() ? { user: held.user, key: held.key } : null
    held = null
    const asker = event.source && 'id' in event.source ? event.source.id : undefined
    event.ports[0]?.postMessage(kept ?? (await fromWindows(scope, asker)))
  }
}
