import { isDay } from '../calendar/day.ts'
import { instantMs } from '../calendar/instant.ts'
import type { Field } from '../kinds/kind.ts'
import type { Value } from '../value.ts'
import { isEmpty, isObject } from '../value.ts'
import type { Problem, ProblemCode } from './change.ts'
import { isStorable, lengthOf } from './characters.ts'
import { isId } from './ids.ts'

const problem = (path: string, code: ProblemCode, params?: Problem['params']): Problem[] => [
  params ? { path, code, params } : { path, code },
]

const checkText = (field: Field, value: unknown, path: string): Problem[] => {
  if (typeof value !== 'string') return problem(path, 'wrongType')
  if (!isStorable(value)) return problem(path, 'badText')
  const max = field.max ?? (field.type === 'longText' ? 5000 : 200)
  if (lengthOf(value) > max) return problem(path, 'tooLong', { max })
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`).test(value)) return problem(path, 'badText')
  return []
}

/** Digits behind the point as the number is written; exponents have more than any field allows. */
const decimalsOf = (value: number): number => {
  const written = String(value)
  if (written.includes('e')) return Number.POSITIVE_INFINITY
  return written.split('.')[1]?.length ?? 0
}

const checkNumber = (field: Field, value: unknown, path: string, decimals: number): Problem[] => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return problem(path, 'wrongType')
  if (decimals === 0 && !Number.isInteger(value)) return problem(path, 'wrongType', { decimals })
  const min = field.min ?? 0
  const max = field.max ?? 1e12
  if (value < min) return problem(path, 'outOfRange', { min })
  if (value > max) return problem(path, 'outOfRange', { max })
  return decimalsOf(value) > decimals ? problem(path, 'outOfRange', { decimals }) : []
}

const checkDay = (value: unknown, path: string): Problem[] => {
  if (typeof value !== 'string' || !isDay(value)) return problem(path, 'wrongType')
  return value < '1900-01-01' || value > '2199-12-31' ? problem(path, 'outOfRange') : []
}

const checkInstant = (value: unknown, path: string): Problem[] =>
  typeof value === 'string' && instantMs(value) !== null ? [] : problem(path, 'wrongType')

const checkChoice = (field: Field, value: unknown, path: string): Problem[] => {
  if (typeof value !== 'string') return problem(path, 'wrongType')
  return field.choices?.some((choice) => choice.value === value) ? [] : problem(path, 'badChoice')
}

const checkId = (value: unknown, path: string): Problem[] => {
  if (typeof value !== 'string') return problem(path, 'wrongType')
  return isId(value) ? [] : problem(path, 'badId')
}

const checkList = (
  field: Field,
  value: unknown,
  path: string,
  item: (value: unknown, path: string) => Problem[],
): Problem[] => {
  if (!Array.isArray(value)) return problem(path, 'wrongType')
  const max = field.max ?? 100
  if (value.length > max) return problem(path, 'tooLong', { max })
  return value.flatMap((each, index) => item(each, `${path}/${index}`))
}

const missing = (field: Field, path: string): Problem[] => problem(`${path}/${field.name}`, 'required')

/** The types of an object's members; those that must stand there are asked for here, but for a person's words (parties). */
const checkMembers = (fields: readonly Field[], value: unknown, path: string, asks = true): Problem[] => {
  if (!isObject(value)) return problem(path, 'wrongType')
  return Object.entries(value)
    .flatMap(([name, member]) => {
      const field = fields.find((each) => each.name === name)
      const at = `${path}/${pointer(name)}`
      if (!field) return problem(at, 'unknownField')
      return member === null ? [] : checkValue(field, member, at)
    })
    .concat(
      fields
        .filter((field) => asks && field.required && (value[field.name] ?? null) === null)
        .flatMap((field) => missing(field, path)),
    )
}

const part = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  name,
  type,
  label: { zh: name, en: name },
  ...more,
})
const required = { required: true } as const

/** The members of the field types that are objects (DESIGN.md 3). */
const shapes = {
  location: [
    part('lat', 'decimal', { ...required, min: -90, max: 90, decimals: 15 }),
    part('lng', 'decimal', { ...required, min: -180, max: 180, decimals: 15 }),
    part('accuracy', 'decimal', { max: 1e7, decimals: 15 }),
    part('at', 'dateTime'),
    part('source', 'text', { max: 40 }),
  ],
  file: [
    part('hash', 'text', { ...required, max: 200 }),
    part('name', 'text', { ...required, max: 200 }),
    part('size', 'integer', required),
    part('width', 'integer'),
    part('height', 'integer'),
    part('takenAt', 'dateTime'),
    part('originalHash', 'text', { max: 200 }),
  ],
  signature: [
    part('width', 'decimal', { ...required, min: 1, max: 10000, decimals: 6 }),
    part('height', 'decimal', { ...required, min: 1, max: 10000, decimals: 6 }),
    part('path', 'text', { ...required, max: 100_000, pattern: '\\s*[Mm][0-9MmLlHhVvCcSsQqTtAaZz.,\\s+-]+' }),
    part('signedAt', 'dateTime', required),
  ],
  party: [
    part('id', 'text', { max: 60 }),
    part('name', 'text', { ...required, max: 100 }),
    part('side', 'text', { ...required, max: 20 }),
    part('idNumber', 'text', { max: 30 }),
    part('phone', 'text', { max: 30 }),
    part('minor', 'boolean'),
  ],
} as const

/** The members of a party, for the form. */
export const partyFields: readonly Field[] = shapes.party

/** The names and sides that parties lack: asked for outside draft, where half a party may be saved. */
export const partyProblems = (parties: readonly Value[], path: string): Problem[] =>
  parties.flatMap((party, index) =>
    partyFields
      .filter((field) => field.required && isObject(party) && isEmpty(party[field.name] as Value | undefined))
      .flatMap((field) => missing(field, `${path}/${index}`)),
  )

/** A member's name as part of a JSON Pointer (RFC 6901). */
export const pointer = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1')

/**
 * Whether a value is of its field's type and within its bounds. Judged as it is, never coerced; null isn't asked here.
 * Never throws, on any JSON.
 */
export const checkValue = (field: Field, value: unknown, path: string): Problem[] => {
  switch (field.type) {
    case 'text':
    case 'longText':
      return checkText(field, value, path)
    case 'integer':
      return checkNumber(field, value, path, 0)
    case 'decimal':
      return checkNumber(field, value, path, field.decimals ?? 2)
    case 'money':
      return checkNumber(field, value, path, 2)
    case 'date':
      return checkDay(value, path)
    case 'dateTime':
      return checkInstant(value, path)
    case 'choice':
      return checkChoice(field, value, path)
    case 'choices':
      return checkList(field, value, path, (each, at) => checkChoice(field, each, at))
    case 'boolean':
      return typeof value === 'boolean' ? [] : problem(path, 'wrongType')
    case 'person':
    case 'village':
    case 'enterprise':
    case 'record':
      return checkId(value, path)
    case 'people':
    case 'records':
      return checkList(field, value, path, checkId)
    case 'group':
      return checkMembers(field.fields ?? [], value, path)
    case 'rows':
      return checkList(field, value, path, (row, at) =>
        checkMembers([part('id', 'text', { ...required, max: 60 }), ...(field.fields ?? [])], row, at),
      )
    case 'location':
      return checkMembers(shapes.location, value, path)
    case 'photos':
    case 'files':
      return checkList(field, value, path, (file, at) => checkMembers(shapes.file, file, at))
    case 'signature':
      return checkMembers(shapes.signature, value, path)
    case 'parties':
      return checkList(field, value, path, (party, at) => checkMembers(shapes.party, party, at, false))
    case 'lawClauses':
      return checkList(field, value, path, (clause, at) => checkText({ ...field, type: 'text', max: 300 }, clause, at))
  }
}
