import type { Data } from '../../domain/value.ts'
import { isObject } from '../../domain/value.ts'
import type { Head } from '../vault/vault.ts'
import type { QueueEntry, ServerRecord } from './ledger-types.ts'
import { readHead, readProblems } from './read-results.ts'

/** A page of a pull as it came; with `reset` it holds nothing. */
export type PullAnswer = {
  readonly records: readonly ServerRecord[]
  readonly gone: readonly string[]
  readonly cursor: string | null
  readonly more: boolean
  readonly head: Head | null
  readonly reset: string | null
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

function isRecord(value: { readonly [key: string]: unknown }): boolean {
  const { kind, version, status, seq, updatedAt, updatedBy } = value
  const by = isObject(updatedBy) && isText(updatedBy['id']) && typeof updatedBy['name'] === 'string'
  return (
    isText(kind) &&
    isCount(version) &&
    typeof status === 'string' &&
    isObject(value['data']) &&
    isCount(seq) &&
    isText(updatedAt) &&
    by
  )
}

/**
 * The answer to a pull; null where it is none. One record that isn't one makes it none: a cursor behind it would step
 * over that record for good.
 */
export function readPull(body: unknown): PullAnswer | null {
  if (!isObject(body) || !Array.isArray(body['records'])) return null
  const reset = isText(body['reset']) ? body['reset'] : null
  const cursor = isText(body['cursor']) ? body['cursor'] : null
  if (reset === null && (cursor === null || typeof body['more'] !== 'boolean')) return null
  const records: ServerRecord[] = []
  const gone: string[] = []
  for (const item of body['records'] as unknown[]) {
    if (!isObject(item) || !isText(item['id'])) return null
    if (item['gone'] === true) gone.push(item['id'])
    else if (isRecord(item)) records.push(item as unknown as ServerRecord)
    else return null
  }
  return { records, gone, cursor, more: body['more'] === true, head: readHead(body['head']), reset }
}

function readItem(value: unknown): QueueEntry | null {
  if (!isObject(value)) return null
  const { changeId, recordId, kind, outcome, madeAt, set, was, by } = value
  if (!isText(changeId) || !isText(recordId) || !isText(kind) || !isText(madeAt) || !isObject(set)) return null
  if (outcome !== 'conflict' && outcome !== 'rejected') return null
  const author = isObject(by) ? by['id'] : by
  const change = {
    id: changeId,
    recordId,
    kind,
    ...(isText(author) ? { by: author } : {}),
    ...(isObject(was) ? { was: was as Data } : {}),
    set: set as Data,
    madeAt,
  }
  return {
    change,
    state: outcome,
    problems: readProblems(value['problems']),
    savedAt: madeAt,
    tries: 1,
    nextTryAt: null,
  }
}

/** The open conflicts and rejections that the server tells of, as entries; null where the answer is none. */
export function readAttention(body: unknown): readonly QueueEntry[] | null {
  if (!isObject(body) || !Array.isArray(body['items'])) return null
  return body['items'].map(readItem).filter((entry): entry is QueueEntry => entry !== null)
}
