import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import { lockDataDir } from '../db/data-lock.ts'
import { appRole, connectAs, runningPostgres, startPostgres } from '../db/embedded.ts'

/** The way to the database, as owner and as the app. */
export type Connected = {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  /** Where the data is, for people. */
  readonly place: string
  /** Resolves with the reason should an embedded database end by itself. */
  readonly exited: Promise<string>
  readonly stop: () => Promise<void>
}

/** Connects to DATABASE_URL, else starts the embedded PostgreSQL; throws an Error of one line where neither goes. */
export async function connect(config: Config): Promise<Connected> {
  if (config.databaseUrl !== null) {
    const owner: pg.ClientConfig = { connectionString: config.databaseUrl }
    // A session of the owner's, stepped down: on a server that isn't ours the app's role gets no password.
    const app: pg.ClientConfig = { ...owner, options: `-c role=${appRole}` }
    return {
      owner,
      app,
      place: withoutPassword(config.databaseUrl),
      exited: new Promise(() => {}),
      stop: async () => {},
    }
  }
  const lock = lockDataDir(config.dataDir)
  if (!lock.ok) throw new Error(lock.message)
  try {
    const cluster = await startPostgres(config.dataDir)
    const stop = async (): Promise<void> => {
      await cluster.stop()
      lock.release()
    }
    const [owner, app] = [connectAs(cluster.connection, 'owner'), connectAs(cluster.connection, 'app')]
    return { owner, app, place: join(config.dataDir, 'pg'), exited: cluster.exited, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The way in for a program beside a server that may be running: joins its embedded database, or starts it for itself. */
export async function connectBeside(config: Config): Promise<Connected> {
  const running = config.databaseUrl === null ? await runningPostgres(config.dataDir) : null
  if (!running) return connect(config)
  return {
    owner: connectAs(running, 'owner'),
    app: connectAs(running, 'app'),
    place: join(config.dataDir, 'pg'),
    exited: new Promise(() => {}),
    stop: async () => {},
  }
}

/** Work over one connection of the owner's, however long it takes; should the database go away, its next query says so. */
export async function asOwner<T>(connected: Connected, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connected.owner)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL'
  const parsed = new URL(url)
  parsed.password = ''
  return parsed.href
}
