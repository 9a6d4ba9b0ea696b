import { canonical } from '../../domain/record/canonical.ts'
import type { Trx } from '../db/database.ts'
import { factRows, insertFacts } from './flush.ts'

type FactRow = ReturnType<typeof factRows>[number]

/** A fact that the ledger keeps otherwise than its record gives it; null: not at all. */
export type Difference = {
  readonly recordId: string
  readonly kind: string
  readonly measure: string
  readonly kept: FactRow | null
  readonly rebuilt: FactRow | null
}

/** How many facts a township's records give, and where those kept differ. */
export type Recount = {
  readonly records: number
  readonly facts: number
  readonly differences: readonly Difference[]
}

async function rebuild(trx: Trx, township: string) {
  await trx.selectFrom('townships').select('id').where('id', '=', township).forUpdate().execute()
  const records = await trx
    .selectFrom('records')
    .select(['id', 'kind', 'data'])
    .where('township', '=', township)
    .execute()
  return { records: records.length, facts: records.flatMap((record) => factRows(township, record)) }
}

/** Makes a township's facts anew from its records, in one transaction; the figures stay as they were (DESIGN.md 4). */
export async function recount(trx: Trx, township: string): Promise<void> {
  const { facts } = await rebuild(trx, township)
  await trx.deleteFrom('facts').where('township', '=', township).execute()
  await insertFacts(trx, facts)
}

const keyOf = (fact: FactRow): string => `${fact.record_id} ${fact.measure} ${fact.n}`

/** Makes them anew under the township's lock and compares them with those kept; nothing is written. */
export async function compareFacts(trx: Trx, township: string): Promise<Recount> {
  const { records, facts } = await rebuild(trx, township)
  const kept = await trx
    .selectFrom('facts')
    .select([
      'township',
      'record_id',
      'measure',
      'n',
      'kind',
      'subject',
      'on_day',
      'until_day',
      'village_id',
      'people',
      'amount',
    ])
    .where('township', '=', township)
    .execute()
  const before = new Map(kept.map((fact) => [keyOf(fact), fact]))
  const after = new Map(facts.map((fact) => [keyOf(fact), fact]))
  const differences = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): readonly Difference[] => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null]
    const one = is ?? was
    if (!one || (was && is && canonical(was) === canonical(is))) return []
    return [{ recordId: one.record_id, kind: one.kind, measure: one.measure, kept: was, rebuilt: is }]
  })
  return { records, facts: facts.length, differences }
}
