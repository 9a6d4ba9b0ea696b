import type { Page } from '@playwright/test'
import { day, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import { allSent, logHazard, openTab } from './support/phone.ts'

/** The report of 2025 (report-2025.txt), figure by figure, as the screen writes it. */
const report: readonly (readonly [name: string, value: string])[] = [
  ['柔性检查企业', '194家'],
  ['行政检查', '53次'],
  ['执法人员持证率', '100%'],
  ['行政争议化解', '11件'],
  ['行政争议化解率', '84.6%'],
  ['民间纠纷调解', '72件'],
  ['调解成功率', '94.74%'],
  ['行政村', '15个'],
  ['安全生产检查', '130次'],
  ['整改隐患', '169项'],
]

const card = (page: Page, name: string) => page.locator('.fig').filter({ has: page.getByText(name, { exact: true }) })

const unfoldParts = async (page: Page): Promise<void> => {
  await expect(page.locator('.fig').first()).toBeVisible()
  const closed = page.locator('.part [aria-expanded="false"]')
  while ((await closed.count()) > 0) await closed.first().click()
}

/** All receipts of the figure that is open, page after page. */
const allReceipts = async (page: Page): Promise<number> => {
  const receipts = page.locator('.rcpt')
  const total = Number(/凭据 (\d+)/.exec(await page.getByRole('heading', { name: /凭据 \d+/ }).innerText())?.[1])
  const more = page.getByRole('button', { name: '再看一些' })
  for (;;) {
    await expect.poll(async () => (await receipts.count()) === total || (await more.isVisible())).toBe(true)
    if ((await receipts.count()) >= total) return total
    const before = await receipts.count()
    await more.click()
    await expect.poll(() => receipts.count()).toBeGreaterThan(before)
  }
}

test('the phone shows the year 2025 as the report prints it, and each number opens the records that add up to it', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/year?year=2025`)
  await unfoldParts(page)
  for (const [name, value] of report) await expect(card(page, name).locator('.val')).toHaveText(value)
  await expect(card(page, '行政争议化解率')).toContainText('+11.9 个百分点')

  await card(page, '整改隐患').click()
  expect(await allReceipts(page)).toBe(169)
  await page.locator('.rcpt').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
  await expect(page.getByRole('region', { name: '经过' })).toContainText('已上传')
  await page.goBack()
  await page.goBack()
  await unfoldParts(page)

  await card(page, '调解成功率').click()
  await expect(page.getByText('72 ÷ 76')).toBeVisible()
  await expect(page.getByText('计入 72')).toBeVisible()
  await expect(page.getByText('未计入 4', { exact: true })).toBeVisible()
  expect(await allReceipts(page)).toBe(76)
  expect(await page.locator('.rcpt .dot-in:not(.no)').count()).toBe(72)
})

test('a village narrows the figures and their receipts alike', async ({ phone, line, world }) => {
  const api = await world.api('supervisor')
  const villages = await api.get<{ items: { id: string; data: { name: string } }[] }>('/api/records?kind=village')
  const village = villages.items.find((one) => one.data.name.startsWith('石盘沟'))
  const { figures } = await api.get<{ figures: { id: string; value: number }[] }>(
    `/api/figures?year=2025&villageId=${village?.id}`,
  )
  const wanted = figures.find((one) => one.id === 'safety-inspections')?.value ?? 0
  expect(wanted).toBeGreaterThan(0)
  expect(wanted).toBeLessThan(130)

  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/year?year=2025`)
  await page.getByRole('button', { name: '全镇' }).click()
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /石盘沟/ })
    .click()
  await unfoldParts(page)
  await expect(card(page, '安全生产检查').locator('.val')).toHaveText(`${wanted}次`)
  await expect(card(page, '执法人员持证率')).toContainText('不按村分')
  await card(page, '安全生产检查').click()
  expect(await allReceipts(page)).toBe(wanted)
  await expect(page.locator('.rcpt').filter({ hasNotText: '石盘沟' })).toHaveCount(0)
})

