import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, majorVersion, packagedBinaries } from './embedded-binaries.ts'
import { type Door, openDoor } from './embedded-door.ts'
import { type Wrapper, withoutRoot } from './embedded-user.ts'

export interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly password?: string
}

export interface Cluster {
  /** As the owner of the schema; `connectAs` makes the app's of it. */
  readonly connection: Connection
  /** It was running already: its parent was killed and it lived on. */
  readonly joined: boolean
  /** Resolves with the last of its log should the database end by itself; never for one that was joined. */
  readonly exited: Promise<string>
  stop(): Promise<void>
}

export interface ClusterOptions {
  /** False is for tests: quicker, and nothing survives a power cut. */
  readonly durable?: boolean
  /** Other binaries than those from the registry, such as the machine's own PostgreSQL 15. */
  readonly binaries?: Binaries
  /** A socket in a closed folder, or (Windows has no such thing) a port on loopback behind a password. */
  readonly door?: Door['kind']
}

const owner = 'gridbook'
const database = 'gridbook'

/** The role the app lives under: it may add to the log, never rewrite it. Migrations run as the owner and grant. */
export const appRole = 'gridbook_app'

/** The same server as its owner (migrations) or as the app. */
export function connectAs(connection: Connection, role: 'owner' | 'app'): Connection {
  return { ...connection, user: role === 'owner' ? owner : appRole }
}

/**
 * Starts, or joins, the PostgreSQL whose files are in `dir`, made on first use: no port, no root, no installation.
 * Throws an Error of one line where this machine can't run one.
 */
export async function startPostgres(dir: string, options: ClusterOptions = {}): Promise<Cluster> {
  const folder = resolve(dir)
  const data = join(folder, 'pg')
  const binaries = options.binaries ?? (await packagedBinaries())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // On a socket without a password the folder is the door: whoever can enter it is the owner.
  chmodSync(folder, 0o700)
  const door = await openDoor(folder, options.door ?? (process.platform === 'win32' ? 'port' : 'socket'))
  const wrapper = withoutRoot([folder, door.host].filter((path) => existsSync(path)))
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(folder, data, binaries, door, wrapper, options)
  const admin = { ...door.connection, user: owner, database: 'postgres' }
  const joined = await answers(admin)
  const running = joined ? adopt(data) : await launch(folder, data, binaries, door, wrapper, options, admin)
  await ensureRoleAndDatabase(admin)
  return { connection: { ...admin, database }, joined, ...running }
}

/** The PostgreSQL that runs on these files now, or null; nothing is made or started. */
export async function runningPostgres(dir: string): Promise<Connection | null> {
  const folder = resolve(dir)
  if (!existsSync(join(folder, 'pg', 'PG_VERSION'))) return null
  const door = await openDoor(folder, process.platform === 'win32' ? 'port' : 'socket')
  const connection = { ...door.connection, user: owner, database }
  return (await answers(connection)) ? connection : null
}

/** Beside its place first: initdb that was killed halfway would leave a folder that looks made and never starts. */
async function initialise(
  folder: string,
  data: string,
  binaries: Binaries,
  door: Door,
  wrapper: Wrapper,
  options: ClusterOptions,
): Promise<void> {
  const making = `${data}.new`
  rmSync(making, { recursive: true, force: true })
  const args = ['-D', making, '-U', owner, '-E', 'UTF8', ...door.initdb, ...localeOf(binaries)]
  if (options.durable === false) args.push('--no-sync')
  const child = runIn(folder, wrapper, binaries.initdb, args)
  const log = listen(child)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(failure('initdb', log.text()))
  renameSync(making, data)
}

/** Under ctype C pg_trgm finds nothing in Chinese; the builtin C.UTF-8 is the same on every machine, from 17 on. */
function localeOf(binaries: Binaries): string[] {
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const libc = process.platform === 'win32' ? ['--locale=C'] : ['--locale=C', `--lc-ctype=${ctype}`]
  return majorVersion(binaries) >= 17 ? [...libc, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : libc
}

type Running = Pick<Cluster, 'exited' | 'stop'>

async function launch(
  folder: string,
  data: string,
  binaries: Binaries,
  door: Door,
  wrapper: Wrapper,
  options: ClusterOptions,
  admin: Connection,
): Promise<Running> {
  const settings: Record<string, string> = { ...door.settings, shared_buffers: '64MB', max_wal_size: '512MB' }
  if (options.durable === false)
    Object.assign(settings, { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' })
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = runIn(folder, [...wrapper, ...endsWithUs()], binaries.postgres, args)
  const log = listen(child)
  const exit = once(child, 'close').then(() => log.text())
  while (!(await answers(admin))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(failure('postgres', await exit))
    await sleep(20)
  }
  return {
    exited: exit,
    stop: async () => {
      child.kill('SIGINT')
      await exit
    },
  }
}

/** The parent's death is the child's signal to stop in good order, `kill -9` of the parent included; Linux only. */
function endsWithUs(): Wrapper {
  return process.platform === 'linux' && existsSync('/usr/bin/setpriv')
    ? ['/usr/bin/setpriv', '--pdeathsig', 'INT']
    : []
}

/** One that outlived its parent is ours from here on, so that it stops with us. */
function adopt(data: string): Running {
  const pidFile = join(data, 'postmaster.pid')
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  return {
    exited: new Promise(() => {}),
    stop: async () => {
      process.kill(pid, 'SIGINT')
      while (existsSync(pidFile)) await sleep(20)
    },
  }
}

function runIn(cwd: string, wrapper: Wrapper, program: string, args: readonly string[]): ChildProcess {
  const [command = program, ...rest] = [...wrapper, program, ...args]
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
  return spawn(command, rest, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Keeps the last words of a program: all that anyone wants of them when it fails. */
function listen(child: ChildProcess): { text: () => string } {
  let text = ''
  child.stderr?.on('data', (bytes: Buffer) => (text = (text + bytes.toString()).slice(-4000)))
  child.on('error', (error) => (text += error.message))
  return { text: () => text }
}

function failure(program: string, log: string): string {
  const lines = log.trim().split('\n')
  const reason = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  return `内置数据库无法启动 · the embedded PostgreSQL doesn't start (${program}): ${reason.trim()}`
}

async function answers(connection: Connection): Promise<boolean> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function ensureRoleAndDatabase(admin: Connection): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
    const password = admin.password === undefined ? '' : ` password ${client.escapeLiteral(admin.password)}`
    if (roles.rowCount === 0) await client.query(`create role ${appRole} login${password}`)
    const databases = await client.query('select 1 from pg_database where datname = $1', [database])
    if (databases.rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}
