import type { Page } from '@playwright/test'
import { countOf } from './support/api.ts'
import { day, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import { allSent, choose, field, fillHazard, startForm, type, unfold } from './support/phone.ts'

const copies = (page: Page) => page.locator('main .row').filter({ has: page.locator('.state.draft') })

test('a browser killed half a second after the last key reopens at that form with every letter of it', async ({
  phone,
  line,
}) => {
  const device = await phone('officer')
  let page = await device.open()
  await page.goto(line.url)
  await line.cut()
  await startForm(page, '隐患')
  await unfold(page)
  await type(field(page, 'placeName'), '二号棚')
  const box = field(page, 'description').getByRole('textbox')
  await box.click()
  await box.pressSequentially('疏散通道堆放菌袋，净宽不足一米')
  // Half a second is what the app is given (DESIGN.md 5): the wait is the thing under test.
  await page.waitForTimeout(500)
  await device.kill()

  page = await device.open()
  await page.goto(line.url)
  await expect(page).toHaveURL(/\/form\//)
  await expect(field(page, 'description').getByRole('textbox')).toHaveValue('疏散通道堆放菌袋，净宽不足一米')
  await expect(field(page, 'description').getByRole('textbox')).toBeFocused()
  await unfold(page)
  await expect(field(page, 'placeName').getByRole('textbox')).toHaveValue('二号棚')
})

test('a form that is left stands on Today and opens again; thrown away it is gone, and comes back by undo', async ({
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await startForm(page, '隐患')
  await type(field(page, 'description'), '收起来的一份')
  await page.getByRole('button', { name: '收起' }).click()
  await expect(copies(page).filter({ hasText: '收起来的一份' })).toHaveCount(1)
  await page.reload()
  await copies(page).filter({ hasText: '收起来的一份' }).click()
  await expect(field(page, 'description').getByRole('textbox')).toHaveValue('收起来的一份')
  await page.goBack()
  await expect(copies(page).filter({ hasText: '收起来的一份' })).toHaveCount(1)
  await copies(page).filter({ hasText: '收起来的一份' }).click()
  await page.getByRole('button', { name: '不要这份了' }).click()
  await expect(page).toHaveURL(`${line.url}/`)
  await expect(copies(page)).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(copies(page).filter({ hasText: '收起来的一份' })).toHaveCount(1)
})

test('暂存 makes a draft record with half of a form, which leaves no copy behind', async ({ world, phone, line }) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await startForm(page, '隐患')
  await type(field(page, 'description'), '先存一半')
  await page.getByRole('button', { name: '暂存' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('先存一半')
  await expect(page.locator('.top-sheet .state')).toHaveText('草稿')
  await page.goto(line.url)
  await allSent(page)
  await expect(copies(page).filter({ hasText: '先存一半' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: '草稿' })).toContainText('先存一半')
  const officer = await world.api('officer')
  expect(await countOf(officer, 'hazard', `&status=draft&q=${encodeURIComponent('先存一半')}`)).toBe(1)
})

test('two quick taps on 提交 make one record, and its form leaves no copy', async ({ world, phone, line }) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await startForm(page, '隐患')
  await fillHazard(page, { description: '连点两次提交', deadline: typed(day(40)) })
  const submit = await page.getByRole('button', { name: '提交', exact: true }).elementHandle()
  await submit?.evaluate((button: HTMLElement) => {
    button.click()
    button.click()
    setTimeout(() => button.click(), 0)
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('连点两次提交')
  await page.goto(line.url)
  await allSent(page)
  await expect(copies(page)).toHaveCount(0)
  const officer = await world.api('officer')
  expect(await countOf(officer, 'hazard', `&q=${encodeURIComponent('连点两次提交')}`)).toBe(1)
})

test('a hidden answer comes back when its condition does, and is not in what is saved without it', async ({
  world,
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await startForm(page, '检查')
  await unfold(page)
  await type(field(page, 'placeName'), '藏起来的条款')
  await choose(page, field(page, 'exemption'), '首违不罚')
  await type(field(page, 'exemptionClause'), '第三十三条第一款')
  await choose(page, field(page, 'exemption'), '不适用')
  await expect(field(page, 'exemptionClause')).toHaveCount(0)
  await choose(page, field(page, 'exemption'), '轻微免罚')
  await expect(field(page, 'exemptionClause').getByRole('textbox')).toHaveValue('第三十三条第一款')
  await choose(page, field(page, 'exemption'), '不适用')
  await page.getByRole('button', { name: '暂存' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('藏起来的条款')
  await page.goto(line.url)
  await allSent(page)
  const officer = await world.api('officer')
  const { items } = await officer.get<{ items: { data: { [field: string]: unknown } }[] }>(
    `/api/records?kind=inspection&status=draft&q=${encodeURIComponent('藏起来的条款')}`,
  )
  expect(items).toHaveLength(1)
  expect(items[0]?.data).not.toHaveProperty('exemptionClause')
  expect(items[0]?.data).toHaveProperty('exemption', 'none')
})
