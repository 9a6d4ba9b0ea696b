import type { Page } from '@playwright/test'
import type { Api } from './support/api.ts'
import { countOf, password } from './support/api.ts'
import { day, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import { addPeople, allSent, choose, field, logHazard, startForm, type, unfold } from './support/phone.ts'

type Record = { id: string; data: { [field: string]: string } }

const keepDraft = async (page: Page, words: string): Promise<void> => {
  await startForm(page, '隐患')
  await type(field(page, 'description'), words)
  await page.getByRole('button', { name: '暂存' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
}

const logInspection = async (page: Page, place: string): Promise<void> => {
  await startForm(page, '检查')
  await unfold(page)
  await choose(page, field(page, 'villageId'), '村')
  await choose(page, field(page, 'programme'), '行政检查')
  await choose(page, field(page, 'matter'), '消防')
  await type(field(page, 'placeName'), place)
  await addPeople(page, field(page, 'officers'), '证件有效', 2)
  await choose(page, field(page, 'certificatesShown'), '是')
  await choose(page, field(page, 'result'), '无问题')
  await page.getByRole('button', { name: '拒签' }).click()
  await type(field(page, 'refusalReason'), '负责人外出')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(place)
}

/** Ends a person's certificate, and gives the way to have it again. */
const endCertificate = async (api: Api, name: string): Promise<() => Promise<void>> => {
  const people = await api.get<{ items: Record[] }>('/api/records?kind=person')
  const pages = await Promise.all(
    [1, 2].map((page) => api.get<{ items: Record[] }>(`/api/records?kind=duty&page=${page}`).catch(() => null)),
  )
  const person = people.items.find((one) => one.data['name'] === name)
  const duty = pages
    .flatMap((page) => page?.items ?? [])
    .find((one) => one.data['personId'] === person?.id && one.data['role'] === 'enforcement')
  if (!duty) throw new Error(`${name} has no duty`)
  const until = duty.data['certificateUntil'] ?? null
  const ended = '2026-01-31'
  const move = (was: string | null, set: string | null) =>
    api.change({
      recordId: duty.id,
      kind: 'duty',
      was: { certificateUntil: was },
      set: { certificateUntil: set },
    })
  expect(await move(until, ended)).toBe('applied')
  return async () => void expect(await move(ended, until)).toBe('applied')
}

test('what the server refuses stands aside with its reason, what came after it goes through, and mended it is taken', async ({
  world,
  phone,
  line,
}) => {
  const supervisor = await world.api('supervisor')
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await allSent(page)
  await line.cut()
  await logInspection(page, '烘干房（证件到期）')
  const name = (await page.locator('main').innerText()).match(/检查人员\s+(.+)/)?.[1]?.split('、')[1] ?? ''
  await page.goto(line.url)
  await keepDraft(page, '排在后面的一条')
  const restore = await endCertificate(supervisor, name)
  const before = await countOf(supervisor, 'inspection')

  await line.mend()
  await page.goto(`${line.url}/queue`)
  const aside = page.getByRole('region', { name: '需处理' })
  await expect(aside).toContainText(`${name}的执法证`)
  await expect(aside).toContainText('换一人')
  await expect(page.getByRole('region', { name: '待上传' })).toHaveCount(0)
  expect(await countOf(supervisor, 'hazard', `&status=draft&q=${encodeURIComponent('排在后面的一条')}`)).toBe(1)
  expect(await countOf(supervisor, 'inspection')).toBe(before)

  await aside.getByRole('link', { name: /烘干房（证件到期）/ }).click()
  await unfold(page)
  const officers = field(page, 'officers')
  await expect(officers).toContainText(`${name}的执法证`)
  await officers.getByRole('button', { name: `移除${name}` }).click()
  await officers.getByRole('button', { name: /加人/ }).click()
  const offered = page.getByRole('dialog').getByRole('checkbox', { checked: false }).filter({ hasText: '证件有效' })
  await offered.first().click()
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('烘干房（证件到期）')
  await page.goto(line.url)
  await allSent(page)
  expect(await countOf(supervisor, 'inspection')).toBe(before + 1)
  // Other tests' officers share this account: what matters is that this one isn't aside any more.
  await page.goto(`${line.url}/queue`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('烘干房（证件到期）')
  await restore()
})

test('a session that ran out asks quietly: capture goes on, and with the password everything goes', async ({
  world,
  phone,
  line,
}) => {
  const device = await phone('officer')
  const page = await device.open()
  await page.goto(line.url)
  await allSent(page)
  await device.context().clearCookies()
  await logHazard(page, { description: '会话过期后记的', deadline: typed(day(40)) })
  const ask = page.getByRole('button', { name: '密码要重新输入，记录照常能记' })
  await expect(ask).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(line.url)
  await keepDraft(page, '过期后还在记')
  await page.goto(`${line.url}/queue`)
  await expect(page.getByRole('region', { name: '待上传' })).toContainText('等密码')

  await ask.click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByLabel('用户名')).toHaveValue('officer')
  await sheet.locator('#again-password').fill('not it')
  await sheet.getByRole('button', { name: '登录' }).click()
  await expect(sheet).toContainText('用户名或密码不对')
  await sheet.locator('#again-password').fill(password)
  await sheet.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('没有待上传的')).toBeVisible()
  await expect(ask).toHaveCount(0)
  const officer = await world.api('officer')
  for (const words of ['会话过期后记的', '过期后还在记'])
    expect(await countOf(officer, 'hazard', `&q=${encodeURIComponent(words)}`)).toBe(1)
})

for (const [what, body, kind] of [
  ['a Wi-Fi’s log-in page', '<!doctype html><h1>欢迎使用免费 Wi-Fi</h1>', 'text/html'],
  ['JSON of somebody else', '{"ok":true,"results":[]}', 'application/json'],
  ['half an answer', '{"results":[{"changeId":"', 'application/json'],
] as const) {
  test(`${what} with status 200 isn’t taken for delivery`, async ({ world, phone, line }) => {
    const page = await (await phone('officer')).open()
    await page.goto(line.url)
    await allSent(page)
    const pushes: string[] = []
    line.answerAs((path) => {
      if (!path.startsWith('/api/')) return null
      pushes.push(path)
      return { status: 200, type: kind, body }
    })
    await keepDraft(page, `别当作送到：${kind.length + body.length}`)
    await page.goto(`${line.url}/queue`)
    await expect.poll(() => pushes.filter((path) => path === '/api/sync/push').length).toBeGreaterThan(1)
    await expect(page.getByRole('region', { name: '待上传' }).locator('.row')).toHaveCount(1)
    const officer = await world.api('officer')
    const query = `&q=${encodeURIComponent(`别当作送到：${kind.length + body.length}`)}`
    expect(await countOf(officer, 'hazard', query)).toBe(0)

    await line.reset()
    await page.getByRole('button', { name: '现在试一次' }).click()
    await expect(page.getByText('没有待上传的')).toBeVisible()
    expect(await countOf(officer, 'hazard', query)).toBe(1)
  })
}
