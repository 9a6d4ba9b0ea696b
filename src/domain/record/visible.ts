import type { Field, Kind } from '../kinds/kind.ts'
import type { Data } from '../value.ts'
import { isEmpty } from '../value.ts'
import type { ConditionContext } from './conditions.ts'
import { holds } from './conditions.ts'

/** Whether the conditions hide a field; unknown hides nothing (DESIGN.md 3). */
export const isHidden = (field: Field, context: ConditionContext): boolean =>
  field.visibleWhen !== undefined && holds(field.visibleWhen, context) === false

/** Whether a field must stand in this record; unknown asks for nothing. */
export const isRequired = (field: Field, context: ConditionContext): boolean => {
  const status = context.data['status']
  if (status === 'void') return field.requiredWhen !== undefined && field.name === 'voidReason'
  if (status === 'draft' || isHidden(field, context)) return false
  return field.required === true || (field.requiredWhen !== undefined && holds(field.requiredWhen, context) === true)
}

/** The record without what its conditions hide: what is saved of a form (FIELD-BUGS: survey-library#817). */
export const withoutHidden = (kind: Kind, data: Data, today: string): Data => {
  const hidden = kind.fields.filter((field) => !isEmpty(data[field.name]) && isHidden(field, { data, today }))
  if (hidden.length === 0) return data
  const names = new Set(hidden.map((field) => field.name))
  const kept = Object.fromEntries(Object.entries(data).filter(([name]) => !names.has(name)))
  return withoutHidden(kind, kept, today)
}
