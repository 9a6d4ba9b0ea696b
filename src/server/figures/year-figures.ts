import { yearOf } from '../../domain/calendar/day.ts'
import { evaluate, type Told, unfiltered } from '../../domain/report/evaluate.ts'
import type { Figure, FigureValue } from '../../domain/report/figure.ts'
import { figures } from '../../domain/report/figures.ts'
import { periodOf, yearBefore } from '../../domain/report/periods.ts'
import type { Database, Trx } from '../db/database.ts'
import { frozen } from '../years/corrections.ts'
import { typedValuesOf } from '../years/entries.repository.ts'
import { type Signature, signatureOf } from '../years/signatures.repository.ts'
import { firstYearOf } from './first-year.ts'
import type { Asked } from './query.ts'
import { hasDimension, measuresOf, totalsOf } from './totals.ts'

/** Whether a figure can be told of the village or the person that was asked for. */
export const isAnswerable = (figure: Figure, asked: Pick<Asked, 'villageId' | 'personId'>): boolean =>
  (asked.villageId === null || hasDimension(figure, 'village')) &&
  (asked.personId === null || hasDimension(figure, 'people'))

type Of = Pick<Asked, 'period' | 'wholeYear' | 'villageId' | 'personId'>

const isYearItself = (of: Of): boolean => of.wholeYear && of.villageId === null && of.personId === null

/**
 * All figures of a period beside the same period a year before, in the order of figures.csv: what `GET /api/figures`
 * shows and what reports are held to. A signed year stands as it was signed, with what has moved since beside it. Who may
 * ask is for `readAsked` to say.
 */
export async function figuresOf(db: Database, township: string, asked: Of): Promise<readonly FigureValue[]> {
  return (await signedFiguresOf(db, township, asked)).figures
}

/** The same with the signature that they stand under; null where none does, as with a part of a year. */
export async function signedFiguresOf(
  db: Database,
  township: string,
  asked: Of,
): Promise<{ readonly figures: readonly FigureValue[]; readonly signature: Signature | null }> {
  const live = await liveFiguresOf(db, township, asked)
  const signature = isYearItself(asked) ? await signatureOf(db, township, yearOf(asked.period.from)) : null
  return { figures: signature ? frozen(signature, live) : live, signature }
}

/** The same as the records give them today, whatever was signed. */
export async function liveFiguresOf(db: Database | Trx, township: string, asked: Of): Promise<readonly FigureValue[]> {
  const { period, villageId, personId } = asked
  const year = yearOf(period.from)
  const before = yearBefore(period)
  const firstYear = await firstYearOf(db, township)
  const isKnown = firstYear !== null && yearOf(before.from) >= firstYear
  const totals = await totalsOf(db, {
    township,
    measures: measuresOf(figures),
    periods: [period, before, ...(isYearItself(asked) ? [periodOf(year + 1)] : [])],
    villageId,
    personId,
  })
  const told: Told = {
    now: totals(0),
    before: isKnown ? totals(1) : null,
    ...(isYearItself(asked)
      ? { ...(await besideYear(db, township, year)), next: { year: year + 1, totals: totals(2) } }
      : {}),
  }
  return figures.map((figure) => (isAnswerable(figure, asked) ? evaluate(figure, told) : unfiltered(figure)))
}

/** What only a whole year has: typed figures, and the signed values of the year before. */
async function besideYear(db: Database | Trx, township: string, year: number): Promise<Pick<Told, 'typed' | 'signed'>> {
  const signature = await signatureOf(db, township, year - 1)
  return {
    typed: { now: await typedValuesOf(db, township, year), before: await typedValuesOf(db, township, year - 1) },
    ...(signature ? { signed: new Map(signature.figures.map((figure) => [figure.id, figure])) } : {}),
  }
}
