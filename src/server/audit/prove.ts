import type { Database } from '../db/database.ts'
import { digestOf, firstHash, nextHash } from '../ledger/chain.ts'
import { type AuditAction, firstAuditHash, nextAuditHash } from './audit.ts'

/** What a walk along a chain came to: how many links, and the first that doesn't follow, with what is wrong. */
export type Proof = {
  readonly links: number
  readonly broken: { readonly link: number; readonly why: 'missing' | 'altered' | 'body' | 'head' } | null
}

const step = 5000

/**
 * Walks the chain of a township's changes from its first link: each must follow from the one before, a body that is
 * still there must fit its digest, and the head must be the last.
 */
export async function proveChanges(db: Database, township: string): Promise<Proof> {
  let [before, seq] = [firstHash(township), 0]
  for (;;) {
    const rows = await db
      .selectFrom('changes as c')
      .leftJoin('change_bodies as b', (join) =>
        join.onRef('b.township', '=', 'c.township').onRef('b.change_id', '=', 'c.id'),
      )
      .select(['c.seq', 'c.id', 'c.outcome', 'c.digest', 'c.hash', 'b.body', 'b.salt'])
      .where('c.township', '=', township)
      .where('c.seq', '>', seq)
      .orderBy('c.seq')
      .limit(step)
      .execute()
    for (const row of rows) {
      if (row.seq !== seq + 1) return { links: seq, broken: { link: seq + 1, why: 'missing' } }
      seq = row.seq
      if (row.hash !== nextHash(before, row)) return { links: seq, broken: { link: seq, why: 'altered' } }
      if (row.body !== null && row.salt !== null && digestOf(row.salt, row.body) !== row.digest)
        return { links: seq, broken: { link: seq, why: 'body' } }
      before = row.hash
    }
    if (rows.length < step) break
  }
  const head = await db
    .selectFrom('townships')
    .select(['seq', 'head_hash'])
    .where('id', '=', township)
    .executeTakeFirstOrThrow()
  const isWhole = head.seq === seq && head.head_hash === before
  return { links: seq, broken: isWhole ? null : { link: seq + 1, why: 'head' } }
}

/** The same for what people did and saw. */
export async function proveAudit(db: Database, township: string): Promise<Proof> {
  let [before, n] = [firstAuditHash(township), 0]
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .select(['n', 'at', 'by_user', 'device_id', 'action', 'subject', 'detail', 'hash'])
      .where('township', '=', township)
      .where('n', '>', n)
      .orderBy('n')
      .limit(step)
      .execute()
    for (const row of rows) {
      if (row.n !== n + 1) return { links: n, broken: { link: n + 1, why: 'missing' } }
      n = row.n
      const link = {
        n,
        at: row.at.toISOString(),
        by: row.by_user,
        deviceId: row.device_id,
        action: row.action as AuditAction,
        subject: row.subject,
        detail: row.detail,
      }
      if (row.hash !== nextAuditHash(before, link)) return { links: n, broken: { link: n, why: 'altered' } }
      before = row.hash
    }
    if (rows.length < step) break
  }
  const head = await db
    .selectFrom('audit_heads')
    .select(['n', 'hash'])
    .where('township', '=', township)
    .executeTakeFirst()
  const isWhole = head ? head.n === n && head.hash === before : n === 0
  return { links: n, broken: isWhole ? null : { link: n + 1, why: 'head' } }
}
