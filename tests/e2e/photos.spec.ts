import type { Page } from '@playwright/test'
import { withExif } from '../app/form/photos/jpeg.ts'
import { countOf } from './support/api.ts'
import { day, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import { allSent, choose, field, fillHazard, startForm, type, unfold } from './support/phone.ts'
import { keptPhotos, makeJpeg } from './support/pictures.ts'

const give = (page: Page, name: string, way: string, files: readonly Buffer[]): Promise<void> =>
  field(page, name)
    .getByLabel(way)
    .setInputFiles(files.map((buffer, index) => ({ name: `IMG_${index}.jpg`, mimeType: 'image/jpeg', buffer })))

const shots = (page: Page, name: string) => field(page, name).locator('button.shot')

test('all eight ways to hold a camera come out upright, once, and are shrunk', async ({ phone, line }) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  let workers = 0
  page.on('worker', () => void (workers += 1))
  const large = await makeJpeg(page, 4000, 3000, 6000)
  await startForm(page, '检查')
  await unfold(page)
  await give(page, 'photos', '拍照', [large])
  await expect(shots(page, 'photos').locator('img')).toHaveCount(1)
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    // A spot of its own on each, or they would be the same picture.
    const picture = await makeJpeg(page, 400 + 2 * orientation, 300)
    await give(page, 'photos', '拍照', [
      Buffer.from(withExif(picture, { orientation, taken: `2025:12:22 10:1${orientation}:00` })),
    ])
    await expect(shots(page, 'photos').locator('img')).toHaveCount(1 + orientation)
  }
  expect(workers).toBeGreaterThan(0)
  const [first, ...turned] = await keptPhotos(page)
  expect([first?.width, first?.height]).toEqual([1600, 1200])
  expect(first?.bytes).toBeLessThan(260_000)
  // By the EXIF standard, stored: red green / blue white.
  expect(turned.map((one) => one.corners.join(' '))).toEqual([
    'red green blue white',
    'green red white blue',
    'white blue green red',
    'blue white red green',
    'red blue green white',
    'blue red white green',
    'white green blue red',
    'green white red blue',
  ])
  expect(turned.map((one) => one.width < one.height)).toEqual([false, false, false, false, true, true, true, true])
  await expect(shots(page, 'photos').nth(8)).toContainText('2025年12月22日 10:18')
  await expect(field(page, 'photos').locator('.tip')).toContainText('9 张')
})

test('where neither workers nor bitmaps can draw, the page does, upright too', async ({ phone, line }) => {
  const device = await phone('officer')
  const page = await device.open()
  await page.addInitScript(() => {
    const engine = window as unknown as { [name: string]: unknown }
    engine['hiddenBitmap'] = window.createImageBitmap.bind(window)
    for (const name of ['OffscreenCanvas', 'createImageBitmap']) delete engine[name]
  })
  await page.goto(line.url)
  const picture = Buffer.from(withExif(await makeJpeg(page, 2400, 1800), { orientation: 6 }))
  await startForm(page, '检查')
  await unfold(page)
  await give(page, 'photos', '拍照', [picture])
  await expect(shots(page, 'photos').locator('img')).toHaveCount(1)
  const [kept] = await keptPhotos(page)
  expect(kept).toMatchObject({ width: 1200, height: 1600, corners: ['blue', 'red', 'white', 'green'] })
})

