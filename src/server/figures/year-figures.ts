import { yearOf } from '../../domain/calendar/day.ts'
import { evaluate, type Told, unfiltered } from '../../domain/report/evaluate.ts'
import type { Figure, FigureValue } from '../../domain/report/figure.ts'
import { figures } from '../../domain/report/figures.ts'
import { periodOf, yearBefore } from '../../domain/report/periods.ts'
import type { Database, Trx } from '../db/database.ts'
import { typedValuesOf } from '../years/entries.repository.ts'
import { firstYearOf } from './first-year.ts'
import type { Asked } from './query.ts'
import { hasDimension, measuresOf, totalsOf } from './totals.ts'

/** Whether a figure can be told of the village or the person that was asked for. */
export const isAnswerable = (figure: Figure, asked: Pick<Asked, 'villageId' | 'personId'>): boolean =>
  (asked.villageId === null || hasDimension(figure, 'village')) &&
  (asked.personId === null || hasDimension(figure, 'people'))

/**
 * All figures of a period beside the same period a year before, in the order of figures.csv, as the records give them
 * today: what `GET /api/figures` shows and what reports are held to. Who may ask is for `readAsked` to say.
 */
export async function figuresOf(
  db: Database | Trx,
  township: string,
  asked: Pick<Asked, 'period' | 'wholeYear' | 'villageId' | 'personId'>,
): Promise<readonly FigureValue[]> {
  const { period, wholeYear, villageId, personId } = asked
  const year = yearOf(period.from)
  const before = yearBefore(period)
  const firstYear = await firstYearOf(db, township)
  const isKnown = firstYear !== null && yearOf(before.from) >= firstYear
  const totals = await totalsOf(db, {
    township,
    measures: measuresOf(figures),
    periods: [period, before, periodOf(year + 1)],
    villageId,
    personId,
  })
  const told: Told = {
    now: totals(0),
    before: isKnown ? totals(1) : null,
    ...(wholeYear && villageId === null && personId === null
      ? {
          typed: {
            now: await typedValuesOf(db, township, year),
            before: await typedValuesOf(db, township, year - 1),
          },
          next: { year: year + 1, totals: totals(2) },
        }
      : {}),
  }
  return figures.map((figure) => (isAnswerable(figure, asked) ? evaluate(figure, told) : unfiltered(figure)))
}
