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
  const differing = Object.keys(set).filter((name) => !same(server[name] ?? null, was?.[name] ?? null) && !same(server[name] ?? null, set[name] ?? null))
  // The server may refuse a change as a conflict that no single field explains; then each of its fields is chosen.
  const names = differing.length > 0 ? differing : named
  return names.length > 0 ? names : Object.keys(set).filter((name) => !same(server[name] ?? null, set[name] ?? null))
}

/** Two texts cut into what they share at both ends and what differs between: before, own part, after. */
export const differing = (mine: string, other: string): readonly [string, string, string] => {
  const [a, b] = [Array.from(mine), Array.from(other)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  // A number is read whole: 12 against 15 differs by both digits.
  while (start > 0 && /\d/.test(a[start - 1] ?? '') && (/\d/.test(a[start] ?? '') || /\d/.test(b[start] ?? ''))) start -= 1
  while (end > 0 && /\d/.test(a[a.length - end] ?? '') && /\d/.test(a[a.length - end - 1] ?? b[b.length - end - 1] ?? '')) end -= 1
  return [a.slice(0, start).join(''), a.slice(start, a.length - end).join(''), a.slice(a.length - end).join('')]
}
