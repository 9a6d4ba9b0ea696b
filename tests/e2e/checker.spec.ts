import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'

const report = readFileSync(new URL('../domain/fixtures/report-2025.txt', import.meta.url), 'utf8')
const wrong = report.replace('整改隐患169项', '整改隐患196项')

const tally = (page: Page, word: string) =>
  page.getByRole('group', { name: '按核对结果看' }).getByRole('button', { name: word })
const draft = (page: Page) => page.getByRole('textbox', { name: '报告稿' })
const check = async (page: Page, text: string): Promise<void> => {
  await draft(page).fill(text)
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(page.getByText(/全文 \d+ 处数字/)).toBeVisible()
}

test('on the phone a draft’s one wrong number is found, shown beside the ledger’s with its records, and mended', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/year?year=2025`)
  await page.getByRole('link', { name: '报告核对' }).click()
  await check(page, wrong)
  await expect(tally(page, '不一致')).toHaveText('不一致1')
  await expect(tally(page, '前后不一')).toHaveText('前后不一2')

  await tally(page, '不一致').click()
  await page.getByRole('button', { name: '下一处' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('heading', { name: '整改隐患' })).toBeVisible()
  await expect(sheet).toContainText('多 27 项。像是数字写颠倒了。')
  await expect(sheet.getByRole('heading', { name: '凭据 169' })).toBeVisible()
  await sheet.getByRole('button', { name: '改为 169项' }).click()
  await expect(sheet.locator('.state')).toHaveText('一致')
  await sheet.getByRole('button', { name: '回到全文' }).click()
  await expect(tally(page, '不一致')).toHaveCount(0)
  await expect(page.locator('.m', { hasText: '169项' })).toBeInViewport()

  await page.getByRole('button', { name: '改稿' }).click()
  await expect(draft(page)).toHaveValue(report)
})

test('leaving loses no draft, nor does a window that is loaded anew', async ({ phone, line }) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/checker`)
  await draft(page).fill('2025年整改隐患170项。')
  // The year is the one that the draft names.
  await expect(page.getByRole('combobox')).toHaveValue('2025')
  await page.getByRole('button', { name: '返回' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '报告核对' })).toBeHidden()
  await page.goto(`${line.url}/checker`)
  await expect(draft(page)).toHaveValue('2025年整改隐患170项。')
})

test('without a line it says so and keeps the draft', async ({ phone, line }) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/checker?year=2025`)
  await draft(page).fill('整改隐患170项。')
  await line.cut()
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('核对要连上网')
  await expect(draft(page)).toHaveValue('整改隐患170项。')
  await line.mend()
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(page.locator('.m')).toHaveText('170项不一致')
})

test('at the desk the way there stands beside the year, the first wrong number opens by itself, and undoing brings it back', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(line.url)
  await page.getByRole('navigation').getByRole('link', { name: '报告核对' }).click()
  await check(page, wrong)
  const pane = page.getByRole('complementary', { name: '台账' })
  await expect(pane.getByRole('heading', { name: '整改隐患' })).toBeVisible()
  await expect(page.locator('.m[aria-current]')).toHaveText('196项不一致')
  await pane.getByRole('button', { name: '改为 169项' }).click()
  await expect(page.locator('.m[aria-current]')).toHaveText('169项一致')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.locator('.m[aria-current]')).toHaveText('196项不一致')
  // One number that stands for three figures shows each.
  await page.locator('.m', { hasText: '100%' }).nth(3).click()
  await expect(pane.getByRole('group').getByRole('button')).toHaveText([
    '规范性文件合法率',
    '规范性文件备案率',
    '规范性文件公开率',
  ])
})

test('whoever may not read figures finds no way there', async ({ phone, line }) => {
  const page = await (await phone('auditor')).open()
  await page.goto(`${line.url}/checker`)
  await expect(page.getByRole('heading', { level: 1, name: '报告核对' })).toBeHidden()
})
