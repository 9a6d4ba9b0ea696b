import { createHash, randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, makeAccount, makeTownship, mustBeApplied, type Phone, signIn } from './support/server.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
let officer: Phone
beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
})
afterAll(() => town.server.close())

const picture = (size: number): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)])
const hashOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const base64 = (text: string): string => Buffer.from(text).toString('base64')

const tus = async (
  phone: Phone,
  method: 'POST' | 'HEAD' | 'PATCH',
  url: string,
  headers: Record<string, string> = {},
  payload?: Buffer,
) => {
  const answer = await town.server.app.inject({
    method,
    url,
    headers: { cookie: phone.cookie, 'tus-resumable': '1.0.0', ...headers },
    ...(payload ? { payload } : {}),
  })
  const body: { code?: string } = answer.body.startsWith('{') ? JSON.parse(answer.body) : {}
  return { status: answer.statusCode, headers: answer.headers, code: body.code }
}
const announce = (phone: Phone, bytes: Buffer, metadata: Record<string, string> = {}) =>
  tus(phone, 'POST', '/api/attachments', {
    'upload-length': String(bytes.length),
    'upload-metadata': Object.entries({ hash: hashOf(bytes), name: '配电箱.jpg', ...metadata })
      .map(([name, value]) => `${name} ${base64(value)}`)
      .join(','),
  })
const begin = async (phone: Phone, bytes: Buffer, metadata: Record<string, string> = {}): Promise<string> =>
  String((await announce(phone, bytes, metadata)).headers.location)
const goOn = (phone: Phone, address: string, bytes: Buffer, offset = 0) =>
  tus(
    phone,
    'PATCH',
    address,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    bytes,
  )
const sendWhole = async (phone: Phone, bytes: Buffer) => goOn(phone, await begin(phone, bytes), bytes)
const isThere = async (phone: Phone, bytes: Buffer): Promise<boolean> =>
  (await phone.get(`/api/attachments?hash=${hashOf(bytes)}`)).body.items.length === 1
const hazardWith = (bytes: Buffer, villageId: string) =>
  change('hazard', {
    status: 'draft',
    description: '配电箱无门',
    villageId,
    foundOn: '2026-03-10',
    photosBefore: [{ hash: hashOf(bytes), name: 'a.jpg', size: bytes.length }],
  })
const partials = (): readonly string[] => readdirSync(join(town.server.folder, 'partial'))

