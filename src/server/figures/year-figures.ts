import { yearOf } from '../../domain/calendar/day.ts'
import { evaluate, unfiltered } from '../../domain/report/evaluate.ts'
import type { Figure, FigureValue } from '../../domain/report/figure.ts'
import { figures } from '../../domain/report/figures.ts'
import { yearBefore } from '../../domain/report/periods.ts'
import type { Database } from '../db/database.ts'
import { firstYearOf } from './first-year.ts'
import type { Asked } from './query.ts'
import { hasDimension, measuresOf, totalsOf } from './totals.ts'

/** Whether a figure can be told of the village or the person that was asked for. */
export const isAnswerable = (figure: Figure, asked: Pick<Asked, 'villageId' | 'personId'>): boolean =>
  (asked.villageId === null || hasDimension(figure, 'village')) &&
  (asked.personId === null || hasDimension(figure, 'people'))

/**
 * All figures of a period beside the same period a year before, in the order of figures.csv: what `GET /api/figures`
 * shows and what reports are held to. Who may ask is for `readAsked` to say.
 */
export async function figuresOf(
  db: Database,
  township: string,
  asked: Pick<Asked, 'period' | 'villageId' | 'personId'>,
): Promise<readonly FigureValue[]> {
  const before = yearBefore(asked.period)
  const firstYear = await firstYearOf(db, township)
  const isKnown = firstYear !== null && yearOf(before.from) >= firstYear
  const totals = await totalsOf(db, {
    township,
    measures: measuresOf(figures),
    periods: [asked.period, before],
    villageId: asked.villageId,
    personId: asked.personId,
  })
  return figures.map((figure) =>
    isAnswerable(figure, asked) ? evaluate(figure, totals(0), isKnown ? totals(1) : null) : unfiltered(figure),
  )
}
