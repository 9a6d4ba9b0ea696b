import Type from 'typebox'
import { mayKeepYear, mayReadFigures } from '../../domain/access/rights.ts'
import { shanghaiDay, yearOf } from '../../domain/calendar/day.ts'
import { periodOf, untilToday } from '../../domain/report/periods.ts'
import { auditIn, doingOf } from '../audit/audit.ts'
import type { Trx } from '../db/database.ts'
import { HttpProblem } from '../errors.ts'
import { Signed } from '../figures/schemas.ts'
import { liveFiguresOf } from '../figures/year-figures.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { answers, type App, Nullable, refusals } from '../http/schemas.ts'
import { correctionsIn, lateChanges } from './corrections.ts'
import { entriesOf } from './entries.repository.ts'
import { keeperOf, keepYear, refusedAt, YearParams } from './keep.ts'
import { signYear, unsignYear } from './sign.ts'
import { signatureOf, signedAs } from './signatures.repository.ts'

const Person = Type.Object({ id: Type.String(), name: Type.String() })

const YearAnswer = Type.Object({
  year: Type.Integer(),
  mayKeep: Type.Boolean(),
  entries: Type.Array(
    Type.Object({
      figureId: Type.String(),
      value: Type.Number(),
      source: Type.String(),
      by: Person,
      at: Type.String(),
    }),
  ),
  signed: Nullable(Signed),
  corrections: Type.Array(
    Type.Object({ figureId: Type.String(), signed: Nullable(Type.Number()), now: Nullable(Type.Number()) }),
  ),
  late: Type.Array(
    Type.Object({
      changeId: Type.String(),
      recordId: Type.String(),
      kind: Type.String(),
      number: Nullable(Type.String()),
      by: Person,
      acceptedAt: Type.String(),
      reason: Nullable(Type.String()),
    }),
  ),
})

/** A year beside its records: what is typed for it, whether it is signed, what has moved since; its signing. */
export function yearRoutes(app: App, context: Context): void {
  const { db, clock } = context

  app.get(
    '/api/years/:year',
    {
      schema: {
        summary: 'What is typed and signed for a year, and what has moved since it was signed',
        params: YearParams,
        response: answers(YearAnswer),
      },
    },
    async (request) => {
      const { caller } = sessionOf(request)
      if (!mayReadFigures(caller)) throw new HttpProblem('notAllowed')
      const year = Number(request.params.year)
      const entries = await entriesOf(db, caller.township, year)
      const signature = await signatureOf(db, caller.township, year)
      const base = { year, mayKeep: mayKeepYear(caller), entries }
      if (!signature) return { ...base, signed: null, corrections: [], late: [] }
      const now = await liveFiguresOf(db, caller.township, {
        period: untilToday(periodOf(year), shanghaiDay(clock())),
        wholeYear: true,
        villageId: null,
        personId: null,
      })
      return {
        ...base,
        signed: signedAs(signature),
        corrections: correctionsIn(signature, now),
        // Reasons are written by people about cases: for their supervisor alone.
        late: mayKeepYear(caller) ? await lateChanges(db, caller.township, signature) : [],
      }
    },
  )

  app.post(
    '/api/years/:year/sign',
    {
      schema: {
        summary: 'Sign a year that is over: its figures are frozen with their hash',
        params: YearParams,
        response: answers(Type.Object({ year: Type.Integer(), hash: Type.String(), at: Type.String(), by: Person })),
      },
    },
    async (request) => {
      const caller = keeperOf(request)
      const year = Number(request.params.year)
      const now = clock()
      if (year >= yearOf(shanghaiDay(now)))
        throw refusedAt(request, '/year', 'outOfRange', ['这一年还没过完，过完再签定。', 'The year isn’t over yet.'])
      const hash = await keepYear(context, caller, year, async (trx) => {
        const signed = await signYear(trx, { township: caller.township, year, by: caller.userId, now })
        const detail = { hash: signed }
        await auditIn(trx, doingOf(request, now, { action: 'signedYear', subject: String(year), detail }))
        return signed
      })
      const by = { id: caller.userId, name: sessionOf(request).name }
      return { year, hash, at: new Date(now).toISOString(), by }
    },
  )

  app.delete(
    '/api/years/:year/sign',
    {
      schema: {
        summary: 'Withdraw the signature of a year; what was signed stays on record',
        params: YearParams,
        response: { 204: { description: 'open again', type: 'null' }, ...refusals },
      },
    },
    async (request, reply) => {
      const caller = keeperOf(request)
      const year = Number(request.params.year)
      const of = { township: caller.township, year, by: caller.userId, now: clock() }
      const withdraw = async (trx: Trx): Promise<boolean> => {
        const done = await unsignYear(trx, of)
        if (done) await auditIn(trx, doingOf(request, of.now, { action: 'unsignedYear', subject: String(year) }))
        return done
      }
      const done = await keepYear(context, caller, year, withdraw, 'signed too')
      if (!done) throw new HttpProblem('notFound')
      return reply.code(204).send()
    },
  )
}
