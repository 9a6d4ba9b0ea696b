import { same } from '../../domain/record/canonical.ts'
import type { Fact } from '../../domain/report/fact.ts'
import { factsOf } from '../../domain/report/facts.ts'
import type { Period } from '../../domain/report/periods.ts'
import { periodOf } from '../../domain/report/periods.ts'
import type { FiguresQuery, KindsByName, LocalRecord, QueueEntry } from './ledger-types.ts'

type Records = ReadonlyMap<string, LocalRecord>

const touches = (fact: Fact, isStock: boolean, period: Period): boolean => {
  if (isStock) return (fact.on === null || fact.on <= period.to) && (fact.until === null || fact.until >= period.from)
  return fact.on !== null && fact.on >= period.from && fact.on <= period.to
}

const isAsked = (fact: Fact, query: FiguresQuery): boolean =>
  (query.villageId === undefined || fact.villageId === query.villageId) &&
  (query.personId === undefined || fact.people.includes(query.personId))

/**
 * What the unsent changes add to the facts of a period; a fact that they take away stands in it with its amount
 * negated. `acknowledged`: the records with what the server has taken, `shown`: with the unsent over them.
 */
export function unsentFactsOf(
  queue: readonly QueueEntry[],
  acknowledged: Records,
  shown: Records,
  kinds: KindsByName,
  query: FiguresQuery,
): readonly Fact[] {
  const { year, month, from, to } = query
  const period = from && to ? { from, to } : periodOf(year, month)
  const unsent = queue.filter((entry) => entry.state !== 'conflict' && entry.state !== 'rejected')
  return [...new Set(unsent.map((entry) => entry.change.recordId))].flatMap((id) => {
    const after = shown.get(id)
    const kind = after && kinds.get(after.kind)
    if (!after || !kind) return []
    const stocks = new Set(kind.measures.filter((measure) => measure.until !== undefined).map((measure) => measure.id))
    const [now, was] = [factsOf(kind, id, after.data), factsOf(kind, id, acknowledged.get(id)?.data ?? {})]
    const added = now.filter((fact) => !was.some((other) => same(other, fact)))
    const taken = was
      .filter((fact) => !now.some((other) => same(other, fact)))
      .map((fact) => ({ ...fact, amount: -fact.amount }))
    return [...added, ...taken].filter(
      (fact) => touches(fact, stocks.has(fact.measure), period) && isAsked(fact, query),
    )
  })
}
