import { expect, test } from './support/fixtures.ts'
import { allSent, field, logInOn, openTab, startForm } from './support/phone.ts'

type Icon = { src: string; sizes: string; type: string; purpose: string }

test('the manifest names the app, its start and icons that are PNGs of the size they say, one of them maskable', async ({
  request,
  line,
}) => {
  const answer = await request.get(`${line.url}/manifest.webmanifest`)
  expect(answer.headers()['content-type']).toContain('manifest+json')
  const manifest = (await answer.json()) as { [key: string]: unknown; icons: Icon[] }
  expect(manifest).toMatchObject({ name: '网格台账', start_url: '/', scope: '/', display: 'standalone', lang: 'zh-CN' })
  const pngs = manifest.icons.filter((icon) => icon.type === 'image/png')
  expect(pngs.map((icon) => `${icon.sizes} ${icon.purpose}`).toSorted()).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ])
  for (const icon of [...pngs, { src: '/icons/apple-touch-icon.png', sizes: '180x180' }]) {
    const bytes = await (await request.get(`${line.url}${icon.src}`)).body()
    expect(bytes.subarray(1, 4).toString(), icon.src).toBe('PNG')
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, icon.src).toBe(icon.sizes)
  }
})

test('the entry is asked for anew, the worker never comes from a cache, and an API address is never a page', async ({
  request,
  line,
}) => {
  const html = { accept: 'text/html' }
  for (const path of ['/', '/index.html', '/records/no-such-record', '/manifest.webmanifest', '/guard.js'])
    expect((await request.get(`${line.url}${path}`, { headers: html })).headers()['cache-control'], path).toBe(
      'no-cache',
    )
  expect((await request.get(`${line.url}/sw.js`)).headers()['cache-control']).toBe('no-store')
  const page = await (await request.get(`${line.url}/`)).text()
  const asset = /\/assets\/[^"]+\.js/.exec(page)?.[0] ?? ''
  expect((await request.get(`${line.url}${asset}`)).headers()['cache-control']).toContain('immutable')
  const api = await request.get(`${line.url}/api/no-such-thing`, { headers: html })
  expect(api.headers()['content-type']).toContain('problem+json')
})

test('on a fresh install every page that was never opened opens offline, by tap and by address', async ({
  phone,
  line,
}) => {
  test.setTimeout(90_000)
  const device = await phone()
  const page = await device.open()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await logInOn(page, line.url, 'officer')
  await line.cut()
  const h1 = page.getByRole('heading', { level: 1 })

  await openTab(page, '台账')
  await expect(page.locator('main .row').first()).toBeVisible()
  await page.locator('main .row').first().click()
  await expect(page.getByRole('region', { name: '经过' })).toContainText('经过要连上网才能看')
  const record = page.url()
  await page.goBack()
  await openTab(page, '年度')
  await expect(page.getByText('年度数要连上一次网才有')).toBeVisible()
  await openTab(page, '我的')
  await expect(h1).toHaveText('陈禾')
  await openTab(page, '今日')
  await page.locator('.sync').first().click()
  await expect(h1).toHaveText('待上传')
  await page.getByRole('button', { name: '返回' }).click()
  for (const [kind, question] of [
    ['检查', 'matter'],
    ['隐患', 'category'],
    ['调解', 'parties'],
  ] as const) {
    await startForm(page, kind)
    await expect(field(page, question)).toBeVisible()
    await page.getByRole('button', { name: '收起' }).click()
  }

  for (const [path, shown] of [
    ['/', '月'],
    ['/records', '台账'],
    [new URL(record).pathname, ''],
    ['/form/0198c0de-0000-7000-8000-000000000001?kind=inspection', '行政检查'],
    ['/queue', '待上传'],
    ['/conflict/0198c0de-0000-7000-8000-000000000002', '两处都改过'],
    ['/year', '年'],
    ['/year/safety-inspections', '年度'],
    ['/me', '陈禾'],
    ['/login', '网格台账'],
  ] as const) {
    await page.goto(`${line.url}${path}`)
    await expect(h1, path).toContainText(shown)
  }
  expect(errors).toEqual([])
  await line.mend()
  await page.goto(line.url)
  await allSent(page)
})
