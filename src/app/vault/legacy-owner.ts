import type { Session } from '../sync/ledger-types.ts'
import type { OpenStore } from './open-database.ts'
import type { PhoneSchema } from './upgrades.ts'

/** Whose unsealed vault an earlier version of the app has left on this phone; null: none. */
export async function legacyOf({
  db,
}: OpenStore<PhoneSchema>): Promise<{ readonly session: Session; readonly username: string } | null> {
  const session = (await db.get('meta', 'session')) as Session | undefined
  const username = ((await db.get('meta', 'username')) as string | undefined) ?? ''
  return session ? { session, username } : null
}
