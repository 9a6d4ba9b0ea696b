import { randomBytes, type JsonWebKey } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../http/context.ts'
import { makeKey, openingKey, type OpeningKey, type PublicJwk } from './hpke.ts'

const dayMs = 86_400_000
/** How long a key is given out, and how long it opens: a queue is at most 400 days old. */
const givenOut = 30 * dayMs
const opens = givenOut + 400 * dayMs

const purpose = 'sealing key'

/** The keys that phones seal for. */
export type SealingKeys = {
  /** The one to seal for now; made where there is none, or the newest is older than 30 days. */
  readonly current: () => Promise<{ readonly keyId: string; readonly publicKey: PublicJwk }>
  /** Those of these ids that this server has and can open with; the rest is missing in the answer. */
  readonly byIds: (ids: readonly string[]) => Promise<ReadonlyMap<string, OpeningKey>>
}

type Kept = { readonly key: OpeningKey; readonly until: number }

/** The sealing keys over one database; opened ones stay in this process's memory. */
export function sealingKeys({ db, secrets, clock }: Pick<Context, 'db' | 'secrets' | 'clock'>): SealingKeys {
  const kept = new Map<string, Kept>()
  let making: Promise<void> | undefined

  /** The newest that this server can open: where its secret was lost, another is made. */
  const newest = async (): Promise<{ readonly keyId: string; readonly publicKey: PublicJwk } | null> => {
    const rows = await db
      .selectFrom('sealing_keys')
      .select(['key_id', 'public_key', 'private_key'])
      .where('created_at', '>=', new Date(clock() - givenOut))
      .orderBy('created_at', 'desc')
      .orderBy('key_id')
      .execute()
    const row = rows.find(({ private_key }) => secrets.open(purpose, private_key) !== null)
    return row ? { keyId: row.key_id, publicKey: JSON.parse(row.public_key) as PublicJwk } : null
  }

  /** Two processes may both make one: both open what was sealed for either, and the newest is given out. */
  const make = async (): Promise<void> => {
    const { publicKey, privateKey } = await makeKey()
    const now = clock()
    await db
      .deleteFrom('sealing_keys')
      .where('created_at', '<', new Date(now - opens))
      .execute()
    await db
      .insertInto('sealing_keys')
      .values({
        key_id: randomBytes(12).toString('base64url'),
        public_key: JSON.stringify(publicKey),
        private_key: secrets.seal(purpose, JSON.stringify(privateKey)),
        created_at: new Date(now),
      })
      .execute()
  }

  const load = async (ids: readonly string[]): Promise<void> => {
    const rows = await db
      .selectFrom('sealing_keys')
      .select(['key_id', 'private_key', 'created_at'])
      .where('key_id', '=', sql<string>`any(${ids}::text[])`)
      .execute()
    for (const row of rows) {
      const opened = secrets.open(purpose, row.private_key)
      if (opened === null) continue
      const key = await openingKey(JSON.parse(opened) as JsonWebKey)
      kept.set(row.key_id, { key, until: row.created_at.getTime() + opens })
    }
  }

  return {
    current: async () => {
      const before = await newest()
      if (before) return before
      making ??= make().finally(() => {
        making = undefined
      })
      await making
      const made = await newest()
      if (!made) throw new Error('a sealing key that was just made is there')
      return made
    },
    byIds: async (ids) => {
      for (const [id, { until }] of kept) if (until < clock()) kept.delete(id)
      // Of a form of ours only: what PostgreSQL can't keep is no id of a key.
      const unknown = [...new Set(ids)].filter((id) => /^[\w-]{1,100}$/.test(id) && !kept.has(id))
      if (unknown.length > 0) await load(unknown)
      return new Map(
        ids.flatMap((id) => {
          const one = kept.get(id)
          return one && one.until >= clock() ? [[id, one.key] as const] : []
        }),
      )
    },
  }
}
