import AxeBuilder from '@axe-core/playwright'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from './support/fixtures.ts'
import { pin } from './support/phone.ts'
import { startServer } from './support/server.ts'

const first = 'first-password-told-once'
const chosen = '石盘沟的山和水 2026'
const codeOf = (secret: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp })

test('the first administrator changes the password, sets up an authenticator, and gets in with its codes only', async ({
  browser,
}) => {
  const server = await startServer('127.0.0.1', { DEMO: '0', ADMIN_PASSWORD: first })
  try {
    const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })).newPage()
    await page.goto(server.url)
    await page.getByLabel('用户名').fill('admin')
    await page.locator('#login-password').fill(first)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.locator('#login-fresh').fill('admin-password-2026')
    await page.getByRole('button', { name: '改密码并登录' }).click()
    await expect(page.getByRole('alert')).toContainText('太好猜')
    await page.locator('#login-fresh').fill(chosen)
    await page.getByRole('button', { name: '改密码并登录' }).click()

    const shown = await page.locator('.totp-key').innerText()
    const secret = shown.replace(/\s/g, '')
    expect(shown.trim().split(/\s+/)).toEqual(secret.match(/.{4}/g))
    await expect(page.getByRole('link', { name: '在验证器里打开' })).toHaveAttribute('href', /^otpauth:\/\/totp\//)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    const now = Date.now()
    await page.getByLabel('动态码').fill(codeOf(secret, now - 600_000))
    await page.getByRole('button', { name: '设好并登录' }).click()
    await expect(page.getByRole('alert')).toContainText('动态码不对')
    await page.getByLabel('动态码').fill(codeOf(secret, now))
    await page.getByRole('button', { name: '设好并登录' }).click()
    for (const asked of ['给本机设 6 位密码', '再输一次']) {
      await expect(page.getByRole('heading', { name: asked })).toBeVisible()
      await page.keyboard.type(pin)
    }
    await expect(page).toHaveURL(`${server.url}/`)

    const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await other.goto(server.url)
    await other.getByLabel('用户名').fill('admin')
    await other.locator('#login-password').fill(chosen)
    await other.getByRole('button', { name: '登录', exact: true }).click()
    await expect(other.getByRole('alert')).toContainText('6 位动态码')
    // The code of the set-up is spent, the next one isn't.
    await other.getByLabel('动态码').fill(codeOf(secret, now))
    await other.getByRole('button', { name: '登录', exact: true }).click()
    await expect(other.getByRole('alert')).toContainText('等下一个再输')

    await page.context().clearCookies()
    await page.reload()
    await page.getByRole('button', { name: '密码要重新输入，记录照常能记' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.locator('#again-password').fill(chosen)
    await sheet.getByRole('button', { name: '登录', exact: true }).click()
    await sheet.getByLabel('动态码').fill(codeOf(secret, now + 30_000))
    await sheet.getByRole('button', { name: '登录', exact: true }).click()
    await expect(sheet).toHaveCount(0)
    await expect(page.getByRole('button', { name: '密码要重新输入，记录照常能记' })).toHaveCount(0)
  } finally {
    await server.remove()
  }
})