test('at the desk the supervisor reads the year as a table by month and village, with receipts beside it', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${line.url}/year?year=2025`)
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) })
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: /执法规范/ })
    .click()
  await expect(row('行政检查').getByRole('cell').nth(1)).toHaveText('53')
  await expect(row('柔性检查企业').getByRole('cell').nth(1)).toHaveText('194')
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: /府院联动/ })
    .click()
  await expect(row('调解成功率').getByRole('cell').nth(1)).toHaveText('94.74')
  await expect(row('行政争议化解率').getByRole('cell').nth(1)).toHaveText('84.6')
  await expect(row('行政争议化解率').getByRole('cell').nth(3)).toHaveText('72.7')
  await expect(row('行政争议化解率').getByRole('cell').nth(4)).toHaveText('+11.9 个百分点')

  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: /依法履职/ })
    .click()
  const value = row('安全生产检查').getByRole('cell').nth(1)
  await expect(value).toHaveText('130')
  let sum = 0
  for (let month = 1; month <= 12; month++) {
    await page.getByRole('combobox', { name: '时段' }).selectOption(`m${month}`)
    await expect(page).toHaveURL(new RegExp(`month=${month}\\b`))
    const answered = await page.request.get(`${line.url}/api/figures?year=2025&month=${month}`)
    const { figures } = (await answered.json()) as { figures: { id: string; value: number }[] }
    const wanted = figures.find((one) => one.id === 'safety-inspections')?.value ?? -1
    await expect(value).toHaveText(String(wanted))
    sum += wanted
  }
  expect(sum).toBe(130)
  await row('安全生产检查').getByRole('button').click()
  const pane = page.getByRole('complementary', { name: '凭据' })
  await expect(pane.locator('.rcpt').first()).toBeVisible()
  await expect(pane.locator('.rcpt').filter({ hasNotText: '12月' })).toHaveCount(0)
  await page.getByRole('combobox', { name: '时段' }).selectOption('year')
  await expect(value).toHaveText('130')
  await expect(page.getByRole('heading', { name: '凭据 130' })).toBeVisible()
  expect(await allReceipts(page)).toBe(130)
})

test('offline the year stands as last answered, with its time, and what is unsent beside it', async ({
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await page.goto(`${line.url}/year?year=2026`)
  await unfoldParts(page)
  const before = await card(page, '整改隐患').locator('.val').innerText()
  await expect(page.locator('.year-head')).toContainText('截至')
  await line.cut()
  await page.reload()
  await unfoldParts(page)
  await expect(page.locator('.year-head')).toContainText(/无信号，.+的数/)
  await expect(card(page, '整改隐患').locator('.val')).toHaveText(before)
  await expect(page.getByText('待上传')).toHaveCount(0)

  await openTab(page, '今日')
  await logHazard(page, { description: '离线年度里的一处', deadline: typed(day(40)) })
  for (const act of ['责令整改', '已整改', '复查合格，销号']) {
    await page.getByRole('link', { name: act }).click()
    if (act === '责令整改') await page.locator('[data-field="measures"] textarea').fill('更换')
    await page.locator('.sticky .btn.primary').click()
    await expect(page.getByRole('region', { name: '经过' })).toBeVisible()
  }
  await page.goto(`${line.url}/year?year=2026`)
  await unfoldParts(page)
  await expect(card(page, '整改隐患')).toContainText('+1 待上传')
  await expect(card(page, '整改隐患').locator('.val')).toHaveText(before)

  await line.mend()
  await page.goto(line.url)
  await allSent(page)
  await page.goto(`${line.url}/year?year=2026`)
  await unfoldParts(page)
  await expect(card(page, '整改隐患').locator('.val')).toHaveText(`${Number.parseInt(before, 10) + 1}项`)
})
