import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { HttpProblem } from '../errors.ts'

/** How often attempts under a key may fail within a quarter of an hour before it is locked. */
export type Guard = { readonly key: string; readonly most: number }

/** What is known of a key: failures since the window began, locks one after the other, milliseconds since the epoch. */
export type Lock = {
  readonly failures: number
  readonly since: number
  readonly locks: number
  /** In the past where it isn't locked. */
  readonly lockedUntil: number
}

const quarterMs = 15 * 60_000
const dayMs = 86_400_000

/** For whoever asks from somewhere new; all of them together, so that many addresses are no more than one. */
export const strangerGuard = (username: string): Guard => ({ key: `stranger ${username}`, most: 10 })
/** For whoever asks from where the account has logged in: strangers can't lock him out. */
export const placeGuard = (username: string, place: string): Guard => ({ key: `place ${place} ${username}`, most: 10 })
export const addressGuard = (address: string): Guard => ({ key: `address ${address}`, most: 100 })

/** A first lock is a quarter of an hour, each further one twice as long, a day at most. */
export const lockMs = (locks: number): number => Math.min(dayMs, quarterMs * 2 ** Math.min(locks, 10))

/** Forgotten: a day without a failure or a lock. */
const isOver = (lock: Lock, now: number): boolean => Math.max(lock.since + quarterMs, lock.lockedUntil) + dayMs <= now

/**
 * One more attempt, counted as failed until it is taken back: parallel ones would all pass else. Where it is one too
 * many the key is locked; an attempt under a lock changes nothing.
 */
export function afterAttempt(before: Lock, most: number, now: number): Lock {
  if (before.lockedUntil > now) return before
  if (isOver(before, now)) return { failures: 1, since: now, locks: 0, lockedUntil: now }
  if (before.since + quarterMs <= now) return { ...before, failures: 1, since: now }
  if (before.failures < most) return { ...before, failures: before.failures + 1 }
  return { failures: 0, since: now, locks: before.locks + 1, lockedUntil: now + lockMs(before.locks) }
}

/** Counts an attempt; 429 with the seconds to wait where the key is locked, or is from now on. */
export async function attempt(db: Database, guard: Guard, now: number): Promise<void> {
  const until = await db.transaction().execute(async (trx) => {
    const at = new Date(now)
    const row = await trx
      .insertInto('login_locks')
      .values({ key: guard.key, failures: 0, since: at, locks: 0, locked_until: at })
      // Changes nothing but takes the row's lock: attempts at once are counted one after the other.
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ failures: sql<number>`login_locks.failures` }))
      .returning(['failures', 'since', 'locks', 'locked_until'])
      .executeTakeFirstOrThrow()
    const before = { ...row, since: row.since.getTime(), lockedUntil: row.locked_until.getTime() }
    const { failures, since, locks, lockedUntil } = afterAttempt(before, guard.most, now)
    await trx
      .updateTable('login_locks')
      .set({ failures, since: new Date(since), locks, locked_until: new Date(lockedUntil) })
      .where('key', '=', guard.key)
      .execute()
    return lockedUntil
  })
  if (until > now) throw new HttpProblem('tooManyRequests', { retryAfter: (until - now) / 1000 })
}

/** Takes an attempt back: it was no failure. */
export async function takeBack(db: Database, guard: Guard): Promise<void> {
  await db
    .updateTable('login_locks')
    .set({ failures: sql<number>`greatest(login_locks.failures - 1, 0)` })
    .where('key', '=', guard.key)
    .execute()
}

/** After a success nothing is held against a key any more. */
export async function forgetFailures(db: Database, guard: Guard): Promise<void> {
  await db.deleteFrom('login_locks').where('key', '=', guard.key).execute()
}

/** Sweeps what is forgotten. */
export async function sweepLocks(db: Database, now: number): Promise<void> {
  const over = new Date(now - dayMs)
  await db
    .deleteFrom('login_locks')
    .where('since', '<=', new Date(now - dayMs - quarterMs))
    .where('locked_until', '<=', over)
    .execute()
}
