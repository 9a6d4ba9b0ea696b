import type { Fact } from './fact.ts'
import type { Figure } from './figure.ts'
import { periodOf } from './periods.ts'
import type { Need } from './totals.ts'
import { isPartOf, keyOf, needsOf } from './totals.ts'

/** What a record's facts are to figures of a year, as comparable text: which need each is part of, and with how much. */
const shareIn = (facts: readonly Fact[], needs: readonly Need[], year: number): string =>
  needs
    .flatMap((need) =>
      facts
        .filter((fact) => isPartOf(fact, need, periodOf(year)))
        .map((fact) => `${keyOf(need)} ${fact.subject ?? ''} ${fact.amount}`),
    )
    .sort()
    .join('\n')

/**
 * Whether an edit of a record alters what it adds to some figure of the year: after the year was signed such an edit is
 * accepted and marked late (DESIGN.md 4, Closing).
 */
export const movesYear = (
  figures: readonly Figure[],
  before: readonly Fact[],
  after: readonly Fact[],
  year: number,
): boolean => {
  const measures = new Set([...before, ...after].map((fact) => fact.measure))
  const needs = figures.flatMap((figure) => needsOf(figure.expression)).filter((need) => measures.has(need.measure))
  return shareIn(before, needs, year) !== shareIn(after, needs, year)
}
