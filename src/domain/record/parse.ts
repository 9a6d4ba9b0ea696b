import { instantMs } from '../calendar/instant.ts'
import type { Data } from '../value.ts'
import { isObject } from '../value.ts'
import type { Change, Problem, ProblemCode } from './change.ts'
import { isStorable, lengthOf } from './characters.ts'
import { isId } from './ids.ts'

/** A change, or what keeps it from being one; the ids are told as far as they can be used. */
export type Parsed =
  | { readonly ok: true; readonly change: Change }
  | {
      readonly ok: false
      readonly changeId: string | null
      readonly recordId: string | null
      readonly problems: readonly Problem[]
    }

const members = new Set(['id', 'recordId', 'kind', 'kindVersion', 'by', 'was', 'set', 'madeAt', 'reason', 'resolves'])

const problemsOf = (value: { readonly [key: string]: unknown }): Problem[] => {
  const problems: Problem[] = []
  const add = (path: string, code: ProblemCode): void => void problems.push({ path, code })
  for (const key of Object.keys(value))
    if (!members.has(key)) add(`/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`, 'badChange')
  for (const key of ['id', 'recordId'] as const) if (!isId(value[key])) add(`/${key}`, 'badId')
  for (const key of ['by', 'resolves'] as const)
    if (value[key] !== undefined && !isId(value[key])) add(`/${key}`, 'badId')
  if (typeof value['kind'] !== 'string' || lengthOf(value['kind']) > 60 || !isStorable(value['kind']))
    add('/kind', 'badChange')
  const version = value['kindVersion']
  if (version !== undefined && !(typeof version === 'number' && Number.isInteger(version) && version >= 0))
    add('/kindVersion', 'badChange')
  if (!isObject(value['set'])) add('/set', 'badChange')
  if (value['was'] !== undefined && !isObject(value['was'])) add('/was', 'badChange')
  if (typeof value['madeAt'] !== 'string' || instantMs(value['madeAt']) === null) add('/madeAt', 'badChange')
  const reason = value['reason']
  if (reason !== undefined) {
    if (typeof reason !== 'string') add('/reason', 'badChange')
    else if (!isStorable(reason)) add('/reason', 'badText')
    else if (lengthOf(reason) > 1000) add('/reason', 'tooLong')
  }
  if (problems.length === 0 && value['resolves'] === undefined && Object.keys(value['set'] as Data).length === 0)
    add('/set', 'badChange')
  return problems
}

/** Reads anything as a change (DESIGN.md 4); never throws. */
export const parseChange = (value: unknown): Parsed => {
  if (!isObject(value))
    return { ok: false, changeId: null, recordId: null, problems: [{ path: '', code: 'badChange' }] }
  const problems = problemsOf(value)
  if (problems.length === 0) return { ok: true, change: value as unknown as Change }
  return {
    ok: false,
    changeId: isId(value['id']) ? value['id'] : null,
    recordId: isId(value['recordId']) ? value['recordId'] : null,
    problems,
  }
}
