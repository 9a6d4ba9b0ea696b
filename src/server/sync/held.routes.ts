import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Caller } from '../../domain/access/caller.ts'
import { mayTakeHeld } from '../../domain/access/rights.ts'
import { isObject } from '../../domain/value.ts'
import { auditIn, doingOf } from '../audit/audit.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { safeError } from '../http/problem.ts'
import { answers, type App, Nullable, Uuid } from '../http/schemas.ts'
import { refuseHeld, takeHeld } from '../ledger/hold.ts'
import { Problems } from '../records/schemas.ts'
import { inWords } from './words.ts'

const HeldAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      changeId: Type.String(),
      recordId: Nullable(Type.String()),
      kind: Nullable(Type.String()),
      by: Type.Object({ id: Type.String(), name: Type.String() }),
      device: Nullable(Type.String()),
      madeAt: Nullable(Type.String()),
      keptAt: Type.String(),
      /** Made after the device was revoked or the account disabled. */
      after: Type.Boolean(),
      set: Type.Unknown(),
      was: Type.Unknown(),
    }),
  ),
})

const TakenAnswer = Type.Object({
  outcome: Type.Enum(['applied', 'conflict', 'rejected', 'waiting', 'failed']),
  problems: Type.Optional(Problems),
})

const supervisorOf = (request: FastifyRequest): Caller => {
  const { caller } = sessionOf(request)
  if (!mayTakeHeld(caller)) throw new HttpProblem('notAllowed')
  return caller
}

const textAt = (body: unknown, name: string): string | null => {
  const value = isObject(body) ? body[name] : null
  return typeof value === 'string' ? value : null
}

/** Changes from revoked devices and dismissed accounts, for the supervisor to take or to refuse (DESIGN.md 4). */
export function heldRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/api/sync/held',
    { schema: { summary: 'What was sent after a revocation, in its order', response: answers(HeldAnswer) } },
    async (request) => {
      const { township } = supervisorOf(request)
      const rows = await db
        .selectFrom('held as h')
        .leftJoin('users as u', (join) => join.onRef('u.township', '=', 'h.township').onRef('u.id', '=', 'h.by_user'))
        .select(['h.change_id', 'h.by_user', 'h.device_id', 'h.body', 'h.kept_at', 'h.after', 'u.name'])
        .where('h.township', '=', township)
        .orderBy('h.kept_at')
        .orderBy('h.place')
        .limit(2000)
        .execute()
      const items = rows.map((row) => {
        const body: unknown = JSON.parse(row.body)
        return {
          changeId: row.change_id,
          recordId: textAt(body, 'recordId'),
          kind: textAt(body, 'kind'),
          by: { id: row.by_user, name: row.name ?? '' },
          device: row.device_id,
          madeAt: textAt(body, 'madeAt'),
          keptAt: row.kept_at.toISOString(),
          after: row.after,
          set: isObject(body) ? (body['set'] ?? null) : null,
          was: isObject(body) ? (body['was'] ?? null) : null,
        }
      })
      return { items }
    },
  )

  app.post(
    '/api/sync/held/:changeId',
    {
      schema: {
        summary: 'Take a held change, which is judged now as its author’s, or refuse it',
        params: Type.Object({ changeId: Uuid }),
        body: Type.Object({ take: Type.Boolean() }),
        response: answers(TakenAnswer),
      },
    },
    async (request) => {
      const { township } = supervisorOf(request)
      const { changeId } = request.params
      const { take } = request.body
      const of = { changeId, now: clock() }
      const result = await db.transaction().execute(async (trx) => {
        // Under the lock that pushes take, so that nobody sends the same change meanwhile.
        await trx.selectFrom('townships').select('id').where('id', '=', township).forUpdate().executeTakeFirstOrThrow()
        const onFailure = (error: unknown): void =>
          request.log.error({ error: safeError(error) }, 'a held change failed')
        const settled = take ? await takeHeld(trx, township, { ...of, onFailure }) : await refuseHeld(trx, township, of)
        if (!settled) throw new HttpProblem('notFound')
        const detail = { outcome: settled.outcome }
        const action = take ? 'heldTaken' : 'heldRefused'
        await auditIn(trx, doingOf(request, of.now, { action, subject: changeId, detail }))
        return settled
      })
      const language = languageOf(request.headers['accept-language'])
      const problems = result.problems && inWords(result.problems, result.kind, language)
      return { outcome: result.outcome, ...(problems ? { problems } : {}) }
    },
  )
}
