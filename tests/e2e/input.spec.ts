import type { CDPSession, Page } from '@playwright/test'
import { countOf } from './support/api.ts'
import { day, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import { addPeople, allSent, choose, field, fillHazard, startForm, type, unfold } from './support/phone.ts'

/** What an input method does while letters are still being typed; each call replaces what stands under composition. */
const compose = async (keys: CDPSession, letters: string): Promise<void> => {
  for (let end = 1; end <= letters.length; end++)
    await keys.send('Input.imeSetComposition', { text: letters.slice(0, end), selectionStart: end, selectionEnd: end })
}
/** The key that picks a candidate: pages see it as 229, whatever it is. */
const keyOfTheMethod = async (keys: CDPSession, code: 'Enter' | 'Escape'): Promise<void> => {
  const key = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}
const commit = (keys: CDPSession, words: string) => keys.send('Input.insertText', { text: words })
const keysOf = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page)

test('the Enter that picks a candidate submits nothing, and what it picked is kept and saved', async ({
  world,
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await startForm(page, '隐患')
  await unfold(page)
  const keys = await keysOf(page)
  const box = field(page, 'description').getByRole('textbox')
  await box.focus()
  await compose(keys, 'honggan')
  await expect(box).toHaveValue('honggan')
  await keyOfTheMethod(keys, 'Enter')
  await expect(page).toHaveURL(/\/form\//)
  await commit(keys, '烘干房')
  await expect(box).toHaveValue('烘干房')
  await compose(keys, 'loudian')
  await commit(keys, '漏电')
  await expect(box).toHaveValue('烘干房漏电')
  await expect(field(page, 'description')).toContainText('5 字')
  await fillHazard(page, { deadline: typed(day(40)) })
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('烘干房漏电')
  await page.goto(line.url)
  await allSent(page)
  const officer = await world.api('officer')
  expect(await countOf(officer, 'hazard', `&q=${encodeURIComponent('烘干房漏电')}`)).toBe(1)
})

test('while the log-in is composed into, Enter sends nothing', async ({ phone, line }) => {
  const page = await (await phone()).open()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await page.goto(line.url)
  await page.locator('#login-password').fill('something')
  const keys = await keysOf(page)
  await page.getByLabel('用户名').focus()
  await compose(keys, 'chenhe')
  await keyOfTheMethod(keys, 'Enter')
  await commit(keys, '陈禾')
  await expect(page.getByLabel('用户名')).toHaveValue('陈禾')
  await expect(page.getByRole('button', { name: '登录' })).toBeEnabled()
  expect(sent).toEqual([])
})

test('search takes unfinished letters for pinyin, and Escape of an input method closes no sheet', async ({
  phone,
  line,
}) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/records`)
  const keys = await keysOf(page)
  await page.getByRole('textbox', { name: '搜索' }).focus()
  await compose(keys, 'spg')
  await expect(page.locator('main mark').first()).toHaveText('石盘沟')
  await commit(keys, '石盘沟')
  await expect(page.locator('main mark').first()).toHaveText('石盘沟')

  await page.goto(line.url)
  await startForm(page, '隐患')
  await unfold(page)
  await field(page, 'villageId').locator('[aria-haspopup="dialog"]').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: '搜索' }).focus()
  await compose(keys, 'spg')
  await expect(sheet.getByRole('radio')).toHaveCount(1)
  await keyOfTheMethod(keys, 'Escape')
  await expect(sheet).toBeVisible()
  await commit(keys, '石盘沟')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
})

test('full-width digits are understood as days, and names with rare characters and middle dots come through whole', async ({
  world,
  phone,
  line,
}) => {
  const page = await (await phone('officer')).open()
  await page.goto(line.url)
  await startForm(page, '调解')
  await unfold(page)
  await type(field(page, 'acceptedOn'), '２０２６年１１月２０日')
  await choose(page, field(page, 'villageId'), '村')
  await choose(page, field(page, 'disputeType'), '邻里')
  await type(field(page, 'summary'), '䶮家与𬍛家的滴水纠纷')
  const parties = field(page, 'parties')
  await type(field(parties, 'name').first(), '阿依古丽·买买提𬍛')
  await choose(page, field(parties, 'side').first(), '甲方')
  await type(field(parties, 'phone').first(), '０１３８００００')
  await addPeople(page, field(page, 'mediators'), '', 1)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('䶮家与𬍛家')
  await expect(page.locator('main')).toContainText('阿依古丽·买买提𬍛')
  await page.goto(line.url)
  await allSent(page)

  const officer = await world.api('officer')
  const { items } = await officer.get<{
    items: { data: { acceptedOn: string; parties: { [key: string]: string }[] } }[]
  }>(`/api/records?kind=mediation&q=${encodeURIComponent('𬍛家')}`)
  expect(items).toHaveLength(1)
  expect(items[0]?.data.acceptedOn).toBe('2026-11-20')
  expect(items[0]?.data.parties[0]).toMatchObject({ name: '阿依古丽·买买提𬍛' })
  expect(items[0]?.data.parties[0]?.['phone']?.normalize('NFKC')).toBe('01380000')

  const theirs = await (await phone('supervisor')).open()
  await theirs.goto(line.url)
  await allSent(theirs)
  await theirs.goto(`${line.url}/records`)
  await theirs.getByRole('textbox', { name: '搜索' }).fill('𬍛家')
  await expect(theirs.locator('main .row')).toHaveCount(1)
  await theirs.locator('main .row').click()
  await expect(theirs.locator('main')).toContainText('阿依古丽·买买提𬍛')
})
