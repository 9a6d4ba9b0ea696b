import { audit } from '../audit/audit.ts'
import { HttpProblem } from '../errors.ts'
import type { Context } from '../http/context.ts'
import { loginName } from './accounts.ts'
import { checkPassword } from './passwords.ts'
import { accountLimit, addressLimit, count, forget, uncount } from './rate-limits.ts'

/** What somebody says to prove who he is. */
export type LoginProof = {
  readonly username: string
  readonly password: string
  readonly totp?: string | undefined
  /** The device that says so, and the address that it comes from. */
  readonly deviceId: string | null
  readonly address: string
}

/** Whom a proof proves. */
export type Proven = { readonly township: string; readonly userId: string }

/**
 * Proves an account by its password, or throws: `badCredentials` alike for whoever it isn't, 429 where it was tried too
 * often. A failure for an account that exists is written down.
 */
export async function proveLogin(context: Context, proof: LoginProof): Promise<Proven> {
  const { db, clock } = context
  const username = loginName(proof.username)
  const limits = context.rateLimits ? [accountLimit(username), addressLimit(proof.address)] : []
  for (const limit of limits) await count(db, limit, clock())
  const login = await db
    .selectFrom('logins')
    .select(['township', 'user_id'])
    .where('username', '=', username)
    .executeTakeFirst()
  const user = login
    ? await db
        .selectFrom('users')
        .select(['password_hash', 'disabled'])
        .where('township', '=', login.township)
        .where('id', '=', login.user_id)
        .executeTakeFirst()
    : undefined
  const kept = user && !user.disabled ? user.password_hash : null
  if (!(await checkPassword(kept, proof.password)) || !login) {
    if (login)
      await audit(db, {
        township: login.township,
        by: login.user_id,
        deviceId: proof.deviceId,
        action: 'loginFailed',
        now: clock(),
      })
    throw new HttpProblem('badCredentials')
  }
  for (const limit of limits) await (limit.key.startsWith('login') ? forget(db, limit) : uncount(db, limit))
  return { township: login.township, userId: login.user_id }
}
