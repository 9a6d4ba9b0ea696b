import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { fileAttachments } from '../../../src/server/attachments/store.ts'
import { restoreBackup } from '../../../src/server/backup/restore.ts'
import { takeBackup } from '../../../src/server/backup/take.ts'
import type { TestDatabase } from '../../support/test-db.ts'
import { noon, type TestServer } from './server.ts'

export const secret = Buffer.alloc(32, 9).toString('base64url')

const folders: string[] = []
/** A folder of one's own, until `removeFolders`. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gb-backup-'))
  folders.push(folder)
  return folder
}
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Work over one connection, which is closed for good at the end. */
export async function connected<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A backup of a server as `npm run backup` takes it; `beforeEachTable` runs where its reading pauses. */
export const backUp = (
  server: Pick<TestServer, 'owner' | 'folder'>,
  folder: string,
  beforeEachTable: () => Promise<void> = async () => {},
) =>
  connected(server.owner.options, async (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
    const watched = async (...args: unknown[]): Promise<unknown> => {
      if (typeof args[0] === 'string' && args[0].startsWith('declare')) await beforeEachTable()
      return query(...args)
    }
    client.query = watched as typeof client.query
    const of = { client, attachments: fileAttachments(server.folder), secret, version: 'test', now: noon }
    return takeBackup(of, folder)
  })

/** Where a restored installation lies. */
export type Place = { readonly dataDir: string; readonly folder: string }
export const newPlace = (): Place => {
  const dataDir = newFolder()
  return { dataDir, folder: join(dataDir, 'attachments') }
}

/** Restores as `npm run restore` does. */
export const restore = (
  database: Pick<TestDatabase, 'ownerConfig'>,
  path: string,
  place: Place,
  givenSecret: string | null = null,
) =>
  connected(database.ownerConfig, (client) =>
    restoreBackup(
      { client, attachments: fileAttachments(place.folder), dataDir: place.dataDir, givenSecret, now: noon },
      path,
    ),
  )

/** The same backup with other lines under a hash that fits them: what only a look at its meaning can refuse. */
export async function rewritten(path: string, change: (lines: string[]) => string[]): Promise<string> {
  const lines = gunzipSync(await readFile(path))
    .toString()
    .split('\n')
    .slice(0, -2)
  const body = change(lines)
    .map((line) => `${line}\n`)
    .join('')
  const sha256 = createHash('sha256').update(body).digest('hex')
  const other = join(newFolder(), 'rewritten.jsonl.gz')
  await writeFile(other, gzipSync(`${body}${JSON.stringify({ sha256 })}\n`))
  return other
}

/** Every row of every table as text, apart from what a restore leaves out and the mark that it sets. */
export async function contentsOf(config: pg.ClientConfig): Promise<Record<string, readonly string[]>> {
  return connected(config, async (client) => {
    await client.query("set timezone to 'UTC'")
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'
       and table_name not in ('migrations', 'sessions', 'rate_counters') order by 1`,
    )
    const contents: Record<string, readonly string[]> = {}
    for (const { name } of tables) {
      const row = name === 'townships' ? "(to_jsonb(t) - 'restored_at')::text" : 't::text'
      const { rows } = await client.query<{ row: string }>(`select ${row} as row from ${name} t order by 1`)
      contents[name] = rows.map((one) => one.row)
    }
    return contents
  })
}
