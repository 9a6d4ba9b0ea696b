import { canonical } from '../../domain/record/canonical.ts'
import type { Problem, ProblemCode } from '../../domain/record/change.ts'
import { isStorable } from '../../domain/record/characters.ts'
import { isId } from '../../domain/record/ids.ts'
import { parseChange } from '../../domain/record/parse.ts'
import { isObject } from '../../domain/value.ts'
import type { Sent } from './batch.ts'
import type { Result } from './types.ts'

/** The most that a change may hold as JSON: 256 KiB (DESIGN.md 6). */
export const maxChange = 256 * 1024

/** The most levels that a change may nest: no field needs more than a few, and every walk over it is recursive. */
const maxDepth = 64

const isDeeper = (value: unknown, than: number): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return than === 0 || Object.values(value).some((inner) => isDeeper(inner, than - 1))
}

/** The change of an item of a push. A receipt beside it is for a later day, and left out. */
export const itemOf = (raw: unknown): unknown => {
  const isResent =
    isObject(raw) && 'change' in raw && Object.keys(raw).every((key) => key === 'change' || key === 'receipt')
  return isResent ? raw['change'] : raw
}

/** An item of a push as it is kept and judged. */
export function readItem(raw: unknown): Sent {
  const item = itemOf(raw)
  if (isDeeper(item, maxDepth)) return { item: idsOnly(item), body: '', change: null }
  const parsed = parseChange(item)
  return { item, body: canonical(item), change: parsed.ok ? parsed.change : null }
}

/** Of what is nested too deeply to be written down only the ids are looked at. */
const idsOnly = (item: unknown): unknown =>
  isObject(item)
    ? Object.fromEntries(
        ['id', 'recordId', 'by'].flatMap((key) => (typeof item[key] === 'string' ? [[key, item[key]]] : [])),
      )
    : null

/** What keeps an item from being judged at all. */
export function itemProblems({ item, body, change }: Sent): readonly Problem[] {
  if (body === '') return [{ path: '', code: 'badChange' }]
  if (Buffer.byteLength(body) > maxChange) return [{ path: '', code: 'tooLong' }]
  if (change) return []
  const parsed = parseChange(item)
  return parsed.ok ? [] : parsed.problems.slice(0, 50).map(storableProblem)
}

/** The ids of an item, where they can be used. */
export function idsOf({ item }: Sent): {
  readonly changeId: string | null
  readonly recordId: string | null
  readonly by: string | null
} {
  const members = isObject(item) ? item : {}
  const idAt = (name: string): string | null => (isId(members[name]) ? members[name] : null)
  return { changeId: idAt('id'), recordId: idAt('recordId'), by: idAt('by') }
}

export const refused = (sent: Sent, code: ProblemCode, path: string): Result => {
  const { changeId, recordId } = idsOf(sent)
  return { changeId, recordId, outcome: 'rejected', version: null, problems: [{ path, code }] }
}

const storable = (text: string): string =>
  Array.from(text.slice(0, 300), (character) => (isStorable(character) ? character : '\ufffd')).join('')

/** A problem quotes what was sent, and that may hold what PostgreSQL refuses. */
export const storableProblem = (problem: Problem): Problem => ({
  path: storable(problem.path),
  code: problem.code,
  ...(problem.params === undefined
    ? {}
    : {
        params: Object.fromEntries(
          Object.entries(problem.params).map(([name, value]) => [
            name,
            typeof value === 'string' ? storable(value) : value,
          ]),
        ),
      }),
})
