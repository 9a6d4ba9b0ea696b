import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { settleConflicts } from './support/api.ts'
import { day } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import type { World } from './support/fixtures.ts'
import { overflow, smallTargets, smallTexts } from './support/measure.ts'
import { allSent, field, openTab, startForm, unfold } from './support/phone.ts'

const looks = ['light', 'dark', 'outdoor'] as const
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

test.afterAll(async ({ world }) => settleConflicts(await world.api('officer')))

const dress = (page: Page, look: string, large: boolean): Promise<void> =>
  page.evaluate(
    ([one, size]) => {
      const root = document.documentElement
      root.dataset['look'] = one ?? ''
      if (size) root.dataset['size'] = size
      else delete root.dataset['size']
    },
    [look, large ? 'large' : ''] as const,
  )

const told = async (axe: AxeBuilder): Promise<readonly string[]> =>
  // There are no frames: one script in the page does.
  (await axe.setLegacyMode().analyze()).violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 120)} ${node.failureSummary?.slice(0, 160)}`),
  )

/** All that LOOK.md and FIELD.md, 大字版, promise of a page, in every look and both sizes. Soft: one run tells all. */
const judge = async (page: Page): Promise<void> => {
  await expect.soft(page.locator('h1'), 'one h1').toHaveCount(1)
  await expect.soft(page.locator('main, [role="main"]'), 'one main').toHaveCount(1)
  for (const large of [false, true]) {
    const size = large ? '大字版' : 'normal'
    await dress(page, 'light', large)
    expect.soft(await told(new AxeBuilder({ page }).withTags(wcag)), `axe, light, ${size}`).toEqual([])
    // Looks differ in colours alone, and 大字版 has the colours of its look.
    for (const look of large ? [] : looks.slice(1)) {
      await dress(page, look, large)
      const contrast = new AxeBuilder({ page }).withRules(['color-contrast'])
      expect.soft(await told(contrast), `contrast, ${look}, ${size}`).toEqual([])
    }
    await dress(page, 'light', large)
    expect.soft(await smallTargets(page, large ? 60 : 48), `targets, ${size}`).toEqual([])
    if (large) expect.soft(await smallTexts(page, 18), 'texts of 大字版').toEqual([])
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      expect.soft(await overflow(page), `sideways at ${width}, ${size}`).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
  }
  await dress(page, 'light', false)
}

/** A conflict of the officer's phone, by edits of both sides; the way to it. */
const makeConflict = async (world: World, page: Page): Promise<void> => {
  const [mine, theirs] = [await world.api('officer'), await world.api('officer2')]
  const { items } = await theirs.get<{ items: { id: string; data: { [name: string]: string } }[] }>(
    '/api/records?kind=hazard&status=ordered',
  )
  const both = await mine.get<{ items: { id: string }[] }>('/api/records?kind=hazard&status=ordered')
  const shared = items.find((one) => both.items.some((other) => other.id === one.id))
  const was = { deadline: shared?.data['deadline'], placeName: shared?.data['placeName'] }
  const edit = { recordId: shared?.id ?? '', kind: 'hazard', was }
  expect(await theirs.change({ ...edit, set: { deadline: day(40), placeName: '穿堂北侧' } })).toBe('applied')
  expect(await mine.change({ ...edit, set: { deadline: day(43), placeName: '穿堂入口' } })).toBe('conflict')
  await page.getByRole('button', { name: '现在试一次' }).click()
  await page.getByText('要选一个').click()
  await expect(page.locator('.vs').first()).toBeVisible()
}

/** A number of each kind: agreeing, wrong, rounded, of no figure, and two that contradict. */
const draft = `一、成效
开展安全生产检查130次，整改隐患196项，普法宣传25场、覆盖1.2万人次，发放资料3万余份。
办理执法证件年审7个，现有执法人员9名。`

const places: readonly (readonly [name: string, go: (page: Page, url: string, world: World) => Promise<void>])[] = [
  ['Today', (page) => expect(page.locator('main .row').first()).toBeVisible()],
  [
    'the records',
    async (page) => {
      await openTab(page, '台账')
      await page.getByRole('textbox', { name: '搜索' }).fill('石盘沟')
      await expect(page.locator('main mark').first()).toBeVisible()
    },
  ],
  [
    'a record',
    async (page) => {
      await page.locator('main .row').first().click()
      await expect(page.getByRole('region', { name: '经过' }).locator('li').first()).toBeVisible()
    },
  ],
  [
    'a form with all its sections open',
    async (page, url) => {
      await page.goto(url)
      await startForm(page, '检查')
      await unfold(page)
      await field(page, 'placeName').getByRole('textbox').fill('烘干房')
      await page.getByRole('button', { name: '提交' }).click()
      await expect(page.locator('.err').first()).toBeVisible()
    },
  ],
  [
    'the sheet of a hazard inside a form',
    async (page) => {
      await field(page, 'result').getByText('有隐患').click()
      await page.getByRole('button', { name: /记一处隐患/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await unfold(page.getByRole('dialog'))
    },
  ],
  [
    'the queue',
    async (page, url) => {
      await page.goto(`${url}/queue`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('待上传')
    },
  ],
  ['a conflict', (page, _url, world) => makeConflict(world, page)],
  [
    'the year',
    async (page, url) => {
      await page.goto(`${url}/year?year=2025`)
      await expect(page.locator('.fig .spark').nth(2)).toBeVisible()
    },
  ],
  [
    'the choice of a period, with a day that is none',
    async (page) => {
      await page.locator('.year-pick').click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('button', { name: '自选起止' }).click()
      await sheet.getByLabel('起', { exact: true }).fill('2025-02-30')
      await sheet.getByRole('button', { name: /^看/ }).click()
      await expect(sheet.getByRole('alert')).toBeVisible()
    },
  ],
  [
    'the workbook',
    async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
      await page.getByRole('button', { name: '更多' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /下载表格/ })
        .click()
      await expect(page.getByRole('dialog').getByRole('link', { name: '下载' })).toBeVisible()
    },
  ],
  [
    'a plan',
    async (page, url) => {
      await page.goto(`${url}/year/planned-study-sessions?year=2025`)
      await expect(page.locator('main')).toContainText('来源')
    },
  ],
  [
    'a figure',
    async (page, url) => {
      await page.goto(`${url}/year?year=2025`)
      await page.locator('.fig').first().click()
      await expect(page.locator('.rcpt').first()).toBeVisible()
    },
  ],
  [
    'the report',
    async (page, url) => {
      await page.goto(`${url}/report/2025`)
      await expect(page.locator('.report')).toBeVisible()
    },
  ],
  [
    'the checker of drafts',
    async (page, url) => {
      await page.goto(`${url}/checker?year=2025`)
      await page.getByRole('textbox', { name: '报告稿' }).fill(draft)
    },
  ],
  [
    'a checked draft',
    async (page) => {
      await page.getByRole('button', { name: '核对', exact: true }).click()
      await expect(page.locator('.m').first()).toBeVisible()
    },
  ],
  [
    'a number of a draft',
    async (page) => {
      await page.locator('.m.disagrees').click()
      await expect(page.getByRole('dialog').locator('.rcpt').first()).toBeVisible()
    },
  ],
  [
    'me',
    async (page) => {
      await page.getByRole('button', { name: '关闭' }).click()
      await page.getByRole('button', { name: '返回' }).click()
      await openTab(page, '我的')
      await expect(page.getByRole('progressbar')).toBeVisible()
    },
  ],
]

test('every page can be read, hit and used: axe, targets, large letters and width, in each look and size', async ({
  world,
  phone,
  line,
}) => {
  test.setTimeout(240_000)
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await allSent(page)
  for (const [name, go] of places) {
    await test.step(name, async () => {
      await go(page, line.url, world)
      await judge(page)
    })
  }
})

test('the log-in can be read, hit and used in each look and size, and switches to 大字版 by itself', async ({
  phone,
  line,
}) => {
  const page = await (await phone()).open()
  await page.goto(line.url)
  await judge(page)
  await page.getByRole('switch', { name: '大字版' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
})

test('a look is chosen on Me, outdoor on Today, and both stay', async ({ phone, line }) => {
  const page = await (await phone('officer')).open()
  const root = page.locator('html')
  await page.goto(`${line.url}/me`)
  await page.getByRole('radiogroup', { name: '外观' }).getByText('深色').click()
  await expect(root).toHaveAttribute('data-look', 'dark')
  await openTab(page, '今日')
  await page.getByRole('button', { name: '户外显示' }).click()
  await expect(root).toHaveAttribute('data-look', 'outdoor')
  await page.reload()
  await expect(root).toHaveAttribute('data-look', 'outdoor')
  await page.getByRole('button', { name: '户外显示' }).click()
  await expect(root).toHaveAttribute('data-look', 'light')
})

test('the tabs, and a form from its first field to 提交, are reached by the keyboard alone', async ({
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await page.goto(`${line.url}/me`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('陈禾')
  const reach = async (name: string): Promise<void> => {
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      })
      if (focused.trim().startsWith(name)) return
    }
    throw new Error(`${name} is not reached`)
  }
  for (const tab of ['台账', '年度', '今日']) {
    await page.locator('body').focus()
    await reach(tab)
    await page.keyboard.press('Enter')
    await expect(page.locator('.tabbar').getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page')
  }
  await reach('隐患')
  await page.keyboard.press('Enter')
  await expect(field(page, 'description')).toBeVisible()
  await reach('暂存')
})
