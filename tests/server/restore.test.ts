import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/test-db.ts'
import {
  backUp,
  contentsOf,
  newFolder,
  newPlace,
  removeFolders,
  restore,
  rewritten,
  secret,
} from './support/backups.ts'
import { photoHash, startFullTown } from './support/full-town.ts'
import type { TestServer } from './support/server.ts'

let server: TestServer
let whole: string
const databases: TestDatabase[] = []

beforeAll(async () => {
  server = (await startFullTown()).town.server
  whole = (await backUp(server, newFolder())).path
})
afterAll(async () => {
  await server.close()
  for (const database of databases) await database.drop()
  removeFolders()
})

async function newDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ blank: true })
  databases.push(database)
  return database
}

const tablesIn = async (database: TestDatabase): Promise<readonly string[]> =>
  Object.keys(await contentsOf(database.ownerConfig))

describe('a restore refuses, and leaves all as it was,', () => {
  const spoilt = (bytes: Buffer): string => {
    const path = join(newFolder(), 'spoilt.gz')
    writeFileSync(path, bytes)
    return path
  }
  const lines = (): string => gunzipSync(readFileSync(whole)).toString()
  const cases: readonly (readonly [string, string, () => string | Promise<string>])[] = [
    ['half a file', 'damaged', () => spoilt(readFileSync(whole).subarray(0, 20_000))],
    ['one without its last byte', 'damaged', () => spoilt(readFileSync(whole).subarray(0, -9))],
    ['one without its last line', 'damaged', () => spoilt(gzipSync(lines().replace(/\{"sha256":"\w+"\}\n$/, '')))],
    ['an altered number', 'damaged', () => spoilt(gzipSync(lines().replace('〕1号', '〕2号')))],
    ['something behind its end', 'damaged', () => spoilt(gzipSync(`${lines()}{"secret":"x"}\n`))],
    ['a file that isn’t there', 'unreadable', () => join(newFolder(), 'nothing.gz')],
    ['a folder', 'unreadable', () => newFolder()],
    ['a text', 'notABackup', () => spoilt(Buffer.from('gridbook'))],
    ['nothing', 'notABackup', () => spoilt(Buffer.alloc(0))],
    ['another program’s archive', 'notABackup', () => spoilt(gzipSync('{"table":"users"}\n'))],
    ['a later format', 'newerFormat', () => spoilt(gzipSync(lines().replace('"format":1', '"format":2')))],
    [
      'an unknown step of the schema',
      'newerFormat',
      () => rewritten(whole, (all) => all.map((line) => line.replace('"0001-ledger"', '"0001-ledger","9999-later"'))),
    ],
    [
      'a table that the schema hasn’t',
      'damaged',
      () => rewritten(whole, (all) => all.map((line) => line.replace('"table":"waiting"', '"table":"pg_authid"'))),
    ],
    ['a row too few', 'damaged', () => rewritten(whole, (all) => all.filter((line) => !line.includes('"loggedIn"')))],
    [
      'a file that would leave its folder',
      'damaged',
      () =>
        rewritten(whole, (all) =>
          all.map((line) => line.replace(`"file":"${photoHash}"`, '"file":"sha256:../../../x"')),
        ),
    ],
    [
      'a file that isn’t what it says',
      'damaged',
      () =>
        rewritten(whole, (all) =>
          all.map((line) => line.replace(`"file":"${photoHash}"`, `"file":"sha256:${'0'.repeat(64)}"`)),
        ),
    ],
  ]
  it.each(cases)('%s: %s', async (_, code, path) => {
    const [database, place] = [await newDatabase(), newPlace()]
    await expect(restore(database, await path(), place)).rejects.toMatchObject({ code })
    expect(await tablesIn(database)).toEqual([])
    expect(existsSync(join(place.dataDir, 'secret'))).toBe(false)
  })

  it('a database that isn’t empty', async () => {
    const before = await contentsOf(server.owner.options)
    await expect(restore({ ownerConfig: server.owner.options }, whole, newPlace())).rejects.toMatchObject({
      code: 'notEmpty',
      message: expect.stringMatching(/^[^\n]+ · [^\n]+$/),
    })
    expect(await contentsOf(server.owner.options)).toEqual(before)
  })

  it('where another secret lies or is given, and takes one that is the same', async () => {
    const [database, place] = [await newDatabase(), newPlace()]
    const other = Buffer.alloc(32, 1).toString('base64url')
    await expect(restore(database, whole, place, other)).rejects.toMatchObject({ code: 'otherSecret' })
    writeFileSync(join(place.dataDir, 'secret'), other)
    await expect(restore(database, whole, place)).rejects.toMatchObject({ code: 'otherSecret' })
    expect(readFileSync(join(place.dataDir, 'secret'), 'utf8')).toBe(other)
    expect(await tablesIn(database)).toEqual([])
    rmSync(join(place.dataDir, 'secret'))
    await restore(database, whole, place, secret)
    expect(existsSync(join(place.dataDir, 'secret'))).toBe(false)
  })
})
