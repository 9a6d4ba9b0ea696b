import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { fileAttachments } from './attachments/store.ts'
import { type Config, isLoopback, readConfig } from './config.ts'
import { openDatabase } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { openPool } from './db/pool.ts'
import { safeError } from './http/problem.ts'
import { readSecrets } from './secrets.ts'
import { connect, type Connected } from './start/connect.ts'
import { createFirstAdmin, isDemo, isEmpty, restoredTownships } from './start/first-data.ts'
import { restoredLines, welcome, withProgress } from './start/say.ts'
import { versionOf } from './start/version.ts'

const say = (line: string): void => console.log(line)

/** Ends with one clear line: nobody who starts a program wants a stack trace for an answer. */
function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

const portInUse = ({ host, port }: Config): Error =>
  new Error(`端口已被占用 · the port is in use: ${host}:${port}（PORT=…）`)

/** Before a database is started for nothing. */
function refuseTakenPort(config: Config): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => fail(error.code === 'EADDRINUSE' ? portInUse(config) : error))
    probe.listen(config.port, config.host, () => probe.close(() => done()))
  })
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  await refuseTakenPort(config)
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? (config.demo ? 'warn' : 'info') })
  const connected = await withProgress(say, '启动数据库', 'starting the database', () => connect(config))
  try {
    await serve(config, connected, logger)
  } catch (error) {
    await connected.stop()
    throw error
  }
}

async function serve(config: Config, connected: Connected, logger: pino.Logger): Promise<void> {
  const lost = (error: Error): void => logger.error({ error: safeError(error) }, 'a database connection was lost')
  const pool = openPool(connected.app, lost)
  const db = openDatabase(pool)
  let ready = false
  const app = await buildApp({
    db,
    attachments: fileAttachments(join(config.dataDir, 'attachments')),
    secrets: readSecrets(config.dataDir, config.secret),
    clock: Date.now,
    publicUrl: config.publicUrl,
    rateLimits: !(config.demo && isLoopback(config.host)),
    version: versionOf(import.meta.url),
    isReady: () => ready,
    appFolder: fileURLToPath(new URL('../app', import.meta.url)),
    logger,
    https: config.tls,
  })
  let stopping = false
  stopWhenAsked(async () => {
    stopping = true
    await app.close()
    await pool.end()
    await connected.stop()
  })
  void connected.exited.then((log) => {
    if (!stopping) giveUp(`数据库意外停止 · the database stopped by itself: ${log.trim().split('\n').at(-1)}`)
  })
  await app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? portInUse(config) : error
  })
  await migrateAsOwner(connected)
  const demo = await firstData(config, db)
  const restored = await restoredTownships(db)
  for (const { id, restoredAt } of restored) logger.warn({ township: id, restoredAt }, 'restored from a backup')
  ready = true
  const scheme = config.tls ? 'https' : 'http'
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  const address = config.publicUrl ?? `${scheme}://${host}:${config.port}/`
  for (const line of welcome({ address, data: connected.place, demo, secure: address.startsWith('https:') })) say(line)
  for (const line of restoredLines(restored)) say(line)
}

async function migrateAsOwner(connected: Connected): Promise<void> {
  const owner = openPool(connected.owner, () => {}, 1)
  try {
    await withProgress(say, '升级数据库', 'migrating the database', () => migrate(owner))
  } finally {
    await owner.end()
  }
}

/** Fills an empty database: the demo's year, or the first administrator. Whether it is a demo. */
async function firstData(config: Config, db: ReturnType<typeof openDatabase>): Promise<boolean> {
  if (!(await isEmpty(db))) return isDemo(db)
  if (config.demo) {
    const { loadDemo } = await import('./demo/load.ts')
    await withProgress(say, '载入 2025 年演示数据', 'loading the demo year 2025', () =>
      loadDemo({ db, clock: Date.now }),
    )
    return true
  }
  if (config.adminPassword === null) {
    throw new Error(
      '数据库是空的，请设 ADMIN_PASSWORD 建立管理员 · the database is empty: set ADMIN_PASSWORD for its first administrator',
    )
  }
  await createFirstAdmin(db, config.adminPassword, Date.now())
  return false
}

/** Stops listening, finishes what is under way, closes the database; a second signal ends it at once. */
function stopWhenAsked(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), 15_000).unref()
    stop().then(() => process.exit(0), giveUp)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

start().catch(giveUp)