describe('sending a photo', () => {
  it('in pieces, resumed where the server says, until it confirms the hash', async () => {
    const bytes = picture(300_000)
    const address = await begin(officer, bytes)
    expect(address).toMatch(new RegExp(`^/api/attachments/${town.township}~`))
    expect(await goOn(officer, address, bytes.subarray(0, 100_000))).toMatchObject({
      status: 204,
      headers: { 'upload-offset': '100000' },
    })
    expect(await isThere(officer, bytes)).toBe(false)
    expect(await tus(officer, 'HEAD', address)).toMatchObject({
      status: 200,
      headers: { 'upload-offset': '100000', 'upload-length': '300000', 'cache-control': 'no-store' },
    })
    expect(await goOn(officer, address, bytes.subarray(0, 50_000))).toMatchObject({ status: 409, code: 'badOffset' })
    const last = await goOn(officer, address, bytes.subarray(100_000), 100_000)
    expect(last).toMatchObject({ status: 204, headers: { 'gridbook-hash': hashOf(bytes) } })
    expect(await isThere(officer, bytes)).toBe(true)
    expect((await tus(officer, 'HEAD', address)).status).toBe(404)
  })

  it('over a line that breaks in the middle of a piece: what has come stays, the rest follows', async () => {
    const bytes = picture(400_000)
    const address = await begin(officer, bytes)
    const base = await town.server.app.listen({ port: 0, host: '127.0.0.1' })
    const headers = {
      cookie: officer.cookie,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': String(bytes.length),
    }
    await new Promise<void>((done) => {
      const broken = request(`${base}${address}`, { method: 'PATCH', headers })
      broken.on('error', () => undefined)
      broken.on('close', done)
      broken.write(bytes.subarray(0, 250_000), () => setTimeout(() => broken.destroy(), 200))
    })
    let offset = 0
    await expect
      .poll(async () => (offset = Number((await tus(officer, 'HEAD', address)).headers['upload-offset'])), {
        timeout: 10_000,
      })
      .toBeGreaterThan(0)
    expect(offset).toBeLessThanOrEqual(250_000)
    expect(await goOn(officer, address, bytes.subarray(offset), offset)).toMatchObject({
      status: 204,
      headers: { 'gridbook-hash': hashOf(bytes) },
    })
  })

  it('the largest in one piece, far above what JSON may weigh', async () => {
    const bytes = picture(20 * 1024 * 1024)
    expect(await sendWhole(officer, bytes)).toMatchObject({ status: 204, headers: { 'gridbook-hash': hashOf(bytes) } })
  })

  it('the same one twice, also at once, is there once', async () => {
    const bytes = picture(5000)
    const answers = await Promise.all([sendWhole(officer, bytes), sendWhole(officer, bytes)])
    expect(answers.map((answer) => answer.status)).toEqual([204, 204])
    expect((await sendWhole(officer, bytes)).status).toBe(204)
    const rows = await town.server.db
      .selectFrom('attachments')
      .select(['type', 'size'])
      .where('township', '=', town.township)
      .where('hash', '=', hashOf(bytes))
      .execute()
    expect(rows).toMatchObject([{ type: 'image/jpeg', size: 5000 }])
    expect(partials()).toEqual([])
  })

  it('another hash than announced, no picture, too large, nothing, nonsense: refused with a code, nothing kept', async () => {
    const bytes = picture(5000)
    const lie = await begin(officer, bytes, { hash: hashOf(picture(10)) })
    expect(await goOn(officer, lie, bytes)).toMatchObject({ status: 422, code: 'badHash' })
    const script = Buffer.from('<script>alert(1)</script>')
    expect(await sendWhole(officer, script)).toMatchObject({ status: 415, code: 'badFileType' })
    expect(await isThere(officer, script)).toBe(false)
    const announced = (length: string, metadata: string) =>
      tus(officer, 'POST', '/api/attachments', { 'upload-length': length, 'upload-metadata': metadata })
    const good = `hash ${base64(hashOf(bytes))}`
    expect(await announced(String(20 * 1024 * 1024 + 1), good)).toMatchObject({ status: 413, code: 'fileTooLarge' })
    expect(await announced('0', good)).toMatchObject({ status: 400, code: 'badRequest' })
    expect(await announced('-1', good)).toMatchObject({ status: 400, code: 'badRequest' })
    expect(await announced('10', `hash ${base64('../../etc/passwd')}`)).toMatchObject({
      status: 400,
      code: 'badRequest',
    })
    expect(await announced('10', `${good},recordId ${base64('x')}`)).toMatchObject({ status: 400, code: 'badRequest' })
    expect(await goOn(officer, await begin(officer, picture(100)), picture(200))).toMatchObject({ status: 413 })
    expect(partials().filter((name) => !name.endsWith('.json')).length).toBeLessThanOrEqual(1)
  })

  it('is for those who have logged in, and goes on only for whom it was begun', async () => {
    const bytes = picture(1000)
    const address = await begin(officer, bytes)
    const nobody = { ...officer, cookie: '' }
    expect(await announce(nobody, bytes)).toMatchObject({ status: 401, code: 'notSignedIn' })
    expect(await goOn(nobody, address, bytes)).toMatchObject({ status: 401 })
    expect(await goOn(await town.as('officer2'), address, bytes)).toMatchObject({ status: 404, code: 'notFound' })
    expect(await goOn(officer, `${address}/../x`, bytes)).toMatchObject({ status: 404 })
    const own = address.slice(0, address.lastIndexOf('~') + 1)
    expect(await goOn(officer, `${own}..%2F..%2Fx`, bytes)).toMatchObject({ status: 404 })
    expect(await goOn(officer, address, bytes)).toMatchObject({ status: 204 })
  })
})

describe('opening a photo', () => {
  it('is for those who may open a record that holds it', async () => {
    const bytes = picture(2000)
    const at = `/api/attachments/${hashOf(bytes)}`
    const supervisor = await town.as('supervisor')
    await sendWhole(officer, bytes)
    expect((await supervisor.get(at)).status).toBe(404)
    mustBeApplied(await officer.push([hazardWith(bytes, town.villageA)]))
    const answer = await town.server.app.inject({ url: at, headers: { cookie: supervisor.cookie } })
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual([
      200,
      'image/jpeg',
      'nosniff',
    ])
    expect(answer.rawPayload.equals(bytes)).toBe(true)
    // A draft is its author's and the supervisor's.
    for (const other of ['officer2', 'mediator', 'auditor'])
      expect((await (await town.as(other)).get(at)).status).toBe(404)
    expect((await officer.get('/api/attachments/sha256:abc')).status).toBe(404)
    expect((await officer.get(`/api/attachments/${town.township}~x`)).status).toBe(404)
  })

  it('never crosses townships, nor does knowing that it has come', async () => {
    const bytes = picture(2000)
    mustBeApplied(await officer.push([hazardWith(bytes, town.villageA)]))
    await sendWhole(officer, bytes)
    const township = await makeTownship(town.server, '东阳镇')
    await makeAccount(town.server, { township, username: 'far', roles: ['supervisor'] })
    const far = await signIn(town.server, 'far')
    expect(await isThere(far, bytes)).toBe(false)
    expect((await far.get(`/api/attachments/${hashOf(bytes)}`)).status).toBe(404)
  })
})
