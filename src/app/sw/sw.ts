import '../polyfills.ts'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

// Everything that the app consists of: a fresh install has every page offline.
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
// Every address is a page of the app, but what the server answers itself: an API never falls back to HTML.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/] }))
