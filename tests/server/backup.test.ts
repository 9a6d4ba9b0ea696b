import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proveAudit, proveChanges } from '../../src/server/audit/prove.ts'
import { fileAttachments } from '../../src/server/attachments/store.ts'
import { takeBackup } from '../../src/server/backup/take.ts'
import { connectAs, startPostgres } from '../../src/server/db/embedded.ts'
import { migrate, migrations } from '../../src/server/db/migrate.ts'
import { compareFacts } from '../../src/server/ledger/recount.ts'
import { restoredTownships } from '../../src/server/start/first-data.ts'
import { otherBinaries } from '../support/global-setup.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-db.ts'
import {
  backUp,
  connected,
  contentsOf,
  newFolder,
  newPlace,
  removeFolders,
  restore,
  secret,
} from './support/backups.ts'
import { type FullTown, photo, photoHash, startFullTown } from './support/full-town.ts'
import { change, mustBeApplied, noon, signIn, startTestServer, type TestServer } from './support/server.ts'
import { inspection, type Town } from './support/town.ts'

let full: FullTown
let town: Town
let whole: string
const databases: TestDatabase[] = []
const servers: TestServer[] = []

beforeAll(async () => {
  full = await startFullTown()
  town = full.town
  whole = (await backUp(town.server, newFolder())).path
})
afterAll(async () => {
  for (const server of servers) await server.close()
  await town.server.close()
  for (const database of databases) await database.drop()
  removeFolders()
})

async function newDatabase(blank: boolean): Promise<TestDatabase> {
  const database = await createTestDatabase({ blank })
  databases.push(database)
  return database
}

/** A server over a backup that was restored into a blank database. */
async function restored(path: string): Promise<TestServer> {
  const [database, place] = [await newDatabase(true), newPlace()]
  await restore(database, path, place)
  const server = await startTestServer({ over: { database, folder: place.folder } })
  servers.push(server)
  return server
}

async function mustBeProved({ db }: TestServer): Promise<number> {
  const changes = await proveChanges(db, town.township)
  expect(changes.broken).toBeNull()
  expect((await proveAudit(db, town.township)).broken).toBeNull()
  const facts = await db.transaction().execute((trx) => compareFacts(trx, town.township))
  expect(facts.differences).toEqual([])
  return changes.links
}

/** The running numbers of a server's inspections of 2026. */
async function numbersOf(server: TestServer): Promise<readonly number[]> {
  const { rows } = await server.owner.query("select number from records where kind = 'inspection'")
  return rows.map((row: { number: string }) => Number(/(\d+)号$/.exec(row.number)?.[1])).toSorted((a, b) => a - b)
}
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1)

