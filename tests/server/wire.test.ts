import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'

let server: TestServer
let port = 0
const ready = { is: true }
beforeAll(async () => {
  server = await startTestServer({ isReady: () => ready.is })
  port = Number(new URL(await server.app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterAll(() => server.close())

const say = (text: string): Promise<string> =>
  new Promise((done, fail) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (bytes) => (heard += bytes.toString()))
    socket.on('close', () => done(heard))
    socket.on('error', fail)
  })

it.each([
  ['what isn’t HTTP', 'hello\r\n\r\n', 400, 'badRequest'],
  [
    'headers without end',
    `GET /api/health HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
    431,
    'headersTooLarge',
  ],
])('%s is answered with a problem', async (_name, text, status, code) => {
  const heard = await say(text)
  expect(heard).toContain(`HTTP/1.1 ${status} `)
  expect(heard).toContain('application/problem+json')
  expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code })
})

it.each([
  ['an escaped path', 'GET /%61pi/kinds HTTP/1.1', '', 401, 'notSignedIn'],
  ['an absolute form', 'GET http://elsewhere/api/kinds HTTP/1.1', '', 401, 'notSignedIn'],
  ['an escaped path to nowhere', 'GET /%61pi/nowhere HTTP/1.1', 'accept: text/html\r\n', 401, 'notSignedIn'],
  ['another site', 'POST /%61pi/session HTTP/1.1', 'origin: https://evil.example\r\n', 403, 'badOrigin'],
])('%s passes no guard by the way it is written', async (_name, line, header, status, code) => {
  const heard = await say(`${line}\r\nhost: 127.0.0.1\r\n${header}content-length: 0\r\nconnection: close\r\n\r\n`)
  expect(heard).toContain(`HTTP/1.1 ${status} `)
  expect(heard).toContain('cache-control: no-store')
  expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code })
})

it('while it starts everything under /api says 503 and when to come back, health too', async () => {
  ready.is = false
  for (const url of ['/api/health', '/api/session', '/api/nowhere']) {
    const answer = await server.app.inject(url)
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '2'])
  }
  ready.is = true
  expect((await server.app.inject('/api/health')).statusCode).toBe(200)
})
