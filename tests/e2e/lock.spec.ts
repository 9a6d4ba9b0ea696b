import type { Page } from '@playwright/test'
import { countOf } from './support/api.ts'
import { day, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import type { Line } from './support/line.ts'
import { allSent, logHazard, openTab, pin } from './support/phone.ts'
import type { Phone } from './support/phone.ts'

const keys = (page: Page) => page.getByRole('group', { name: '数字键' })

const press = async (page: Page, digits: string): Promise<void> => {
  for (const digit of digits) await keys(page).getByRole('button', { name: digit, exact: true }).click()
}

const lock = async (page: Page): Promise<void> => {
  await openTab(page, '我的')
  await page.getByRole('button', { name: '锁定' }).click()
  await expect(keys(page)).toBeVisible()
}

/** A phone on which something was saved without a line, and which was locked then. */
const lockedOver = async (description: string, phone: Phone, line: Line): Promise<Page> => {
  const page = await phone.open()
  await page.goto(line.url)
  await press(page, pin)
  await allSent(page)
  await line.cut()
  await logHazard(page, { description, deadline: typed(day(40)) })
  await page
    .getByRole('link', { name: '返回' })
    .or(page.getByRole('button', { name: '返回' }))
    .first()
    .click()
  await lock(page)
  await expect(page.getByText('1 条待上传，有信号时不解锁也会传')).toBeVisible()
  return page
}

/** Has the browser wake the worker, as it does when the line is back. */
const wakeWorker = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((done) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) done(first.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  const { origin } = new URL(page.url())
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin,
    registrationId,
    tag: 'gridbook-push',
    lastChance: false,
  })
}

test('locked, nothing of it is seen; a wrong PIN says how many are left; the right one opens it, without a signal', async ({
  phone,
  line,
}) => {
  const page = await (await phone('officer', { unlocks: false })).open()
  await page.goto(line.url)
  await expect(page.locator('h1')).toHaveText(/\S/)
  await press(page, pin)
  await allSent(page)
  await openTab(page, '台账')
  await expect(page.locator('main a.row').first()).toBeVisible()
  const [row = ''] = /[\u4e00-\u9fff]{4,}/.exec(await page.locator('main a.row').first().innerText()) ?? []
  expect(row).not.toBe('')
  await line.cut()
  await lock(page)
  await expect(page.getByText(row)).toHaveCount(0)
  await page.goBack()
  await expect(keys(page)).toBeVisible()
  await press(page, '000111')
  await expect(page.getByRole('alert')).toHaveText('密码不对，还可试 9 次。')
  await press(page, pin)
  await expect(keys(page)).toHaveCount(0)
  await openTab(page, '台账')
  await expect(page.getByText(row).first()).toBeVisible()
})

test('a reload keeps it open, another window opens with it, a browser that was closed asks for the PIN', async ({
  phone,
  line,
}) => {
  const device = await phone('officer', { unlocks: false })
  let page = await device.open()
  await page.goto(line.url)
  await press(page, pin)
  await allSent(page)
  await page.reload()
  await allSent(page)
  const other = await device.context().newPage()
  await other.goto(line.url)
  await allSent(other)
  // One window locks all.
  await lock(other)
  await expect(keys(page)).toBeVisible()
  await device.close()
  page = await device.open()
  await page.goto(`${line.url}/records`)
  await expect(keys(page)).toBeVisible()
  await press(page, pin)
  await expect(page).toHaveURL(/\/records$/)
})

test('what was saved goes up while the phone is locked, once, and unlocked it says so', async ({
  world,
  phone,
  line,
}) => {
  const page = await lockedOver('锁着也要传的一处', await phone('officer', { unlocks: false }), line)
  await line.mend()
  const officer = await world.api('officer')
  const arrived = () => countOf(officer, 'hazard', `&q=${encodeURIComponent('锁着也要传的一处')}`)
  expect(await arrived()).toBe(0)
  await wakeWorker(page)
  await expect.poll(arrived, { timeout: 15_000 }).toBe(1)
  await expect(keys(page)).toBeVisible()
  await press(page, pin)
  await openTab(page, '今日')
  await allSent(page)
  expect(await arrived()).toBe(1)
})

test('ten wrong PINs lock it; the password brings the way back, and another PIN', async ({ phone, line }) => {
  const page = await lockedOver('锁住前记的一处', await phone('officer', { unlocks: false }), line)
  for (let left = 9; left >= 1; left -= 1) {
    await press(page, '000111')
    await expect(page.getByRole('alert')).toHaveText(`密码不对，还可试 ${left} 次。`)
  }
  await press(page, '000111')
  await expect(page.getByRole('alert')).toContainText('已锁住')
  await line.mend()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('用户名').fill('officer')
  await page.locator('#login-password').fill('Yangcheng-2025')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', { name: '给本机设 6 位密码' })).toBeVisible()
  await press(page, '123456')
  await expect(page.getByRole('alert')).toHaveText('太好猜，换一个。')
  await press(page, '857142')
  await expect(page.getByRole('heading', { name: '再输一次' })).toBeVisible()
  await press(page, '857142')
  await expect(keys(page)).toHaveCount(0)
  await openTab(page, '台账')
  await expect(page.getByText('锁住前记的一处').first()).toBeVisible()
  await openTab(page, '今日')
  await allSent(page)
})
