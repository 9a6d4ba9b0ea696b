import type { Role } from '../../domain/access/caller.ts'
import type { Trx } from '../db/database.ts'
import { firstHash } from '../ledger/chain.ts'
import { currentDefinitions } from '../ledger/definitions.ts'
import { hashPassword } from './passwords.ts'

/** Makes a tenant: an empty ledger with its chain's beginning. */
export async function createTownship(
  trx: Trx,
  of: { readonly id: string; readonly name: string; readonly demo?: boolean; readonly now: number },
): Promise<void> {
  await trx
    .insertInto('townships')
    .values({
      id: of.id,
      name: of.name,
      seq: 0,
      head_hash: firstHash(of.id),
      demo: of.demo ?? false,
      created_at: new Date(of.now),
      definitions: currentDefinitions,
    })
    .execute()
}

export type NewAccount = {
  readonly township: string
  readonly id: string
  readonly username: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly personId?: string | null
  /** null or absent: every village of the township. */
  readonly villages?: readonly string[] | null
  /** A password, or one hashed already: hashing ten takes a second. */
  readonly password: { readonly plain: string } | { readonly hashed: string }
  readonly mustChangePassword?: boolean
  readonly now: number
}

/** As user names are compared: neither capitals nor the width of letters make another account. */
export const loginName = (username: string): string => username.normalize('NFKC').trim().toLowerCase()

/** Makes an account; its user name is one for the whole county. */
export async function createAccount(trx: Trx, of: NewAccount): Promise<void> {
  const passwordHash = 'hashed' in of.password ? of.password.hashed : await hashPassword(of.password.plain)
  await trx
    .insertInto('users')
    .values({
      township: of.township,
      id: of.id,
      username: loginName(of.username),
      name: of.name,
      roles: [...of.roles],
      person_id: of.personId ?? null,
      villages: of.villages ? [...of.villages] : null,
      password_hash: passwordHash,
      must_change_password: of.mustChangePassword ?? false,
      disabled: false,
      disabled_at: null,
      created_at: new Date(of.now),
    })
    .execute()
  await trx
    .insertInto('logins')
    .values({ username: loginName(of.username), township: of.township, user_id: of.id })
    .execute()
}
