import { expect, test } from './support/fixtures.ts'

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
  await desk.locator('.list').nth(1).getByRole('button', { name: /田小满/ }).first().click()
  await desk.getByRole('button', { name: '停用设备' }).click()
  await expect(desk.locator('.list').nth(1).getByRole('button', { name: /田小满/ }).first()).toContainText('已停用')
  await his.reload()
  await expect(his.getByRole('button', { name: '密码要重新输入，记录照常能记' })).toBeVisible()
})
