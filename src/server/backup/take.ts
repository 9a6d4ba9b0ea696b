import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { dayMs, shanghaiOffsetMs } from '../../domain/calendar/day.ts'
import type { AttachmentStore } from '../attachments/store.ts'
import { migrationsOf } from '../db/migrate.ts'
import { flushToDisk } from '../durable.ts'
import { leftOut, quoted, shapesOf } from './catalogue.ts'
import { type Cell, type Counts, type Header, sealed } from './format.ts'
import { Refused } from './refused.ts'

export type BackupOf = {
  /** As the owner; it reads only. */
  readonly client: pg.ClientBase
  readonly attachments: AttachmentStore
  /** The installation's secret; null: it has none of its own, or the environment gives it. */
  readonly secret: string | null
  readonly version: string
  readonly now: number
}

const rowsAtOnce = 500
const pieceBytes = 48 * 1024

/**
 * Writes a whole backup into the folder, which is made where it is missing, and gives its path and what is in it. The
 * database is read as it stood at one moment, however long that takes and whatever is written meanwhile; the files
 * after it, as none is named before it is there. Beside its name first: half a backup is never mistaken for a whole.
 * The file holds secrets and is its owner's only. Throws Refused: `nothing`.
 */
export async function takeBackup(of: BackupOf, folder: string): Promise<{ readonly path: string } & Counts> {
  const rows: { [table: string]: number } = {}
  const found = { rows, files: 0, missing: [] as string[] }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweep(folder, of.now)
  const path = join(folder, nameAt(of.now))
  const partial = `${path}.${process.pid}.part`
  try {
    const file = createWriteStream(partial, { mode: 0o600 })
    await pipeline(Readable.from(sealed(contents(of, found))), createGzip(), file)
    await flushToDisk(partial)
    await rename(partial, path)
    await flushToDisk(folder)
  } finally {
    await rm(partial, { force: true })
  }
  return { path, ...found }
}

/** What backups that were killed have left holds secrets too, and fills the disk; one of today may still be written. */
async function sweep(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^gridbook-\d{8}-\d{6}\.jsonl\.gz\.\d+\.part$/.test(name)) continue
    const file = join(folder, name)
    if ((await stat(file)).mtimeMs < now - dayMs) await rm(file, { force: true })
  }
}

/** By the clock of the people who look for it: `gridbook-20260310-120000.jsonl.gz`. */
const nameAt = (now: number): string =>
  `gridbook-${new Date(now + shanghaiOffsetMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}.jsonl.gz`

type Found = { readonly rows: { [table: string]: number }; files: number; readonly missing: string[] }

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

async function* contents(of: BackupOf, found: Found): AsyncGenerator<string> {
  const files: string[][] = []
  await of.client.query('begin isolation level repeatable read read only')
  try {
    yield* database(of, found, files)
  } finally {
    await of.client.query('rollback').catch(() => {})
  }
  for (const [township = '', hash = ''] of files) yield* attachment(of.attachments, township, hash, found)
  if (of.secret !== null) yield line({ secret: of.secret })
  yield line(found satisfies Counts)
}

async function* database({ client, version, now }: BackupOf, found: Found, files: string[][]): AsyncGenerator<string> {
  // How times are written is the session's to say, and the zone makes them alike to read.
  await client.query("set local datestyle to 'ISO, YMD'")
  await client.query("set local timezone to 'UTC'")
  await client.query('set local statement_timeout = 0')
  const migrations = await migrationsOf(client)
  if (migrations.length === 0) throw new Refused('nothing')
  const createdAt = new Date(now).toISOString()
  yield line({ gridbook: 'backup', format: 1, version, createdAt, migrations } satisfies Header)
  for (const { table, columns } of await shapesOf(client)) {
    if (table in leftOut) continue
    const names = columns.map(({ name }) => name)
    yield line({ table, columns: names })
    let count = 0
    for await (const rows of rowsOf(client, table, names)) {
      count += rows.length
      yield rows.map(line).join('')
    }
    found.rows[table] = count
  }
  if (found.rows['townships'] === 0) throw new Refused('nothing')
  for await (const rows of rowsOf(client, 'attachments', ['township', 'hash']))
    for (const cells of rows) files.push(cells.map(String))
}

/** Each value as PostgreSQL writes it: microseconds, bigints and the like come back as they were. */
const asWritten: pg.CustomTypesConfig = { getTypeParser: () => (value: string) => value }

async function* rowsOf(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const list = columns.map(quoted).join(', ')
  await client.query(`declare rows_of_table no scroll cursor for select ${list} from ${quoted(table)}`)
  for (;;) {
    const { rows } = await client.query<Cell[]>({
      text: `fetch ${rowsAtOnce} from rows_of_table`,
      rowMode: 'array',
      types: asWritten,
    })
    if (rows.length === 0) break
    yield rows
  }
  await client.query('close rows_of_table')
}

/** One that the store has lost or that isn't what its name says is told, and never ends the backup of all else. */
async function* attachment(
  store: AttachmentStore,
  township: string,
  hash: string,
  found: Found,
): AsyncGenerator<string> {
  const bytes = await wholeOf(store, township, hash)
  if (bytes === null) {
    found.missing.push(`${township} ${hash}`)
    return
  }
  found.files += 1
  yield line({ township, file: hash, size: bytes.length })
  for (let from = 0; from < bytes.length; from += pieceBytes)
    yield line(bytes.subarray(from, from + pieceBytes).toString('base64'))
}

async function wholeOf(store: AttachmentStore, township: string, hash: string): Promise<Buffer | null> {
  const stream = await store.open(township, hash)
  if (stream === null) return null
  try {
    const bytes = Buffer.concat(await stream.toArray())
    return `sha256:${createHash('sha256').update(bytes).digest('hex')}` === hash ? bytes : null
  } catch {
    return null
  }
}
