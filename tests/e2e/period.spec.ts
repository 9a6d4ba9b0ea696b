import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './support/fixtures.ts'

type Figures = { readonly figures: readonly { readonly id: string; readonly value: number | null }[] }

const card = (page: Page, name: string) => page.locator('.fig').filter({ has: page.getByText(name, { exact: true }) })
const sheet = (page: Page) => page.getByRole('dialog')

const unfoldParts = async (page: Page): Promise<void> => {
  await expect(page.locator('.fig').first()).toBeVisible()
  const closed = page.locator('.part [aria-expanded="false"]')
  while ((await closed.count()) > 0) await closed.first().click()
}

test('a half year, a quarter and days of one’s own have their figures, and receipts that add up to them', async ({
  phone,
  line,
  world,
}) => {
  const api = await world.api('supervisor')
  const valueIn = async (query: string): Promise<number> => {
    const { figures } = await api.get<Figures>(`/api/figures?${query}`)
    return figures.find((one) => one.id === 'hazards-rectified')?.value ?? -1
  }
  const [year, half, own] = [
    await valueIn('year=2025'),
    await valueIn('from=2025-01-01&to=2025-06-30'),
    await valueIn('from=2025-03-05&to=2025-06-20'),
  ]
  expect(own).toBeGreaterThan(0)
  expect(half).toBeGreaterThan(own)
  expect(year).toBeGreaterThan(half)

  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/year?year=2025`)
  await page.getByRole('button', { name: '2025年', exact: true }).click()
  await sheet(page).getByRole('radio', { name: '上半年' }).click()
  await expect(page).toHaveURL(/from=2025-01-01&to=2025-06-30/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2025年上半年')
  await unfoldParts(page)
  await expect(card(page, '整改隐患').locator('.val')).toHaveText(`${half}项`)
  await expect(card(page, '工业总值')).toContainText('按年填报')

  await card(page, '整改隐患').click()
  await expect(page.getByRole('heading', { name: `凭据 ${half}` })).toBeVisible()
  await expect(page.getByText('2024年上半年')).toBeVisible()
  await page.goBack()

  await page.getByRole('button', { name: '2025年上半年' }).click()
  await sheet(page).getByRole('button', { name: '自选起止' }).click()
  await sheet(page).getByLabel('起', { exact: true }).fill('2025.3.5')
  await sheet(page).getByLabel('止', { exact: true }).fill('２０２５年６月２０日')
  await sheet(page).getByRole('button', { name: '看 2025年3月5日至6月20日' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2025年3月5日至6月20日')
  await unfoldParts(page)
  await expect(card(page, '整改隐患').locator('.val')).toHaveText(`${own}项`)
  await card(page, '整改隐患').click()
  await expect(page.getByRole('heading', { name: `凭据 ${own}` })).toBeVisible()
})

test('what no record gives is typed with its source, and stands there for everybody', async ({ phone, line }) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/year/mushroom-bags?year=2023`)
  await expect(page.locator('main').getByText('未填').first()).toBeVisible()
  await page.getByRole('button', { name: '填写' }).click()
  await sheet(page).getByLabel('数值（万袋）').fill('１１８．５')
  await sheet(page).getByRole('button', { name: '存下' }).click()
  await expect(sheet(page).getByRole('alert')).toHaveText('写明来源，如统计公报、批复文号。')
  await sheet(page).getByLabel('来源').fill('镇农业服务中心统计')
  await sheet(page).getByRole('button', { name: '存下' }).click()
  await expect(page.locator('.pane-value')).toHaveText('118.5万袋')
  await expect(page.locator('main')).toContainText('来源 镇农业服务中心统计')
  await expect(page.locator('main')).toContainText(/程远 .*填/)

  const officer = await (await phone('officer')).open()
  await officer.goto(`${line.url}/year/mushroom-bags?year=2023`)
  await expect(officer.locator('.pane-value')).toHaveText('118.5万袋')
  await expect(officer.locator('main')).toContainText('由主管填写。')
  await expect(officer.getByRole('button', { name: '改' })).toHaveCount(0)
})

test('a plan shows what the next year has come to; figures that look alike stand beside each other with the reason', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/year/planned-study-sessions?year=2025`)
  await expect(page.locator('main')).toContainText(/2026年已 \d+ 次 \/ 计划 4 次/)
  await page.goto(`${line.url}/year/certificates-reviewed?year=2025`)
  await expect(page.locator('.pane-value')).toHaveText('7个')
  await expect(page.locator('.beside')).toContainText('两数可以不等')
  await page.getByRole('link', { name: '另见 执法人员 9名' }).click()
  await expect(page.locator('.pane-value')).toHaveText('9名')
  await expect(page.getByRole('link', { name: '另见 执法证年审 7个' })).toBeVisible()
})

test('at the desk the period that is shown is what is downloaded', async ({ phone, line }) => {
  const page = await (await phone('supervisor')).open()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${line.url}/year?year=2025`)
  await page.getByRole('combobox', { name: '时段' }).selectOption('下半年')
  await expect(page.getByRole('columnheader', { name: '2025年下半年' })).toBeVisible()
  await page.getByRole('button', { name: '下载表格' }).click()
  await expect(sheet(page).getByRole('heading')).toHaveText('下载 2025年下半年')
  const downloading = page.waitForEvent('download')
  await sheet(page).getByRole('link', { name: '下载' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('阳城镇2025年下半年指标和台账.xlsx')
  const files = unzipSync(readFileSync(await download.path()))
  expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="行政检查"')
  await expect(sheet(page)).toHaveCount(0)
})
