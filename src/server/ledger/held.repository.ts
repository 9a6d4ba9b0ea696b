import type { Trx } from '../db/database.ts'
import { type Columns, insertRows } from '../db/insert.ts'
import type { HeldChange } from './types.ts'

type Row = {
  readonly change_id: string
  readonly by_user: string
  readonly device_id: string | null
  readonly body: string
  readonly sent_at: Date
  readonly kept_at: Date
  readonly after: boolean
}

/** A row of `held` as the ledger knows it. */
export const toHeld = (row: Row): HeldChange => ({
  changeId: row.change_id,
  byUser: row.by_user,
  deviceId: row.device_id,
  body: row.body,
  sentAt: row.sent_at.getTime(),
  keptAt: row.kept_at.getTime(),
  after: row.after,
})

const columns: Columns = {
  township: 'uuid',
  change_id: 'uuid',
  by_user: 'uuid',
  device_id: 'text',
  body: 'text',
  sent_at: 'timestamptz',
  kept_at: 'timestamptz',
  place: 'integer',
  after: 'boolean',
}

/** Keeps changes for a supervisor, in their order. */
export async function keepHeld(trx: Trx, township: string, held: readonly HeldChange[]): Promise<void> {
  const rows = held.map((one, place) => ({
    township,
    change_id: one.changeId,
    by_user: one.byUser,
    device_id: one.deviceId,
    body: one.body,
    sent_at: new Date(one.sentAt).toISOString(),
    kept_at: new Date(one.keptAt).toISOString(),
    place,
    after: one.after,
  }))
  await insertRows(trx, 'held', columns, rows)
}

/** Takes a held change out, for its judgement; null where there is none of that id. */
export async function takeOut(trx: Trx, township: string, changeId: string): Promise<HeldChange | null> {
  const row = await trx
    .deleteFrom('held')
    .where('township', '=', township)
    .where('change_id', '=', changeId)
    .returning(['change_id', 'by_user', 'device_id', 'body', 'sent_at', 'kept_at', 'after'])
    .executeTakeFirst()
  return row ? toHeld(row) : null
}
