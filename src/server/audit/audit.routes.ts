import Type from 'typebox'
import { mayReadAudit } from '../../domain/access/rights.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { AnyData, answers, type App, Day, Nullable, QueryPage, refusals, Uuid } from '../http/schemas.ts'
import { audit, auditActions, doingOf } from './audit.ts'

const pageSize = 50

const Query = Type.Object({
  by: Type.Optional(Uuid),
  action: Type.Optional(Type.Enum([...auditActions])),
  subject: Type.Optional(Type.String({ maxLength: 100 })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  page: Type.Optional(QueryPage),
})

const AuditAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      n: Type.Integer(),
      at: Type.String(),
      by: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
      deviceId: Nullable(Type.String()),
      action: Type.String(),
      subject: Nullable(Type.String()),
      detail: AnyData,
    }),
  ),
  total: Type.Integer(),
  page: Type.Integer(),
  pages: Type.Integer(),
})

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
const dayMs = 86_400_000

/** What people did and saw, for the auditor alone, newest first; and the one doing that only a phone knows: printing. */
export function auditRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/api/audit',
    { schema: { summary: 'Search the audit log', querystring: Query, response: answers(AuditAnswer) } },
    async (request) => {
      const { caller } = sessionOf(request)
      if (!mayReadAudit(caller)) throw new HttpProblem('notAllowed')
      const { by, action, subject, from, to } = request.query
      const page = Number(request.query.page ?? 1)
      let query = db.selectFrom('audit as a').where('a.township', '=', caller.township)
      if (by !== undefined) query = query.where('a.by_user', '=', by)
      if (action !== undefined) query = query.where('a.action', '=', action)
      if (subject !== undefined) query = query.where('a.subject', '=', subject)
      if (from !== undefined) query = query.where('a.at', '>=', startOf(from))
      if (to !== undefined) query = query.where('a.at', '<', new Date(startOf(to).getTime() + dayMs))
      const { total } = await query.select((is) => is.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      const rows = await query
        .leftJoin('users as u', (join) => join.onRef('u.township', '=', 'a.township').onRef('u.id', '=', 'a.by_user'))
        .select(['a.n', 'a.at', 'a.by_user', 'a.device_id', 'a.action', 'a.subject', 'a.detail', 'u.name'])
        .orderBy('a.n', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute()
      const items = rows.map((row) => ({
        n: row.n,
        at: row.at.toISOString(),
        by: row.by_user === null ? null : { id: row.by_user, name: row.name ?? '' },
        deviceId: row.device_id,
        action: row.action,
        subject: row.subject,
        detail: row.detail,
      }))
      return { items, total, page, pages: Math.ceil(total / pageSize) }
    },
  )

  app.post(
    '/api/audit/printed',
    {
      schema: {
        summary: 'Write down that something was printed',
        body: Type.Object({ subject: Type.String({ minLength: 1, maxLength: 100 }) }),
        response: { 204: { description: 'written down', type: 'null' }, ...refusals },
      },
    },
    async (request, reply) => {
      await audit(db, doingOf(request, clock(), { action: 'printed', subject: request.body.subject }))
      return reply.code(204).send()
    },
  )
}
