import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { canonical } from '../../domain/record/canonical.ts'
import type { Data } from '../../domain/value.ts'
import type { Database, Trx } from '../db/database.ts'
import { sessionOf } from '../http/context.ts'

/** What is written down of people's doings, beside the changes of the ledger, which have a chain of their own. */
export const auditActions = [
  'loggedIn',
  'loginFailed',
  'loggedOut',
  'passwordChanged',
  'passwordReset',
  'vaultRecovered',
  'totpSet',
  'totpReset',
  'userAdded',
  'userChanged',
  'deviceRevoked',
  'heldTaken',
  'heldRefused',
  'handedOver',
  'sawPersonal',
  'lookedUpPerson',
  'exported',
  'printed',
  'enteredFigure',
  'wroteParagraph',
  'signedYear',
  'unsignedYear',
] as const
export type AuditAction = (typeof auditActions)[number]

/** Something that somebody did or saw. */
export type Doing = {
  readonly township: string
  /** Null: nobody who is known, such as a failed log-in's. */
  readonly by: string | null
  readonly deviceId: string | null
  readonly action: AuditAction
  /** What it was done to: a record's id, a person's, a year. */
  readonly subject?: string
  /** No personal data: counts, kinds, names of files. */
  readonly detail?: Data
  readonly now: number
}

/** One link of a township's audit chain. */
export type AuditLink = Omit<Doing, 'township' | 'now' | 'subject' | 'detail'> & {
  readonly n: number
  readonly at: string
  readonly subject: string | null
  readonly detail: Data
}

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`

/** Where a township's audit chain begins. */
export const firstAuditHash = (township: string): string => sha256(`gridbook audit ${township}`)

/** The chain's head after one more link. */
export const nextAuditHash = (before: string, link: AuditLink): string => sha256(`${before}\n${canonical(link)}`)

/** Writes down what somebody did, under the chain's own lock; where that fails, what is to be written down doesn't happen. */
export async function audit(db: Database, doing: Doing): Promise<void> {
  await db.transaction().execute((trx) => auditIn(trx, doing))
}

/** The same within a transaction that does the thing itself: both or neither. */
export async function auditIn(trx: Trx, doing: Doing): Promise<void> {
  const { township, by, deviceId, action, subject = null, detail = {}, now } = doing
  await trx
    .insertInto('audit_heads')
    .values({ township, n: 0, hash: firstAuditHash(township) })
    .onConflict((conflict) => conflict.column('township').doNothing())
    .execute()
  const head = await trx
    .selectFrom('audit_heads')
    .select(['n', 'hash'])
    .where('township', '=', township)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const at = new Date(now)
  const n = head.n + 1
  const hash = nextAuditHash(head.hash, { n, at: at.toISOString(), by, deviceId, action, subject, detail })
  await trx
    .insertInto('audit')
    .values({
      township,
      n,
      at,
      by_user: by,
      device_id: deviceId,
      action,
      subject,
      detail: JSON.stringify(detail),
      hash,
    })
    .execute()
  await trx.updateTable('audit_heads').set({ n, hash }).where('township', '=', township).execute()
}

/** What a signed-in caller does, from which device. */
export function doingOf(
  request: FastifyRequest,
  now: number,
  what: Pick<Doing, 'action' | 'subject' | 'detail'>,
): Doing {
  const { caller, deviceId } = sessionOf(request)
  return { township: caller.township, by: caller.userId, deviceId, now, ...what }
}
