import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { shanghaiDay } from '../../domain/calendar/day.ts'
import { valueOf } from '../../domain/report/evaluate.ts'
import type { Figure } from '../../domain/report/figure.ts'
import { figures } from '../../domain/report/figures.ts'
import { periodOf, untilToday, yearBefore } from '../../domain/report/periods.ts'
import { audit, doingOf } from '../audit/audit.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { answers, type App, QueryYear, refusals } from '../http/schemas.ts'
import { pageSize } from '../records/records.routes.ts'
import { standOf } from '../sync/head.ts'
import { signedAs } from '../years/signatures.repository.ts'
import { firstYearOf } from './first-year.ts'
import { type Asked, FiguresQuery, readAsked } from './query.ts'
import { receiptsOf } from './receipts.ts'
import { FiguresAnswer, ReceiptsAnswer, SeriesAnswer } from './schemas.ts'
import { hasDimension, measuresOf, totalsOf } from './totals.ts'
import { isAnswerable, signedFiguresOf } from './year-figures.ts'

const figureNamed = (id: string): Figure => {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new HttpProblem('notFound')
  return figure
}

/** Another person's figures are a supervisor's single look-up, and each is written down (DESIGN.md 6). */
async function noteLookUp(request: FastifyRequest, { personId }: Asked, { db, clock }: Context): Promise<void> {
  const { caller } = sessionOf(request)
  if (personId === null || personId === caller.personId) return
  await audit(db, doingOf(request, clock(), { action: 'lookedUpPerson', subject: personId }))
}

/** Answers from before are good while neither the township's log, what is typed for its years, the day nor this program has moved; true where it was a 304. */
function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  of: { seq: number; revision: number; township: string; today: string; version: string },
): boolean {
  const query = createHash('sha256')
    .update(request.raw.url ?? '')
    .digest('hex')
    .slice(0, 16)
  const tag = `"${of.version}-${of.township.slice(0, 8)}-${of.seq}-${of.revision}-${of.today}-${query}"`
  void reply.header('etag', tag).header('cache-control', 'private, no-cache')
  const known = (request.headers['if-none-match'] ?? '').split(',').map((text) => text.trim().replace(/^W\//, ''))
  return known.includes(tag) || known.includes('*')
}

/** The year's figures, the records behind each, and how they came about over months and villages. */
export function figureRoutes(app: App, context: Context): void {
  const { db, clock, version } = context

  app.get(
    '/api/figures',
    {
      schema: {
        summary: 'Figures of a period',
        querystring: FiguresQuery,
        response: { ...answers(FiguresAnswer), 304: { description: 'unchanged', type: 'null' }, ...refusals },
      },
    },
    async (request, reply) => {
      const { caller } = sessionOf(request)
      const today = shanghaiDay(clock())
      const asked = readAsked(request.query, caller, today)
      await noteLookUp(request, asked, context)
      const { seq, revision } = await standOf(db, caller.township)
      if (isUnchanged(request, reply, { seq, revision, township: caller.township, today, version }))
        return reply.code(304).send()
      const { figures: shown, signature } = await signedFiguresOf(db, caller.township, asked)
      return { year: asked.year, ...(signature ? { signed: signedAs(signature) } : {}), figures: shown }
    },
  )

  app.get(
    '/api/figures/:id/records',
    {
      schema: {
        summary: 'The records behind a figure',
        params: Type.Object({ id: Type.String() }),
        querystring: FiguresQuery,
        response: answers(ReceiptsAnswer),
      },
    },
    async (request) => {
      const { caller } = sessionOf(request)
      const asked = readAsked(request.query, caller, shanghaiDay(clock()))
      await noteLookUp(request, asked, context)
      const figure = figureNamed(request.params.id)
      const page = Number(request.query.page ?? 1)
      const { items, total } = isAnswerable(figure, asked)
        ? await receiptsOf(db, caller.township, figure, asked, { limit: pageSize, offset: (page - 1) * pageSize })
        : { items: [], total: 0 }
      return { items, total, page, pages: Math.ceil(total / pageSize) }
    },
  )

  app.get(
    '/api/figures/:id/series',
    {
      schema: {
        summary: 'A figure by month and by village',
        params: Type.Object({ id: Type.String() }),
        querystring: Type.Object({ year: QueryYear }),
        response: answers(SeriesAnswer),
      },
    },
    async (request) => {
      const { caller } = sessionOf(request)
      const today = shanghaiDay(clock())
      const { year, period } = readAsked({ year: request.query.year }, caller, today)
      const figure = figureNamed(request.params.id)
      const question = { township: caller.township, measures: measuresOf([figure]), villageId: null, personId: null }
      const months = Array.from({ length: 12 }, (_, index) => periodOf(year, index + 1))
      const soFar = months.map((month) => untilToday(month, today))
      const firstYear = await firstYearOf(db, caller.township)
      const isKnown = firstYear !== null && year - 1 >= firstYear
      const byMonth = await totalsOf(db, { ...question, periods: [...soFar, ...soFar.map(yearBefore)] })
      const byVillage = await totalsOf(db, { ...question, periods: [period, yearBefore(period)], byVillage: true })
      const inVillage = (village: string | null): number | null =>
        hasDimension(figure, 'village')
          ? valueOf(figure, byVillage(0, village), isKnown ? byVillage(1, village) : null)
          : null
      return {
        months: months.map((month, index) => ({
          month: index + 1,
          value: month.from > today ? null : valueOf(figure, byMonth(index), isKnown ? byMonth(12 + index) : null),
        })),
        villages: [...caller.villages, null].map((villageId) => ({ villageId, value: inVillage(villageId) })),
      }
    },
  )
}
