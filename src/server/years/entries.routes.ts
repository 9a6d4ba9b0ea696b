import Type from 'typebox'
import type { Figure } from '../../domain/report/figure.ts'
import { isTyped } from '../../domain/report/figure.ts'
import { figures } from '../../domain/report/figures.ts'
import { auditIn, doingOf } from '../audit/audit.ts'
import { HttpProblem } from '../errors.ts'
import type { Context } from '../http/context.ts'
import { type App, refusals } from '../http/schemas.ts'
import { addEntry } from './entries.repository.ts'
import { keeperOf, keepYear, refusedAt, YearParams } from './keep.ts'

const largest = 1_000_000_000

const typedFigure = (id: string): Figure => {
  const figure = figures.find((one) => one.id === id && isTyped(one.expression))
  if (!figure) throw new HttpProblem('notFound')
  return figure
}

const fits = (value: number, decimals: number): boolean =>
  value >= 0 && value <= largest && Number(value.toFixed(decimals)) === value

/** What no record gives, typed once a year with its source: `entered` figures and plans (DESIGN.md 3). */
export function entryRoutes(app: App, context: Context): void {
  app.put(
    '/api/years/:year/entries/:figureId',
    {
      schema: {
        summary: 'Type a figure that no record gives, with its source',
        params: Type.Interface([YearParams], { figureId: Type.String() }),
        body: Type.Object({ value: Type.Number(), source: Type.Optional(Type.String({ maxLength: 500 })) }),
        response: { 204: { description: 'kept', type: 'null' }, ...refusals },
      },
    },
    async (request, reply) => {
      const caller = keeperOf(request)
      const figure = typedFigure(request.params.figureId)
      const year = Number(request.params.year)
      const { value, source = '' } = request.body
      if (!fits(value, figure.decimals))
        throw refusedAt(request, '/value', 'outOfRange', [
          `填 0 以上的数，最多 ${figure.decimals} 位小数。`,
          `A number of 0 or more, with ${figure.decimals} decimals at most.`,
        ])
      if (source.trim() === '')
        throw refusedAt(
          request,
          '/source',
          'required',
          ['写明来源，如统计公报、批复文号。', 'Say where it comes from: a bulletin, the number of an approval.'],
          'sourceMissing',
        )
      const now = context.clock()
      await keepYear(context, caller, year, async (trx) => {
        await addEntry(trx, {
          township: caller.township,
          year,
          figureId: figure.id,
          value,
          source: source.trim(),
          by: caller.userId,
          now,
        })
        const doing = { action: 'enteredFigure' as const, subject: String(year), detail: { figure: figure.id, value } }
        await auditIn(trx, doingOf(request, now, doing))
      })
      return reply.code(204).send()
    },
  )
}
