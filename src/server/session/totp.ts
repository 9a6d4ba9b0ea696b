import { Secret, TOTP } from 'otpauth'
import type { Role } from '../../domain/access/caller.ts'
import type { Database, Trx } from '../db/database.ts'
import type { Secrets } from '../secrets.ts'

/** Of a code: 30 seconds, six digits, SHA-1, as every authenticator has it (RFC 6238). */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const
const purpose = 'totp'

/** What an authenticator is told: the secret in base32, and the same as an `otpauth://` address. */
export type TotpSetUp = { readonly secret: string; readonly uri: string }

type Owner = { readonly township: string; readonly userId: string }

/** Whoever keeps accounts, or signs and sees a whole township, needs more than a password. */
export const mustHaveTotp = (roles: readonly Role[]): boolean => roles.includes('supervisor') || roles.includes('admin')

const totpOf = (secret: Secret, label: string): TOTP => new TOTP({ ...kind, issuer: 'Gridbook', label, secret })

/** Gives an account a new secret, not confirmed yet; null where it has a confirmed one: that is reset by an administrator. */
export async function beginTotp(db: Database, secrets: Secrets, of: Owner): Promise<TotpSetUp | null> {
  const secret = new Secret({ size: 20 })
  const [row] = await db
    .updateTable('users')
    .set({ totp_secret: secrets.seal(purpose, secret.base32), totp_step: null })
    .where('township', '=', of.township)
    .where('id', '=', of.userId)
    .where('totp_confirmed', '=', false)
    .returning('username')
    .execute()
  return row ? { secret: secret.base32, uri: totpOf(secret, row.username).toString() } : null
}

/** The step of 30 seconds that a code is of, one before and after now at most; null where it is of none. */
export function stepOfCode(base32: string, code: string, now: number): number | null {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(Secret.fromBase32(base32), '').validate({ token, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / kind.period) + delta
}

/**
 * Takes a code of an account's authenticator, once: a second time it is refused, and so is one of an earlier step.
 * `isConfirmed`: whether the authenticator is expected to be; the first code confirms it. False: not its code, or it has
 * no such authenticator.
 */
export async function takeCode(
  db: Database | Trx,
  secrets: Secrets,
  of: Owner & { readonly code: string; readonly isConfirmed: boolean; readonly now: number },
): Promise<boolean> {
  const user = await db
    .selectFrom('users')
    .select('totp_secret')
    .where('township', '=', of.township)
    .where('id', '=', of.userId)
    .executeTakeFirst()
  const sealed = user?.totp_secret ?? null
  const secret = sealed === null ? null : secrets.open(purpose, sealed)
  const step = secret === null ? null : stepOfCode(secret, of.code, of.now)
  if (step === null) return false
  const taken = await db
    .updateTable('users')
    .set({ totp_confirmed: true, totp_step: step })
    .where('township', '=', of.township)
    .where('id', '=', of.userId)
    .where('totp_confirmed', '=', of.isConfirmed)
    // Another secret meanwhile, or this code in another request: then it isn't taken here.
    .where('totp_secret', '=', sealed)
    .where((where) => where.or([where('totp_step', 'is', null), where('totp_step', '<', step)]))
    .returning('id')
    .execute()
  return taken.length > 0
}

/** Takes an account's authenticator away. False: it had none. */
export async function clearTotp(trx: Trx, township: string, userId: string): Promise<boolean> {
  const rows = await trx
    .updateTable('users')
    .set({ totp_secret: null, totp_confirmed: false, totp_step: null })
    .where('township', '=', township)
    .where('id', '=', userId)
    .where('totp_secret', 'is not', null)
    .returning('id')
    .execute()
  return rows.length > 0
}
