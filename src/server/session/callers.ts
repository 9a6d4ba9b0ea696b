import type { Role } from '../../domain/access/caller.ts'
import { anyOf, type Database, type Trx } from '../db/database.ts'
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
  return authorWith(township, account, account.villages ? [] : await allVillages(db, township))
}

const authorWith = (township: string, account: Account, all: readonly string[]): Author => {
  const { id: userId, roles, person_id: personId, villages } = account
  return { caller: { userId, township, roles, personId, villages: villages ?? all }, allVillages: villages === null }
}

/** The author of that id, if the township has one. */
export async function authorOf(db: Database | Trx, township: string, userId: string): Promise<Author | null> {
  const [author] = await authorsOf(db, township, [userId])
  return author ?? null
}

/** The authors of these ids, as far as the township has them. */
export async function authorsOf(
  db: Database | Trx,
  township: string,
  userIds: readonly string[],
): Promise<readonly Author[]> {
  if (userIds.length === 0) return []
  const accounts = await db
    .selectFrom('users')
    .select(['id', 'roles', 'person_id', 'villages'])
    .where('township', '=', township)
    .where('id', '=', anyOf(userIds))
    .execute()
  const all = accounts.some(({ villages }) => villages === null) ? await allVillages(db, township) : []
  return accounts.map((account) => authorWith(township, account, all))
}
