import { firstState } from '../../../domain/record/states.ts'
import type { Data } from '../../../domain/value.ts'
import { changeOf } from '../../form/changes.ts'
import type { Child } from '../../form/children.ts'
import { pathChanges } from '../../form/path.ts'
import type { KindsByName, NewChange } from '../../sync/ledger-types.ts'
import type { Start } from './start.ts'

/** Every change that saving a form makes, the record first, then what was written inside it. */
export const changesOf = (form: {
  readonly start: Start
  readonly values: Data
  readonly children: readonly Child[]
  readonly status: string
  readonly today: string
  readonly kinds: KindsByName
  /** Why a record of a signed year is corrected; '' where nobody says. */
  readonly reason: string
}): readonly NewChange[] => {
  const { start, values, status, today } = form
  const { kind, recordId, base, path } = start
  const own =
    base !== null && path.length > 0
      ? pathChanges({ kind, recordId, base, values, path, today })
      : [changeOf({ kind, recordId, base, values, status, today })]
  const inner = form.children.map((child) => {
    const of = form.kinds.get(child.kind)
    if (!of) return null
    // A draft's hazards are drafts too: nothing inside it is ordered before the inspection itself stands.
    return changeOf({
      kind: of,
      recordId: child.recordId,
      base: null,
      values: child.values,
      status: status === 'draft' ? 'draft' : firstState(of),
      today,
    })
  })
  return [...own, ...inner]
    .filter((change): change is NewChange => change !== null)
    .map((change) => (form.reason === '' ? change : { ...change, reason: form.reason }))
}
