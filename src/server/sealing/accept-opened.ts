import { parseChange } from '../../domain/record/parse.ts'
import type { Trx } from '../db/database.ts'
import { type Accepted, acceptAll } from '../ledger/accept.ts'
import { hold } from '../ledger/hold.ts'
import type { Author, Result, Submission } from '../ledger/types.ts'
import type { Opened } from './open-items.ts'

type Ready = Extract<Opened, { author: Author }>

/**
 * Judges the items of several authors in the order in which they were sent, each as its author's, and answers in that
 * order. Whoever carries another's change is told what became of it and nothing more.
 */
export async function acceptOpened(
  trx: Trx,
  of: Omit<Submission, 'items'>,
  opened: readonly Opened[],
): Promise<Accepted> {
  const ready = opened.flatMap((one) => ('result' in one ? [] : [one]))
  const runs = runsOf(ready).map((run) => ({
    ...of,
    author: run[0]?.author ?? of.author,
    items: run.map(({ item }) => item),
  }))
  const accepted = await acceptAll(trx, runs.length > 0 ? runs : [{ ...of, items: [] }])
  const judged = accepted.flatMap(({ results }) => results)
  const head = accepted.at(-1)?.head
  if (!head || judged.length !== ready.length) throw new Error('one item has one answer')
  const results = new Map(ready.map((one, index) => [one, told(one, judged[index] as Result)]))
  return { head, results: opened.map((one) => ('result' in one ? one.result : (results.get(one) as Result))) }
}

/**
 * The same for a revoked device or a dismissed account: what is its own is held for a supervisor; what it merely
 * carries for others is judged as theirs.
 */
export async function holdOpened(
  trx: Trx,
  of: Omit<Submission, 'items'>,
  opened: readonly Opened[],
  revokedAt: number,
): Promise<Accepted> {
  const isOwn = (one: Opened): boolean => !('result' in one) && !one.isCarried
  const own = opened.flatMap((one) => ('result' in one || one.isCarried ? [] : [one.item]))
  const held = await hold(trx, { ...of, items: own }, revokedAt)
  const rest = await acceptOpened(
    trx,
    of,
    opened.filter((one) => !isOwn(one)),
  )
  const [fromHeld, fromRest] = [[...held.results], [...rest.results]]
  return { head: rest.head, results: opened.map((one) => (isOwn(one) ? fromHeld : fromRest).shift() as Result) }
}

/** Neighbours of one author together: each run is judged in turn. */
function runsOf(ready: readonly Ready[]): readonly (readonly Ready[])[] {
  const runs: Ready[][] = []
  for (const one of ready) {
    const last = runs.at(-1)
    if (last?.[0]?.author === one.author) last.push(one)
    else runs.push([one])
  }
  return runs
}

function told({ item, isCarried }: Ready, result: Result): Result {
  if (!isCarried) return result
  const isNoChange = result.outcome === 'rejected' && !parseChange(item).ok
  return {
    changeId: result.changeId,
    recordId: null,
    outcome: result.outcome,
    version: null,
    ...(isNoChange ? { problems: [{ path: '/sealed', code: 'badChange' as const }] } : {}),
  }
}
