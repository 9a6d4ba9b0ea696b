import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packagedBinaries } from '../../src/server/db/embedded-binaries.ts'
import { type Cluster, type Connection, connectAs, startPostgres } from '../../src/server/db/embedded.ts'
import { binariesUnderTest } from '../support/global-setup.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gb-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const options = { durable: false, ...binariesUnderTest() }

async function ask(connection: Connection, sql: string): Promise<unknown> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

const postmaster = (): number => Number(readFileSync(join(dir, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
const stopped = (): boolean => !existsSync(join(dir, 'pg/postmaster.pid'))

test('a new cluster answers its owner and the app, and keeps what it was told over a restart', async () => {
  const first = await startPostgres(dir, options)
  expect(first.joined).toBe(false)
  expect(await ask(first.connection, 'select current_user::text')).toBe('gridbook')
  expect(await ask(connectAs(first.connection, 'app'), 'select current_user::text')).toBe('gridbook_app')
  expect(
    await ask(first.connection, "select count(*)::int from pg_roles where rolname = 'gridbook_app' and rolsuper"),
  ).toBe(0)
  await ask(first.connection, "create table kept as select '汉字' as word")
  await first.stop()
  expect(stopped()).toBe(true)
  const again = await startPostgres(dir, options)
  expect(await ask(again.connection, 'select word from kept')).toBe('汉字')
  await again.stop()
})

test('Chinese has trigrams, letters and a stable order', async () => {
  const cluster = await startPostgres(dir, options)
  try {
    await ask(cluster.connection, 'create extension pg_trgm')
    expect(await ask(cluster.connection, "select array_length(show_trgm('安全生产检查'), 1) > 0")).toBe(true)
    expect(await ask(cluster.connection, "select '安全' ~ '^\\w+$'")).toBe(true)
  } finally {
    await cluster.stop()
  }
})

test('one that outlived its parent is joined, and stops with us', async () => {
  const first = await startPostgres(dir, options)
  const pid = postmaster()
  const second: Cluster = await startPostgres(dir, options)
  expect(second.joined).toBe(true)
  expect(postmaster()).toBe(pid)
  await second.stop()
  expect(stopped()).toBe(true)
  await first.exited
})

/** Another process that starts the cluster and tells its pid; Node 20 reads no TypeScript, so vite does for it. */
async function parentOfCluster(): Promise<ChildProcess> {
  const all = { ...options, binaries: options.binaries ?? (await packagedBinaries()) }
  const script = `
    import { runnerImport } from 'vite'
    const { module } = await runnerImport('./src/server/db/embedded.ts', { logLevel: 'error' })
    await module.startPostgres(${JSON.stringify(dir)}, ${JSON.stringify(all)})
    console.log('up')`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(parent.stdout, 'data')
  return parent
}

/** Linux tells a child of its parent's death; elsewhere the cluster lives on and the next start joins it. */
const endsWithParent = (): boolean => process.platform !== 'linux' || stopped()

test('a parent that is killed leaves files that the next start can use', async () => {
  const parent = await parentOfCluster()
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  await expect.poll(endsWithParent, { timeout: 10_000 }).toBe(true)
  const next = await startPostgres(dir, options)
  expect(await ask(next.connection, 'select 1')).toBe(1)
  await next.stop()
  expect(stopped()).toBe(true)
})

test('a making that was killed halfway is made anew', async () => {
  mkdirSync(join(dir, 'pg.new/base'), { recursive: true })
  const cluster = await startPostgres(dir, options)
  expect(await ask(cluster.connection, 'select 1')).toBe(1)
  await cluster.stop()
  expect(existsSync(join(dir, 'pg.new'))).toBe(false)
})

test('a path too long for a socket still gets a database', async () => {
  const deep = join(dir, 'x'.repeat(60), 'y'.repeat(60))
  const cluster = await startPostgres(deep, options)
  expect(await ask(cluster.connection, 'select 1')).toBe(1)
  await cluster.stop()
  rmSync(cluster.connection.host, { recursive: true, force: true })
})

test('behind a port it wants the password, and can be joined there too', async () => {
  const first = await startPostgres(dir, { ...options, door: 'port' })
  const second = await startPostgres(dir, { ...options, door: 'port' })
  expect(second.joined).toBe(true)
  expect(await ask(connectAs(second.connection, 'app'), 'select current_user::text')).toBe('gridbook_app')
  await expect(ask({ ...first.connection, password: 'wrong' }, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await first.stop()
})
