import type { Kind } from '../../domain/kinds/kind.ts'
import type { Data, Value } from '../../domain/value.ts'
import type { NewChange } from '../sync/ledger-types.ts'
import { stepFields, wayOf } from './asked.ts'
import { changeOf } from './changes.ts'

/** The states from one to another, the first left out; void is no way. Undefined where none leads there. */
export const pathBetween = (kind: Kind, from: string, to: string): readonly string[] | undefined => {
  const queue: (readonly string[])[] = [[from]]
  const seen = new Set([from])
  for (let path = queue.shift(); path; path = queue.shift()) {
    const last = path[path.length - 1]
    if (last === to) return path.slice(1)
    for (const step of kind.transitions) {
      if (step.from !== last || step.to === 'void' || seen.has(step.to)) continue
      seen.add(step.to)
      queue.push([...path, step.to])
    }
  }
  return undefined
}

/** What a form over several steps asks, each field once. */
export const pathFields = (kind: Kind, from: string, path: readonly string[]) => {
  const fields = path.flatMap((to, index) => stepFields(kind, path[index - 1] ?? from, to))
  return kind.fields.filter((field) => fields.includes(field))
}

/** Going back, what belongs to the states behind falls away: a failed recheck asks for a new rectification. */
const withoutLater = (kind: Kind, values: Data, to: string): Data => {
  const way = wayOf(kind)
  const later = kind.fields.filter(
    (field) => field.askedFrom !== undefined && way.indexOf(field.askedFrom) > way.indexOf(to),
  )
  const kept: { [name: string]: Value } = { ...values }
  for (const field of later) delete kept[field.name]
  return kept
}

/**
 * The changes that take a record along a path, one a state, since states aren't skipped: 复查合格，销号 is two,
 * 不合格 too. Each builds on the one before it.
 */
export const pathChanges = (form: {
  readonly kind: Kind
  readonly recordId: string
  readonly base: Data
  readonly values: Data
  readonly path: readonly string[]
  readonly today: string
}): readonly NewChange[] => {
  const { kind, recordId, today, path } = form
  let base = form.base
  let from = String(base['status'] ?? '')
  const changes: NewChange[] = []
  path.forEach((status, index) => {
    const last = index === path.length - 1
    const own = new Set(
      stepFields(kind, from, status)
        .filter((field) => field.askedFrom === status)
        .map((field) => field.name),
    )
    const values = last
      ? withoutLater(kind, form.values, status)
      : { ...base, ...Object.fromEntries(Object.entries(form.values).filter(([name]) => own.has(name))) }
    const change = changeOf({ kind, recordId, base, values, status, today })
    if (change) {
      changes.push(change)
      base = Object.fromEntries(Object.entries({ ...base, ...change.set }).filter(([, value]) => value !== null))
    }
    from = status
  })
  return changes
}
