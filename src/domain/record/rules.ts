import { daysBetween, isDay } from '../calendar/day.ts'
import { workdaysBetween } from '../calendar/workdays.ts'
import type { Field, Kind, Rule } from '../kinds/kind.ts'
import { fieldOf } from '../kinds/kind.ts'
import type { Data, Value } from '../value.ts'
import { isObject, text, texts } from '../value.ts'
import type { Problem, Warning } from './change.ts'
import { isCreditCode, isIdNumber } from './check-digits.ts'
import { halfWidth } from './characters.ts'
import { holds } from './conditions.ts'
import { certificateOn, rolesOn } from './duties.ts'
import type { Registers } from './registers.ts'

/** What the rules of a kind are judged with. */
export type RuleContext = { readonly today: string; readonly registers: Registers; readonly unseen?: readonly string[] }

const nameOf = (registers: Registers, personId: string): string => text(registers.find(personId)?.data['name']) ?? ''

/** The objects of rows, each with where it stands. */
const rowsOf = (
  data: Data,
  name: string,
): readonly { readonly row: { readonly [key: string]: unknown }; readonly path: string }[] => {
  const rows = data[name]
  return (Array.isArray(rows) ? rows : []).flatMap((row: Value, index) =>
    isObject(row) ? [{ row, path: `/set/${name}/${index}` }] : [],
  )
}

const dateOrder = (kind: Kind, data: Data, rule: Extract<Rule, { rule: 'dateOrder' }>): Problem[] => {
  const inRow = fieldOf(kind, rule.rows ?? '')?.fields?.find((field) => field.name === rule.first)
  const label = (inRow ?? fieldOf(kind, rule.first))?.label
  const before = (first: unknown, then: unknown, path: string): Problem[] =>
    typeof first !== 'string' || typeof then !== 'string' || first <= then
      ? []
      : [{ path, code: 'dateOrder', params: { zh: label?.zh ?? rule.first, en: label?.en ?? rule.first, day: first } }]
  if (rule.rows === undefined) return before(data[rule.first], data[rule.then], `/set/${rule.then}`)
  return rowsOf(data, rule.rows).flatMap(({ row, path }) =>
    before((inRow ? row : data)[rule.first], row[rule.then], `${path}/${rule.then}`),
  )
}

const certified = (data: Data, rule: Extract<Rule, { rule: 'certified' }>, context: RuleContext): Problem[] => {
  const day = text(data[rule.on])
  if (day === undefined || !isDay(day)) return []
  return texts(data[rule.field]).flatMap((personId, index): Problem[] => {
    if (!context.registers.find(personId)) return []
    const certificate = certificateOn(context.registers.dutiesOf(personId), day)
    if (certificate.state === 'valid') return []
    const until = certificate.state === 'expired' ? (certificate.until ?? '') : ''
    return [
      {
        path: `/set/${rule.field}/${index}`,
        code: 'certificateExpired',
        params: { name: nameOf(context.registers, personId), until },
      },
    ]
  })
}

const notDuty = (data: Data, rule: Extract<Rule, { rule: 'notDuty' }>, context: RuleContext): Problem[] => {
  const day = text(data[rule.on])
  if (day === undefined || !isDay(day)) return []
  return texts(data[rule.field]).flatMap((personId, index): Problem[] => {
    const held = rolesOn(context.registers.dutiesOf(personId), day)
    if (!held.includes(rule.role) || held.includes(rule.unless)) return []
    return [
      {
        path: `/set/${rule.field}/${index}`,
        code: 'notAllowed',
        params: { name: nameOf(context.registers, personId), role: rule.role },
      },
    ]
  })
}

