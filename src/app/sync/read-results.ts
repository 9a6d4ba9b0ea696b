import type { Outcome, Problem } from '../../domain/record/change.ts'
import { isObject } from '../../domain/value.ts'
import type { Head } from '../vault/vault.ts'

/** What the server says became of one change. */
export type PushResult = {
  readonly changeId: string
  readonly recordId: string | null
  readonly outcome: Outcome
  readonly version: number | null
  readonly number?: string
  readonly receipt?: string
  readonly settledBy?: string
  readonly problems: readonly (Problem & { readonly message?: string })[]
}

export type PushAnswer = {
  readonly results: readonly PushResult[]
  readonly head: Head | null
  readonly protocol: number
  /** The server judged nothing: it was restored, or our scope has changed. */
  readonly reset: string | null
}

const outcomes: ReadonlySet<unknown> = new Set<Outcome>([
  'applied',
  'conflict',
  'rejected',
  'waiting',
  'failed',
  'held',
])
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** A head as every answer carries it; null where it isn't one. */
export function readHead(value: unknown): Head | null {
  if (!isObject(value)) return null
  const { seq, hash } = value
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 && typeof hash === 'string'
    ? { seq, hash }
    : null
}

/** The problems in a list; what isn't one is passed over. Codes newer than this app are kept as they are. */
export function readProblems(value: unknown): readonly (Problem & { readonly message?: string })[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (item): item is Problem & { readonly message?: string } =>
      isObject(item) && typeof item['path'] === 'string' && isText(item['code']),
  )
}

function readResult(value: unknown, carried: boolean): PushResult | null {
  if (!isObject(value)) return null
  const { changeId, recordId, outcome, version, number, receipt, settledBy } = value
  if (!isText(changeId) || !outcomes.has(outcome)) return null
  const isVersion = typeof version === 'number' && Number.isInteger(version) && version > 0
  // "Applied" without a version says nothing that we could show: not a well-formed result. A carrier is told no more.
  if (outcome === 'applied' && !isVersion && !carried) return null
  return {
    changeId,
    recordId: isText(recordId) ? recordId : null,
    outcome: outcome as Outcome,
    version: isVersion ? version : null,
    ...(isText(number) ? { number } : {}),
    ...(isText(receipt) ? { receipt } : {}),
    ...(isText(settledBy) ? { settledBy } : {}),
    problems: readProblems(value['problems']),
  }
}

/** The answer to a push, each result checked by itself; null where it is no such answer. `carried`: of sealed items. */
export function readPush(body: unknown, carried = false): PushAnswer | null {
  if (!isObject(body) || !Array.isArray(body['results'])) return null
  const { protocol, reset } = body
  return {
    results: body['results']
      .map((result) => readResult(result, carried))
      .filter((result): result is PushResult => result !== null),
    head: readHead(body['head']),
    protocol: typeof protocol === 'number' ? protocol : 1,
    reset: isText(reset) ? reset : null,
  }
}
