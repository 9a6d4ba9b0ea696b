// @vitest-environment node
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'

const guard = readFileSync('public/guard.js', 'utf8')
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15'
const android = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/111 Mobile'

type Lacks = {
  readonly agent?: string
  readonly without?: readonly string[]
  readonly insecure?: true
  readonly noWorker?: true
}

/** Runs the guard in an engine that lacks this and that; gives what stands on the page, or null where it is silent. */
function speak({ agent = android, without = [], insecure, noWorker }: Lacks): string | null {
  const page = new Window({ url: 'https://ledger.example/records' })
  page.document.body.innerHTML = '<div id="app"></div>'
  const scope: Record<string, unknown> = {
    document: page.document,
    navigator: { userAgent: agent, ...(noWorker ? {} : { serviceWorker: {} }) },
    location: page.location,
    isSecureContext: !insecure,
    fetch: () => undefined,
    indexedDB: {},
    crypto: { getRandomValues: () => undefined, ...(insecure ? {} : { subtle: {} }) },
    CSS: { supports: () => true },
  }
  scope['window'] = scope
  for (const name of without) scope[name] = undefined
  for (const name of ['Promise', 'Map', 'BigInt'])
    scope[name] = without.includes(name) ? undefined : Reflect.get(globalThis, name)
  scope['Symbol'] = Symbol
  scope['Uint8Array'] = Uint8Array
  runInNewContext(guard, scope)
  const said = page.document.getElementById('app')?.textContent ?? ''
  expect(said === '').toBe(scope['__gridbookStopped'] !== true)
  return said === '' ? null : said
}

describe('the page that speaks first', () => {
  test('is silent where the app can run', () => expect(speak({})).toBeNull())

  test.each(['Promise', 'Map', 'fetch', 'indexedDB', 'crypto', 'CSS', 'BigInt'])(
    'without %s says which browser to use',
    (name) => {
      expect(speak({ without: [name] })).toContain('这个浏览器太旧')
    },
  )

  test('chooses its words by the phone', () => {
    expect(speak({ without: ['Promise'], agent: iphone })).toContain('iOS 15')
    expect(speak({ without: ['Promise'], agent: 'Mozilla/5.0 (Windows NT 6.1)' })).toContain('极速模式')
  })

  test('on plain http at a LAN address says what https is needed for', () => {
    expect(speak({ insecure: true, noWorker: true })).toMatch(/http.*https 下允许离线打开、定位和拍照/)
  })

  test('inside another app says 用浏览器打开, with the address', () => {
    const said = speak({ noWorker: true, agent: `${iphone} MicroMessenger/8.0` })
    expect(said).toContain('用浏览器打开')
    expect(said).toContain('微信')
    expect(said).toContain('Safari')
  })

  test('in a private window says so', () => expect(speak({ noWorker: true })).toContain('这个窗口不能离线记录'))

  test('a name in the user agent alone stops nobody', () => {
    expect(speak({ agent: `${android} MicroMessenger/8.0` })).toBeNull()
  })
})
