import { afterAll, beforeAll, expect, it } from 'vitest'
import { phoneWith, type Phone } from './support/server.ts'
import { inspection, startTown, type Town } from './support/town.ts'
import { change } from './support/server.ts'
import { fuzz } from './support/fuzz.ts'

let town: Town
let supervisor: Phone
beforeAll(async () => {
  town = await startTown()
  supervisor = await town.as('supervisor')
  await (await town.as('officer')).push([change('inspection', inspection(town))])
})
afterAll(() => town.server.close())

it('describes every call of the table, from the schemas that judge it', async () => {
  const { body } = await supervisor.get('/api/openapi.json')
  const calls = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(calls.toSorted()).toEqual(
    [
      'POST /api/attachments',
      'PATCH /api/attachments/{id}',
      'GET /api/attachments',
      'GET /api/attachments/{id}',
      'POST /api/session',
      'GET /api/session',
      'DELETE /api/session',
      'PUT /api/session/password',
      'POST /api/session/totp',
      'PUT /api/session/totp',
      'GET /api/kinds',
      'POST /api/sync/push',
      'POST /api/session/recover',
      'GET /api/sync/key',
      'GET /api/sync/pull',
      'GET /api/sync/attention',
      'GET /api/sync/held',
      'POST /api/sync/held/{changeId}',
      'GET /api/records',
      'GET /api/records/{id}',
      'GET /api/records/{id}/history',
      'GET /api/figures',
      'GET /api/figures/{id}/records',
      'GET /api/figures/{id}/series',
      'PUT /api/years/{year}/entries/{figureId}',
      'GET /api/users',
      'POST /api/users',
      'PUT /api/users/{id}',
      'POST /api/users/{id}/password',
      'POST /api/users/{id}/handover',
      'GET /api/devices',
      'DELETE /api/devices/{id}',
      'GET /api/audit',
      'GET /api/calendar',
      'POST /api/audit/printed',
      'GET /api/years/{year}',
      'GET /api/years/{year}/paragraphs',
      'PUT /api/years/{year}/paragraphs/{section}',
      'GET /api/reports/{year}.docx',
      'GET /api/reports/{year}.xlsx',
      'POST /api/reports/verify',
      'POST /api/years/{year}/sign',
      'DELETE /api/years/{year}/sign',
      'GET /api/health',
    ].toSorted(),
  )
})

it('says which calls need no session', async () => {
  const { paths, security } = (await supervisor.get('/api/openapi.json')).body
  expect(security).toEqual([{ session: [] }])
  const open = [paths['/api/session'].post, paths['/api/session/recover'].post, paths['/api/health'].get]
  expect(open.map((one) => one.security)).toEqual([[], [], []])
  expect(paths['/api/kinds'].get.security).toBeUndefined()
})

it('answers whatever fits or breaks the document as the document says, never with a 5xx', async () => {
  const document = (await supervisor.get('/api/openapi.json')).body
  const counts = await fuzz(
    document,
    async (request) => {
      const isLogOut = request.method === 'DELETE' || request.url.startsWith('/api/session')
      const phone = isLogOut ? phoneWith(town.server, 'gridbook=none') : supervisor
      return town.server.app.inject({
        method: request.method,
        url: request.url,
        headers: { cookie: phone.cookie, ...request.headers },
        ...(request.payload === undefined ? {} : { payload: request.payload }),
      })
    },
    { seed: Number(process.env['FUZZ_SEED'] ?? 20250308), runs: Number(process.env['FUZZ_RUNS'] ?? 300) },
  )
  const statuses = new Set(Object.keys(counts).map((key) => key.split(' ')[2]))
  expect(statuses).toContain('200')
  expect(statuses).toContain('400')
}, 120_000)
