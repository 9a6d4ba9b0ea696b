import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { day, typed } from './support/days.ts'
import { expect, test } from './support/fixtures.ts'
import { allSent, logHazard, logInOn, makePhone } from './support/phone.ts'

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Where the browser keeps the app's own files, which everybody can read on the server. */
const isOurOwnApp = (path: string): boolean => /CacheStorage|ScriptCache|Code Cache|\/Cache\//.test(path)

/** A text as a browser may write it: UTF-8, and UTF-16 of either order (values one way, names of stores the other). */
const waysToWrite = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
]

/** Which of these stand in the files of a profile. */
const foundIn = (profile: string, secrets: readonly string[]): readonly string[] => {
  const files = filesOf(profile).filter((path) => !isOurOwnApp(path))
  expect(files.length).toBeGreaterThan(20)
  const contents = files.map((path) => [path, readFileSync(path)] as const)
  return secrets.flatMap((secret) =>
    contents
      .filter(([, bytes]) => waysToWrite(secret).some((written) => bytes.includes(written)))
      .map(([path]) => `${secret} in ${path.slice(profile.length)}`),
  )
}

/**
 * What this shows: nothing of the ledger stands readable in the browser's files. What it doesn't: that a PIN of six
 * digits withstands who copies the profile and tries them all; that memory of a running phone holds nothing; that the
 * system's own backups and keyboards forget what was typed.
 */
test('a stolen phone’s files show nothing of the ledger: before and after sync, locked, and killed while open', async ({
  world,
  line,
}) => {
  test.setTimeout(120_000)
  const supervisor = await world.api('supervisor')
  type Listed = { items: { data: { [field: string]: unknown } }[] }
  const told = async (kind: string, field: string): Promise<readonly string[]> => {
    const { items } = await supervisor.get<Listed>(`/api/records?kind=${kind}`)
    return items.flatMap(({ data }) => (typeof data[field] === 'string' ? [data[field]] : []))
  }
  const known = [
    ...(await told('person', 'name')),
    ...(await told('village', 'name')),
    ...(await told('enterprise', 'name')),
    ...(await told('hazard', 'description')),
    ...(await told('inspection', 'placeName')),
  ]
  const secrets = [...new Set(known)].filter((text) => text.length >= 3).slice(0, 48)
  secrets.push('偷走前记的一处', '阳城镇')
  expect(secrets.length).toBe(50)

  const device = makePhone()
  try {
    let page = await device.open()
    await logInOn(page, line.url, 'officer')
    // A browser that is killed soon after a log-in has forgotten its cookie.
    await device.close()
    page = await device.open()
    await page.goto(line.url)
    await allSent(page)
    await line.cut()
    await logHazard(page, { description: '偷走前记的一处', deadline: typed(day(40)) })
    await device.kill()
    expect(foundIn(device.profile, secrets), 'killed while open, unsent').toEqual([])
    await line.mend()
    page = await device.open()
    await page.goto(line.url)
    await allSent(page)
    await page.goto(`${line.url}/records`)
    await page.locator('main .row').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/)
    await device.close()
    expect(foundIn(device.profile, secrets), 'closed, after sync').toEqual([])
    // What does stand open is found: the search can see.
    expect(foundIn(device.profile, ['workingCopies'])).not.toEqual([])
  } finally {
    await device.remove()
  }
})
