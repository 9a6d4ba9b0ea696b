import { createRouter, createWebHistory } from 'vue-router'
import type { RouteRecordRaw } from 'vue-router'
import { closeTopSheet } from './form/sheets.ts'
import { i18n } from './i18n/i18n.ts'
import { copyRoute, markedOpen } from './pages/form/open-form.ts'
import { isHeldElsewhere } from './pages/form/held-form.ts'
import TodayPage from './pages/today/TodayPage.vue'
import RecordsPage from './pages/records/RecordsPage.vue'
import { useLedger } from './sync/useLedger.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Which tab stands lit; without one the page has no tab bar. */
    tab?: 'today' | 'records' | 'year' | 'me'
    /** May be seen without a session. */
    open?: true
    /** At a desk it takes the whole width. */
    wide?: true
    /** A form is open here: nothing may reload or cover the page. */
    form?: true
  }
}

// Today and the list are in the first script; the rest comes when it is first opened, from the worker's precache.
const routes: RouteRecordRaw[] = [
  { path: '/', name: 'today', component: TodayPage, meta: { tab: 'today' } },
  { path: '/records', name: 'records', component: RecordsPage, meta: { tab: 'records' } },
  { path: '/records/:id', name: 'record', component: () => import('./pages/record/RecordPage.vue') },
  { path: '/form/:copyId', name: 'form', component: () => import('./pages/form/FormPage.vue'), meta: { form: true } },
  { path: '/queue', name: 'queue', component: () => import('./pages/queue/QueuePage.vue'), meta: { tab: 'today' } },
  { path: '/conflict/:entryId', name: 'conflict', component: () => import('./pages/queue/ConflictPage.vue') },
  {
    path: '/year',
    name: 'year',
    component: () => import('./pages/year/YearPage.vue'),
    meta: { tab: 'year', wide: true },
  },
  {
    path: '/year/:figureId',
    name: 'figure',
    component: () => import('./pages/year/FigurePage.vue'),
    meta: { tab: 'year' },
  },
  {
    path: '/years/:year(\\d{4})',
    name: 'signing',
    component: () => import('./pages/year/SigningPage.vue'),
    meta: { tab: 'year' },
  },
  { path: '/report/:year(\\d{4})', name: 'report', component: () => import('./pages/report/ReportPage.vue') },
  {
    path: '/checker',
    name: 'checker',
    component: () => import('./pages/checker/CheckerPage.vue'),
    meta: { wide: true },
  },
  { path: '/admin', name: 'admin', component: () => import('./pages/admin/AdminPage.vue'), meta: { tab: 'me' } },
  { path: '/held', name: 'held', component: () => import('./pages/held/HeldPage.vue'), meta: { tab: 'me' } },
  {
    path: '/registers',
    name: 'registers',
    component: () => import('./pages/registers/RegistersPage.vue'),
    meta: { tab: 'me' },
  },
  { path: '/me', name: 'me', component: () => import('./pages/me/MePage.vue'), meta: { tab: 'me' } },
  { path: '/login', name: 'login', component: () => import('./pages/login/LoginPage.vue'), meta: { open: true } },
  { path: '/unlock', name: 'unlock', component: () => import('./pages/unlock/UnlockPage.vue'), meta: { open: true } },
  { path: '/pin', name: 'pin', component: () => import('./pages/unlock/PinPage.vue'), meta: { open: true } },
  { path: '/:rest(.*)*', redirect: '/' },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

let started = false

router.beforeEach(async (to) => {
  // Back closes an open sheet first, as people expect of a phone.
  if (closeTopSheet()) return false
  const ledger = useLedger()
  if (!ledger.session && !to.meta.open) {
    const door = ledger.newcomer ? 'pin' : ledger.vaults.length > 0 ? 'unlock' : 'login'
    return { name: door, query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  }
  // An app that was killed with a form open, by the camera or the system, comes back to it (DESIGN.md 5).
  const cold = ledger.session !== null && !started
  started ||= cold
  const marked = markedOpen()
  const copy =
    cold && to.name === 'today'
      ? (ledger.workingCopies.find((one) => one.id === marked) ?? ledger.workingCopies.find((one) => one.open))
      : undefined
  return copy && !(await isHeldElsewhere(copy.id)) ? copyRoute(copy) : true
})

/** Pages whose heading says what somebody did or who somebody is: browsers write titles to the disk. */
const untold: ReadonlySet<unknown> = new Set(['record', 'form', 'conflict', 'me', 'unlock'])

// Readers are told where they are: the page's own heading is the window's title, and the focus begins at its top.
router.afterEach((to) => {
  setTimeout(() => {
    const heading = untold.has(to.name) ? '' : document.querySelector('h1')?.textContent?.trim()
    const app = i18n.global.t('app')
    document.title = heading && heading !== app ? `${heading} · ${app}` : app
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
  }, 60)
})
