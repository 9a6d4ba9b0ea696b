import { afterAll, beforeAll, expect, it } from 'vitest'
import { secretsFrom } from '../../src/server/secrets.ts'
import { sealingKeys } from '../../src/server/sealing/keys.ts'
import { change, noon, type Phone, signIn } from './support/server.ts'
import { sealChange, serverKey } from './support/sealing.ts'
import { inspection, startTown, type Town } from './support/town.ts'

let town: Town
let officer: Phone
let officerId: string
beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
  officerId = (await officer.get('/api/session')).body.user.id
})
afterAll(() => town.server.close())

const day = 86_400_000
const made = () => change('inspection', inspection(town))
const pushOne = async (phone: Phone, item: unknown) => (await phone.push([item])).body.results[0]

it('needs a session, and is a public one', async () => {
  expect((await town.server.app.inject({ url: '/api/sync/key' })).statusCode).toBe(401)
  expect(Object.keys((await serverKey(officer)).publicKey).toSorted()).toEqual(['crv', 'kty', 'x', 'y'])
})

it('lies in the database with its private half sealed', async () => {
  const { rows } = await town.server.owner.query<{ private_key: string }>('select private_key from sealing_keys')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ private_key }) => private_key.startsWith('a256gcm:') && !private_key.includes('"d"'))).toBe(true)
})

it('after 30 days another is given out; the old one opens for 430 days and then is gone', async () => {
  const { clock } = town.server
  const old = await serverKey(officer)
  expect(await serverKey(await town.as('officer2'))).toEqual(old)
  clock.now = noon + 29 * day
  expect(await serverKey(await signIn(town.server, 'officer'))).toEqual(old)
  clock.now = noon + 31 * day
  const next = await serverKey(await signIn(town.server, 'officer'))
  expect(next.keyId).not.toBe(old.keyId)
  clock.now = noon + 399 * day
  const item = made()
  const late = await signIn(town.server, 'officer')
  expect((await pushOne(late, await sealChange(old, town.township, officerId, item))).outcome).toBe('applied')
  const elsewhere = await town.server.again()
  const there = await signIn(elsewhere, 'officer')
  expect((await pushOne(there, await sealChange(old, town.township, officerId, made()))).outcome).toBe('applied')
  clock.now = noon + 431 * day
  const gone = { outcome: 'failed', problems: [{ code: 'unknownKey' }] }
  const later = await signIn(town.server, 'officer')
  expect(await pushOne(later, await sealChange(old, town.township, officerId, made()))).toMatchObject(gone)
  await serverKey(later)
  const { rows } = await town.server.owner.query('select key_id from sealing_keys where key_id = $1', [old.keyId])
  expect(rows).toEqual([])
  await elsewhere.app.close()
})

it('processes that make one at once both open what was sealed for either', async () => {
  const { db } = town.server
  const at = noon + 1000 * day
  const processes = [1, 2, 3].map(() => sealingKeys({ db, secrets: secretsFrom(Buffer.alloc(32, 7)), clock: () => at }))
  const given = await Promise.all(processes.flatMap((one) => [one.current(), one.current()]))
  const keyIds = given.map((one) => one.keyId)
  for (const one of processes)
    expect([...(await one.byIds(keyIds)).keys()].toSorted()).toEqual([...new Set(keyIds)].toSorted())
  const settled = await Promise.all(processes.map((one) => one.current()))
  expect(new Set(settled.map((one) => one.keyId)).size).toBe(1)
})

it('a server that lost its secret makes another key and doesn’t know the old one', async () => {
  const over = { db: town.server.db, clock: () => noon + 2000 * day }
  const kept = sealingKeys({ ...over, secrets: secretsFrom(Buffer.alloc(32, 7)) })
  const lost = sealingKeys({ ...over, secrets: secretsFrom(Buffer.alloc(32, 8)) })
  const ours = await kept.current()
  const fresh = await lost.current()
  expect(fresh.keyId).not.toBe(ours.keyId)
  expect([...(await lost.byIds([ours.keyId, fresh.keyId])).keys()]).toEqual([fresh.keyId])
  expect(await kept.current()).toEqual(ours)
})
