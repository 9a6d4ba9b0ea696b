import type { Kind } from '../../domain/kinds/kind.ts'
import type { Change, Warning } from '../../domain/record/change.ts'
import { factsOf } from '../../domain/report/facts.ts'
import { figures } from '../../domain/report/figures.ts'
import { movesYear } from '../../domain/report/moves.ts'
import type { Data } from '../../domain/value.ts'
import type { Batch } from './batch.ts'

/** A change that moves figures of a signed year is accepted and marked, and asked for its reason (DESIGN.md 4, Closing). */
export function lateWarnings(batch: Batch, kind: Kind, change: Change, data: Data): readonly Warning[] {
  if (batch.signedYears.length === 0) return []
  const record = batch.records.get(change.recordId)
  const before = record ? factsOf(kind, record.id, record.data) : []
  const after = factsOf(kind, change.recordId, data)
  const isReasoned = (change.reason ?? '').trim() !== ''
  return batch.signedYears
    .filter((year) => movesYear(figures, before, after, year))
    .map((year) => ({ path: '/reason', code: 'late', params: { year, ...(isReasoned ? { reasoned: 1 } : {}) } }))
}
