import { randomUUID } from 'node:crypto'
import { figuresOf } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { allSent, field, type, unfold } from './support/phone.ts'

test('the supervisor signs a year, sees later changes as corrections beside it, and opens it again', async ({
  phone,
  line,
  world,
}) => {
  const page = await (await phone('supervisor')).open()
  await page.goto(`${line.url}/years/2024`)
  await expect(page.getByRole('heading', { name: '2024年签定' })).toBeVisible()
  await expect(page.getByText('未签定', { exact: true })).toBeVisible()
  // What nobody typed for that year is listed and leads to where it is typed.
  await expect(page.getByRole('link', { name: '中心村项目投资' })).toBeVisible()
  await page.getByRole('button', { name: '签定', exact: true }).click()
  await page.getByRole('button', { name: '签定并冻结' }).click()
  await expect(page.getByText('程远', { exact: false }).first()).toContainText('签定')
  await expect(page.getByText(/sha256:[0-9a-f]{64}/)).toBeVisible()
  await expect(page.getByText('签定后没有变动')).toBeVisible()

  const api = await world.api('supervisor')
  const before = Number((await figuresOf(api, 2024)).get('leader-briefings'))
  const set = { status: 'submitted', heldOn: '2024-11-05', leaders: ['mayor'], topic: '半年法治工作' }
  expect(await api.change({ recordId: randomUUID(), kind: 'briefing', set })).toBe('applied')
  expect((await figuresOf(api, 2024)).get('leader-briefings')).toBe(before)
  await page.reload()
  const row = page.getByRole('link', { name: /听取法治工作汇报/ })
  await expect(row).toContainText(`${before}次`)
  await expect(row).toContainText(`现为 ${before + 1}次`)
  await expect(page.getByText('未写原因')).toBeVisible()
  await row.click()
  await expect(page.locator('.pane-value')).toHaveText(`${before}次`)
  await expect(page.getByRole('link', { name: `签定后更正，现为 ${before + 1}次` })).toBeVisible()
  await page.goBack()

  // Who edits a record of the signed year is asked why, and what he says stands beside the correction.
  await page.getByRole('link', { name: /半年法治工作/ }).click()
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '改', exact: true }).click()
  await page.getByRole('textbox', { name: '更正原因' }).fill('日期抄错')
  await unfold(page)
  await type(field(page, 'heldOn'), '2023-11-05')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.goto(line.url)
  await allSent(page)
  await page.goto(`${line.url}/years/2024`)
  await expect(page.getByRole('link', { name: /日期抄错/ })).toBeVisible()
  await expect(page.getByText('签定后没有变动')).toBeVisible()

  // Without a line nothing is signed or withdrawn, and it is said.
  await line.cut()
  await page.getByRole('button', { name: '撤销签定' }).click()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('要连上网才能签定')
  await line.mend()
  await page.getByRole('button', { name: '撤销签定' }).click()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('未签定', { exact: true })).toBeVisible()
})

test('an officer sees how a year stands, and signs none', async ({ phone, line }) => {
  const page = await (await phone('officer')).open()
  await page.goto(`${line.url}/years/2025`)
  await expect(page.getByText('由主管签定')).toBeVisible()
  await expect(page.getByRole('button', { name: '签定', exact: true })).toHaveCount(0)
})
