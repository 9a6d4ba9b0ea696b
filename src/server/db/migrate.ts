import type pg from 'pg'
import { appRole } from './embedded.ts'
import { ledger } from './migrations/0001-ledger.ts'
import { attachments } from './migrations/0002-attachments.ts'
import { years } from './migrations/0003-years.ts'
import { audit } from './migrations/0004-audit.ts'
import { totp } from './migrations/0005-totp.ts'
import { sealing } from './migrations/0006-sealing.ts'
import { people } from './migrations/0007-people.ts'
import { restored } from './migrations/0008-restored.ts'
import { type Migration, stepOn } from './migrations/migration.ts'

/** Every step of the schema, oldest first. A released one is never edited. */
export const migrations: readonly Migration[] = [ledger, attachments, years, audit, totp, sealing, people, restored]

/** Any number, the same in every version: who holds this advisory lock migrates. */
const lockKey = 7_104_250_001

/**
 * Brings the schema to today's version, as the owner, under a lock: two servers starting at once migrate once.
 * Throws an Error of one line where this database won't do.
 */
export async function migrate(ownerPool: pg.Pool, steps: readonly Migration[] = migrations): Promise<void> {
  const client = await ownerPool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await refuseUnfit(client)
    await prepare(client)
    const distributed = await isDistributed(client)
    for (const migration of await missing(client, steps)) await inTransaction(client, migration, distributed)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => {})
    client.release()
  }
}

/**
 * The same within the caller's transaction, which holds the lock until it ends: all steps or none. For a restore, which
 * goes on with rows in between.
 */
export async function migrateIn(client: pg.ClientBase, steps: readonly Migration[]): Promise<void> {
  await lockMigrations(client)
  await refuseUnfit(client)
  await prepare(client)
  const distributed = await isDistributed(client)
  for (const migration of await missing(client, steps)) await apply(client, migration, distributed)
}

/** Keeps every other from migrating until the caller's transaction ends. */
export async function lockMigrations(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [lockKey])
}

/** The names of the steps that a database has taken, oldest first; none where it was never migrated. */
export async function migrationsOf(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.migrations') is not null as there",
  )
  if (!rows[0]?.there) return []
  const done = await client.query<{ name: string }>('select name from migrations order by name')
  return done.rows.map((row) => row.name)
}

async function missing(client: pg.ClientBase, steps: readonly Migration[]): Promise<readonly Migration[]> {
  const names = new Set(await migrationsOf(client))
  return steps.filter((migration) => !names.has(migration.name))
}

async function isDistributed(client: pg.ClientBase): Promise<boolean> {
  const citus = await client.query("select 1 from pg_extension where extname = 'citus'")
  return (citus.rowCount ?? 0) > 0
}

/** Older servers lack what the queries use; another encoding can't hold Chinese. */
async function refuseUnfit(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  )
  const { version, encoding } = rows[0] ?? { version: 0, encoding: '' }
  if (version < 150_000)
    throw new Error(`需要 PostgreSQL 15 或更新版本 · PostgreSQL 15 or later is needed, this is ${version}`)
  if (encoding !== 'UTF8')
    throw new Error(`数据库编码须为 UTF8 · the database's encoding must be UTF8, this is ${encoding}`)
}

/** The role that the app lives under, and the list of steps taken. */
async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query('create table if not exists migrations (name text primary key, applied_at timestamptz not null)')
  const role = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
  if (role.rowCount === 0) await client.query(`create role ${appRole}`)
  await client.query(`grant usage on schema public to ${appRole}`)
  await client.query(`grant select on migrations to ${appRole}`)
  const member = await client.query<{ member: boolean }>("select pg_has_role(current_user, $1, 'MEMBER') as member", [
    appRole,
  ])
  if (!member.rows[0]?.member) await client.query(`grant ${appRole} to current_user`)
}

async function apply(client: pg.ClientBase, migration: Migration, distributed: boolean): Promise<void> {
  await migration.up(stepOn(client, distributed, appRole))
  await client.query('insert into migrations (name, applied_at) values ($1, $2)', [migration.name, new Date()])
}

async function inTransaction(client: pg.ClientBase, migration: Migration, distributed: boolean): Promise<void> {
  await client.query('begin')
  try {
    await apply(client, migration, distributed)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
