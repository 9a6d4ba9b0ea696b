import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../src/domain/access/caller.ts'
import { change, newId, type Phone } from './support/server.ts'
import { everyone, type Ground, prepareGround, readMatrix, type Row, type Subject, subjects } from './support/matrix.ts'

let ground: Ground
beforeAll(async () => {
  ground = await prepareGround()
})
afterAll(() => ground.close())

/** Every role by every call by own, other village, other township (in that order). A call without a row fails the test. */
const matrix = readMatrix(`
call                                     | about      | nobody      | officer                    | mediator                         | reviewer                         | monitor                          | supervisor              | county                           | auditor                          | admin
GET /api/health                          |            | 200         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/kinds                           |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/calendar                        |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/session                         |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/records                         |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/records/{id}                    | inspection | 401 401 401 | 200 404 404                | 404 404 404                      | 200 200 404                      | 200 200 404                      | 200 200 404             | 200 200 404                      | 404 404 404                      | 404 404 404
GET /api/records/{id}                    | mediation  | 401 401 401 | 404 404 404                | 200 404 404                      | 404 404 404                      | 404 404 404                      | 200 200 404             | 404 404 404                      | 404 404 404                      | 404 404 404
GET /api/records/{id}                    | enterprise | 401 401 401 | 200 200 404                | 200 200 404                      | 200 200 404                      | 200 200 404                      | 200 200 404             | 200 200 404                      | 404 404 404                      | 200 200 404
GET /api/records/{id}/history            | inspection | 401 401 401 | 200 404 404                | 404 404 404                      | 200 200 404                      | 200 200 404                      | 200 200 404             | 200 200 404                      | 404 404 404                      | 404 404 404
GET /api/records/{id}/history            | mediation  | 401 401 401 | 404 404 404                | 200 404 404                      | 404 404 404                      | 404 404 404                      | 200 200 404             | 404 404 404                      | 404 404 404                      | 404 404 404
POST /api/sync/push                      | inspection | 401 401 401 | applied notFound waiting   | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed | applied applied waiting | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed
POST /api/sync/push                      | mediation  | 401 401 401 | notFound notFound waiting  | applied notFound waiting         | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed | applied applied waiting | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed
POST /api/sync/push                      | enterprise | 401 401 401 | applied notAllowed waiting | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed | applied applied waiting | notAllowed notAllowed notAllowed | notAllowed notAllowed notAllowed | applied applied waiting
GET /api/sync/key                        |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/sync/pull                       |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/sync/attention                  |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/sync/held                       |            | 401         | 403                        | 403                              | 403                              | 403                              | 200                     | 403                              | 403                              | 403
POST /api/sync/held/{changeId}           |            | 401         | 403                        | 403                              | 403                              | 403                              | 404                     | 403                              | 403                              | 403
GET /api/figures                         |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 403                              | 200
GET /api/figures/{id}/records            |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 403                              | 200
GET /api/figures/{id}/series             |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 403                              | 200
GET /api/reports/{year}.xlsx             |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 403                              | 200
GET /api/years/{year}                    |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 403                              | 200
POST /api/reports/verify                 |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 403                              | 200
PUT /api/years/{year}/entries/{figureId} |            | 401         | 403                        | 403                              | 403                              | 403                              | 204                     | 403                              | 403                              | 403
GET /api/reports/{year}.docx             |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 403                              | 200
GET /api/years/{year}/paragraphs         |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 403                              | 200
PUT /api/years/{year}/paragraphs/{section} |            | 401         | 403                        | 403                              | 403                              | 403                              | 204                     | 403                              | 403                              | 403
POST /api/years/{year}/sign              |            | 401         | 403                        | 403                              | 403                              | 403                              | 200                     | 403                              | 403                              | 403
DELETE /api/years/{year}/sign            |            | 401         | 403                        | 403                              | 403                              | 403                              | 404                     | 403                              | 403                              | 403
GET /api/users                           |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 200
POST /api/users                          |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 400
PUT /api/users/{id}                      |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 404
POST /api/users/{id}/password            |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 404
POST /api/users/{id}/handover            |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 404
GET /api/devices                         |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 200
DELETE /api/devices/{id}                 |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 404
GET /api/audit                           |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 200                              | 403
POST /api/audit/printed                  |            | 401         | 204                        | 204                              | 204                              | 204                              | 204                     | 204                              | 204                              | 204
GET /api/attachments                     |            | 401         | 200                        | 200                              | 200                              | 200                              | 200                     | 200                              | 200                              | 200
GET /api/attachments/{id}                |            | 401         | 404                        | 404                              | 404                              | 404                              | 404                     | 404                              | 404                              | 404
POST /api/attachments                    |            | 401         | 400                        | 400                              | 400                              | 400                              | 400                     | 400                              | 400                              | 400
PATCH /api/attachments/{id}              |            | 401         | 404                        | 404                              | 404                              | 404                              | 404                     | 404                              | 404                              | 404
POST /api/session/recover                |            | 401         | 401                        | 401                              | 401                              | 401                              | 401                     | 401                              | 401                              | 401
PUT /api/session/password                |            | 401         | 401                        | 401                              | 401                              | 401                              | 401                     | 401                              | 401                              | 401
POST /api/session/totp                   |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 403
PUT /api/session/totp                    |            | 401         | 403                        | 403                              | 403                              | 403                              | 403                     | 403                              | 403                              | 403
`)

