import { audit } from '../audit/audit.ts'
import type { Database } from '../db/database.ts'
import { HttpProblem } from '../errors.ts'
import type { Context } from '../http/context.ts'
import { loginName } from './accounts.ts'
import { addressGuard, attempt, forgetFailures, placeGuard, strangerGuard, takeBack } from './login-locks.ts'
import { keepPlace, knownPlace } from './login-places.ts'
import { checkPassword } from './passwords.ts'
import { takeCode } from './totp.ts'

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

const nobodysId = '00000000-0000-0000-0000-000000000000'

/** The account of a user name. For one that there isn't the same is asked: time doesn't tell which exist. */
async function accountNamed(db: Database, username: string) {
  const login = await db
    .selectFrom('logins')
    .select(['township', 'user_id'])
    .where('username', '=', username)
    .executeTakeFirst()
  const [township, userId] = [login?.township ?? nobodysId, login?.user_id ?? nobodysId]
  const user = await db
    .selectFrom('users as u')
    .innerJoin('townships as t', 't.id', 'u.township')
    .select(['u.password_hash', 'u.disabled', 'u.totp_confirmed', 't.demo'])
    .where('u.township', '=', township)
    .where('u.id', '=', userId)
    .executeTakeFirst()
  return {
    township,
    userId,
    exists: login !== undefined,
    passwordHash: user && !user.disabled ? user.password_hash : null,
    wantsTotp: user !== undefined && user.totp_confirmed && !user.demo,
  }
}

/**
 * Proves an account by its password, and by a code where it has an authenticator, or throws: `badCredentials` alike for
 * whoever it isn't, `totpRequired` where only the code is missing, 429 where it was tried too often: by whoever comes
 * from where the account has logged in, or by strangers all together. A failure for an account that exists is written
 * down.
 */
export async function proveLogin(context: Context, proof: LoginProof): Promise<Proven> {
  const { db, clock, secrets } = context
  const now = clock()
  const username = loginName(proof.username)
  const account = await accountNamed(db, username)
  const { township, userId } = account
  const visit = { township, userId, deviceId: proof.deviceId, address: proof.address }
  const place = await knownPlace(db, visit, now)
  const own = place === null ? strangerGuard(username) : placeGuard(username, place)
  const all = addressGuard(proof.address)
  if (context.rateLimits) for (const guard of [own, all]) await attempt(db, guard, now)

  const refuse = (): never => {
    // Beside the answer, not before it: the time that it takes would tell that there is such an account.
    if (account.exists)
      void audit(db, { township, by: userId, deviceId: proof.deviceId, action: 'loginFailed', now }).catch(
        (error: unknown) => process.emitWarning(`a failed log-in was not written down: ${String(error)}`),
      )
    throw new HttpProblem('badCredentials')
  }
  if (!(await checkPassword(account.passwordHash, proof.password))) return refuse()
  if (account.wantsTotp) {
    if (proof.totp === undefined) {
      // No failure; but no success either, after which codes could be guessed anew.
      if (context.rateLimits) for (const guard of [own, all]) await takeBack(db, guard)
      throw new HttpProblem('totpRequired')
    }
    const code = { township, userId, code: proof.totp, isConfirmed: true, now }
    if (!(await takeCode(db, secrets, code))) return refuse()
  }
  if (context.rateLimits) {
    await forgetFailures(db, own)
    await takeBack(db, all)
    await keepPlace(db, visit, now)
  }
  return { township, userId }
}
