import type { Page } from '@playwright/test'
import { countOf } from './support/api.ts'
import { day, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import { allSent, field, logHazard, logInOn, startForm, type } from './support/phone.ts'

/** What FIELD.md, Engines, says that the oldest phones and desks lack. */
const lacking = `
  delete Array.prototype.at; delete String.prototype.at; delete Object.hasOwn; delete String.prototype.replaceAll;
  delete Array.prototype.findLast; delete Array.prototype.toSorted; delete Array.prototype.toReversed;
  if (typeof Crypto !== 'undefined') delete Crypto.prototype.randomUUID;
  self.structuredClone = undefined; delete AbortSignal.timeout; delete AbortSignal.any;
`
const isLacking = `[].at || Object.hasOwn || ''.replaceAll || self.structuredClone || AbortSignal.timeout || crypto.randomUUID`

test('without the functions of newer engines, in page and worker, the main job is done: log offline, sync', async ({
  world,
  phone,
  line,
}) => {
  const worker: string[] = []
  line.alter('/sw.js', (body) => {
    worker.push(body)
    return `${lacking}\nif (${isLacking}) throw new Error('an engine too new');\n${body}`
  })
  const device = await phone()
  let page = await device.open()
  await device.context().addInitScript(`
    ${lacking}
    if (${isLacking}) throw new Error('an engine too new');
    window.__old = true;
  `)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await logInOn(page, line.url, 'officer')
  expect(worker.length).toBeGreaterThan(0)
  await line.cut()
  await page.close()
  page = await device.context().newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(line.url)
  expect(await page.evaluate('window.__old')).toBe(true)
  await logHazard(page, { description: '老手机上记的一处', deadline: typed(day(40)) })
  await page.goto(line.url)
  await expect(page.locator('.sync').first()).toContainText('1 条存在本机')
  await line.mend()
  await allSent(page)
  const officer = await world.api('officer')
  expect(await countOf(officer, 'hazard', `&q=${encodeURIComponent('老手机上记的一处')}`)).toBe(1)
  expect(errors).toEqual([])
})

/** Extras that any phone may lack: how each is taken away, and how one sees that it is gone. */
const extras: readonly (readonly [name: string, take: string, gone: string])[] = [
  [
    'Background Sync',
    'delete self.SyncManager; delete ServiceWorkerRegistration.prototype.sync',
    `!('sync' in ServiceWorkerRegistration.prototype)`,
  ],
  ['Web Locks', 'delete Navigator.prototype.locks', '!navigator.locks'],
  ['BroadcastChannel', 'delete self.BroadcastChannel', `typeof BroadcastChannel === 'undefined'`],
  ['CompressionStream', 'delete self.CompressionStream', `typeof CompressionStream === 'undefined'`],
  ['OffscreenCanvas', 'delete self.OffscreenCanvas', `typeof OffscreenCanvas === 'undefined'`],
  ['BarcodeDetector', 'delete self.BarcodeDetector', `typeof BarcodeDetector === 'undefined'`],
  ['an estimate of storage', 'delete StorageManager.prototype.estimate', '!navigator.storage.estimate'],
  ['navigator.storage', 'delete Navigator.prototype.storage', '!navigator.storage'],
  [
    'share',
    'delete Navigator.prototype.share; delete Navigator.prototype.canShare',
    `!('share' in navigator || 'canShare' in navigator)`,
  ],
  [
    'a badge',
    'delete Navigator.prototype.setAppBadge; delete Navigator.prototype.clearAppBadge',
    `!('setAppBadge' in navigator)`,
  ],
  [
    'push',
    'delete self.PushManager; delete ServiceWorkerRegistration.prototype.pushManager',
    `!('PushManager' in self)`,
  ],
  ['location', 'delete Navigator.prototype.geolocation', '!navigator.geolocation'],
  ['credentials', 'delete Navigator.prototype.credentials; delete self.PublicKeyCredential', '!navigator.credentials'],
]

const keepAndSend = async (page: Page, url: string, words: string): Promise<void> => {
  await page.goto(url)
  await startForm(page, '隐患')
  await type(field(page, 'description'), words)
  await page.getByRole('button', { name: '暂存' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
  await page.getByRole('button', { name: '返回' }).click()
  await allSent(page)
}

test('each extra may be missing by itself: the app opens, saves and syncs', async ({ world, phone, line }) => {
  test.setTimeout(120_000)
  const device = await phone('officer')
  await device.open()
  for (const [name, take, gone] of extras) {
    await test.step(`without ${name}`, async () => {
      const page = await device.context().newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await page.addInitScript(take)
      await keepAndSend(page, line.url, `缺 ${name}`)
      expect(await page.evaluate(gone), `${name} is gone`).toBe(true)
      expect(errors).toEqual([])
      await page.close()
    })
  }
  const officer = await world.api('officer')
  expect(await countOf(officer, 'hazard', `&status=draft&q=${encodeURIComponent('缺')}`)).toBe(extras.length)
})

test('a phone that won’t promise to keep its store says so where unsent records stand', async ({ phone, line }) => {
  const page = await (await phone('officer')).open()
  await page.addInitScript(`
    StorageManager.prototype.persist = async () => false;
    StorageManager.prototype.persisted = async () => false;
  `)
  await page.goto(line.url)
  await allSent(page)
  await line.cut()
  await startForm(page, '隐患')
  await type(field(page, 'description'), '可能被清理的一条')
  await page.getByRole('button', { name: '暂存' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('可能被清理的一条')
  await page.goto(`${line.url}/queue`)
  await expect(page.getByText('清理垃圾时可能删掉未上传的记录')).toBeVisible()
})

for (const [what, take, title, words] of [
  ['promises', 'window.Promise = undefined', '这个浏览器太旧', '极速模式'],
  [
    'IndexedDB',
    `Object.defineProperty(window, 'indexedDB', { value: undefined })`,
    '这个浏览器太旧',
    '这个浏览器做不到',
  ],
  ['a service worker', 'delete Navigator.prototype.serviceWorker', '这个窗口不能离线记录', '换普通窗口'],
  ['subtle crypto', 'delete Crypto.prototype.subtle', '这个窗口不能离线记录', '换普通窗口'],
] as const) {
  test(`an engine without ${what} is told in Chinese what to use instead, and the app stays away`, async ({
    page,
    line,
  }) => {
    await page.addInitScript(take)
    await page.goto(line.url)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.getByRole('main')).toContainText(words)
    await expect(page.getByLabel('用户名')).toHaveCount(0)
  })
}

test('over plain http on an address of the network the page says that https is needed, and what for', async ({
  phone,
  line,
}) => {
  const device = await phone(undefined, { args: ['--host-resolver-rules=MAP lan.test 127.0.0.1'] })
  const page = await device.open()
  await page.goto(line.url.replace('127.0.0.1', 'lan.test'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这个地址不能离线记录')
  await expect(page.getByRole('main')).toContainText('浏览器只在 https 下允许离线打开、定位和拍照')
  await expect(page.getByLabel('用户名')).toHaveCount(0)
})

test.describe('in WeChat on an iPhone', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.60',
  })
  test('the page leads to Safari and gives the address to copy', async ({ page, line }) => {
    await page.addInitScript('delete Navigator.prototype.serviceWorker')
    await page.goto(`${line.url}/records`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('用浏览器打开')
    await expect(page.getByRole('main')).toContainText('在 Safari 中打开')
    await expect(page.getByLabel('地址')).toHaveValue(`${line.url}/records`)
  })
})
