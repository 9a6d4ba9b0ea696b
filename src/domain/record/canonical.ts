import { isObject } from '../value.ts'

/**
 * Canonical JSON (RFC 8785): keys in the order of their UTF-16 units, no spaces, numbers as ECMAScript writes them.
 * Lone surrogates stay as escapes, as JSON.stringify writes them. `undefined` members are left out.
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}

const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isObject(value)) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([key, member]) => [key, withoutNulls(member)]),
  )
}

/** Whether two values are the same for the meeting of edits: canonical JSON, absent = null (DESIGN.md 4). */
export const same = (a: unknown, b: unknown): boolean =>
  a === b || canonical(withoutNulls(a)) === canonical(withoutNulls(b))
