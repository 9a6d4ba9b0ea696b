import './polyfills.ts'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n, startLanguage } from './i18n/i18n.ts'
import { router } from './router.ts'
import { watchUpdates } from './sync/updates.ts'
import { useLedger } from './sync/useLedger.ts'

/** The vault is opened before anything is drawn: the first picture already knows who is logged in and what is kept. */
async function begin(): Promise<void> {
  // public/guard.js has said why this engine can't: nothing is drawn over it.
  if ('__gridbookStopped' in window) return
  const app = createApp(App).use(createPinia()).use(i18n)
  await Promise.all([startLanguage(), useLedger().start()])
  app.use(router)
  await router.isReady()
  app.mount('#app')
  watchUpdates()
}

void begin()
