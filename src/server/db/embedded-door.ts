import { createHash, randomBytes } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The way into a cluster: how it is made, started and connected to. */
export interface Door {
  readonly kind: 'socket' | 'port'
  readonly host: string
  readonly connection: { readonly host: string; readonly port: number; readonly password?: string }
  readonly initdb: readonly string[]
  readonly settings: Readonly<Record<string, string>>
}

export function openDoor(folder: string, kind: Door['kind']): Promise<Door> {
  return kind === 'socket' ? Promise.resolve(socketDoor(folder)) : portDoor(folder)
}

function socketDoor(folder: string): Door {
  const host = socketFolder(folder)
  return {
    kind: 'socket',
    host,
    connection: { host, port: 5432 },
    initdb: ['-A', 'trust'],
    settings: { listen_addresses: '', unix_socket_directories: host, port: '5432' },
  }
}

/** The data folder itself, or, where a socket's path would pass the system's limit (104 on macOS), one of our own. */
function socketFolder(folder: string): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432.lock')) < 104) return folder
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const short = join(tmpdir(), `gridbook-${process.getuid?.() ?? 0}-${name}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(short)
  // A folder that somebody else made beforehand would be somebody else's database.
  const isOurs = (uid === process.getuid?.() || process.getuid?.() === 0) && (mode & 0o77) === 0
  if (!isOurs) throw new Error(`数据目录路径过长 · DATA_DIR is too long for a socket, choose a shorter one: ${folder}`)
  return short
}

/** A port on loopback is open to every user of the machine, so it has a password, kept beside the data. */
async function portDoor(folder: string): Promise<Door> {
  const password = secret(join(folder, 'pg.password'))
  const portFile = join(folder, 'pg', 'postmaster.pid')
  const port = runningPort(portFile) ?? (await freePort())
  return {
    kind: 'port',
    host: '127.0.0.1',
    connection: { host: '127.0.0.1', port, password },
    initdb: ['-A', 'scram-sha-256', `--pwfile=${join(folder, 'pg.password')}`],
    settings: { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' },
  }
}

function secret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** The fourth line of a running server's pid file is its port: so one that outlived its parent can be joined. */
function runningPort(pidFile: string): number | null {
  if (!existsSync(pidFile)) return null
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  return Number.isInteger(port) && port > 0 ? port : null
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
