import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { chromium, expect } from '@playwright/test'
import { launchOptions } from '../../playwright.config.ts'
import { password } from './api.ts'

/** A phone: a browser with a profile on disk, which can be closed and opened again, or killed. */
export type Phone = {
  readonly open: () => Promise<Page>
  readonly close: () => Promise<void>
  readonly remove: () => Promise<void>
  /** Every host that any page or worker of this phone has asked. */
  readonly hosts: ReadonlySet<string>
}

export const makePhone = (): Phone => {
  const profile = mkdtempSync(join(tmpdir(), 'gb-phone-'))
  const hosts = new Set<string>()
  let context: BrowserContext | null = null
  return {
    hosts,
    open: async () => {
      context = await chromium.launchPersistentContext(profile, {
        ...launchOptions,
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      })
      context.setDefaultTimeout(10_000)
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (url.protocol.startsWith('http')) hosts.add(url.host)
      })
      return context.pages()[0] ?? (await context.newPage())
    },
    close: async () => {
      await context?.close()
      context = null
    },
    remove: async () => {
      await context?.close()
      rmSync(profile, { recursive: true, force: true })
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
