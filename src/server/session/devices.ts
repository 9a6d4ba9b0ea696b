import type { Database } from '../db/database.ts'
import type { Session } from './sessions.ts'

/** More often than once a minute nothing new is learnt of a device. */
const leastMs = 60_000

/** Notes that a device pushed or pulled, and the app that it runs where it says so. */
export async function noteSync(
  db: Database,
  session: Session,
  { now, app }: { readonly now: number; readonly app: string | null },
): Promise<void> {
  if (session.deviceId === null) return
  const isNew = app !== null && app !== session.appVersion
  if (!isNew && session.syncedAt !== null && now - session.syncedAt < leastMs) return
  const at = new Date(now)
  await db
    .updateTable('devices')
    .set({ seen_at: at, synced_at: at, ...(app === null ? {} : { app_version: app }) })
    .where('township', '=', session.caller.township)
    .where('id', '=', session.deviceId)
    .execute()
}
