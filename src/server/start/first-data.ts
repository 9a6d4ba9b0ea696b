import { v7 } from './uuid.ts'
import type { Database } from '../db/database.ts'
import { createAccount, createTownship } from '../session/accounts.ts'

/** Whether nothing has been set up yet. */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await db.selectFrom('townships').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Whether it holds the demo: then it stays one. */
export async function isDemo(db: Database): Promise<boolean> {
  return (
    (await db.selectFrom('townships').select('id').where('demo', '=', true).limit(1).executeTakeFirst()) !== undefined
  )
}

/** The townships that came out of a backup, and when. */
export async function restoredTownships(
  db: Database,
): Promise<readonly { id: string; name: string; restoredAt: Date }[]> {
  const rows = await db.selectFrom('townships').select(['id', 'name', 'restored_at']).orderBy('id').execute()
  return rows.flatMap(({ id, name, restored_at: at }) => (at === null ? [] : [{ id, name, restoredAt: at }]))
}

/** The first township and its administrator, who must choose another password at once. */
export async function createFirstAdmin(db: Database, password: string, now: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const township = v7(now)
    await createTownship(trx, { id: township, name: '未命名乡镇', now })
    await createAccount(trx, {
      township,
      id: v7(now),
      username: 'admin',
      name: '管理员',
      roles: ['admin'],
      password: { plain: password },
      mustChangePassword: true,
      now,
    })
  })
}
