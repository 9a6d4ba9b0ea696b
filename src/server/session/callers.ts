import type { Caller, Role } from '../../domain/access/caller.ts'
import type { Database, Trx } from '../db/database.ts'
import type { Author } from '../ledger/types.ts'

type Account = {
  readonly id: string
  readonly roles: readonly Role[]
  readonly person_id: string | null
  readonly villages: readonly string[] | null
}

/** The villages of a township's register. */
async function allVillages(db: Database | Trx, township: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('township', '=', township)
    .where('kind', '=', 'village')
    .where('status', '!=', 'void')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** An account as the rules see it, its villages spelt out. */
export async function toAuthor(db: Database | Trx, township: string, account: Account): Promise<Author> {
  const villages = account.villages ?? (await allVillages(db, township))
  const caller: Caller = { userId: account.id, township, roles: account.roles, personId: account.person_id, villages }
  return { caller, allVillages: account.villages === null }
}

/** The author of that id, if the township has one. */
export async function authorOf(db: Database | Trx, township: string, userId: string): Promise<Author | null> {
  const account = await db
    .selectFrom('users')
    .select(['id', 'roles', 'person_id', 'villages'])
    .where('township', '=', township)
    .where('id', '=', userId)
    .executeTakeFirst()
  return account ? toAuthor(db, township, account) : null
}
