import { test as base } from '@playwright/test'
import { logIn } from './api.ts'
import type { Api } from './api.ts'
import { expect } from './expect.ts'
import { drawLine } from './line.ts'
import type { Line } from './line.ts'
import { logInOn, makePhone } from './phone.ts'
import type { Phone, PhoneOptions } from './phone.ts'
import { startServer } from './server.ts'
import type { TestServer } from './server.ts'

/** One server, one line to it, and one phone a user that has logged in: made once, as each takes seconds. */
export type World = {
  readonly server: TestServer
  readonly line: Line
  /** The server as another program asks it, past the line. */
  readonly api: (username: string) => Promise<Api>
  /** A phone; with a user, one on which that user has logged in before and that has everything. */
  readonly phone: (username?: string, options?: PhoneOptions) => Promise<Phone>
  /** Takes the phones away and says which hosts but ours they have asked. */
  readonly clear: (phones: readonly Phone[]) => Promise<readonly string[]>
}

const makeWorld = (server: TestServer, line: Line, models: Map<string, Phone & { profile: string }>) => {
  const apis = new Map<string, Promise<Api>>()
  const model = async (username: string): Promise<string> => {
    const known = models.get(username)
    if (known) return known.profile
    const made = makePhone()
    await logInOn(await made.open(), line.url, username)
    await made.close()
    models.set(username, made)
    return made.profile
  }
  const world: World = {
    server,
    line,
    api: (username) => {
      const api = apis.get(username) ?? logIn(server.url, username)
      apis.set(username, api)
      return api
    },
    phone: async (username, options = {}) =>
      makePhone({ ...options, ...(username ? { like: await model(username) } : {}) }),
    clear: async (phones) => {
      for (const phone of phones) await phone.remove()
      // lan.test is this machine under another name (engines.spec.ts).
      const { host, port } = new URL(line.url)
      const ours = new Set([host, `lan.test:${port}`, new URL(server.url).host])
      return phones.flatMap((phone) => [...phone.hosts]).filter((host) => !ours.has(host))
    },
  }
  return world
}

/** A test with a phone in its hand. After each the phones are gone, the line is whole, and no foreign host was asked. */
export const test = base.extend<
  { phone: (username?: string, options?: PhoneOptions) => Promise<Phone>; line: Line },
  { world: World }
>({
  world: [
    async ({ playwright: _playwright }, use) => {
      const server = await startServer()
      const line = await drawLine(server.url)
      const models = new Map<string, Phone & { profile: string }>()
      await use(makeWorld(server, line, models))
      for (const model of models.values()) await model.remove()
      await line.remove()
      await server.remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  line: async ({ world }, use) => {
    await use(world.line)
    await world.line.reset()
  },
  phone: async ({ world, line: _line }, use, testInfo) => {
    const phones: Phone[] = []
    await use(async (username, options) => {
      const phone = await world.phone(username, options)
      phones.push(phone)
      return phone
    })
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const phone of phones) await keepPictures(phone, testInfo.outputDir)
    }
    expect(await world.clear(phones), 'hosts that are not ours').toEqual([])
  },
})

/** What stood on the screen when a test failed. */
const keepPictures = async (phone: Phone, folder: string): Promise<void> => {
  try {
    for (const [index, page] of phone.context().pages().entries())
      await page.screenshot({ path: `${folder}/phone-${Date.now()}-${index}.png` })
  } catch {
    // A phone that is closed or killed has no picture.
  }
}

export { expect }