test('a camera that kills the app: the form comes back and says so; shots taken before are whole, and saved untouched', async ({
  phone,
  line,
}) => {
  const device = await phone('officer')
  let page = await device.open()
  await page.goto(line.url)
  const picture = await makeJpeg(page, 1200, 900, 500)
  await line.cut()
  await startForm(page, '隐患')
  await fillHazard(page, { description: '拍照时被关掉', deadline: typed(day(40)) })
  await give(page, 'photosBefore', '拍照', [picture])
  await expect(shots(page, 'photosBefore').locator('img')).toHaveCount(1)
  // Android takes the browser away while its camera is open.
  const opened = page.waitForEvent('filechooser')
  await field(page, 'photosBefore').getByLabel('拍照').click()
  await opened
  await page.waitForTimeout(500)
  await device.kill()

  page = await device.open()
  await page.goto(line.url)
  await expect(page).toHaveURL(/\/form\//)
  await expect(page.getByText('那张照片要重拍')).toBeVisible()
  await unfold(page)
  await expect(shots(page, 'photosBefore').locator('img')).toHaveCount(1)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('拍照时被关掉')
  const kept = page.getByRole('region', { name: '照片' })
  await expect(kept.locator('img')).toHaveCount(1)
  await kept.getByRole('button').first().click()
  await expect(page.getByRole('dialog').locator('img')).toBeVisible()
})

test('photos go up after their record, over a line that breaks, once; a colleague sees them, and who may not does not', async ({
  world,
  phone,
  line,
}) => {
  const device = await phone('officer')
  let page = await device.open()
  await page.goto(line.url)
  const pictures = [await makeJpeg(page, 1600, 1200, 4000), await makeJpeg(page, 1200, 1600, 300)]
  await line.cut()
  await startForm(page, '隐患')
  await fillHazard(page, { description: '两张照片的隐患', deadline: typed(day(40)) })
  await give(page, 'photosBefore', '从相册选', pictures)
  await expect(shots(page, 'photosBefore').locator('img')).toHaveCount(2)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('两张照片的隐患')
  await expect(page.getByRole('region', { name: '照片' }).getByText('待上传')).toHaveCount(2)
  await device.kill()

  page = await device.open()
  await page.goto(`${line.url}/queue`)
  await expect(page.getByRole('region', { name: '照片' })).toContainText('照片 2 张')
  await page.goto(`${line.url}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('alert')).toContainText('没传完')

  // The line is back, but lets no photo through whole: the records are up, the photos go on from where they were.
  let pieces = 0
  line.answerAs((path, method) =>
    method === 'PATCH' && path.startsWith('/api/attachments/') && ++pieces % 3 === 2
      ? { status: 502, type: 'text/html', body: 'bad gateway' }
      : null,
  )
  await line.mend()
  await page.goto(line.url)
  const officer = await world.api('officer')
  await expect.poll(() => countOf(officer, 'hazard', `&q=${encodeURIComponent('两张照片的隐患')}`)).toBe(1)
  await allSent(page)
  expect(pieces).toBeGreaterThan(2)
  const { items } = await officer.get<{
    items: { id: string; data: { photosBefore: { hash: string; size: number }[] } }[]
  }>(`/api/records?kind=hazard&q=${encodeURIComponent('两张照片的隐患')}`)
  const [record] = items
  const photos = record?.data.photosBefore ?? []
  const arrived = await officer.get<{ items: { hash: string; size: number }[] }>(
    `/api/attachments?hash=${photos.map((photo) => photo.hash).join(',')}`,
  )
  expect(arrived.items.map((one) => one.size).sort()).toEqual(photos.map((photo) => photo.size).sort())
  await page.goto(`${line.url}/records/${record?.id}`)
  await expect(page.getByRole('region', { name: '照片' }).getByText('已上传')).toHaveCount(2)

  const desk = await (await phone('supervisor')).open()
  await desk.goto(`${line.url}/records/${record?.id}`)
  await expect(desk.getByRole('region', { name: '照片' }).locator('img')).toHaveCount(2)
  const [, second] = photos
  const set = { photosAfter: second ? [second] : [] }
  expect(await officer.change({ recordId: record?.id ?? '', kind: 'hazard', was: { photosAfter: null }, set })).toBe(
    'applied',
  )
  await desk.goto(`${line.url}/queue`)
  await desk.getByRole('button', { name: '现在试一次' }).click()
  await desk.goto(`${line.url}/records/${record?.id}`)
  await expect(desk.locator('.pair figure img')).toHaveCount(2)
  await expect(desk.locator('.pair')).toContainText('整改后')
  const bytes = await desk.evaluate(async (hash) => (await fetch(`/api/attachments/${hash}`)).status, photos[0]?.hash)
  expect(bytes).toBe(200)
  await expect(world.api('auditor').then((api) => api.get(`/api/attachments/${photos[0]?.hash}`))).rejects.toThrow(
    '404',
  )
})

test('what is no photo is refused in words; one from the album says so; one taken out comes back by undo', async ({
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  const picture = await makeJpeg(page, 640, 480)
  await startForm(page, '检查')
  await unfold(page)
  await type(field(page, 'placeName'), '相册')
  await choose(page, field(page, 'villageId'), '村')
  await give(page, 'photos', '从相册选', [Buffer.from('%PDF-1.7 not a picture')])
  await expect(field(page, 'photos').getByRole('alert')).toContainText('不是 JPEG 或 PNG')
  await give(page, 'photos', '从相册选', [picture, picture])
  await expect(shots(page, 'photos')).toHaveCount(1)
  await expect(field(page, 'photos').getByRole('alert')).toContainText('已经有了')
  await expect(shots(page, 'photos')).toContainText('相册')
  await shots(page, 'photos').click()
  await page.getByRole('button', { name: '去掉这张' }).click()
  await expect(shots(page, 'photos')).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(shots(page, 'photos').locator('img')).toHaveCount(1)
})
