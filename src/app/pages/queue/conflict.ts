import { same } from '../../../domain/record/canonical.ts'
import type { Data } from '../../../domain/value.ts'
import type { QueueEntry } from '../../sync/ledger-types.ts'

/**
 * The fields over which two people disagree: those that the server no longer holds as the author saw them, and not as
 * he wants them either.
 */
export const conflictFields = (entry: QueueEntry, server: Data): readonly string[] => {
  const { set, was } = entry.change
  const named = entry.problems.map((problem) => problem.path.split('/')[2] ?? '').filter((name) => name in set)
  const differing = Object.keys(set).filter(
    (name) => !same(server[name] ?? null, was?.[name] ?? null) && !same(server[name] ?? null, set[name] ?? null),
  )
  // The server may refuse a change as a conflict that no single field explains; then each of its fields is chosen.
  const names = differing.length > 0 ? differing : named
  return names.length > 0 ? names : Object.keys(set).filter((name) => !same(server[name] ?? null, set[name] ?? null))
}

/** Characters one by one, but a number whole: 12 against 15 differs by both digits. */
const pieces = (text: string): readonly string[] => text.match(/\d+|[\s\S]/gu) ?? []

/** A text against another, cut into what both begin with, what is its own, and what both end with. */
export const differing = (mine: string, other: string): readonly [string, string, string] => {
  const [a, b] = [pieces(mine), pieces(other)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return [a.slice(0, start).join(''), a.slice(start, a.length - end).join(''), a.slice(a.length - end).join('')]
}