const year = '2025'
type Ask = (phone: Phone, of: { readonly id: string; readonly subject: Subject }) => Promise<string>
const status = (answer: { status: number }): string => String(answer.status)
const get =
  (path: string): Ask =>
  async (phone, { id }) =>
    status(await phone.get(path.replace('{id}', id)))
const send =
  (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Ask =>
  async (phone, { id }) =>
    status(await phone.send(method, path.replace('{id}', id), body))
/** An edit: what became of it, with the first problem's code. */
const edit =
  (kind: string, field: string, value: string): Ask =>
  async (phone, { id }) => {
    const answer = await phone.push([change(kind, { [field]: value }, { recordId: id, was: { [field]: null } })])
    if (answer.status !== 200) return String(answer.status)
    const [result] = answer.body.results
    return result.outcome === 'applied' ? 'applied' : (result.problems?.[0]?.code ?? result.outcome)
  }

const tus =
  (method: 'POST' | 'PATCH', url: string, headers: Record<string, string>): Ask =>
  async (phone) => {
    const more = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', ...headers }
    const answer = await ground.town.server.app.inject({ method, url, headers: { cookie: phone.cookie, ...more } })
    return String(answer.statusCode)
  }

const asks: { readonly [call: string]: { readonly [about: string]: Ask } } = {
  'GET /api/health': { '': get('/api/health') },
  'GET /api/kinds': { '': get('/api/kinds') },
  'GET /api/calendar': { '': get('/api/calendar') },
  'GET /api/session': { '': get('/api/session') },
  'GET /api/records': { '': get('/api/records') },
  'GET /api/records/{id}': {
    inspection: get('/api/records/{id}'),
    mediation: get('/api/records/{id}'),
    enterprise: get('/api/records/{id}'),
  },
  'GET /api/records/{id}/history': {
    inspection: get('/api/records/{id}/history'),
    mediation: get('/api/records/{id}/history'),
  },
  'POST /api/sync/push': {
    inspection: edit('inspection', 'basis', '镇年度检查计划'),
    mediation: edit('mediation', 'source', '村干部上报'),
    enterprise: edit('enterprise', 'industry', '食用菌'),
  },
  'GET /api/sync/key': { '': get('/api/sync/key') },
  'GET /api/sync/pull': { '': get('/api/sync/pull') },
  'GET /api/sync/attention': { '': get('/api/sync/attention') },
  'GET /api/sync/held': { '': get('/api/sync/held') },
  'POST /api/sync/held/{changeId}': { '': send('POST', '/api/sync/held/{id}', { take: true }) },
  'GET /api/figures': { '': get(`/api/figures?year=${year}`) },
  'GET /api/figures/{id}/records': { '': get(`/api/figures/villages/records?year=${year}`) },
  'GET /api/figures/{id}/series': { '': get(`/api/figures/villages/series?year=${year}`) },
  'GET /api/reports/{year}.xlsx': { '': get(`/api/reports/${year}.xlsx`) },
  'GET /api/years/{year}': { '': get(`/api/years/${year}`) },
  'POST /api/reports/verify': { '': send('POST', '/api/reports/verify', { text: '整改隐患3项', year: Number(year) }) },
  'PUT /api/years/{year}/entries/{figureId}': {
    '': send('PUT', `/api/years/${year}/entries/mushroom-bags`, { value: 1, source: '公报' }),
  },
  'GET /api/reports/{year}.docx': { '': get(`/api/reports/${year}.docx`) },
  'GET /api/years/{year}/paragraphs': { '': get(`/api/years/${year}/paragraphs`) },
  'PUT /api/years/{year}/paragraphs/{section}': {
    '': send('PUT', `/api/years/${year}/paragraphs/2.2`, { text: '一是人才引育机制不完善。' }),
  },
  'POST /api/years/{year}/sign': { '': send('POST', `/api/years/1999/sign`) },
  'DELETE /api/years/{year}/sign': { '': send('DELETE', `/api/years/1998/sign`) },
  'GET /api/users': { '': get('/api/users') },
  'POST /api/users': { '': send('POST', '/api/users', { username: 'x', name: '', roles: [] }) },
  'PUT /api/users/{id}': { '': send('PUT', '/api/users/{id}', { name: '某', roles: ['officer'], disabled: false }) },
  'POST /api/users/{id}/password': { '': send('POST', '/api/users/{id}/password') },
  'POST /api/users/{id}/handover': { '': send('POST', '/api/users/{id}/handover', { to: newId() }) },
  'GET /api/devices': { '': get('/api/devices') },
  'DELETE /api/devices/{id}': { '': send('DELETE', '/api/devices/none') },
  'GET /api/audit': { '': get('/api/audit') },
  'POST /api/audit/printed': { '': send('POST', '/api/audit/printed', { subject: 'x' }) },
  'GET /api/attachments': { '': get(`/api/attachments?hash=sha256:${'0'.repeat(64)}`) },
  'GET /api/attachments/{id}': { '': get(`/api/attachments/sha256:${'0'.repeat(64)}`) },
  'POST /api/attachments': { '': tus('POST', '/api/attachments', { 'upload-length': '3' }) },
  'PATCH /api/attachments/{id}': { '': tus('PATCH', '/api/attachments/none', { 'upload-offset': '0' }) },
  // Whoever has no password but his session: it is asked for anew.
  'POST /api/session/recover': {
    '': send('POST', '/api/session/recover', {
      username: 'supervisor',
      password: 'not this one',
      sealed: { alg: '', keyId: '', user: '', enc: '', ct: '' },
    }),
  },
  'PUT /api/session/password': {
    '': send('PUT', '/api/session/password', { old: 'not this one', new: 'x'.repeat(12) }),
  },
  // Of a demo township: totp.test.ts has the others.
  'POST /api/session/totp': { '': send('POST', '/api/session/totp') },
  'PUT /api/session/totp': { '': send('PUT', '/api/session/totp', { code: '000000' }) },
}

const answersOf = async ({ call, about }: Row, role: Role | 'nobody'): Promise<readonly string[]> => {
  const ask = asks[call]?.[about]
  if (!ask) throw new Error(`nobody knows how to ask ${call} ${about}`)
  const phone = await ground.as(role)
  const ids = about === '' ? null : ground.records[about as keyof Ground['records']]
  const answers: string[] = []
  for (const subject of ids ? subjects : (['own'] as const))
    answers.push(await ask(phone, { id: ids?.[subject] ?? newId(), subject }))
  return answers
}

it('has a row for every call of the API, and an answer for every role', async () => {
  const { body } = await (await ground.as('supervisor')).get('/api/openapi.json')
  const calls = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  // Logging in and out are no matter of roles: session.test.ts.
  const open = ['POST /api/session', 'DELETE /api/session']
  expect([...new Set(matrix.map((row) => row.call))].toSorted()).toEqual(
    calls.filter((call) => !open.includes(call)).toSorted(),
  )
  for (const { expected } of matrix) expect(Object.keys(expected)).toEqual([...everyone])
})

it.each(matrix)('$call $about: each role gets what it may', async (row) => {
  const answers: { [role: string]: readonly string[] } = {}
  for (const role of everyone) answers[role] = await answersOf(row, role)
  expect(answers).toEqual(row.expected)
})
