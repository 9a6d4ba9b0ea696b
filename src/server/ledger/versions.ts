import { layOver } from '../../domain/record/meet.ts'
import type { Data } from '../../domain/value.ts'
import type { Trx } from '../db/database.ts'
import type { Batch } from './batch.ts'

/** Somebody on one device: his own earlier changes there are part of what he sees. */
export type Seer = { readonly byUser: string; readonly deviceId: string | null }

/**
 * The states of a record that somebody may have had before him, newest first, without today's: none from before the last
 * change that he sent from the same device. Rebuilt from what each applied change really set, those of this batch
 * included; where a body was erased, the states after it lack what it set.
 */
export async function versionsOf(trx: Trx, batch: Batch, recordId: string, of: Seer): Promise<readonly Data[]> {
  const rows = await trx
    .selectFrom('changes as c')
    .innerJoin('change_bodies as b', (join) =>
      join.onRef('b.township', '=', 'c.township').onRef('b.change_id', '=', 'c.id'),
    )
    .select(['b.fields', 'c.by_user as byUser', 'c.device_id as deviceId'])
    .where('c.township', '=', batch.township)
    .where('c.record_id', '=', recordId)
    .where('c.outcome', '=', 'applied')
    .orderBy('c.seq')
    .execute()
  const here = batch.written.entries.filter((entry) => entry.recordId === recordId && entry.outcome === 'applied')
  const changes = [...rows, ...here]
  const states: Data[] = []
  let data: Data = {}
  for (const { fields } of changes) {
    data = layOver(data, fields ?? {})
    states.push(data)
  }
  const own = changes.findLastIndex((one) => one.byUser === of.byUser && one.deviceId === of.deviceId)
  return states.slice(Math.max(own, 0), -1).toReversed()
}