describe('a backup that is restored', () => {
  it('has every row of every table, to the microsecond and the letter, but sessions and counters of attempts', async () => {
    const database = await newDatabase(true)
    const told = await restore(database, whole, newPlace())
    const contents = await contentsOf(town.server.owner.options)
    expect(await contentsOf(database.ownerConfig)).toEqual(contents)
    expect(told.counts).toMatchObject({ files: 1, missing: [] })
    for (const table of [
      'records',
      'facts',
      'waiting',
      'year_signatures',
      'audit',
      'attachments',
      'counters',
      'devices',
    ])
      expect([table, contents[table]?.length]).not.toEqual([table, 0])
    const lines = gunzipSync(readFileSync(whole)).toString()
    expect(lines).not.toMatch(/"table":"(sessions|rate_counters|migrations)"/)
  })

  it('proves whole, opens to the same passwords, and goes on where it was', async () => {
    const server = await restored(whole)
    expect(await mustBeProved(server)).toBe(await mustBeProved(town.server))
    const old = await server.app.inject({ url: '/api/session', headers: { cookie: (await town.as('officer')).cookie } })
    expect(old.statusCode).toBe(401)
    const [officer, officer2] = [await signIn(server, 'officer'), await signIn(server, 'officer2')]
    const file = await server.app.inject({ url: `/api/attachments/${photoHash}`, headers: { cookie: officer.cookie } })
    expect(file.rawPayload.equals(photo)).toBe(true)
    expect((await officer2.get('/api/sync/attention')).body.items).toMatchObject([{ outcome: 'conflict' }])
    const before = await numbersOf(server)
    expect(before).toEqual(upTo(before.length))
    const arrived = change('inspection', inspection(town), { recordId: full.waiting['recordId'] })
    mustBeApplied(await officer.push([arrived]))
    expect((await officer.get(`/api/records/${String(full.waiting['recordId'])}`)).body.data.findings).toBe('后改')
    expect(await numbersOf(server)).toEqual(upTo(before.length + 1))
    expect((await officer.push([full.made])).body.results).toMatchObject([{ outcome: 'applied', version: 1 }])
    const again = await (await signIn(server, 'supervisor')).send('POST', '/api/years/2025/sign')
    expect(again.body.code).toBe('signed')
    await mustBeProved(server)
  })

  it('is marked as restored, and its secret lies where only its owner reads it', async () => {
    const [database, place] = [await newDatabase(true), newPlace()]
    await restore(database, whole, place)
    const server = await startTestServer({ over: { database, folder: place.folder } })
    servers.push(server)
    expect(await restoredTownships(server.db)).toEqual([
      { id: town.township, name: '西阳镇', restoredAt: new Date(noon) },
    ])
    expect(await restoredTownships(town.server.db)).toEqual([])
    expect(readFileSync(join(place.dataDir, 'secret'), 'utf8')).toBe(secret)
    expect(statSync(join(place.dataDir, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is of one moment, whatever is written while it is taken', async () => {
    const officer = await town.as('officer')
    const before = (await proveChanges(town.server.db, town.township)).links
    const taken = await backUp(town.server, newFolder(), async () => {
      mustBeApplied(await officer.push([change('inspection', inspection(town))]))
    })
    const server = await restored(taken.path)
    expect(await mustBeProved(server)).toBe(before)
    const after = await mustBeProved(town.server)
    expect(after).toBeGreaterThan(before + 5)
    const numbers = await numbersOf(server)
    expect(numbers).toEqual(upTo(numbers.length))
    expect((await numbersOf(town.server)).length).toBe(numbers.length + after - before)
  })

  it('goes to another PostgreSQL', async () => {
    const dir = newFolder()
    const cluster = await startPostgres(dir, { durable: false, ...otherBinaries() })
    try {
      const ownerConfig = cluster.connection as pg.ClientConfig
      await restore({ ownerConfig }, whole, newPlace())
      const place = newPlace()
      const back = (await backUp({ owner: new pg.Pool(ownerConfig), folder: place.folder }, newFolder())).path
      const server = await restored(back)
      await mustBeProved(server)
      expect(await contentsOf(ownerConfig)).toEqual(await contentsOf(server.owner.options))
      const appConfig = connectAs(cluster.connection, 'app') as pg.ClientConfig
      const { rows } = await connected(appConfig, (client) =>
        client.query('select count(*)::int as n from records where township = $1', [town.township]),
      )
      expect(rows[0].n).toBeGreaterThan(10)
    } finally {
      await cluster.stop()
    }
  })

  it('of an older version is restored as it was, then brought to today’s schema', async () => {
    const [old, database] = [await newDatabase(true), await newDatabase(false)]
    const pool = new pg.Pool(old.ownerConfig)
    await migrate(pool, migrations.slice(0, 2))
    await pool.query("insert into townships (id, name, head_hash, created_at) values ($1, '老镇', 'h', $2)", [
      town.township,
      new Date(noon),
    ])
    const { path } = await backUp({ owner: pool, folder: newFolder() }, newFolder())
    await pool.end()
    await restore(database, path, newPlace())
    const there = await contentsOf(database.ownerConfig)
    expect(there['townships']?.[0]).toContain('"definitions": null')
    expect(Object.keys(there)).toEqual(Object.keys(await contentsOf(town.server.owner.options)))
  })

  it('lacks nothing but an attachment that the store had lost, and says so', async () => {
    const folder = newFolder()
    const taken = await backUp({ owner: town.server.owner, folder }, newFolder())
    expect(taken).toMatchObject({ files: 0, missing: [`${town.township} ${photoHash}`] })
    const { counts } = await restore(await newDatabase(true), taken.path, newPlace())
    expect(counts.missing).toEqual(taken.missing)
  })
})

describe('the file', () => {
  it('is its owner’s only, named by the time, with nothing half beside it', () => {
    expect(whole).toMatch(/gridbook-20260310-120000\.jsonl\.gz$/)
    expect(statSync(whole).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(whole, '..'))).toHaveLength(1)
  })

  it('isn’t there at all where the backup broke', async () => {
    const folder = newFolder()
    const store = fileAttachments(town.server.folder)
    const broken = { ...store, open: () => Promise.reject(new Error('the disk is gone')) }
    const of = { attachments: broken, secret, version: 'test', now: noon }
    await expect(
      connected(town.server.owner.options, (client) => takeBackup({ client, ...of }, folder)),
    ).rejects.toThrow('the disk is gone')
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes away what a backup that was killed left the day before, and nothing else', async () => {
    const folder = newFolder()
    const [old, young] = ['gridbook-20260301-120000.jsonl.gz.7.part', 'gridbook-20260310-110000.jsonl.gz.8.part']
    for (const name of [old, young, 'mine.part']) writeFileSync(join(folder, name), '')
    for (const name of [old, 'mine.part']) utimesSync(join(folder, name), noon / 1000, noon / 1000 - 90_000)
    utimesSync(join(folder, young), noon / 1000, noon / 1000 - 3600)
    await backUp(town.server, folder)
    expect(readdirSync(folder).toSorted()).toEqual([young, 'gridbook-20260310-120000.jsonl.gz', 'mine.part'])
  })

  it('needs no sequences, as the schema has none', async () => {
    expect((await town.server.owner.query("select 1 from pg_class where relkind = 'S'")).rows).toEqual([])
  })
})
