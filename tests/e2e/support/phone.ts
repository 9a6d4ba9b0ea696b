import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { launchOptions } from '../../playwright.config.ts'
import { password } from './api.ts'
import { expect } from './expect.ts'

/** A phone: a browser with a profile on disk, which can be closed and opened again, or killed. */
export type Phone = {
  readonly open: () => Promise<Page>
  readonly close: () => Promise<void>
  /** As the system does it: no page hears of it, nothing is written on the way out. */
  readonly kill: () => Promise<void>
  readonly remove: () => Promise<void>
  readonly context: () => BrowserContext
  /** Every host that any page or worker of this phone has asked. */
  readonly hosts: ReadonlySet<string>
}

export type PhoneOptions = {
  /** The folder of a phone that somebody has logged in on; this one begins as its copy. */
  readonly like?: string
  readonly args?: readonly string[]
  readonly userAgent?: string
  /** Its owner types the PIN wherever it is asked for; false: the test does. */
  readonly unlocks?: boolean
}

/** The PIN of every phone in tests. */
export const pin = '295731'

/** Types the PIN whenever it is asked for, also where it is set. */
const unlockWhenAsked = (page: Page): Promise<void> =>
  page.addLocatorHandler(
    page.getByRole('group', { name: /数字键|Digits/ }),
    async () => {
      await page.keyboard.type(pin)
    },
    { noWaitAfter: true },
  )

/** What a browser can make anew. */
const passing =
  /\/(Singleton\w+|Cache|Code Cache|GPUCache|ShaderCache|GrShaderCache|Dawn\w+Cache|Graphite\w+Cache|Safe Browsing|Crash Reports|BrowserMetrics[^/]*)$/

export const makePhone = ({ like, args = [], userAgent, unlocks = true }: PhoneOptions = {}): Phone & {
  readonly profile: string
} => {
  const profile = mkdtempSync(join(tmpdir(), 'gb-phone-'))
  if (like) cpSync(like, profile, { recursive: true, filter: (from) => !passing.test(from) })
  const hosts = new Set<string>()
  let context: BrowserContext | null = null
  const there = (): BrowserContext => {
    if (!context) throw new Error('this phone is closed')
    return context
  }
  return {
    profile,
    hosts,
    context: there,
    open: async () => {
      const opened = await chromium.launchPersistentContext(profile, {
        ...launchOptions,
        args: [...launchOptions.args, ...args],
        ...(userAgent ? { userAgent } : {}),
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      })
      context = opened
      opened.setDefaultTimeout(10_000)
      opened.on('request', (request) => {
        const url = new URL(request.url())
        if (url.protocol.startsWith('http')) hosts.add(url.host)
      })
      if (unlocks) {
        opened.on('page', (page) => void unlockWhenAsked(page))
        for (const page of opened.pages()) await unlockWhenAsked(page)
      }
      return opened.pages()[0] ?? (await opened.newPage())
    },
    close: async () => {
      await context?.close()
      context = null
    },
    kill: async () => {
      const closed = new Promise<void>((done) => there().on('close', () => done()))
      const browser = there().browser()
      const session = await browser?.newBrowserCDPSession()
      const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
      const main = processInfo.find((one) => one.type === 'browser')
      if (!main) throw new Error('no process of the browser found')
      process.kill(main.id, 'SIGKILL')
      await closed
      context = null
    },
    remove: async () => {
      await context?.close()
      context = null
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Logs in as on the first day, and waits until this phone can do without a signal. */
export const logInOn = async (page: Page, url: string, username: string): Promise<void> => {
  await page.goto(url)
  await page.getByLabel('用户名').fill(username)
  await page.locator('#login-password').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.locator('h1')).toContainText('月')
  await expect(page.locator('.sync')).toContainText('都已上传', { timeout: 30_000 })
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** The field of that name in the topmost form. */
export const field = (root: Page | Locator, name: string): Locator => root.locator(`[data-field="${name}"]`)

/** Opens the sections that are folded to one line. */
export const unfold = async (root: Page | Locator): Promise<void> => {
  await expect(root.locator('[data-section]').first()).toBeVisible()
  const closed = root.locator('[aria-expanded="false"]')
  while ((await closed.count()) > 0) await closed.first().click()
}

/** Taps a choice of a field, whether it stands as segments or opens a sheet. */
export const choose = async (page: Page, box: Locator, words: string): Promise<void> => {
  const segment = box.locator('label').filter({ hasText: words })
  if ((await segment.count()) > 0) {
    await segment.first().click()
    return
  }
  await box.locator('[aria-haspopup="dialog"]').click()
  const dialog = page.getByRole('dialog').last()
  await dialog.getByRole('radio').filter({ hasText: words }).first().click()
  await expect(box).toContainText(words)
}

/** Adds the first people whom a sheet offers and that carry these words. */
export const addPeople = async (page: Page, box: Locator, words: string, count: number): Promise<void> => {
  await box.getByRole('button', { name: /加人/ }).click()
  const dialog = page.getByRole('dialog').last()
  const offered = dialog.getByRole('checkbox').filter({ hasText: words })
  for (let n = 0; n < count; n++) await offered.nth(n).click()
  await dialog.getByRole('button', { name: '完成' }).click()
}

/** Types into a text of a form. */
export const type = (box: Locator, words: string): Promise<void> => box.locator('input, textarea').first().fill(words)

/** Until nothing of this phone is left to be sent. */
export const allSent = (page: Page): Promise<void> =>
  expect(page.locator('.sync').first()).toContainText('都已上传', { timeout: 20_000 })

/** The tabs lead from page to page, as a thumb does. */
export const openTab = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()

/** Opens an empty form from Today. */
export const startForm = async (page: Page, kind: string): Promise<void> => {
  await page.getByRole('navigation', { name: '开始记录' }).getByRole('link', { name: kind }).click()
  await expect(page.locator('[data-section]').first()).toBeVisible()
}

/** Fills in a hazard's form; all but its description has an answer that will do. */
export const fillHazard = async (
  page: Page,
  { description, deadline, village = '村' }: { description?: string; deadline: string; village?: string },
): Promise<void> => {
  await unfold(page)
  if (description !== undefined) await type(field(page, 'description'), description)
  await choose(page, field(page, 'category'), '消防')
  await choose(page, field(page, 'origin'), '安全生产检查')
  await choose(page, field(page, 'villageId'), village)
  await type(field(page, 'placeName'), '烘干房')
  await type(field(page, 'deadline'), deadline)
}

/** Logs a hazard from Today to its record page. */
export const logHazard = async (
  page: Page,
  hazard: { description: string; deadline: string; village?: string },
): Promise<void> => {
  await startForm(page, '隐患')
  await fillHazard(page, hazard)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hazard.description)
}
