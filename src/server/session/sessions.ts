import { createHash, randomBytes } from 'node:crypto'
import { isId } from '../../domain/record/ids.ts'
import type { Database, Trx } from '../db/database.ts'
import type { Author } from '../ledger/types.ts'
import { toAuthor } from './callers.ts'
import { mustHaveTotp } from './totp.ts'

/** Who is signed in, on which device. */
export type Session = Author & {
  readonly name: string
  readonly townshipName: string
  readonly deviceId: string | null
  readonly tokenHash: string
  readonly mustChangePassword: boolean
  /** Since when its device is revoked or its account disabled, in milliseconds: it may only push. Null: it may all. */
  readonly revokedAt: number | null
  /** The app on its device and when that last synced, as the server has it. */
  readonly appVersion: string | null
  readonly syncedAt: number | null
  /** It must have an authenticator and hasn't shown one yet. */
  readonly mustSetUpTotp: boolean
  /** Of a demo township, whose accounts are everybody's. */
  readonly isDemo: boolean
}

export const sessionDays = 30
/** So long a revoked session is still known, to be told that its phone is to be emptied. */
const revokedDays = 365
const dayMs = 86_400_000

const hashOf = (token: string): string => `sha256:${createHash('sha256').update(token).digest('hex')}`

/** Opens a session; the cookie's value names the township, by which the row is found (DATABASE.md 3). */
export async function openSession(
  db: Database,
  of: {
    readonly township: string
    readonly userId: string
    readonly device: { readonly id: string; readonly name?: string | undefined } | null
    readonly now: number
  },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = new Date(of.now)
  if (of.device) {
    const { id, name } = of.device
    await db
      .insertInto('devices')
      .values({
        township: of.township,
        id,
        user_id: of.userId,
        name: name ?? null,
        seen_at: now,
        revoked_at: null,
        app_version: null,
        synced_at: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['township', 'id'])
          .doUpdateSet({ user_id: of.userId, seen_at: now, ...(name === undefined ? {} : { name }) }),
      )
      .execute()
  }
  await db.deleteFrom('sessions').where('township', '=', of.township).where('expires_at', '<=', now).execute()
  await db
    .insertInto('sessions')
    .values({
      township: of.township,
      token_hash: hashOf(token),
      user_id: of.userId,
      device_id: of.device?.id ?? null,
      created_at: now,
      expires_at: new Date(of.now + sessionDays * dayMs),
    })
    .execute()
  return `${of.township}.${token}`
}

/** The session that a cookie's value opens, or null: unknown or run out. One that was revoked says since when. */
export async function findSession(db: Database, cookie: string | undefined, now: number): Promise<Session | null> {
  const [township, token] = (cookie ?? '').split('.')
  if (!isId(township) || token === undefined || !/^[\w-]{43}$/.test(token)) return null
  const tokenHash = hashOf(token)
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('users as u', (join) => join.onRef('u.township', '=', 's.township').onRef('u.id', '=', 's.user_id'))
    .innerJoin('townships as t', 't.id', 's.township')
    .leftJoin('devices as d', (join) => join.onRef('d.township', '=', 's.township').onRef('d.id', '=', 's.device_id'))
    .select([
      'u.id',
      'u.name',
      'u.roles',
      'u.person_id',
      'u.villages',
      'u.must_change_password',
      'u.totp_confirmed',
      't.name as township_name',
      't.demo',
      's.device_id',
      'u.disabled',
      'u.disabled_at',
      'd.revoked_at',
      'd.app_version',
      'd.synced_at',
    ])
    .where('s.township', '=', township)
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', new Date(now))
    .executeTakeFirst()
  if (!row) return null
  const author = await toAuthor(db, township, row)
  return {
    ...author,
    name: row.name,
    townshipName: row.township_name,
    deviceId: row.device_id,
    tokenHash,
    mustChangePassword: row.must_change_password,
    revokedAt: revokedSince(row),
    appVersion: row.app_version,
    syncedAt: row.synced_at?.getTime() ?? null,
    mustSetUpTotp: !row.demo && !row.totp_confirmed && mustHaveTotp(row.roles),
    isDemo: row.demo,
  }
}

/** The earlier of both; an account disabled since nobody knows when is as one disabled long ago. */
function revokedSince(row: {
  readonly disabled: boolean
  readonly disabled_at: Date | null
  readonly revoked_at: Date | null
}): number | null {
  const times = [
    ...(row.disabled ? [row.disabled_at?.getTime() ?? 0] : []),
    ...(row.revoked_at ? [row.revoked_at.getTime()] : []),
  ]
  return times.length === 0 ? null : Math.min(...times)
}

/** Keeps the sessions of a revoked device or a dismissed account, so that what is unsent there can still come in. */
export async function keepForPush(
  trx: Trx,
  township: string,
  of: { readonly userId: string } | { readonly deviceId: string },
  now: number,
): Promise<void> {
  await trx
    .updateTable('sessions')
    .set({ expires_at: new Date(now + revokedDays * dayMs) })
    .where('township', '=', township)
    .where((is) => ('userId' in of ? is('user_id', '=', of.userId) : is('device_id', '=', of.deviceId)))
    .where('expires_at', '>', new Date(now))
    .execute()
}

export async function closeSession(db: Database, session: Session): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('township', '=', session.caller.township)
    .where('token_hash', '=', session.tokenHash)
    .execute()
}

/** After a new password every other session of the account is over. */
export async function closeOtherSessions(db: Database, session: Session): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('township', '=', session.caller.township)
    .where('user_id', '=', session.caller.userId)
    .where('token_hash', '!=', session.tokenHash)
    .execute()
}
