import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { kindNamed } from '../../../src/domain/kinds/all.ts'
import type { Role } from '../../../src/domain/access/caller.ts'
import { buildApp } from '../../../src/server/app.ts'
import { fileAttachments } from '../../../src/server/attachments/store.ts'
import { type Database, openDatabase } from '../../../src/server/db/database.ts'
import { openPool } from '../../../src/server/db/pool.ts'
import type { App } from '../../../src/server/http/schemas.ts'
import { secretsFrom } from '../../../src/server/secrets.ts'
import { createAccount, createTownship } from '../../../src/server/session/accounts.ts'
import { hashPassword } from '../../../src/server/session/passwords.ts'
import { v7 } from '../../../src/server/start/uuid.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-db.ts'
import { watchSql } from './sql-log.ts'

/** 10 March 2026, noon in Shanghai. */
export const noon = Date.parse('2026-03-10T12:00:00+08:00')
export const password = 'Yangcheng-2025'

export const newId = (): string => v7(noon)

/** The app over a real database of its own, with a clock that tests move. */
export type TestServer = {
  readonly app: App
  readonly db: Database
  readonly owner: pg.Pool
  readonly pool: pg.Pool
  readonly clock: { now: number }
  /** Where its attachments lie. */
  readonly folder: string
  /** Another process of the same server over the same database. */
  readonly again: () => Promise<TestServer>
  readonly close: () => Promise<void>
}

export async function startTestServer(
  options: {
    readonly rateLimits?: boolean
    readonly appFolder?: string
    readonly isReady?: () => boolean
    /** Over a database that is there already, such as a restored one; its folder of attachments is then the caller's. */
    readonly over?: { readonly database: TestDatabase; readonly folder: string }
  } = {},
): Promise<TestServer> {
  const database = options.over?.database ?? (await createTestDatabase())
  const pool = openPool(database.appConfig, () => {})
  watchSql(pool)
  const owner = new pg.Pool(database.ownerConfig)
  owner.on('error', () => {})
  const clock = { now: noon }
  const folder = options.over?.folder ?? mkdtempSync(join(tmpdir(), 'gb-attachments-'))
  /** What a process has of its own: another one over the same database knows nothing yet. */
  const startProcess = async (): Promise<Pick<TestServer, 'app' | 'db'>> => {
    const db = openDatabase(pool)
    const app = await buildApp({
      db,
      attachments: fileAttachments(folder),
      secrets: secretsFrom(Buffer.alloc(32, 7)),
      clock: () => clock.now,
      publicUrl: null,
      rateLimits: options.rateLimits ?? false,
      version: 'test',
      isReady: options.isReady ?? (() => true),
      appFolder: options.appFolder ?? null,
      logger: false,
    })
    await app.ready()
    return { app, db }
  }
  const { app, db } = await startProcess()
  const server: TestServer = {
    app,
    db,
    again: async () => ({ ...server, ...(await startProcess()) }),
    owner,
    pool,
    clock,
    folder,
    close: async () => {
      await app.close()
      await pool.end()
      await owner.end()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return server
}

let hashed: Promise<string> | undefined

/** An account with the password of all tests. */
export async function makeAccount(
  server: TestServer,
  of: {
    township: string
    username: string
    roles: readonly Role[]
    personId?: string | null
    villages?: readonly string[] | null
  },
): Promise<string> {
  hashed ??= hashPassword(password)
  const id = newId()
  const hash = await hashed
  await server.db
    .transaction()
    .execute((trx) =>
      createAccount(trx, { ...of, id, name: of.username, password: { hashed: hash }, now: server.clock.now }),
    )
  return id
}

/** A township; a demo one unless it is about authenticators: those have none, and a code serves one log-in only. */
export async function makeTownship(server: TestServer, name: string, demo = true): Promise<string> {
  const id = newId()
  await server.db.transaction().execute((trx) => createTownship(trx, { id, name, demo, now: server.clock.now }))
  return id
}

/** A signed-in phone. */
export type Phone = {
  readonly cookie: string
  readonly get: (url: string, headers?: Record<string, string>) => Promise<Answer>
  readonly push: (changes: readonly unknown[], more?: Record<string, unknown>) => Promise<Answer>
  readonly send: (
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers are looked into freely, that is what tests are for
export type Answer = { readonly status: number; readonly body: any; readonly headers: Record<string, unknown> }

export async function signIn(server: TestServer, username: string, device?: string): Promise<Phone> {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password, ...(device ? { device: { id: device, name: 'phone' } } : {}) },
  })
  if (answer.statusCode !== 200) throw new Error(`no log-in: ${answer.statusCode} ${answer.body}`)
  return phoneWith(server, String(answer.headers['set-cookie']).split(';')[0] ?? '')
}

export function phoneWith(server: TestServer, cookie: string): Phone {
  const inject = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const answer = await server.app.inject({
      method,
      url,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    })
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    return {
      status: answer.statusCode,
      body: isJson && answer.body !== '' ? JSON.parse(answer.body) : answer.body,
      headers: answer.headers,
    }
  }
  return {
    cookie,
    get: (url, headers = {}) => inject('GET', url, undefined, headers),
    send: (method, url, body, headers = {}) => inject(method, url, body, headers),
    push: (changes, more = {}) =>
      inject('POST', '/api/sync/push', { sentAt: new Date(server.clock.now).toISOString(), changes, ...more }, {}),
  }
}

/** A change as a phone makes it. */
export const change = (
  kind: string,
  set: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  id: newId(),
  recordId: newId(),
  kind,
  ...(kindNamed(kind) ? { kindVersion: kindNamed(kind)?.version } : {}),
  set,
  madeAt: '2026-03-10T11:59:00+08:00',
  ...more,
})

/** Ends a test’s preparation where not all went in. */
export function mustBeApplied(answer: Answer): void {
  const results = answer.body.results as readonly { readonly outcome: string }[]
  const refused = results.filter((result) => result.outcome !== 'applied')
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
}
