import type pg from 'pg'
import type { AttachmentStore } from '../attachments/store.ts'
import { lockMigrations, migrateIn, migrations, migrationsOf } from '../db/migrate.ts'
import { isSameSecret, storedSecret, storeSecret } from '../secrets.ts'
import { leftOut, quoted, shapesOf } from './catalogue.ts'
import { type Counts, type Header, readBackup } from './format.ts'
import { loadTables } from './load.ts'
import { putFiles } from './put-files.ts'
import { Refused } from './refused.ts'

export type RestoreInto = {
  /** As the owner. */
  readonly client: pg.ClientBase
  readonly attachments: AttachmentStore
  readonly dataDir: string
  /** GRIDBOOK_SECRET, where the environment gives one. */
  readonly givenSecret: string | null
  readonly now: number
}

/** What is in a backup that was read through and is whole. */
export type Whole = { readonly header: Header; readonly secret: string | null; readonly counts: Counts }

/** Reads a backup through without touching anything. Throws Refused: `unreadable`, `notABackup`, `newerFormat`, `damaged`. */
export async function checkBackup(path: string): Promise<Whole> {
  let header: Header | null = null
  let secret: string | null = null
  let counts: Counts | null = null
  for await (const entry of readBackup(path)) {
    if (entry.is === 'header') header = entry.header
    if (entry.is === 'secret') secret = entry.secret
    if (entry.is === 'counts') counts = entry.counts
  }
  if (!header || !counts) throw new Refused('damaged')
  return { header, secret, counts }
}

/**
 * Restores a backup into an empty database, in one transaction: the schema as it was, the rows, today's schema, the mark
 * that every township was restored. The file is read through first, so that nothing of a damaged one gets anywhere.
 * Files and secret are laid down before the commit: a database that has come back has them all.
 * Throws Refused: all codes but `nothing`.
 */
export async function restoreBackup(into: RestoreInto, path: string): Promise<Whole> {
  const whole = await checkBackup(path)
  const known = new Set(migrations.map(({ name }) => name))
  if (!whole.header.migrations.every((name) => known.has(name))) throw new Refused('newerFormat')
  refuseOtherSecret(into, whole.secret)
  const { client } = into
  await client.query('begin')
  try {
    // It takes what it takes, and is idle while files are laid down.
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    await makeSchema(client, whole.header.migrations)
    const rest = loadTables(client, readBackup(path), await shapesOf(client), whole.counts.rows)
    await putFiles(into.attachments, rest, whole.counts.files)
    await migrateIn(client, migrations)
    await client.query('update townships set restored_at = $1', [new Date(into.now)])
    if (whole.secret !== null && into.givenSecret === null) storeSecret(into.dataDir, whole.secret)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
  return whole
}

/** What was sealed under one secret is never opened by another. */
function refuseOtherSecret({ dataDir, givenSecret }: RestoreInto, secret: string | null): void {
  const own = givenSecret ?? storedSecret(dataDir)
  if (secret !== null && own !== null && !isSameSecret(own, secret)) throw new Refused('otherSecret')
}

/** Brings an empty database to just these steps; one that is further, being empty, is made anew. */
async function makeSchema(client: pg.ClientBase, names: readonly string[]): Promise<void> {
  // Before the lock on the table, so that a server at work isn't held up by a mistaken restore.
  await refuseFull(client)
  await lockMigrations(client)
  const taken = await migrationsOf(client)
  // Now no server that is just starting can fill it in between.
  if (taken.length > 0) await client.query('lock table townships in access exclusive mode')
  await refuseFull(client)
  if (taken.some((name) => !names.includes(name))) {
    const tables = (await shapesOf(client)).map(({ table }) => quoted(table))
    await client.query(`drop table ${tables.join(', ')}`)
  }
  await migrateIn(
    client,
    migrations.filter(({ name }) => names.includes(name)),
  )
}

async function refuseFull(client: pg.ClientBase): Promise<void> {
  for (const { table } of await shapesOf(client)) {
    if (table in leftOut) continue
    const { rowCount } = await client.query(`select 1 from ${quoted(table)} limit 1`)
    if (rowCount) throw new Refused('notEmpty')
  }
}
