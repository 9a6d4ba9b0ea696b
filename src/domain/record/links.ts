import type { Field, FieldType, Kind } from '../kinds/kind.ts'
import type { Data, Value } from '../value.ts'
import { text, texts } from '../value.ts'

/** A link from a field to a record, with the kind that must stand there (undefined: any). */
export type Link = {
  readonly field: Field
  readonly path: string
  readonly id: string
  readonly kind: string | undefined
}

const targets: { readonly [type in FieldType]?: string } = {
  person: 'person',
  people: 'person',
  village: 'village',
  enterprise: 'enterprise',
}

const linksIn = (field: Field, value: Value | undefined): readonly Link[] => {
  const kind = targets[field.type] ?? (field.type === 'record' || field.type === 'records' ? field.of : undefined)
  if (!(field.type in targets) && field.type !== 'record' && field.type !== 'records') return []
  const single = text(value)
  if (single !== undefined) return [{ field, path: `/set/${field.name}`, id: single, kind }]
  return texts(value).map((id, index) => ({ field, path: `/set/${field.name}/${index}`, id, kind }))
}

/** Every link that stands in a record. */
export const linksOf = (kind: Kind, data: Data): readonly Link[] =>
  kind.fields.flatMap((field) => linksIn(field, data[field.name]))

/** The people whose duties its rules ask for. */
export const peopleAskedOf = (kind: Kind, data: Data): readonly string[] =>
  kind.rules.flatMap((rule) => (rule.rule === 'certified' || rule.rule === 'notDuty' ? texts(data[rule.field]) : []))
