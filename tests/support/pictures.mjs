// npm run pictures: the README's screenshots, of the real app on the demo year, kept small.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt, ensurePackages, orExit, root } from '../../src/deploy/prepare.mjs'

const port = 20_000 + (process.pid % 20_000)
const url = `http://127.0.0.1:${port}`
const to = join(root, '.readme')

async function healthy() {
  try {
    return (await fetch(`${url}/api/health`)).ok
  } catch {
    return false
  }
}

async function logIn(browser, name, viewport) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByLabel('用户名').fill(name)
  await page.locator('#login-password').fill('Yangcheng-2025')
  await page.getByRole('button', { name: '登录' }).click()
  for (const asked of ['给本机设 6 位密码', '再输一次']) {
    await page.getByRole('heading', { name: asked }).waitFor()
    await page.keyboard.type('295731')
  }
  await page.getByText('都已上传').first().waitFor()
  return page
}

async function take(page, name, arrive) {
  await arrive()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(to, `${name}.png`), animations: 'disabled' })
}

await orExit(async () => {
  await ensurePackages()
  await ensureBuilt()
  await ensureBrowser()
  const data = mkdtempSync(join(tmpdir(), 'gb-pictures-'))
  const env = { ...process.env, PORT: String(port), DATA_DIR: data, DEMO: '1', DATABASE_URL: '' }
  const server = spawn(process.execPath, ['dist/server/main.js'], { cwd: root, env, stdio: 'ignore' })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    while (!(await healthy())) await sleep(100)
    mkdirSync(to, { recursive: true })
    const phone = await logIn(browser, 'officer', { width: 390, height: 844 })
    await take(phone, 'today', () => phone.goto(url))
    await take(phone, 'form', () => phone.getByRole('link', { name: '检查', exact: true }).click())
    await phone.goto(`${url}/records`)
    await take(phone, 'record', () => phone.locator('a.row').filter({ hasText: '责令整改' }).first().click())
    await take(phone, 'year', () => phone.goto(`${url}/year?year=2025`))
    const desk = await logIn(browser, 'supervisor', { width: 1440, height: 900 })
    await take(desk, 'year-desk', async () => {
      await desk.goto(`${url}/year?year=2025`)
      await desk.getByText('府院联动').first().click()
      await desk.locator('tr').filter({ hasText: '行政争议化解率' }).click()
      await desk.getByText('西阳综调').first().waitFor()
    })
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    rmSync(data, { recursive: true, force: true })
  }
})
