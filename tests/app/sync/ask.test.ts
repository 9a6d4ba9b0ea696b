// @vitest-environment node
import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { makeAsk, retryAfterMs } from '../../../src/app/sync/ask.ts'
import type { Answer } from '../../../src/app/sync/ask.ts'

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Asks a server that answers so. */
async function ask(answer: (response: ServerResponse) => void, timeoutMs = 1000): Promise<Answer> {
  server = createServer((_request, response) => answer(response))
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const send: typeof fetch = (path, init) => fetch(`http://127.0.0.1:${port}${String(path)}`, init)
  return await makeAsk(send, () => 0)({ method: 'POST', path: '/api/sync/push', body: { a: '网格' }, timeoutMs })
}
const json = { 'content-type': 'application/json; charset=utf-8' }
const none = { kind: 'none', status: null, retryAfterMs: null }

describe('an answer of our server', () => {
  test('is JSON with a good status', async () => {
    expect(await ask((response) => response.writeHead(200, json).end('{"ok":1}'))).toEqual({
      kind: 'ok',
      status: 200,
      body: { ok: 1 },
    })
  })

  test('or a problem with a code', async () => {
    const answer = ask((response) =>
      response
        .writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '7' })
        .end('{"code":"unavailable"}'),
    )
    expect(await answer).toEqual({
      kind: 'problem',
      status: 503,
      code: 'unavailable',
      retryAfterMs: 7000,
      body: { code: 'unavailable' },
    })
  })
})

test('what the server says back is asked for in the screen’s language', async () => {
  const heard: string[] = []
  const send: typeof fetch = async (_path, init) => {
    heard.push(new Headers(init?.headers).get('accept-language') ?? '')
    return new Response('{}', { headers: json })
  }
  const question = { method: 'GET', path: '/api/health', timeoutMs: 1000 } as const
  await makeAsk(
    send,
    () => 0,
    () => 'en',
  )(question)
  await makeAsk(send, () => 0)(question)
  expect(heard).toEqual(['en', 'zh-CN'])
})

describe('everything else is none', () => {
  test('a line that breaks before the answer', async () => {
    expect(await ask((response) => response.destroy())).toEqual(none)
  })

  test('a line that breaks within it', async () => {
    expect(
      await ask((response) => {
        response.writeHead(200, { ...json, 'content-length': '100' })
        response.write('{"results":[')
        setTimeout(() => response.destroy(), 20)
      }),
    ).toEqual(none)
  })

  test('half a body that never ends', async () => {
    const answer = ask((response) => {
      response.writeHead(200, json)
      response.write('{"results":[')
    }, 150)
    expect(await answer).toEqual(none)
  })

  test('a server that never answers', async () => {
    expect(await ask(() => undefined, 100)).toEqual(none)
  })

  test('a redirect to a log-in page', async () => {
    expect(await ask((response) => response.writeHead(302, { location: '/login' }).end())).toEqual(none)
  })

  test("a proxy's page, with its status", async () => {
    const page = ask((response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'))
    expect(await page).toEqual({ kind: 'none', status: 502, retryAfterMs: null })
  })

  test('JSON without a code, of a status that is no success', async () => {
    expect(await ask((response) => response.writeHead(401, json).end('{"error":"x"}'))).toMatchObject({
      kind: 'none',
      status: 401,
    })
  })
})

test.each([
  [null, null],
  ['', null],
  ['5', 5000],
  ['soon', null],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
  ['999999', 86_400_000],
])('Retry-After %j is %j ms', (header, milliseconds) => expect(retryAfterMs(header, 0)).toBe(milliseconds))
