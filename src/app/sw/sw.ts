import '../polyfills.ts'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { holdKeys } from './key-holder.ts'
import { pushFromWorker } from './push-from-worker.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

/** Background Sync, which the web worker types don't know. */
type SyncEvent = ExtendableEvent & { readonly tag: string }

// Everything that the app consists of: a fresh install has every page offline.
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
// Every address is a page of the app, but what the server answers itself: an API never falls back to HTML.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/] }))

self.addEventListener('message', (event) => {
  // A new version takes over only when a person has said so (sync/updates.ts).
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
  event.waitUntil(holdKeys(self, event))
})

// The first page of all is served from here at once: its other pages are there offline before it is ever reloaded.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('sync' as 'push', (event) => {
  const { tag } = event as unknown as SyncEvent
  if (tag === 'gridbook-push') (event as unknown as SyncEvent).waitUntil(pushFromWorker(self))
})
