import { layOver } from '../../domain/record/meet.ts'
import type { Data } from '../../domain/value.ts'
import type { Trx } from '../db/database.ts'
import type { Batch } from './batch.ts'

/**
 * The states that a record has been through, newest first, without today's: rebuilt from what each applied change
 * really set, those of this batch included. Where a body was erased, the states after it lack what it set.
 */
export async function versionsOf(trx: Trx, batch: Batch, recordId: string): Promise<readonly Data[]> {
  const rows = await trx
    .selectFrom('changes as c')
    .innerJoin('change_bodies as b', (join) =>
      join.onRef('b.township', '=', 'c.township').onRef('b.change_id', '=', 'c.id'),
    )
    .select('b.fields')
    .where('c.township', '=', batch.township)
    .where('c.record_id', '=', recordId)
    .where('c.outcome', '=', 'applied')
    .orderBy('c.seq')
    .execute()
  const here = batch.written.entries.filter((entry) => entry.recordId === recordId && entry.outcome === 'applied')
  const states: Data[] = []
  let data: Data = {}
  for (const fields of [...rows.map((row) => row.fields), ...here.map((entry) => entry.fields)]) {
    data = layOver(data, fields ?? {})
    states.push(data)
  }
  return states.slice(0, -1).toReversed()
}
