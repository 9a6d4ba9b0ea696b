import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { countOf, figuresOf, logIn } from './support/api.ts'
import { addPeople, choose, field, logInOn, makePhone, type, unfold } from './support/phone.ts'
import { startServer } from './support/server.ts'

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const year = Number(today.slice(0, 4))

const addHazard = async (page: Page, description: string): Promise<void> => {
  await page.getByRole('button', { name: /记一处隐患/ }).click()
  const sheet = page.getByRole('dialog').last()
  await unfold(sheet)
  await type(field(sheet, 'description'), description)
  await choose(page, field(sheet, 'category'), '消防')
  await type(field(sheet, 'deadline'), `${year + 1}年1月15日`)
  await sheet.getByRole('button', { name: '记好了' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const logInspection = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '开始记录' }).getByRole('link', { name: '检查' }).click()
  await unfold(page)
  await choose(page, field(page, 'villageId'), '村')
  await choose(page, field(page, 'programme'), '安全生产检查')
  await choose(page, field(page, 'matter'), '消防')
  await type(field(page, 'placeName'), '烘干房（断网记）')
  await addPeople(page, field(page, 'officers'), '证件有效', 2)
  await choose(page, field(page, 'certificatesShown'), '是')
  await choose(page, field(page, 'result'), '有隐患')
  await type(field(page, 'findings'), '查烘干房用电和消防通道。')
  await addHazard(page, '烘干房灭火器过期两具')
  await addHazard(page, '消防通道堆放菌袋')
  await page.getByRole('button', { name: '拒签' }).click()
  await type(field(page, 'refusalReason'), '负责人外出，村干部见证')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('烘干房（断网记）')
}

const logMediation = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '开始记录' }).getByRole('link', { name: '调解' }).click()
  await unfold(page)
  await choose(page, field(page, 'villageId'), '村')
  await choose(page, field(page, 'disputeType'), '邻里')
  await type(field(page, 'summary'), '屋檐滴水纠纷（断网记）')
  const parties = field(page, 'parties')
  await type(field(parties, 'name').first(), '阿依古丽·买买提')
  await choose(page, field(parties, 'side').first(), '甲方')
  await addPeople(page, field(page, 'mediators'), '', 1)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('link', { name: '办结' }).click()
  await unfold(page)
  await choose(page, field(page, 'outcome'), '达成协议')
  await type(field(page, 'agreement'), '甲方改装檐沟，费用各半。')
  await page.getByRole('button', { name: '办结', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('屋檐滴水纠纷')
}

test('log offline from a cold start, close, open, meet the server again: everything arrives once, the year moves by just that', async () => {
  test.setTimeout(180_000)
  const server = await startServer()
  const phone = makePhone()
  try {
    await logInOn(await phone.open(), server.url, 'officer')
    await phone.close()
    const supervisor = await logIn(server.url, 'supervisor')
    const before = await figuresOf(supervisor, year)
    const counted = {
      inspection: await countOf(supervisor, 'inspection'),
      hazard: await countOf(supervisor, 'hazard'),
      mediation: await countOf(supervisor, 'mediation'),
    }
    await server.stop()

    let page = await phone.open()
    await page.goto(server.url)
    await logInspection(page)
    await page.goto(server.url)
    await logMediation(page)
    await page.goto(server.url)
    await expect(page.locator('.sync')).toContainText('无信号，5 条存在本机')
    await phone.close()

    page = await phone.open()
    await page.goto(server.url)
    await expect(page.locator('.sync')).toContainText('5 条存在本机')
    await server.start()
    const up = Date.now()
    await expect(page.locator('.sync')).toContainText('都已上传', { timeout: 10_000 })
    expect(Date.now() - up).toBeLessThan(10_000)

    const again = await logIn(server.url, 'supervisor')
    expect(await countOf(again, 'inspection')).toBe(counted.inspection + 1)
    expect(await countOf(again, 'hazard')).toBe(counted.hazard + 2)
    expect(await countOf(again, 'mediation')).toBe(counted.mediation + 1)
    const after = await figuresOf(again, year)
    const moved = [...after]
      .filter(([id, value]) => value !== before.get(id))
      .map(([id, value]) => [id, id.endsWith('rate') ? 'moved' : (value ?? 0) - (before.get(id) ?? 0)])
    expect(Object.fromEntries(moved)).toMatchObject({ 'safety-inspections': 1, 'disputes-mediated': 1 })
    expect(
      moved.filter(
        ([id]) => !['safety-inspections', 'disputes-mediated', 'mediation-success-rate'].includes(String(id)),
      ),
    ).toEqual([])
    expect([...phone.hosts]).toEqual([new URL(server.url).host])
  } finally {
    await phone.remove()
    await server.remove()
  }
})
