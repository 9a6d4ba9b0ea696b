import { ref } from 'vue'
import { Workbox } from 'workbox-window'

/** A new version of the app is installed and waits (or another window has changed to it); the screen offers it. */
export const updateReady = ref(false)

const hourMs = 3_600_000
const holders = new Set<symbol>()
let workbox: Workbox | null = null
/** The worker is a newer version than this window: its parts that aren't loaded yet are no longer to be had. */
let stale = false

/** Says that a form is open or something is unsaved: no reload until the function that it gives is called. */
export function holdUpdate(): () => void {
  const holder = Symbol('form')
  holders.add(holder)
  return () => {
    holders.delete(holder)
  }
}

/** Changes to the new version and reloads; false where something holds it, or nothing waits. */
export async function applyUpdate(): Promise<boolean> {
  if (holders.size > 0 || !updateReady.value) return false
  if (stale) window.location.reload()
  else workbox?.messageSkipWaiting()
  return true
}

/** Installs the service worker and looks out for new versions; once, after the app stands. */
export function watchUpdates(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const box = new Workbox('/sw.js')
  workbox = box
  // The first worker of all takes over a page that has none: nothing changes for it.
  let controlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) {
      stale = true
      updateReady.value = true
      if (holders.size === 0) window.location.reload()
    }
    controlled = true
  })
  // A page that this window hasn't loaded yet went with the old version. Never under an open form.
  window.addEventListener('vite:preloadError', (event) => {
    if (!stale || holders.size > 0) return
    event.preventDefault()
    window.location.reload()
  })
  box.addEventListener('waiting', () => {
    updateReady.value = true
  })
  box.register().catch(() => undefined)
  setInterval(() => {
    if (document.visibilityState === 'visible') box.update().catch(() => undefined)
  }, hourMs)
}
