import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'gb-app-'))
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Gridbook</title>')
  writeFileSync(join(folder, 'sw.js'), 'self')
  writeFileSync(join(folder, 'assets/main-abc123.js'), 'export {}')
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}')
  server = await startTestServer({ appFolder: folder })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = { accept: 'text/html', 'sec-fetch-mode': 'navigate' }) =>
  server.app.inject({ url, headers })

describe('the app’s files', () => {
  it.each([
    ['/', 'no-cache', 'text/html'],
    ['/index.html', 'no-cache', 'text/html'],
    ['/sw.js', 'no-store', '/javascript'],
    ['/assets/main-abc123.js', 'public, max-age=31536000, immutable', '/javascript'],
    ['/manifest.webmanifest', 'no-cache', 'application/manifest+json'],
    ['/records/some-id', 'no-cache', 'text/html'],
    ['/year/2025?figure=villages', 'no-cache', 'text/html'],
  ])('%s is %s', async (url, cache, type) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, cache])
    expect(answer.headers['content-type']).toContain(type)
  })

  it('nothing under /api, no missing file and no fetch gets the page', async () => {
    for (const url of ['/api', '/api/nowhere', '/api/attachments/x']) expect((await get(url)).statusCode).toBe(401)
    expect((await get('/assets/gone.js')).statusCode).toBe(404)
    expect((await get('/records', { accept: 'application/json' })).json()).toMatchObject({ code: 'notFound' })
    expect((await get('/..%2f..%2fetc/passwd')).body).not.toContain('root:')
  })

  it('run under a policy that names no host but ours', async () => {
    const policy = String((await get('/')).headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:/)
    expect((await get('/')).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect((await get('/')).headers).not.toHaveProperty('strict-transport-security')
  })
})
