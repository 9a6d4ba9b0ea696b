import type { Role } from '../../domain/access/caller.ts'
import { roles } from '../../domain/access/caller.ts'
import { isObject } from '../../domain/value.ts'
import type { Session } from './ledger-types.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const known: ReadonlySet<unknown> = new Set(roles)

/** Who is logged in, as the server says; null where the answer doesn't say it. Roles newer than this app are passed over. */
export function readSession(body: unknown): Session | null {
  if (!isObject(body)) return null
  const { user, township, villages, signedYears } = body
  if (!isObject(user) || !isText(user['id']) || typeof user['name'] !== 'string' || !Array.isArray(user['roles']))
    return null
  if (
    !isObject(township) ||
    !isText(township['id']) ||
    typeof township['name'] !== 'string' ||
    !Array.isArray(villages)
  )
    return null
  return {
    user: {
      id: user['id'],
      name: user['name'],
      roles: user['roles'].filter((role): role is Role => known.has(role)),
      personId: isText(user['personId']) ? user['personId'] : null,
    },
    township: { id: township['id'], name: township['name'] },
    villages: villages.filter(isText),
    ...(Array.isArray(signedYears) ? { signedYears: signedYears.filter(Number.isInteger) } : {}),
  }
}
