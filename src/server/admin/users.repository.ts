import { sql } from 'kysely'
import type { Role } from '../../domain/access/caller.ts'
import type { Database, Trx } from '../db/database.ts'
import { keepForPush } from '../session/sessions.ts'

/** An account as its administrator sees it; never its password. */
export type UserItem = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly personId: string | null
  /** Null: every village of the township. */
  readonly villages: readonly string[] | null
  readonly disabled: boolean
  readonly mustChangePassword: boolean
  /** When one of its devices was last heard of. */
  readonly seenAt: string | null
}

/** A phone or desktop that somebody has signed in on. */
export type DeviceItem = {
  readonly id: string
  readonly name: string | null
  readonly user: { readonly id: string; readonly name: string }
  readonly seenAt: string
  readonly revokedAt: string | null
  /** The app that last pushed from it, and when it last pushed or pulled, to the minute. */
  readonly appVersion: string | null
  readonly syncedAt: string | null
}

/** The accounts of a township, by user name. */
export async function listUsers(db: Database | Trx, township: string): Promise<readonly UserItem[]> {
  const rows = await db
    .selectFrom('users as u')
    .leftJoin('devices as d', (join) => join.onRef('d.township', '=', 'u.township').onRef('d.user_id', '=', 'u.id'))
    .select([
      'u.id',
      'u.username',
      'u.name',
      'u.roles',
      'u.person_id',
      'u.villages',
      'u.disabled',
      'u.must_change_password',
      sql<Date | null>`max(d.seen_at)`.as('seen_at'),
    ])
    .where('u.township', '=', township)
    .groupBy(['u.township', 'u.id'])
    .orderBy('u.username')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    username: row.username,
    name: row.name,
    roles: row.roles,
    personId: row.person_id,
    villages: row.villages,
    disabled: row.disabled,
    mustChangePassword: row.must_change_password,
    seenAt: row.seen_at?.toISOString() ?? null,
  }))
}

/** The devices of a township, the last heard of first. */
export async function listDevices(db: Database, township: string): Promise<readonly DeviceItem[]> {
  const rows = await db
    .selectFrom('devices as d')
    .innerJoin('users as u', (join) => join.onRef('u.township', '=', 'd.township').onRef('u.id', '=', 'd.user_id'))
    .select([
      'd.id',
      'd.name',
      'd.seen_at',
      'd.revoked_at',
      'd.app_version',
      'd.synced_at',
      'u.id as user_id',
      'u.name as user_name',
    ])
    .where('d.township', '=', township)
    .orderBy('d.seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    user: { id: row.user_id, name: row.user_name },
    seenAt: row.seen_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    appVersion: row.app_version,
    syncedAt: row.synced_at?.toISOString() ?? null,
  }))
}

/** Ends every session of an account, on whatever device. */
export async function endSessions(trx: Trx, township: string, userId: string): Promise<void> {
  await trx.deleteFrom('sessions').where('township', '=', township).where('user_id', '=', userId).execute()
}

/** An account disabled keeps its sessions for what is unsent; one enabled again begins without any. */
export async function disableOrEnable(
  trx: Trx,
  township: string,
  of: { readonly userId: string; readonly disabled: boolean; readonly now: number },
): Promise<void> {
  const before = await trx
    .selectFrom('users')
    .select('disabled')
    .where('township', '=', township)
    .where('id', '=', of.userId)
    .forUpdate()
    .executeTakeFirst()
  if (!before || before.disabled === of.disabled) return
  await trx
    .updateTable('users')
    .set({ disabled: of.disabled, disabled_at: of.disabled ? new Date(of.now) : null })
    .where('township', '=', township)
    .where('id', '=', of.userId)
    .execute()
  if (of.disabled) await keepForPush(trx, township, { userId: of.userId }, of.now)
  else await endSessions(trx, township, of.userId)
}

/** Revokes a device: from its next request on its sessions read nothing, and may only push what is unsent. False where there is no such device. */
export async function revokeDevice(trx: Trx, township: string, deviceId: string, now: number): Promise<boolean> {
  const [row] = await trx
    .updateTable('devices')
    .set({ revoked_at: new Date(now) })
    .where('township', '=', township)
    .where('id', '=', deviceId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  if (!row) return false
  await keepForPush(trx, township, { deviceId }, now)
  return true
}
