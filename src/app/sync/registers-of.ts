import type { KnownRecord, Registers } from '../../domain/record/registers.ts'
import type { LocalRecord } from './ledger-types.ts'

/** What the rules may ask of the ledger on this phone: every record that it holds, and who has which duty. */
export function registersOf(records: ReadonlyMap<string, LocalRecord>): Registers {
  const duties = new Map<string, KnownRecord[]>()
  for (const record of records.values()) {
    const personId = record.kind === 'duty' ? record.data['personId'] : undefined
    if (typeof personId !== 'string') continue
    const list = duties.get(personId)
    if (list) list.push(record)
    else duties.set(personId, [record])
  }
  return { find: (id) => records.get(id), dutiesOf: (personId) => duties.get(personId) ?? [] }
}
