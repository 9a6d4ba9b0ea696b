import type { Field, Kind } from '../kinds/kind.ts'
import type { Data, Value } from '../value.ts'
import { isEmpty, isObject } from '../value.ts'
import type { Caller } from './caller.ts'
import type { Held } from './rights.ts'
import { mayList, mayOpen } from './rights.ts'

/** What somebody sees of a record: what he may read, and masks of what he may not (DESIGN.md 6). */
export type View = { readonly data: Data; readonly masked?: Data; readonly whole: boolean }

/** 张三 → 张*; a compound name keeps its first character only, a rare one counts as one. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}*`

/** 13812341234 → 138****1234; anything shorter is all stars. */
export const maskNumber = (number: string): string =>
  number.length >= 8 ? `${number.slice(0, 3)}****${number.slice(-4)}` : '*'.repeat(Math.max(1, number.length))

const maskParty = (party: Value): Value =>
  isObject(party) ? { name: maskName(String(party['name'] ?? '')), side: String(party['side'] ?? '') } : null

/** A value's mask, of the field's own shape. */
const maskOf = (field: Field, value: Value): Value => {
  if (field.type === 'parties' && Array.isArray(value)) return value.map(maskParty)
  if (field.type === 'text' && typeof value === 'string')
    return field.name === 'name' ? maskName(value) : maskNumber(value)
  return field.type === 'longText' ? '*' : null
}

/** The names of the fields that this caller may not read in this record, though he may open it. */
export const unseenFields = (caller: Caller, kind: Kind, held: Held): readonly string[] => {
  if (kind.handledBy)
    return mayOpen(caller, kind, held) ? [] : kind.fields.filter((field) => field.personal).map((field) => field.name)
  const sees = caller.roles.some((role) => role === 'supervisor' || role === 'admin') || held.authorId === caller.userId
  return sees ? [] : kind.fields.filter((field) => field.personal).map((field) => field.name)
}

/** What the caller sees of a record in lists; null where it isn't even listed. `whole` where he may open it. */
export const viewOf = (caller: Caller, kind: Kind, held: Held): View | null => {
  if (!mayList(caller, kind, held)) return null
  const whole = mayOpen(caller, kind, held)
  const unseen = new Set(unseenFields(caller, kind, held))
  const shown = (name: string): boolean => !unseen.has(name) && (whole || (kind.listed?.includes(name) ?? false))
  const data = Object.fromEntries(Object.entries(held.data).filter(([name]) => shown(name)))
  const masks = kind.fields.filter((field) => unseen.has(field.name) && !isEmpty(held.data[field.name]))
  if (masks.length === 0) return { data, whole }
  return {
    data,
    masked: Object.fromEntries(masks.map((field) => [field.name, maskOf(field, held.data[field.name] ?? null)])),
    whole,
  }
}

/**
 * The same record for a file that leaves the ledger: personal data as masks, whoever asks (DOMAIN.md, Mediation: in
 * exports too unless a reason is given).
 */
export const withoutPersonal = (kind: Kind, view: View): View => {
  const told = kind.fields.filter((field) => field.personal && !isEmpty(view.data[field.name]))
  if (told.length === 0) return view
  const names = new Set(told.map((field) => field.name))
  return {
    data: Object.fromEntries(Object.entries(view.data).filter(([name]) => !names.has(name))),
    masked: {
      ...view.masked,
      ...Object.fromEntries(told.map((field) => [field.name, maskOf(field, view.data[field.name] ?? null)])),
    },
    whole: view.whole,
  }
}
