import Type, { type Static } from 'typebox'
import type { Caller } from '../../domain/access/caller.ts'
import { mayReadFigures } from '../../domain/access/rights.ts'
import { isDay, yearOf } from '../../domain/calendar/day.ts'
import { isPeriod, isWholeYear, type Period, periodOf, untilToday } from '../../domain/report/periods.ts'
import { HttpProblem } from '../errors.ts'
import { Day, QueryMonth, QueryPage, QueryYear, Uuid } from '../http/schemas.ts'

export const FiguresQuery = Type.Object({
  year: Type.Optional(QueryYear),
  month: Type.Optional(QueryMonth),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  villageId: Type.Optional(Uuid),
  personId: Type.Optional(Uuid),
  page: Type.Optional(QueryPage),
})

/** What is asked of the figures: when, and of whom or where only. */
export type Asked = {
  readonly year: number
  /** Ends today where today lies in it. */
  readonly period: Period
  /** Asked for as a calendar year. */
  readonly wholeYear: boolean
  readonly villageId: string | null
  readonly personId: string | null
}

const badPeriod = (path: string, code: 'required' | 'outOfRange', message: string): HttpProblem =>
  new HttpProblem('badRequest', { errors: [{ path: `/querystring/${path}`, code, message }] })

const missing = (path: string): HttpProblem => badPeriod(path, 'required', 'year (and month), or from and to')

/** The period between two days that exist, the first no later than the last. */
function between(from: string | undefined, to: string | undefined): Period {
  if (from === undefined) throw missing('from')
  if (to === undefined) throw missing('to')
  if (!isDay(from)) throw badPeriod('from', 'outOfRange', 'no such day')
  if (!isDay(to)) throw badPeriod('to', 'outOfRange', 'no such day')
  if (!isPeriod({ from, to })) throw badPeriod('to', 'outOfRange', 'before from')
  return { from, to }
}

/** Reads a query; a period with today in it ends today (DOMAIN.md). */
export function readAsked(query: Static<typeof FiguresQuery>, caller: Caller, today: string): Asked {
  if (!mayReadFigures(caller)) throw new HttpProblem('notAllowed')
  const { year, month, from, to, villageId, personId } = query
  // By the rules of 2024: a person's figures are one's own, or a supervisor's single look-up.
  if (personId !== undefined && personId !== caller.personId && !caller.roles.includes('supervisor'))
    throw new HttpProblem('notAllowed')
  const filter = { villageId: villageId ?? null, personId: personId ?? null }
  if (from !== undefined || to !== undefined) {
    if (year !== undefined || month !== undefined)
      throw badPeriod(year === undefined ? 'month' : 'year', 'outOfRange', 'not with from and to')
    const period = between(from, to)
    return { year: yearOf(period.from), ...askedOf(period, today), ...filter }
  }
  if (year === undefined) throw missing('year')
  const period = periodOf(Number(year), month === undefined ? undefined : Number(month))
  return { year: Number(year), ...askedOf(period, today), ...filter }
}

const askedOf = (period: Period, today: string): Pick<Asked, 'period' | 'wholeYear'> => ({
  period: untilToday(period, today),
  wholeYear: isWholeYear(period),
})
