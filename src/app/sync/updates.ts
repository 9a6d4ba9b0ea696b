import { ref } from 'vue'
import { Workbox } from 'workbox-window'

/** A new version of the app is installed and waits; the screen offers it. */
export const updateReady = ref(false)

const hourMs = 3_600_000
const holders = new Set<symbol>()
let workbox: Workbox | null = null

/** Says that a form is open or something is unsaved: no reload until the function that it gives is called. */
export function holdUpdate(): () => void {
  const holder = Symbol('form')
  holders.add(holder)
  return () => {
    holders.delete(holder)
  }
}

/**
 * Changes to the new version and reloads; false where something holds it, or nothing waits. Reloads only the window
 * that asked: another one, with a form open, goes on with what it has.
 */
export async function applyUpdate(): Promise<boolean> {
  if (holders.size > 0 || !workbox || !updateReady.value) return false
  workbox.addEventListener('controlling', () => {
    if (holders.size === 0) window.location.reload()
  })
  workbox.messageSkipWaiting()
  return true
}

/** Installs the service worker and looks out for new versions; once, after the app stands. */
export function watchUpdates(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const box = new Workbox('/sw.js')
  workbox = box
  box.addEventListener('waiting', () => {
    updateReady.value = true
  })
  box.register().catch(() => undefined)
  const look = (): void => {
    if (document.visibilityState === 'visible') box.update().catch(() => undefined)
  }
  setInterval(look, hourMs)
}
