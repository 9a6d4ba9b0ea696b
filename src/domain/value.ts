/** A JSON value, as it travels in a change and stands in a record. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }

/** A record's fields. Absent and null mean the same (DESIGN.md 4). */
export type Data = { readonly [field: string]: Value }

/** Whether a value is a JSON object (and not a list). */
export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether nothing stands there: absent, null, a text of nothing but spaces, an empty list. */
export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** The texts of a list of ids or choices; anything else in it is passed over. */
export const texts = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** The text that stands there, or undefined. */
export const text = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined)
