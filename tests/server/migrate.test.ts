import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { migrate, migrations } from '../../src/server/db/migrate.ts'
import { inDatabase, onServer } from '../support/global-setup.ts'

const name = `gridbook_blank_${randomBytes(4).toString('hex')}`
let pools: pg.Pool[] = []

function poolAt(index: number): pg.Pool {
  const pool = pools[index]
  if (!pool) throw new Error('no such pool')
  return pool
}

beforeAll(async () => {
  const { owner } = inject('testServer')
  await onServer(owner, `create database ${name}`)
  pools = [0, 1, 2].map(() => new pg.Pool(inDatabase(owner, name)))
  // One that is still saying goodbye when its database is dropped has nothing to tell.
  for (const pool of pools) pool.on('error', () => {})
})
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  await onServer(inject('testServer').owner, `drop database if exists ${name} with (force)`)
})

it('servers that start at once on an empty database migrate it once', async () => {
  await Promise.all(pools.map((pool) => migrate(pool)))
  const { rows } = await poolAt(0).query('select name from migrations order by name')
  expect(rows.map((row: { name: string }) => row.name)).toEqual(migrations.map((migration) => migration.name))
})

it('one that fails leaves nothing half done, and is taken up again', async () => {
  const broken = {
    name: '9999-broken',
    up: async ({ run }: { run: (sql: string) => Promise<void> }) => {
      await run('create table half (id uuid primary key)')
      await run('no sql')
    },
  }
  await expect(migrate(poolAt(0), [...migrations, broken])).rejects.toThrow('syntax error')
  const { rows } = await poolAt(0).query("select to_regclass('half') as half")
  expect(rows).toEqual([{ half: null }])
  await migrate(poolAt(1))
})
