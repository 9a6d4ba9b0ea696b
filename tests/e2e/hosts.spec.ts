import { expect, test } from './support/fixtures.ts'
import { allSent } from './support/phone.ts'

/** The other half of a promise: what the fixture asserts after every test is only worth something if it sees all. */
test('requests of page and worker are both seen, and the page’s policy lets neither out to another host', async ({
  phone,
  line,
}) => {
  const device = await phone('officer')
  const page = await device.open()
  const byWorker: string[] = []
  const toOthers: string[] = []
  device.context().on('request', (request) => {
    if (request.serviceWorker()) byWorker.push(new URL(request.url()).pathname)
    if (new URL(request.url()).hostname !== '127.0.0.1') toOthers.push(request.url())
  })
  await page.goto(line.url)
  await allSent(page)
  const worker = device.context().serviceWorkers()[0]
  await worker?.evaluate(() => fetch('/api/health').then((answer) => answer.status))
  expect(byWorker).toContain('/api/health')

  const reach = () =>
    fetch('http://elsewhere.invalid/')
      .then(() => 'out')
      .catch(() => 'kept in')
  expect(await page.evaluate(reach)).toBe('kept in')
  const violation = page.evaluate(
    () =>
      new Promise((done) => document.addEventListener('securitypolicyviolation', (event) => done(event.blockedURI))),
  )
  await page.evaluate(() => void fetch('http://elsewhere.invalid/').catch(() => undefined))
  expect(await violation).toContain('elsewhere.invalid')
  expect(toOthers).toEqual([])
})

test('a foreign request would be noticed', async ({ phone, world }) => {
  const device = await world.phone()
  const page = await device.open()
  await page.route('http://elsewhere.invalid/**', (route) => route.fulfill({ body: '' }))
  await page.goto('http://elsewhere.invalid/picture')
  expect(await world.clear([device])).toEqual(['elsewhere.invalid'])
  expect(phone).toBeDefined()
})
