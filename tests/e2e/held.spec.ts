import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import { expect, test } from './support/fixtures.ts'
import { password } from './support/api.ts'
import { overflow, smallTargets } from './support/measure.ts'

test('what a lost phone still sends is held until the supervisor takes it', async ({ phone, line, world }) => {
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(`${line.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const device = `lost ${randomUUID()}`
  const session = await post('/api/session', { username: 'officer2', password, device: { id: device } })
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { villages } = (await session.json()) as { villages: readonly string[] }
  const madeAt = new Date().toISOString()
  const admin = await post('/api/session', { username: 'admin', password })
  const adminCookie = admin.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const revoked = await fetch(`${line.url}/api/devices/${encodeURIComponent(device)}`, {
    method: 'DELETE',
    headers: { cookie: adminCookie },
  })
  expect(revoked.status).toBe(204)
  const unsent = ['晒谷场旁堆放秸秆', '水塔护栏松动'].map((placeName) => ({
    id: randomUUID(),
    recordId: randomUUID(),
    kind: 'inspection',
    set: { status: 'draft', date: madeAt.slice(0, 10), villageId: villages[0], placeName },
    madeAt,
  }))
  const pushed = (await (await post('/api/sync/push', { sentAt: madeAt, changes: unsent }, cookie)).json()) as {
    results: readonly { outcome: string }[]
  }
  expect(pushed.results.map((one) => one.outcome)).toEqual(['held', 'held'])

  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/me`)
  await page.getByRole('link', { name: '停用后送来的' }).click()
  const first = page.locator('.sec', { hasText: '晒谷场旁堆放秸秆' })
  await expect(first).toBeVisible()
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map((one) => one.id)).toEqual([])
  expect(await smallTargets(page, 48)).toEqual([])
  await page.setViewportSize({ width: 320, height: 844 })
  expect(await overflow(page)).toEqual([])
  await first.getByRole('button', { name: '收下' }).click()
  await expect(page.getByText('已收下')).toBeVisible()
  await expect(first).toHaveCount(0)
  await page.locator('.sec', { hasText: '水塔护栏松动' }).getByRole('button', { name: '不收' }).click()
  await expect(page.getByText('没有要收的')).toBeVisible()
  const supervisor = await world.api('supervisor')
  const { data } = await supervisor.get<{ data: { placeName: string } }>(`/api/records/${unsent[0]?.recordId ?? ''}`)
  expect(data.placeName).toBe('晒谷场旁堆放秸秆')
})
