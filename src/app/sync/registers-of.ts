import { calendarOver } from '../../domain/calendar/announced.ts'
import type { KnownRecord, Registers } from '../../domain/record/registers.ts'
import type { Data } from '../../domain/value.ts'
import type { LocalRecord } from './ledger-types.ts'

/** What the rules may ask of the ledger on this phone: every record that it holds, who has which duty, which days are worked. */
export function registersOf(records: ReadonlyMap<string, LocalRecord>): Registers {
  const duties = new Map<string, KnownRecord[]>()
  const years: Data[] = []
  for (const record of records.values()) {
    if (record.kind === 'holidayYear' && record.status === 'active') years.push(record.data)
    const personId = record.kind === 'duty' ? record.data['personId'] : undefined
    if (typeof personId !== 'string') continue
    const list = duties.get(personId)
    if (list) list.push(record)
    else duties.set(personId, [record])
  }
  return {
    find: (id) => records.get(id),
    dutiesOf: (personId) => duties.get(personId) ?? [],
    calendar: calendarOver(years),
  }
}
