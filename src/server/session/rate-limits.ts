import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { HttpProblem } from '../errors.ts'

/** So many in so long, by a key: counted in the database, so that all processes count together. */
export type Limit = { readonly key: string; readonly most: number; readonly windowMs: number }

const quarter = 15 * 60_000
/** The old password, asked for when it is changed; log-ins have locks of their own (`login-locks.ts`). */
export const passwordLimit = (userId: string): Limit => ({ key: `password ${userId}`, most: 10, windowMs: quarter })
export const pushLimit = (township: string, device: string): Limit => ({
  key: `push ${township} ${device}`,
  most: 120,
  windowMs: 60_000,
})

/** Counts one more; 429 with the seconds to wait where it is one too many. */
export async function count(db: Database, limit: Limit, now: number): Promise<void> {
  const [at, until] = [new Date(now), new Date(now + limit.windowMs)]
  const row = await db
    .insertInto('rate_counters')
    .values({ key: limit.key, count: 1, until })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when rate_counters.until <= ${at} then 1 else rate_counters.count + 1 end`,
        until: sql<Date>`case when rate_counters.until <= ${at} then ${until} else rate_counters.until end`,
      }),
    )
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow()
  if (row.count > limit.most)
    throw new HttpProblem('tooManyRequests', { retryAfter: (row.until.getTime() - now) / 1000 })
}

/** Forgets what was counted of a key. */
export async function forget(db: Database, limit: Limit): Promise<void> {
  await db.deleteFrom('rate_counters').where('key', '=', limit.key).execute()
}

/** Sweeps what has run out. */
export async function sweepCounters(db: Database, now: number): Promise<void> {
  await db.deleteFrom('rate_counters').where('until', '<', new Date(now)).execute()
}
