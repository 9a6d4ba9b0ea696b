import type { Field, Kind } from '../../domain/kinds/kind.ts'
import { withoutHidden } from '../../domain/record/visible.ts'
import type { Data, Value } from '../../domain/value.ts'
import { isEmpty } from '../../domain/value.ts'

/** The states of a record's way, without draft's side door: `void` is no step. */
export const wayOf = (kind: Kind): readonly string[] =>
  kind.states.map((state) => state.name).filter((name) => name !== 'void')

/** Whether the form of that state asks for the field yet. */
export const isAskedIn = (kind: Kind, field: Field, state: string): boolean => {
  if (field.askedFrom === undefined) return true
  const way = wayOf(kind)
  return way.indexOf(field.askedFrom) <= way.indexOf(state)
}

/** No widget for these yet: no kind asks for them; a record shows what it holds of them. */
const withoutWidget: ReadonlySet<Field['type']> = new Set(['files'])

/** Set by the buttons of a record, never typed into its form. */
const ofTheState: ReadonlySet<string> = new Set(['status', 'voidReason', 'duplicateOf'])

/** The fields that a form leading to that state asks, in the order of its sections; those of no section in the first. */
export const askedFields = (kind: Kind, target: string): readonly Field[] => {
  const first = kind.sections[0]?.name
  const asked = kind.fields.filter(
    (field) =>
      !ofTheState.has(field.name) && !field.retired && !withoutWidget.has(field.type) && isAskedIn(kind, field, target),
  )
  return kind.sections.flatMap((section) => asked.filter((field) => (field.section ?? first) === section.name))
}

/** What one step asks: the fields that come with its state and those that it requires; the rest of the form stays away. */
export const stepFields = (kind: Kind, from: string, to: string): readonly Field[] => {
  const requires = kind.transitions.find((step) => step.from === from && step.to === to)?.requires ?? []
  return askedFields(kind, to).filter((field) => field.askedFrom === to || requires.includes(field.name))
}

/** The person behind the account, where they hold the duty that is asked for (any, where none is). */
export type Me = (duty: string | undefined) => string | null

/** Whether a link leads to a kind that this phone knows; one that doesn't isn't asked for. */
export const leadsSomewhere = (field: Field, kinds: ReadonlyMap<string, Kind>): boolean =>
  (field.type !== 'record' && field.type !== 'records') || field.of === undefined || kinds.has(field.of)

const defaultOf = (field: Field, today: string, me: Me): Value => {
  const value = field.default ?? null
  if (value === 'today' && (field.type === 'date' || field.type === 'dateTime')) return today
  if (value !== 'me' || (field.type !== 'person' && field.type !== 'people')) return value
  const person = me(field.of)
  return person === null || field.type === 'person' ? person : [person]
}

/** What stands in a form before anything is typed: what is given, and what its fields propose where nothing is. */
export const startValues = (fields: readonly Field[], given: Data, today: string, me: Me): Data => {
  const values: { [name: string]: Value } = { ...given }
  for (const field of fields) {
    if (!isEmpty(values[field.name])) continue
    const value = defaultOf(field, today, me)
    if (value !== null) values[field.name] = value
  }
  return values
}

/**
 * What a record would hold: values as they stand, without what conditions hide (shown again, it is back in the form)
 * and without what is empty.
 */
export const dataOf = (kind: Kind, values: Data, status: string, today: string): Data => {
  const held: { [name: string]: Value } = {}
  for (const [name, value] of Object.entries(values)) if (!isEmpty(value)) held[name] = value
  return withoutHidden(kind, { ...held, status }, today)
}
