import type { Field, FieldType, Kind } from '../kinds/kind.ts'
import { fieldOf } from '../kinds/kind.ts'
import type { Data, Value } from '../value.ts'
import { isObject } from '../value.ts'
import type { Change } from './change.ts'
import { canonical, same } from './canonical.ts'

/** The fields as they are after the edit, or the names of those over which two people disagree. */
export type Meeting =
  | { readonly ok: true; readonly fields: Data }
  | { readonly ok: false; readonly conflicts: readonly string[] }

const listTypes: ReadonlySet<FieldType> = new Set([
  'choices',
  'people',
  'records',
  'lawClauses',
  'photos',
  'files',
  'rows',
  'parties',
])

/** Whether values of this field meet element by element. */
export const meetsByElement = (field: Field | undefined): boolean => field !== undefined && listTypes.has(field.type)

/** What makes an element the same thing: its hash, its id, its side and name, else its value (DESIGN.md 4). */
export const identityOf = (type: FieldType, element: Value): string => {
  if (!isObject(element)) return canonical(element)
  if (type === 'photos' || type === 'files') return `hash ${canonical(element['hash'])}`
  if (type !== 'rows' && type !== 'parties') return canonical(element)
  if (typeof element['id'] === 'string') return `id ${element['id']}`
  return type === 'parties' ? `party ${canonical([element['side'], element['name']])}` : canonical(element)
}

const listOf = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : [])

const byIdentity = (type: FieldType, list: readonly Value[]): Map<string, Value> =>
  new Map(list.map((element) => [identityOf(type, element), element]))

/**
 * Lists of things with an identity: the current list in its order, minus what `was` has over `set`, plus what `set`
 * has over `was` in set's order; null where one element was changed by both to different values.
 */
export const meetLists = (type: FieldType, current: Value, was: Value, set: Value): readonly Value[] | null => {
  const [before, after] = [byIdentity(type, listOf(was)), byIdentity(type, listOf(set))]
  const now = byIdentity(type, listOf(current))
  const result = new Map(now)
  for (const [key, element] of before) {
    const wanted = after.get(key)
    if (wanted !== undefined && same(wanted, element)) continue
    const present = now.get(key)
    if (wanted === undefined && present === undefined) continue
    const untouched = present !== undefined && same(present, element)
    if (!untouched && !(present !== undefined && wanted !== undefined && same(present, wanted))) return null
    if (wanted === undefined) result.delete(key)
    else result.set(key, wanted)
  }
  for (const [key, element] of after) {
    if (before.has(key)) continue
    const present = now.get(key)
    if (present !== undefined && !same(present, element)) return null
    result.set(key, element)
  }
  return [...result.values()]
}

const meetField = (kind: Kind, name: string, current: Value, was: Value, set: Value): Value | undefined => {
  const field = fieldOf(kind, name)
  const whole =
    field !== undefined &&
    meetsByElement(field) &&
    [current, was, set].every((value) => value === null || Array.isArray(value))
  if (whole && field) {
    const list = meetLists(field.type, current, was, set)
    return list === null ? undefined : list.length === 0 ? null : list
  }
  if (same(current, was)) return set
  return same(current, set) ? current : undefined
}

/**
 * Compare and set by field (DESIGN.md 4 †): where the record still holds what the author saw, his value is set; where
 * it already holds his value, nothing is to do; otherwise the field conflicts, and then nothing of the change applies.
 */
export const meet = (kind: Kind, current: Data, change: Pick<Change, 'was' | 'set'>): Meeting => {
  const fields: { [name: string]: Value } = {}
  const conflicts: string[] = []
  for (const name of Object.keys(change.set)) {
    const met = meetField(kind, name, current[name] ?? null, change.was?.[name] ?? null, change.set[name] ?? null)
    if (met === undefined) conflicts.push(name)
    else fields[name] = met
  }
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, fields }
}

/** A record with fields laid over it; null clears, so nothing null stays. */
export const layOver = (data: Data, fields: Data): Data =>
  Object.fromEntries(
    Object.entries({ ...data, ...fields }).filter(([, value]) => value !== null && value !== undefined),
  )
