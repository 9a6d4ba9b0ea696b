import type { Data, Value } from '../../../../src/domain/value.ts'
import { daysFrom, type Period, shift } from './days.ts'
import type { Logged } from './push.ts'

/** One number of a period, from the records alone. */
export type Counting = (records: readonly Logged[], period: Period) => bigint
export type Where = (data: Data) => boolean

const told = ['submitted']
const register = ['active']

/** The states in which records of a kind count, as DESIGN.md, DOMAIN.md and figures.csv tell them: never a draft, never what is void. */
const counted: Readonly<Record<string, readonly string[]>> = {
  hazard: ['closed'],
  mediation: ['concluded', 'performed'],
  clueTransfer: ['transferred', 'answered'],
  penalty: ['decided', 'served', 'performed', 'closed'],
  complaint: ['upheld'],
  caseLibrary: ['published'],
  enterpriseDispute: ['concluded'],
  task: ['assigned', 'done'],
  hardProblem: ['solved'],
  courtCase: ['judged', 'performed'],
  legalReview: ['reviewed'],
  normativeDocument: ['issued', 'published', 'filed'],
  landParcel: ['done'],
  siteWork: ['done'],
  relief: ['paid'],
  village: register,
  duty: register,
  enterprise: register,
  powerItem: register,
  mechanism: register,
}

const anything: Where = () => true

function those(records: readonly Logged[], kind: string, where: Where): readonly Data[] {
  const found: Data[] = []
  for (const record of records) {
    if (record.kind !== kind) continue
    if (!(counted[kind] ?? told).includes(String(record.data['status']))) continue
    if (where(record.data)) found.push(record.data)
  }
  return found
}

const isIn = (period: Period, day: Value | undefined): boolean =>
  typeof day === 'string' && period.from <= day && day <= period.to

/** How many, each at that date of its own. */
export const count =
  (kind: string, on: string, where: Where = anything): Counting =>
  (records, period) => {
    let found = 0n
    for (const data of those(records, kind, where)) if (isIn(period, data[on])) found += 1n
    return found
  }

/** A field added up; `cents`: in hundredths, since it has two decimals. */
export const sum =
  (kind: string, on: string, field: string, where: Where = anything, cents = false): Counting =>
  (records, period) => {
    let added = 0n
    for (const data of those(records, kind, where))
      if (isIn(period, data[on])) added += BigInt(Math.round(Number(data[field] ?? 0) * (cents ? 100 : 1)))
    return added
  }

/** Days from one date of each to another, added up. */
export const days =
  (kind: string, from: string, to: string): Counting =>
  (records, period) => {
    let added = 0n
    for (const data of those(records, kind, anything))
      if (isIn(period, data[to])) added += BigInt(daysFrom(String(data[from]), String(data[to])))
    return added
  }

const subjectsOf = (value: Value | undefined): readonly Value[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value]

/** How many different ones, those of a list each by itself. */
export const distinct =
  (
    kind: string,
    on: string,
    subject: string | ((data: Data) => Value | undefined),
    where: Where = anything,
  ): Counting =>
  (records, period) => {
    const seen = new Set<Value>()
    for (const data of those(records, kind, where)) {
      if (!isIn(period, data[on])) continue
      for (const one of subjectsOf(typeof subject === 'string' ? data[subject] : subject(data))) seen.add(one)
    }
    return BigInt(seen.size)
  }

/** What stands on a day: begun by all of its beginnings, ended by none of its ends; what lacks one has it never. */
function stands(data: Data, begins: readonly string[], ends: readonly string[], day: string): boolean {
  for (const name of begins) if (typeof data[name] === 'string' && data[name] > day) return false
  for (const name of ends) if (typeof data[name] === 'string' && data[name] < day) return false
  return true
}

type Standing = {
  readonly begins: readonly string[]
  readonly ends: readonly string[]
  readonly where?: Where
  /** Counted once each. */
  readonly subject?: string
  /** On the evening before the period, not on its last day. */
  readonly before?: true
}

/** How many stand at a period's end. */
export const standing =
  (kind: string, of: Standing): Counting =>
  (records, period) => {
    const day = of.before ? shift(period.from, -1) : period.to
    let found = 0n
    const seen = new Set<Value>()
    for (const data of those(records, kind, of.where ?? anything)) {
      if (!stands(data, of.begins, of.ends, day)) continue
      found += 1n
      if (of.subject !== undefined) seen.add(data[of.subject] ?? null)
    }
    return of.subject === undefined ? found : BigInt(seen.size)
  }

/** Fields equal to these; a list means any of its values. */
export const having =
  (wanted: Readonly<Record<string, Value>>): Where =>
  (data) => {
    for (const [name, value] of Object.entries(wanted)) {
      if (Array.isArray(value) ? !value.includes(data[name] ?? null) : data[name] !== value) return false
    }
    return true
  }

/** Fields that are there. */
export const present =
  (...names: readonly string[]): Where =>
  (data) =>
    names.every((name) => data[name] !== undefined && data[name] !== '')

export const both =
  (one: Where, other: Where): Where =>
  (data) =>
    one(data) && other(data)
