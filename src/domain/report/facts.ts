import { daysBetween, isDay, monthOf, quarterOf } from '../calendar/day.ts'
import type { Kind, Measure } from '../kinds/kind.ts'
import { fieldOf } from '../kinds/kind.ts'
import { holds } from '../record/conditions.ts'
import { counts } from '../record/states.ts'
import type { Data, Value } from '../value.ts'
import { text, texts } from '../value.ts'
import type { Fact } from './fact.ts'

/** A number in the smallest unit of its field: money in fen, a decimal without its point; exact, never by float. */
export const smallestUnits = (kind: Kind, name: string, value: Value | undefined): number => {
  if (typeof value !== 'number') return 0
  const field = fieldOf(kind, name)
  const decimals = field?.type === 'money' ? 2 : field?.type === 'decimal' ? (field.decimals ?? 2) : 0
  return Number(value.toFixed(decimals).replace('.', ''))
}

const amountOf = (kind: Kind, measure: Measure, data: Data): number => {
  const add = measure.add
  if (add === 1) return 1
  if ('field' in add) return smallestUnits(kind, add.field, data[add.field])
  if ('lengthOf' in add) {
    const list = data[add.lengthOf]
    return Array.isArray(list) ? list.length : 0
  }
  const [from, to] = add.days.map((name) => text(data[name]))
  return from !== undefined && to !== undefined && isDay(from) && isDay(to) ? daysBetween(from, to) : 0
}

const daysOf = (data: Data, names: string | readonly string[] | undefined): readonly string[] =>
  (typeof names === 'string' ? [names] : (names ?? []))
    .flatMap((name) => text(data[name]) ?? [])
    .filter(isDay)
    .sort()

const subjectsOf = (measure: Measure, data: Data): readonly (string | null)[] => {
  const distinct = measure.distinct
  if (distinct === undefined) return [null]
  if (typeof distinct === 'string') {
    const single = text(data[distinct])
    return single !== undefined ? [single] : [...new Set(texts(data[distinct]))]
  }
  const day = text(data['month' in distinct ? distinct.month : distinct.quarter])
  if (day === undefined || !isDay(day)) return []
  return ['month' in distinct ? monthOf(day) : quarterOf(day)]
}

const peopleOf = (measure: Measure, data: Data): readonly string[] => [
  ...new Set(
    (measure.by?.people ?? []).flatMap((name) => [
      ...texts(data[name]),
      ...(text(data[name]) !== undefined ? [text(data[name]) ?? ''] : []),
    ]),
  ),
]

const factsOfMeasure = (kind: Kind, measure: Measure, recordId: string, data: Data): readonly Fact[] => {
  if (measure.when && holds(measure.when, { data, today: '' }) !== true) return []
  const stock = measure.until !== undefined
  const on = daysOf(data, measure.at ?? kind.mainDate).at(-1) ?? null
  if (on === null && !stock) return []
  const until = daysOf(data, measure.until)[0] ?? null
  const village = measure.by?.village
  const shared = {
    recordId,
    kind: kind.name,
    measure: measure.id,
    on,
    until,
    villageId: village === undefined ? null : (text(data[village]) ?? null),
    people: peopleOf(measure, data),
    amount: amountOf(kind, measure, data),
  }
  return subjectsOf(measure, data).map((subject) => ({ ...shared, subject }))
}

/**
 * Everything that a record adds to the measures of its kind: nothing while its state doesn't count. What depends on a
 * day stands in the fact's dates, never on the day it is computed, so that facts equal a rebuild at any time.
 */
export const factsOf = (kind: Kind, recordId: string, data: Data): readonly Fact[] =>
  counts(kind, text(data['status']) ?? '')
    ? kind.measures.flatMap((measure) => factsOfMeasure(kind, measure, recordId, data))
    : []
