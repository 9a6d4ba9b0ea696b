import type { Page } from '@playwright/test'
import type { Api } from './support/api.ts'
import { day, shown, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import { allSent, field, type, unfold } from './support/phone.ts'

type Record = { id: string; kind: string; data: { [field: string]: string } }

/** A hazard in 柳泉, the village that officer and officer2 share. */
const hazardOf = async (api: Api, description: string): Promise<Record> => {
  const { items } = await api.get<{ items: Record[] }>('/api/records?kind=hazard&status=ordered')
  const model = items.find(
    (one) => one.data['placeName']?.includes('柳泉') || one.data['description']?.includes('穿堂'),
  )
  const id = crypto.randomUUID()
  const data = { ...model?.data, status: 'found', description, foundOn: day(-23), deadline: day(-5) }
  for (const name of ['inspectionId', 'rectifiedOn', 'measures']) delete (data as { [name: string]: string })[name]
  expect(await api.change({ recordId: id, kind: 'hazard', set: data })).toBe('applied')
  return { id, kind: 'hazard', data }
}

/** Opens a record that has arrived on this phone. */
const openRecord = async (page: Page, url: string, record: Record): Promise<void> => {
  await page.goto(`${url}/records/${record.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(record.data['description'] ?? '')
}

const edit = async (page: Page, name: string, words: string): Promise<void> => {
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '改', exact: true }).click()
  await unfold(page)
  await type(field(page, name), words)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.log .unsent').first()).toBeVisible()
}

const theirs = (api: Api, record: Record, set: { [field: string]: string }): Promise<string> =>
  api.change({
    recordId: record.id,
    kind: 'hazard',
    was: Object.fromEntries(Object.keys(set).map((name) => [name, record.data[name]])),
    set,
  })

test('two officers move one deadline offline: the second chooses between both, offline, and the other stays on file', async ({
  world,
  phone,
  line,
}) => {
  const [first, second] = [await world.api('officer2'), await world.api('officer')]
  const record = await hazardOf(second, '冷库门口堆放包装箱')
  const mine = await phone('officer')
  const page = await mine.open()
  await openRecord(page, line.url, record)
  await line.cut()
  await edit(page, 'deadline', typed(day(13)))
  expect(await theirs(first, record, { deadline: day(6) })).toBe('applied')

  await line.mend()
  await page.goto(`${line.url}/queue`)
  await expect(page.getByRole('region', { name: '需处理' })).toContainText('周映山也改了整改期限，要选一个')
  await line.cut()
  await page.getByRole('link', { name: /冷库门口堆放包装箱/ }).click()
  const sides = page.locator('.vs label')
  await expect(sides).toHaveCount(2)
  await expect(sides.nth(0)).toContainText('陈禾')
  await expect(sides.nth(0)).toContainText(shown(day(13)))
  await expect(sides.nth(1)).toContainText('周映山')
  await expect(sides.nth(1)).toContainText(shown(day(6)))
  await expect(page.getByText('还差整改期限')).toBeVisible()
  await sides.nth(0).click()
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('已选好，待上传')).toBeVisible()

  await line.mend()
  await page.goto(line.url)
  await allSent(page)
  const { data } = await second.get<Record>(`/api/records/${record.id}`)
  expect(data['deadline']).toBe(day(13))
  await page.goto(`${line.url}/records/${record.id}`)
  const history = page.getByRole('region', { name: '经过' })
  await expect(history.getByText(new RegExp(`周映山.*${shown(day(6))}`))).toBeVisible()
  await expect(history.getByText(new RegExp(`陈禾.*${shown(day(13))}`)).first()).toBeVisible()
  await expect(page.getByText('有改动没有收')).toHaveCount(0)
})

test('two officers touch different fields of one hazard offline: both are in it and nobody is asked', async ({
  world,
  phone,
  line,
}) => {
  const [first, second] = [await world.api('officer2'), await world.api('officer')]
  const record = await hazardOf(second, '装卸口护栏松动')
  const mine = await phone('officer')
  const page = await mine.open()
  await openRecord(page, line.url, record)
  await line.cut()
  await edit(page, 'deadline', typed(day(14)))
  expect(await theirs(first, record, { placeName: '冷库北装卸口' })).toBe('applied')

  await line.mend()
  await page.goto(line.url)
  await allSent(page)
  await expect(page.locator('.sync').first()).not.toContainText('需处理')
  const { data } = await second.get<Record>(`/api/records/${record.id}`)
  expect(data).toMatchObject({ deadline: day(14), placeName: '冷库北装卸口' })
})