/** A part can't be more than its whole: adopted above given, qualified above checked. */
const notAbove = (kind: Kind, data: Data, rule: Extract<Rule, { rule: 'notAbove' }>): Problem[] => {
  const above = (of: { readonly [name: string]: unknown }, path: string, fields: readonly Field[]): Problem[] => {
    const [value, max] = [of[rule.field], of[rule.limit] ?? 0]
    if (typeof value !== 'number' || typeof max !== 'number' || value <= max) return []
    const label = fields.find((field) => field.name === rule.limit)?.label
    return [{ path, code: 'outOfRange', params: { max, zh: label?.zh ?? rule.limit, en: label?.en ?? rule.limit } }]
  }
  if (rule.rows === undefined) return above(data, `/set/${rule.field}`, kind.fields)
  const fields = fieldOf(kind, rule.rows)?.fields ?? []
  return rowsOf(data, rule.rows).flatMap(({ row, path }) => above(row, `${path}/${rule.field}`, fields))
}

/** The problems that the kind's rules find in a record; check digits only warn. */
export const ruleProblems = (kind: Kind, data: Data, context: RuleContext): Problem[] =>
  kind.rules.flatMap((rule): Problem[] => {
    if (rule.rule === 'checkDigit' || rule.rule === 'within') return []
    if ('when' in rule && rule.when && holds(rule.when, { data, ...context }) !== true) return []
    if (rule.rule === 'dateOrder') return dateOrder(kind, data, rule)
    if (rule.rule === 'notAbove') return notAbove(kind, data, rule)
    return rule.rule === 'certified' ? certified(data, rule, context) : notDuty(data, rule, context)
  })

const digitWarning = (value: Value | undefined, as: 'idNumber' | 'creditCode', path: string): Warning[] => {
  const written = text(value)
  if (written === undefined || written === '') return []
  const plain = halfWidth(written).replace(/\s/g, '')
  return (as === 'idNumber' ? isIdNumber(plain) : isCreditCode(plain)) ? [] : [{ path, code: 'checkDigit' }]
}

const lateness = (kind: Kind, data: Data, rule: Extract<Rule, { rule: 'within' }>, registers: Registers): Warning[] => {
  const [first, then] = [text(data[rule.first]), text(data[rule.then])]
  if (first === undefined || then === undefined || !isDay(first) || !isDay(then) || then < first) return []
  if (rule.unless && holds(rule.unless, { data, today: '' }) === true) return []
  const took = rule.workdays ? workdaysBetween(registers.calendar, first, then) : daysBetween(first, then)
  if (took <= rule.days) return []
  const label = fieldOf(kind, rule.first)?.label
  const params = { days: rule.days, took, zh: label?.zh ?? rule.first, en: label?.en ?? rule.first }
  return [{ path: `/set/${rule.then}`, code: 'late', params }]
}

/** What warns and never refuses: check digits that don't fit, days beyond what the law gives. */
export const warningsOf = (kind: Kind, data: Data, registers: Registers): readonly Warning[] =>
  kind.rules.flatMap((rule): Warning[] => {
    if (rule.rule === 'within') return lateness(kind, data, rule, registers)
    if (rule.rule !== 'checkDigit') return []
    const value = data[rule.field]
    const key = rule.key
    if (key === undefined) return digitWarning(value, rule.as, `/set/${rule.field}`)
    return Array.isArray(value)
      ? value.flatMap((item: Value, index) =>
          isObject(item) ? digitWarning(item[key] as Value, rule.as, `/set/${rule.field}/${index}/${key}`) : [],
        )
      : []
  })

/** A field's days, those of its rows too, may not lie after the server's tomorrow, unless it is a deadline (DESIGN.md 4). */
export const futureProblems = (field: Field, value: Value, latest: string): Problem[] => {
  const late = (one: Field, day: unknown, path: string): Problem[] =>
    one.type === 'date' && !one.future && typeof day === 'string' && day > latest ? [{ path, code: 'futureDate' }] : []
  if (field.type !== 'rows') return late(field, value, `/set/${field.name}`)
  return rowsOf({ [field.name]: value }, field.name).flatMap(({ row, path }) =>
    (field.fields ?? []).flatMap((one) => late(one, row[one.name], `${path}/${one.name}`)),
  )
}
