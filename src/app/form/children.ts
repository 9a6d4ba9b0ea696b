import type { Kind } from '../../domain/kinds/kind.ts'
import { fieldOf } from '../../domain/kinds/kind.ts'
import type { Data, Value } from '../../domain/value.ts'

/** A record of another kind, written inside this form and saved with it. */
export type Child = { readonly kind: string; readonly recordId: string; readonly values: Data }

/** The kind that may be written inside a form as it stands: hazards in an inspection that found some. */
export const childKind = (kind: string, values: Data): string | undefined =>
  kind === 'inspection' && (values['result'] === 'hazards' || values['result'] === 'suspectedViolation')
    ? 'hazard'
    : undefined

/** What a hazard takes from the inspection that found it, so that nothing is typed twice. */
export const fromParent = (child: Kind, parentId: string, parent: Data): Data => {
  const origin = fieldOf(child, 'origin')?.choices?.some((choice) => choice.value === parent['programme'])
  const given: { [name: string]: Value | undefined } = {
    inspectionId: parentId,
    villageId: parent['villageId'],
    enterpriseId: parent['enterpriseId'],
    placeName: parent['placeName'],
    foundOn: parent['date'],
    origin: parent['programme'] === undefined ? undefined : origin ? (parent['programme'] ?? null) : 'other',
  }
  const values: { [name: string]: Value } = {}
  for (const [name, value] of Object.entries(given)) if (value !== undefined && value !== null) values[name] = value
  return values
}

/** A hazard keeps with its inspection while both are being written: what it took follows, what was typed over stays. */
export const followParent = (child: Kind, values: Data, parentId: string, before: Data, after: Data): Data => {
  const [old, now] = [fromParent(child, parentId, before), fromParent(child, parentId, after)]
  const next: { [name: string]: Value } = { ...values }
  for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if ((values[name] ?? null) !== (old[name] ?? null)) continue
    const value = now[name]
    if (value === undefined) delete next[name]
    else next[name] = value
  }
  return next
}
