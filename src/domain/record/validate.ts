import { addDays } from '../calendar/day.ts'
import type { Field, Kind } from '../kinds/kind.ts'
import { fieldOf } from '../kinds/kind.ts'
import type { Data, Value } from '../value.ts'
import { isEmpty } from '../value.ts'
import type { Problem } from './change.ts'
import { same } from './canonical.ts'
import { checkValue, partyProblems, pointer } from './check-value.ts'
import { linksOf } from './links.ts'
import { identityOf } from './meet.ts'
import type { RuleContext } from './rules.ts'
import { futureProblems, ruleProblems } from './rules.ts'
import { isHidden, isRequired } from './visible.ts'

const withIdentity: ReadonlySet<Field['type']> = new Set(['parties', 'rows', 'photos', 'files'])

/**
 * Two elements that claim to be the same thing and differ. Asked of what was sent: where lists meet an element stands
 * once (meet.ts), so that afterwards one of the two would be lost without a word.
 */
const doubled = (field: Field, list: Value): Problem[] => {
  if (!withIdentity.has(field.type) || !Array.isArray(list)) return []
  const seen = new Map<string, Value>()
  return list.flatMap((element: Value, index): Problem[] => {
    const identity = identityOf(field.type, element)
    const twin = seen.get(identity)
    seen.set(identity, element)
    return twin !== undefined && !same(twin, element)
      ? [{ path: `/set/${field.name}/${index}`, code: 'badChoice' }]
      : []
  })
}

/** The problems of a change's values by themselves: unknown fields, types, bounds, twins. Never throws, on any JSON. */
export const valueProblems = (kind: Kind, values: Data): Problem[] =>
  Object.entries(values).flatMap(([name, value]): Problem[] => {
    const field = fieldOf(kind, name)
    const path = `/set/${pointer(name)}`
    if (!field) return [{ path, code: 'unknownField' }]
    if (value === null) return []
    const problems = checkValue(field, value, path)
    return problems.length > 0 ? problems : doubled(field, value)
  })

const fieldProblems = (field: Field, data: Data, context: RuleContext): Problem[] => {
  const value = data[field.name] ?? null
  const path = `/set/${field.name}`
  const conditions = { data, today: context.today, ...(context.unseen ? { unseen: context.unseen } : {}) }
  if (context.unseen?.includes(field.name)) return []
  if (isEmpty(value)) return isRequired(field, conditions) ? [{ path, code: 'required' }] : []
  if (isHidden(field, conditions)) return [{ path, code: 'hidden' }]
  const problems = futureProblems(field, value, addDays(context.today, 1))
  const asks = data['status'] !== 'draft' && data['status'] !== 'void'
  if (asks && field.type === 'parties' && Array.isArray(value)) problems.push(...partyProblems(value, path))
  const min = field.min
  if (min !== undefined && Array.isArray(value) && value.length < min && isRequired(field, conditions)) {
    problems.push({ path, code: 'tooFew', params: { min, missing: min - value.length } })
  }
  return problems
}

const linkProblems = (kind: Kind, data: Data, context: RuleContext): Problem[] =>
  linksOf(kind, data).flatMap((link): Problem[] => {
    const target = context.registers.find(link.id)
    if (!target || link.kind === undefined || target.kind === link.kind) return []
    return [{ path: link.path, code: 'unknownLink' }]
  })

/**
 * Everything that is wrong with a record as a whole: required and hidden fields by its state, future days, counts,
 * links, and the kind's rules. Assumes values of the right types (valueProblems). A draft is asked for nothing.
 */
export const recordProblems = (kind: Kind, data: Data, context: RuleContext): readonly Problem[] => {
  const problems = kind.fields
    .flatMap((field) => fieldProblems(field, data, context))
    .concat(linkProblems(kind, data, context))
  if (data['status'] === 'void')
    return problems.filter((problem) => problem.code !== 'hidden' || problem.path === '/set/voidReason')
  return data['status'] === 'draft' ? problems : problems.concat(ruleProblems(kind, data, context))
}
