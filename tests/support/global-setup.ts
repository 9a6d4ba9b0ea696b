import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { appRole, type ClusterOptions, connectAs, startPostgres } from '../../src/server/db/embedded.ts'

/** How test files reach the server of this run. */
export interface TestServer {
  /** As one who may make databases; the database named here is for that only. */
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  readonly template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

/** TEST_POSTGRES_BIN: the programs of another PostgreSQL to run the same tests on. */
export function binariesUnderTest(): Pick<ClusterOptions, 'binaries'> {
  const bin = process.env['TEST_POSTGRES_BIN']
  return bin ? { binaries: { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') } } : {}
}

/** Those of another PostgreSQL than the one under test, where this machine has two: to go from one to the other. */
export function otherBinaries(): Pick<ClusterOptions, 'binaries'> {
  const home = '/usr/lib/postgresql'
  if (process.env['TEST_POSTGRES_BIN'] || !existsSync(home)) return {}
  const bins = readdirSync(home).map((version) => join(home, version, 'bin'))
  const bin = bins.find((one) => existsSync(join(one, 'initdb')))
  return bin ? { binaries: { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') } } : {}
}

/** One PostgreSQL a run, and in it one migrated database from which each test file gets its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL']
  const server = url ? await guest(url) : await host()
  const template = `gridbook_template_${randomBytes(4).toString('hex')}`
  try {
    await makeTemplate(server.owner, template)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('testServer', { owner: server.owner, app: server.app, template })
  return async () => {
    await onServer(server.owner, `drop database if exists ${template}`)
    await server.stop()
  }
}

interface Server {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  stop(): Promise<void>
}

async function host(): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), 'gb-test-'))
  const cluster = await startPostgres(dir, { durable: false, ...binariesUnderTest() })
  return {
    owner: cluster.connection as pg.ClientConfig,
    app: connectAs(cluster.connection, 'app') as pg.ClientConfig,
    stop: async () => {
      await cluster.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** On a server that isn't ours the app's role gets no password: its sessions are the owner's, stepped down. */
async function guest(url: string): Promise<Server> {
  const owner: pg.ClientConfig = { connectionString: url }
  await onServer(owner, `do $$ begin create role ${appRole}; exception when duplicate_object then null; end $$`)
  return { owner, app: { ...owner, options: `-c role=${appRole}` }, stop: async () => {} }
}

async function makeTemplate(owner: pg.ClientConfig, template: string): Promise<void> {
  await onServer(owner, `create database ${template}`)
  const file = new URL('../../src/server/db/migrate.ts', import.meta.url)
  if (!existsSync(file)) return
  const { migrate } = (await import(file.href)) as { migrate: (pool: pg.Pool) => Promise<void> }
  const pool = new pg.Pool(inDatabase(owner, template))
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
}

/** The same server, another database. */
export function inDatabase(config: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!config.connectionString) return { ...config, database }
  const url = new URL(config.connectionString)
  url.pathname = `/${database}`
  return { ...config, connectionString: url.href }
}

/** One statement outside any transaction, as making and dropping databases needs. */
export async function onServer(config: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
