import type { Condition } from '../kinds/kind.ts'
import type { Data, Value } from '../value.ts'
import { isEmpty, isObject } from '../value.ts'
import { same } from './canonical.ts'

/** What a condition is judged against: the record, the day, and the fields that the reader may not see. */
export type ConditionContext = { readonly data: Data; readonly today: string; readonly unseen?: readonly string[] }

/** true, false, or null: unknown, since it hangs on a field that the reader may not see. */
export type Answer = boolean | null

const and = (answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : answers.includes(null) ? null : true
const or = (answers: readonly Answer[]): Answer =>
  answers.includes(true) ? true : answers.includes(null) ? null : false

const unseen = (name: string, context: ConditionContext): boolean => context.unseen?.includes(name) ?? false

/** The value to compare with, or undefined where its field may not be seen. */
const operand = (compared: Value | { readonly than: string }, context: ConditionContext): Value | undefined => {
  if (!isObject(compared) || typeof compared['than'] !== 'string') return compared as Value
  const name = compared['than']
  if (name === 'today') return context.today
  return unseen(name, context) ? undefined : (context.data[name] ?? null)
}

const order = (a: Value, b: Value): number | null => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return null
}

const holdsOne = (value: Value, wanted: readonly Value[]): boolean =>
  Array.isArray(value)
    ? value.some((item) => wanted.some((one) => same(item, one)))
    : wanted.some((one) => same(value, one))

const compare = (value: Value, other: Value | undefined, test: (difference: number) => boolean): Answer => {
  if (other === undefined) return null
  const difference = order(value, other)
  return difference === null ? false : test(difference)
}

/** Whether a condition holds for the record (DESIGN.md 3); null where it hangs on what may not be seen. */
export const holds = (condition: Condition, context: ConditionContext): Answer => {
  if ('all' in condition) return and(condition.all.map((each) => holds(each, context)))
  if ('any' in condition) return or(condition.any.map((each) => holds(each, context)))
  if ('not' in condition) {
    const answer = holds(condition.not, context)
    return answer === null ? null : !answer
  }
  const name = 'count' in condition ? condition.count : condition.field
  if (unseen(name, context)) return null
  const value = context.data[name] ?? null
  if ('count' in condition) return (Array.isArray(value) ? value.length : 0) >= condition.gte
  if ('is' in condition) {
    const wanted = operand(condition.is, context)
    return wanted === undefined ? null : holdsOne(value, [wanted])
  }
  if ('in' in condition) return holdsOne(value, condition.in)
  if ('present' in condition) return isEmpty(value) !== condition.present
  if ('gt' in condition) return compare(value, operand(condition.gt, context), (difference) => difference > 0)
  if ('gte' in condition) return compare(value, operand(condition.gte, context), (difference) => difference >= 0)
  if ('lt' in condition) return compare(value, operand(condition.lt, context), (difference) => difference < 0)
  return compare(value, operand(condition.lte, context), (difference) => difference <= 0)
}
