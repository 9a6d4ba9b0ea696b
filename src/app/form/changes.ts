import type { Kind } from '../../domain/kinds/kind.ts'
import { same } from '../../domain/record/canonical.ts'
import type { Data, Value } from '../../domain/value.ts'
import type { NewChange } from '../sync/ledger-types.ts'
import { dataOf } from './asked.ts'

export type Filled = {
  readonly kind: Kind
  readonly recordId: string
  /** What the record held when the form was opened; null for a new one. */
  readonly base: Data | null
  readonly values: Data
  readonly status: string
  readonly today: string
  readonly reason?: string
}

/**
 * The change that a filled form makes: only what differs from what its author saw, with `was` from there; null where
 * something was cleared or is hidden now. A creation has no `was`. Null where there is nothing to say.
 */
export const changeOf = ({ kind, recordId, base, values, status, today, reason }: Filled): NewChange | null => {
  const data = dataOf(kind, values, status, today)
  const more = reason ? { reason } : {}
  if (base === null) return { recordId, kind: kind.name, set: data, ...more }
  const set: { [name: string]: Value } = {}
  const was: { [name: string]: Value } = {}
  for (const { name } of kind.fields) {
    const [before, after] = [base[name] ?? null, data[name] ?? null]
    if (same(before, after)) continue
    set[name] = after
    was[name] = before
  }
  if (Object.keys(set).length === 0) return null
  return { recordId, kind: kind.name, set, was, ...more }
}
