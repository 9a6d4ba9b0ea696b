import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './support/fixtures.ts'
import { overflow, smallTargets } from './support/measure.ts'

const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const editor = (page: Page): Locator => page.getByRole('textbox', { name: /正文$/ })
const chip = (page: Page, words: string): Locator => editor(page).locator('.ph', { hasText: words })

const openReport = async (page: Page, url: string, year = 2025): Promise<void> => {
  await page.goto(`${url}/report/${year}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${year}年报告`)
  await expect(page.locator('.report')).toBeVisible()
}
const edit = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: `改${name}`, exact: true }).click()
  await expect(editor(page)).toBeFocused()
}

/** Puts the caret right before or behind a chip, as a tap beside it does. */
const caretBy = (where: Locator, side: 'before' | 'behind'): Promise<void> =>
  where.evaluate((element, at) => {
    const range = document.createRange()
    if (at === 'before') range.setStartBefore(element)
    else range.setStartAfter(element)
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, side)

/** The words of the document that the page's link gives. */
const downloaded = async (page: Page): Promise<{ readonly name: string; readonly text: string }> => {
  const wanted = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 Word' }).click()
  const file = await wanted
  const xml = strFromU8(unzipSync(readFileSync(await file.path()))['word/document.xml'] ?? new Uint8Array())
  return { name: file.suggestedFilename(), text: xml.replace(/<[^>]+>/g, '') }
}

test('the report reads filled, each figure leads to its receipts, and a section is written around its figures', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/year?year=2025`)
  await page.getByRole('link', { name: '年度报告' }).click()
  await expect(page.locator('.report-title')).toHaveText('西峡县阳城镇人民政府2025年法治政府建设情况工作报告')
  await expect(page.getByText('94 项数都已填入')).toBeVisible()
  await expect(section(page, '政治责任')).toContainText('覆盖镇村干部860余人次')
  await section(page, '政治责任').getByRole('link', { name: '860余人次' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('法治课堂参加人次')
  await page.getByRole('button', { name: '返回' }).click()

  await edit(page, '政治责任')
  await chip(page, '12期').scrollIntoViewIfNeeded()
  // Typed around it, a figure stays what it is; deleted, it goes as a whole.
  await caretBy(chip(page, '12期'), 'before')
  await page.keyboard.type('共')
  await caretBy(chip(page, '12期'), 'behind')
  await page.keyboard.type('整，')
  await caretBy(chip(page, '2场'), 'behind')
  await page.keyboard.press('Backspace')
  await expect(chip(page, '2场')).toHaveCount(0)
  await expect(editor(page)).toContainText('村“两委”干部法治培训，开展“法治课堂”共12期整，')
  // What is typed into it by other means is taken out again.
  await chip(page, '860余人次').evaluate((element) => {
    element.append('一百')
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
  await expect(chip(page, '860余人次')).toHaveText('860余人次')
  // A tap on it offers the other ways to write it.
  await chip(page, '860余人次').click()
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /863人次/ })
    .click()
  await expect(chip(page, '863人次')).toBeVisible()
  // Another figure is put where the caret was.
  await caretBy(chip(page, '3次'), 'behind')
  await page.keyboard.type('、检查')
  await page.getByRole('button', { name: '插入指标' }).click()
  await page.getByRole('textbox', { name: '搜索' }).fill('行政检查')
  await page
    .getByRole('radio', { name: /行政检查/ })
    .first()
    .click()
  await page.getByRole('radio', { name: /50余次/ }).click()
  await page.keyboard.type('止')
  await expect(editor(page)).toContainText('听取法治工作汇报3次、检查50余次止')

  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('已保存')
  const read = section(page, '政治责任')
  await expect(read).toContainText('干部法治培训，开展“法治课堂”共12期整，，覆盖镇村干部863人次')
  await expect(read).toContainText('听取法治工作汇报3次、检查50余次止')
  const { name, text } = await downloaded(page)
  expect(name).toBe('西峡县阳城镇人民政府2025年法治政府建设情况工作报告.docx')
  expect(text).toContain('“法治课堂”共12期整，，覆盖镇村干部863人次')
  expect(text).toContain('听取法治工作汇报3次、检查50余次止')
  expect(text).not.toMatch(/[{}]/)
})

test('a placeholder that is none is refused at the field, and what was typed stays through leaving and a lost line', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await openReport(page, line.url, 2024)
  await expect(page.getByRole('button', { name: /还差 \d+ 项数，文中标（待填）/ })).toBeVisible()
  await page.getByRole('button', { name: /还差/ }).click()
  await expect(page.getByRole('link', { name: '中心村项目投资' })).toBeVisible()

  await edit(page, '开头')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('检查{{inspektions}}次。')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('没有“inspektions”这个指标。从指标列表里选，或删掉这处占位。')
  await expect(editor(page)).toHaveAttribute('aria-invalid', 'true')
  await page.reload()
  await expect(section(page, '开头')).toContainText('有改稿没保存')
  await edit(page, '开头')
  await expect(editor(page)).toContainText('检查{{inspektions}}次。')

  // Mended, but nobody there: it stays on this phone and says so.
  await page.keyboard.press('Control+End')
  for (let press = 0; press < '检查{{inspektions}}次。'.length; press++) await page.keyboard.press('Backspace')
  await page.keyboard.type('另起一句。')
  await line.cut()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('没信号，改稿存在本机')
  await page.reload()
  await expect(page.getByText(/无信号，.+的稿/)).toBeVisible()
  await page.getByRole('link', { name: '下载 Word' }).click()
  await expect(page.getByRole('alert')).toContainText('没信号，下载不了')
  await line.mend()
  await edit(page, '开头')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(section(page, '开头')).toContainText('另起一句。')

  // The text that goes for every year comes back, and can be had again.
  await edit(page, '开头')
  await page.getByRole('button', { name: '恢复原文' }).click()
  await expect(editor(page)).not.toContainText('另起一句。')
  await page.getByRole('button', { name: '不改了' }).click()
  await expect(section(page, '开头')).toContainText('另起一句。')
})

test('what is pasted comes as plain text, its figures whole; an input method composes undisturbed', async ({
  phone,
  line,
}) => {
  const opened = await phone('supervisor')
  const page = await opened.open()
  await openReport(page, line.url, 2023)
  await edit(page, '下步打算')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+End')
  const before = await editor(page).locator('.ph').count()
  await page.keyboard.press('Control+v')
  await expect(editor(page).locator('.ph')).toHaveCount(before * 2)
  await page.keyboard.press('Control+z')
  await expect(editor(page).locator('.ph')).toHaveCount(before)
  await editor(page).evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/html', '<b onclick="alert(1)">粗体</b>')
    data.setData('text/plain', '第一行{{villages}}\r\n第二行')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(editor(page).locator('b')).toHaveCount(0)
  await expect(editor(page).locator('.ph').last()).toHaveAttribute('data-ph', '{{villages}}')

  await caretBy(editor(page).locator('.ph').last(), 'behind')
  const keyboard = await opened.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'cun', selectionStart: 3, selectionEnd: 3 })
  await expect(editor(page)).toContainText('cun')
  await keyboard.send('Input.insertText', { text: '村' })
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(section(page, '下步打算')).toContainText('第一行15个村')
  await expect(section(page, '下步打算').locator('p').last()).toHaveText('第二行')
})

test('an officer reads the report and writes none; on paper nothing but the report is left', async ({
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await openReport(page, line.url)
  await expect(page.getByRole('button', { name: /^改/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '下载 Word' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  const text = page.locator('.report section > p').first()
  const style = await text.evaluate((element) => {
    const { fontFamily, fontSize, lineHeight, textIndent } = getComputedStyle(element)
    return { fontFamily, points: Math.round(Number.parseFloat(fontSize) * 75) / 100, lineHeight, textIndent }
  })
  expect(style.fontFamily).toMatch(/^"?仿宋_GB2312"?, FangSong, STFangsong, "Noto Serif CJK SC"/i)
  expect(style.points).toBe(16)
  expect(Number.parseFloat(style.lineHeight)).toBeCloseTo(38.6, 1)
  expect(Number.parseFloat(style.textIndent)).toBeCloseTo(42.67, 1)
})

test('a section being written can be read, hit and used: axe, targets, width, at the desk too', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await openReport(page, line.url)
  const judge = async (least: number): Promise<void> => {
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze()
    expect.soft(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
    expect.soft(await smallTargets(page, least)).toEqual([])
    expect.soft(await overflow(page)).toEqual([])
  }
  await judge(48)
  await edit(page, '法制审核')
  await judge(48)
  await page.evaluate(() => (document.documentElement.dataset['size'] = 'large'))
  await page.setViewportSize({ width: 320, height: 844 })
  await judge(60)
  await page.evaluate(() => delete document.documentElement.dataset['size'])
  await page.setViewportSize({ width: 1440, height: 900 })
  await judge(40)
  await page.getByRole('button', { name: '不改了' }).click()
  await judge(40)
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '年度报告' })).toBeVisible()
})
