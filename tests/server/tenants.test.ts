import { afterAll, beforeAll, expect, it } from 'vitest'
import { brokenLink } from '../../src/server/ledger/chain.ts'
import { change, makeAccount, makeTownship, mustBeApplied, newId, type Phone, signIn } from './support/server.ts'
import { inspection, startTown, type Town } from './support/town.ts'

let town: Town
let neighbour: Phone
let theirTownship: string
const theirVillage = newId()
const theirRecord = change('enterprise', {
  status: 'active',
  name: '邻镇企业',
  type: 'enterprise',
  villageId: theirVillage,
})

beforeAll(async () => {
  town = await startTown()
  theirTownship = await makeTownship(town.server, '东阳镇')
  await makeAccount(town.server, { township: theirTownship, username: 'neighbour', roles: ['supervisor'] })
  neighbour = await signIn(town.server, 'neighbour', 'phone of officer')
  mustBeApplied(
    await neighbour.push([
      change('village', { status: 'active', name: '邻村', code: '411323100301' }, { recordId: theirVillage }),
      theirRecord,
    ]),
  )
})
afterAll(() => town.server.close())

const supervisor = () => town.as('supervisor')

it('a township sees nothing of another, by no call', async () => {
  const phone = await supervisor()
  const id = theirRecord['recordId']
  expect((await phone.get(`/api/records/${id}`)).status).toBe(404)
  expect((await phone.get(`/api/records/${id}/history`)).status).toBe(404)
  for (const url of [
    '/api/records',
    `/api/records?villageId=${theirVillage}`,
    `/api/records?q=${encodeURIComponent('邻')}`,
    '/api/sync/pull',
    '/api/sync/attention',
    '/api/figures/enterprises-registered/records?year=2026',
  ])
    expect([url, JSON.stringify((await phone.get(url)).body).includes('邻')]).toEqual([url, false])
  const { body } = await phone.get('/api/figures?year=2026')
  expect(body.figures.find((figure: { id: string }) => figure.id === 'villages').value).toBe(2)
})

it('a village, a record, a change id of another are as if they weren’t', async () => {
  const phone = await supervisor()
  const [foreignVillage] = (
    await phone.push([change('inspection', inspection(town, { villageId: theirVillage, enterpriseId: null }))])
  ).body.results
  expect(foreignVillage.problems).toContainEqual(
    expect.objectContaining({ path: '/set/villageId', code: 'otherTownship' }),
  )
  const edit = change(
    'enterprise',
    { industry: '食品' },
    { recordId: theirRecord['recordId'], was: { industry: null } },
  )
  expect((await phone.push([edit])).body.results[0]).toMatchObject({ outcome: 'waiting' })
  const sameIds = {
    ...theirRecord,
    set: { status: 'active', name: '本镇企业', type: 'enterprise', villageId: town.villageA },
  }
  expect((await phone.push([sameIds])).body.results[0]).toMatchObject({ outcome: 'applied', version: 1 })
  expect((await neighbour.get(`/api/records/${theirRecord['recordId']}`)).body.data.name).toBe('邻镇企业')
})

it('each has its own log without gaps, its own chain and numbers', async () => {
  mustBeApplied(await (await supervisor()).push([change('inspection', inspection(town))]))
  for (const township of [town.township, theirTownship]) {
    const { rows } = await town.server.owner.query(
      'select seq::int, id, outcome, digest, hash from changes where township = $1 order by seq',
      [township],
    )
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
    expect(brokenLink(township, rows)).toBeNull()
  }
})

it('a session’s cookie opens no other township', async () => {
  const [, token] = neighbour.cookie.split('.')
  const { status } = await town.server.app
    .inject({ url: '/api/session', headers: { cookie: `gridbook=${town.township}.${token}` } })
    .then((answer) => ({ status: answer.statusCode }))
  expect(status).toBe(401)
})
