import { createHash } from 'node:crypto'
import type { Database } from '../db/database.ts'

const knownMs = 30 * 86_400_000

/** Whose log-in it is, from where. Without an account both ids are of nobody: the same is asked, and nothing is found. */
export type Visit = {
  readonly township: string
  readonly userId: string
  readonly deviceId: string | null
  readonly address: string
}

/** The address is only ever compared, so it isn't kept readable. */
const placeOf = ({ userId, address }: Visit): string =>
  `sha256:${createHash('sha256').update(`${userId} ${address}`).digest('hex')}`

/**
 * Where this account has logged in from within thirty days: the device, else the address; null where it never has.
 * An address may be a whole office's, so the device goes first.
 */
export async function knownPlace(db: Database, visit: Visit, now: number): Promise<string | null> {
  const since = new Date(now - knownMs)
  const device = await db
    .selectFrom('devices')
    .select('id')
    .where('township', '=', visit.township)
    .where('id', '=', visit.deviceId ?? '')
    .where('user_id', '=', visit.userId)
    .where('revoked_at', 'is', null)
    .where('seen_at', '>', since)
    .executeTakeFirst()
  const place = await db
    .selectFrom('login_places')
    .select('place')
    .where('township', '=', visit.township)
    .where('user_id', '=', visit.userId)
    .where('place', '=', placeOf(visit))
    .where('seen_at', '>', since)
    .executeTakeFirst()
  return device ? `device ${device.id}` : (place?.place ?? null)
}

/** Keeps where an account has logged in from, thirty days long. */
export async function keepPlace(db: Database, visit: Visit, now: number): Promise<void> {
  const seen_at = new Date(now)
  await db
    .deleteFrom('login_places')
    .where('township', '=', visit.township)
    .where('seen_at', '<=', new Date(now - knownMs))
    .execute()
  await db
    .insertInto('login_places')
    .values({ township: visit.township, user_id: visit.userId, place: placeOf(visit), seen_at })
    .onConflict((conflict) => conflict.columns(['township', 'user_id', 'place']).doUpdateSet({ seen_at }))
    .execute()
}
