import { expect, test } from './support/fixtures.ts'
import { field, type } from './support/phone.ts'

test('the administrator adds an officer, who changes the first password at the first log-in; his lost phone is shut out', async ({
  phone,
  line,
}) => {
  const desk = await (await phone('admin')).open()
  await desk.goto(`${line.url}/me`)
  await desk.getByRole('link', { name: '账号和设备' }).click()
  await desk.getByRole('button', { name: '添加账号' }).click()
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  // What is missing is said at its field, and nothing is lost.
  await expect(desk.getByRole('alert').first()).toBeVisible()
  await desk.getByLabel('用户名').fill('tian')
  await desk.getByLabel('姓名').fill('田小满')
  await desk.getByRole('checkbox', { name: '执法人员' }).click()
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  const secret = (await desk.locator('.title.num').innerText()).trim()
  await desk.getByRole('button', { name: '知道了' }).click()
  await expect(desk.getByRole('button', { name: /田小满/ })).toContainText('未改初始密码')

  const his = await (await phone()).open()
  await his.goto(line.url)
  await his.getByLabel('用户名').fill('tian')
  await his.locator('#login-password').fill(secret)
  await his.getByRole('button', { name: '登录', exact: true }).click()
  await his.locator('#login-fresh').fill('短了')
  await his.getByRole('button', { name: '改密码并登录' }).click()
  await expect(his.getByRole('alert')).toContainText('至少 12 个字符')
  await his.locator('#login-fresh').fill('石盘沟的山和水 2026')
  await his.getByRole('button', { name: '改密码并登录' }).click()
  await expect(his.getByRole('navigation', { name: '开始记录' })).toBeVisible()

  await desk.reload()
  await expect(desk.getByRole('button', { name: /田小满/ }).first()).not.toContainText('未改初始密码')
  await desk
    .locator('.list')
    .nth(1)
    .getByRole('button', { name: /田小满/ })
    .first()
    .click()
  await desk.getByRole('button', { name: '停用设备' }).click()
  await expect(
    desk
      .locator('.list')
      .nth(1)
      .getByRole('button', { name: /田小满/ })
      .first(),
  ).toContainText('已停用')
  await his.reload()
  await expect(his.getByRole('button', { name: '密码要重新输入，记录照常能记' })).toBeVisible()
})

test('the registers are found by pinyin, and added to by who keeps them', async ({ phone, line }) => {
  const page = await (await phone('admin')).open()
  await page.goto(`${line.url}/me`)
  await page.getByRole('link', { name: /登记/ }).click()
  await page.getByRole('button', { name: '村', exact: true }).click()
  await page.getByRole('radio', { name: /^人员/ }).click()
  await page.getByRole('link', { name: '添加人员' }).click()
  await type(field(page, 'name'), '白露生')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '白露生' })).toBeVisible()
  await page.goto(`${line.url}/registers?kind=person`)
  await page.getByLabel('搜索').fill('bls')
  await expect(page.locator('.row')).toHaveCount(1)
  await expect(page.locator('.row')).toContainText('白露生')
  await page.goto(`${line.url}/registers?kind=township`)
  await expect(page.getByText('本镇只登记一条')).toBeVisible()
  await expect(page.getByRole('link', { name: /添加/ })).toHaveCount(0)
})
