import Type from 'typebox'
import { mayReadFigures } from '../../domain/access/rights.ts'
import { shanghaiDay } from '../../domain/calendar/day.ts'
import { checkReport } from '../../domain/report/checker/check.ts'
import { periodOf, untilToday } from '../../domain/report/periods.ts'
import { HttpProblem } from '../errors.ts'
import { figuresOf } from '../figures/year-figures.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { answers, type App, Nullable } from '../http/schemas.ts'

/** The longest draft, in UTF-16 units: forty times a county's report. */
export const longestDraft = 2 * 1024 * 1024

const Draft = Type.Object({
  text: Type.String({ description: 'the draft, 2 Mi UTF-16 units at most' }),
  year: Type.Integer({ minimum: 1900, maximum: 2199 }),
})

export const VerifyAnswer = Type.Object({
  numbers: Type.Array(
    Type.Object({
      start: Type.Integer({ description: 'in UTF-16 units' }),
      end: Type.Integer(),
      text: Type.String({ description: 'with its unit, and words such as 余' }),
      value: Type.Number({ description: 'as written: 1.2' }),
      unit: Type.String({ description: 'with its scale: 万人次' }),
      figureId: Nullable(Type.String()),
      verdict: Type.Enum(['agrees', 'disagrees', 'rounded', 'contradicts', 'notKept']),
      ledger: Type.Optional(
        Type.Number({ description: 'in the figure’s own unit; of a change, in points or per cent' }),
      ),
      with: Type.Optional(Type.Integer({ description: 'the start of the number that it contradicts' })),
    }),
  ),
})

/** Holds a draft of a year's report to that year's figures; the draft is not kept. */
export function verifyRoute(app: App, { db, clock }: Context): void {
  app.post(
    '/api/reports/verify',
    {
      schema: {
        summary: 'Hold the numbers of a draft to the ledger',
        body: Draft,
        response: answers(VerifyAnswer),
      },
    },
    async (request) => {
      const { caller } = sessionOf(request)
      if (!mayReadFigures(caller)) throw new HttpProblem('notAllowed')
      const { text, year } = request.body
      if (text.length > longestDraft) throw new HttpProblem('tooLarge')
      const figures = await figuresOf(db, caller.township, {
        period: untilToday(periodOf(year), shanghaiDay(clock())),
        wholeYear: true,
        villageId: null,
        personId: null,
      })
      return { numbers: checkReport(text, figures) }
    },
  )
}
