import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/support/fixtures.ts'
import { allSent, fillHazard, openTab, startForm } from '../e2e/support/phone.ts'
import { fill } from './fill.ts'
import { benchKind } from './kind.ts'
import { row, rowOf, spread, median } from './table.ts'

const slow = async (page: Page, rate: number): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Clicks, and tells the milliseconds to the second frame after something stands, and in how many frames it did. */
const fromTap = (page: Page, tap: string, wanted: string): Promise<{ ms: number; frames: number }> =>
  page.evaluate(
    ([from, to]) =>
      new Promise((done) => {
        const begun = performance.now()
        let frames = 0
        const look = (): void => {
          frames += 1
          if (!document.querySelector(to)) requestAnimationFrame(look)
          else requestAnimationFrame(() => requestAnimationFrame(() => done({ ms: performance.now() - begun, frames })))
        }
        document.querySelector<HTMLElement>(from)?.click()
        requestAnimationFrame(look)
      }),
    [tap, wanted] as const,
  )

test('a form of 60 questions', async ({ phone, line }) => {
  line.alter('/api/kinds', (body) => {
    const answer = JSON.parse(body) as { kinds: object[] }
    return JSON.stringify({ ...answer, kinds: [...answer.kinds, benchKind()] })
  })
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await allSent(page)
  const make = page.getByRole('button', { name: '记一笔' })
  const offered = page.getByRole('dialog').getByRole('button', { name: '六十问' })
  await expect(async () => {
    if (!(await page.getByRole('dialog').isVisible())) await make.click()
    await expect(offered).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await slow(page, 4)
  const opened: number[] = []
  const shown: number[] = []
  for (let run = 0; run < 9; run++) {
    if (!(await offered.isVisible())) await make.click()
    await offered.evaluate((button) => button.setAttribute('data-bench', ''))
    opened.push((await fromTap(page, '[data-bench]', '[data-field="q60"]')).ms)
    await page.evaluate(() => document.querySelector('[data-bench]')?.removeAttribute('data-bench'))
    shown.push((await fromTap(page, '[data-field="q2"] input', '[data-field="depends"]')).frames)
    await page.getByRole('button', { name: '收起' }).click()
    await expect(make).toBeVisible()
  }
  rowOf('form of 60 questions, tap to second frame, 4× (< 350)', opened)
  row('tap to the dependent field, 4× (≤ 2)', `${median(shown)} frames`, `${shown.join(' ')}`)
})

test('saving', async ({ phone, line }) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await allSent(page)
  await line.cut()
  const saved: number[] = []
  for (let run = 0; run < 5; run++) {
    await startForm(page, '隐患')
    await fillHazard(page, { description: `第 ${run} 次存`, deadline: '2026年12月28日' })
    await slow(page, 4)
    saved.push((await fromTap(page, '.sticky .btn.primary', '.docno')).ms)
    await slow(page, 1)
    await page.goto(line.url)
  }
  rowOf('saving, tap on 提交 to the record’s page, 4×', saved)
})

test('a cold start offline', async ({ phone, line }) => {
  const device = await phone('officer')
  await line.cut()
  const starts: number[] = []
  for (let run = 0; run < 5; run++) {
    const page = await device.open()
    await slow(page, 4)
    await page.addInitScript(() => {
      const look = (): void => {
        if (document.querySelector('main .row')) document.documentElement.dataset['stood'] = String(performance.now())
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.goto(line.url)
    await expect(page.locator('html[data-stood]')).toHaveCount(1)
    starts.push(Number(await page.locator('html').getAttribute('data-stood')))
    await device.close()
  }
  rowOf('cold start offline to Today, 4×', starts)
})

test('a long list', async ({ world, phone, line }) => {
  // As long as after some years.
  await fill(await world.api('supervisor'), 5)
  const page = await (await phone('supervisor')).open()
  await page.goto(line.url)
  await allSent(page)
  await openTab(page, '台账')
  const counts = await page.getByRole('group', { name: '筛选' }).getByRole('button').allInnerTexts()
  await openTab(page, '今日')
  await slow(page, 4)
  const opened: number[] = []
  const searched: number[] = []
  for (let run = 0; run < 5; run++) {
    opened.push((await fromTap(page, '.tabbar a[href="/records"]', 'main .row:nth-of-type(1) .docno')).ms)
    searched.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            const box = document.querySelector<HTMLInputElement>('.search input')
            const begun = performance.now()
            const look = (): void => {
              if (document.querySelector('main mark')) requestAnimationFrame(() => done(performance.now() - begun))
              else requestAnimationFrame(look)
            }
            if (box) box.value = 'spg'
            box?.dispatchEvent(new Event('input', { bubbles: true }))
            requestAnimationFrame(look)
          }),
      ),
    )
    await openTab(page, '今日')
  }
  rowOf('list, tap to drawn, 4×', opened)
  row('list, search of spg to its marks, 4×', `${Math.round(median(searched))} ms`, spread(searched))
  row('  records in that list', counts.join(' '))
})

test('what the page loads', async ({ phone, line, request }) => {
  const device = await phone()
  const page = await device.open()
  const loaded = new Set<string>()
  device.context().on('request', (one) => {
    if (!one.serviceWorker() && ['script', 'stylesheet'].includes(one.resourceType()))
      loaded.add(new URL(one.url()).pathname)
  })
  await page.goto(line.url)
  await page.getByLabel('用户名').fill('officer')
  await page.locator('#login-password').fill('Yangcheng-2025')
  await page.getByRole('button', { name: '登录' }).click()
  await allSent(page)
  await openTab(page, '台账')
  await expect(page.locator('main .row').first()).toBeVisible()
  await openTab(page, '今日')
  await startForm(page, '检查')
  await expect(page.locator('[data-field="result"]')).toBeVisible()
  const weigh = async (paths: Iterable<string>): Promise<number> => {
    let sum = 0
    for (const path of paths)
      sum += gzipSync(await (await request.get(`${line.url}${path}`)).body(), { level: 9 }).length
    return sum
  }
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
  const files = [...loaded].filter((path) => path !== '/sw.js')
  row('scripts for list and form, gzip (≤ 130)', kB(await weigh(files.filter((path) => path.endsWith('.js')))))
  row('styles for list and form, gzip (≤ 25)', kB(await weigh(files.filter((path) => path.endsWith('.css')))))
  row('the worker, gzip (≤ 60)', kB(await weigh(['/sw.js'])))
  const worker = await (await request.get(`${line.url}/sw.js`)).text()
  const all = [...worker.matchAll(/assets\/[\w.-]+\.(?:js|css)/g)].map(([path]) => `/${path}`)
  const later = [...new Set(all)].filter((path) => !loaded.has(path))
  row('what only other pages load, gzip', kB(await weigh(later)), `${later.length} files, precached by the worker`)
})
