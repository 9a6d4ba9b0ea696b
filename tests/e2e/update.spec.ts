import { countOf } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { allSent, field, startForm, type } from './support/phone.ts'

const offer = '有新版，点此换上'

test('a new version is offered, never reloads an open form, and neither draft nor outbox is lost over it', async ({
  world,
  phone,
  line,
}) => {
  const device = await phone('officer')
  const page = await device.open()
  await page.goto(line.url)
  await allSent(page)
  await expect(page.getByText(offer)).toHaveCount(0)

  // The server is there but takes nothing: the outbox must outlive the change.
  line.answerAs((path) =>
    path === '/api/sync/push' ? { status: 502, type: 'text/html', body: '<h1>Bad Gateway</h1>' } : null,
  )
  await startForm(page, '隐患')
  await type(field(page, 'description'), '换版前没传的一条')
  await page.getByRole('button', { name: '暂存' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('换版前没传的一条')
  await page.getByRole('button', { name: '返回' }).click()

  await startForm(page, '隐患')
  await type(field(page, 'description'), '正在填的一份')
  await page.evaluate(() => {
    document.body.dataset['untouched'] = 'yes'
  })
  line.alter('/sw.js', (body) => `${body}\n// another version`)
  const other = await device.context().newPage()
  // Today stays Today there: the form that is open is the other window's.
  await other.goto(line.url)
  await expect(other.getByRole('navigation', { name: '开始记录' })).toBeVisible()
  await expect(other.getByText(offer)).toBeVisible()
  await expect(page.getByText(offer)).toHaveCount(0)
  const reloaded = other.waitForEvent('load')
  await other.getByText(offer).click()
  await reloaded
  await expect(other.getByText(offer)).toHaveCount(0)
  await other.close()

  // The worker has changed under the form: it stands as it was, and goes on being kept.
  await page.bringToFront()
  await type(field(page, 'placeName'), '二号棚')
  await expect(page.locator('.saved')).toContainText('存')
  expect(await page.evaluate(() => document.body.dataset['untouched'])).toBe('yes')
  await page.getByRole('button', { name: '收起' }).click()
  await expect(page.getByText(offer)).toBeVisible()
  expect(await page.evaluate(() => document.body.dataset['untouched'])).toBe('yes')
  const again = page.waitForEvent('load')
  await page.getByText(offer).click()
  await again
  await expect(page.locator('main .row').filter({ hasText: '正在填的一份' })).toBeVisible()
  await expect(page.locator('.sync').first()).toContainText('1 条')

  // The server takes again what is sent; its newer version stays, or the older one would be offered as news.
  line.answerAs(() => null)
  await page.goto(line.url)
  await allSent(page)
  const officer = await world.api('officer')
  expect(await countOf(officer, 'hazard', `&q=${encodeURIComponent('换版前没传的一条')}`)).toBe(1)
})
