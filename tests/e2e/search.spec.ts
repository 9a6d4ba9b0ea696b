import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import { allSent, openTab } from './support/phone.ts'

const search = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: '搜索' }).fill(words)
  await expect(page.getByRole('status').filter({ hasText: '共' })).toBeVisible()
}
const found = (page: Page): Promise<string> => page.getByRole('status').filter({ hasText: '共' }).innerText()

test('initials, pinyin and characters find the same records of 石盘沟 and mark them, also offline', async ({
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await allSent(page)
  await line.cut()
  await page.reload()
  await openTab(page, '台账')

  const counts: number[] = []
  for (const words of ['石盘沟', 'shipangou', 'spg']) {
    await search(page, words)
    await expect(page.locator('main mark').first()).toHaveText('石盘沟')
    const rows = page.locator('main .row')
    expect(await rows.count()).toBeGreaterThan(20)
    if (words !== 'spg') await expect(rows.filter({ hasNotText: '石盘沟' })).toHaveCount(0)
    counts.push(Number(/共 (\d+) 条/.exec(await found(page))?.[1]))
  }
  const [characters, pinyin, initials] = counts
  expect(pinyin).toBe(characters)
  // Three letters may be the initials of other words too, as 审批改… is; they never find less.
  expect(initials).toBeGreaterThanOrEqual(characters ?? Infinity)
  await expect(page.getByRole('status').filter({ hasText: '共' })).toContainText('拼音认作石盘沟')

  await search(page, '龙兴没有的词')
  await expect(page.getByText('没找到')).toBeVisible()
  await expect(page.locator('main .row')).toHaveCount(0)
})

test('a kind’s chip narrows the list to that kind and says how many there are', async ({ phone, line }) => {
  const page = await (await phone('officer')).open()
  await page.goto(`${line.url}/records`)
  const filter = page.getByRole('group', { name: '筛选' })
  await expect(page.locator('main .row')).toHaveCount(60)
  for (const [kind, glyph] of [
    ['隐患', '隐'],
    ['调解', '调'],
    ['检查', '检'],
  ] as const) {
    const chip = filter.getByRole('button', { name: kind })
    await chip.click()
    await expect(chip).toHaveAttribute('aria-pressed', 'true')
    const glyphs = await page.locator('main .row .glyph').allInnerTexts()
    expect(new Set(glyphs)).toEqual(new Set([glyph]))
    const said = Number(/\d+/.exec(await chip.innerText())?.[0])
    expect(said).toBeGreaterThan(0)
    expect(glyphs).toHaveLength(Math.min(60, said))
  }
  await search(page, 'spg')
  const chip = await filter.getByRole('button', { name: '检查' }).innerText()
  expect(await page.locator('main .row').count()).toBe(Math.min(60, Number(/\d+/.exec(chip)?.[0])))
})
