import { yearOf } from '../../domain/calendar/day.ts'
import type { Kind } from '../../domain/kinds/kind.ts'
import type { Data } from '../../domain/value.ts'
import { text } from '../../domain/value.ts'
import type { Batch } from './batch.ts'
import { counterKey } from './batch.ts'
import { mainDateOf } from './record-row.ts'

/** An official number and the counter that it moves on. */
export type Numbered = { readonly number: string; readonly counter: string; readonly last: number }

/** The letters of the township's numbers, from its register; before it has one, the first two of its name. */
const lettersOf = (batch: Batch): string => {
  for (const record of batch.records.values()) {
    const letters = record.kind === 'township' && record.status === 'active' ? text(record.data['letters']) : undefined
    if (letters !== undefined) return letters
  }
  return batch.townshipName.slice(0, 2)
}

/**
 * The next official number, as 西阳综检〔2025〕12号: in the year of the record's own date, gapless by kind and year under
 * the township's lock. None for registers, drafts, and what was voided before it was ever submitted.
 */
export function nextNumber(batch: Batch, kind: Kind, status: string, data: Data): Numbered | null {
  const date = mainDateOf(kind, data)
  if (!kind.numberLetters || date === null || status === 'draft' || status === 'void') return null
  const counter = counterKey(kind.name, yearOf(date))
  const last = (batch.counters.get(counter) ?? 0) + 1
  return { number: `${lettersOf(batch)}${kind.numberLetters}\u3014${yearOf(date)}\u3015${last}号`, counter, last }
}
