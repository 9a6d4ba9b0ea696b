import Type from 'typebox'
import { unseenFields } from '../../domain/access/view.ts'
import { kindNamed } from '../../domain/kinds/all.ts'
import { isId } from '../../domain/record/ids.ts'
import { isObject } from '../../domain/value.ts'
import { notePersonal } from '../audit/personal.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { AnyData, answers, type App, Nullable } from '../http/schemas.ts'
import { inWords } from '../sync/words.ts'
import { findRecord } from './records.repository.ts'
import { Problems } from './schemas.ts'

const HistoryAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      changeId: Type.String(),
      seq: Type.Integer(),
      outcome: Type.String(),
      set: AnyData,
      was: Nullable(AnyData),
      by: Type.Object({ id: Type.String(), name: Type.String() }),
      madeAt: Nullable(Type.String()),
      acceptedAt: Type.String(),
      reason: Type.Optional(Type.String()),
      problems: Type.Optional(Problems),
    }),
  ),
})

/** Values that the caller may not read aren't in a record's past either. */
function without(value: unknown, unseen: readonly string[]): Record<string, unknown> | null {
  if (!isObject(value)) return null
  return Object.fromEntries(Object.entries(value).filter(([name]) => !unseen.includes(name)))
}

/** Who changed a record, when, from what to what; the refused and the conflicting are its author's and the supervisor's to see. */
export function historyRoute(app: App, context: Context): void {
  const { db } = context
  app.get(
    '/api/records/:id/history',
    {
      schema: {
        summary: 'A record’s history',
        params: Type.Object({ id: Type.String() }),
        response: answers(HistoryAnswer),
      },
    },
    async (request) => {
      const { caller } = sessionOf(request)
      const language = languageOf(request.headers['accept-language'])
      const { id } = request.params
      const record = isId(id) ? await findRecord(db, caller, id) : undefined
      const kind = record ? kindNamed(record.kind) : undefined
      if (!record || !kind) throw new HttpProblem('notFound')
      const unseen = unseenFields(caller, kind, {
        authorId: record.author_id,
        status: record.status,
        data: record.data,
      })
      const shown = Object.fromEntries(Object.entries(record.data).filter(([name]) => !unseen.includes(name)))
      await notePersonal(context, request, [{ id, kind: kind.name, data: shown }], 'history')
      const rows = await db
        .selectFrom('changes as c')
        .leftJoin('change_bodies as b', (join) =>
          join.onRef('b.township', '=', 'c.township').onRef('b.change_id', '=', 'c.id'),
        )
        .leftJoin('users as u', (join) => join.onRef('u.township', '=', 'c.township').onRef('u.id', '=', 'c.by_user'))
        .select([
          'c.id',
          'c.seq',
          'c.kind',
          'c.outcome',
          'c.problems',
          'c.by_user',
          'c.made_at',
          'c.accepted_at',
          'u.name',
          'b.body',
        ])
        .where('c.township', '=', caller.township)
        .where('c.record_id', '=', id)
        .orderBy('c.seq')
        .execute()
      const seesAll = caller.roles.includes('supervisor')
      const items = rows
        .filter((row) => row.outcome === 'applied' || seesAll || row.by_user === caller.userId)
        .map((row) => {
          const parsed: unknown = row.body === null ? {} : JSON.parse(row.body)
          const body = isObject(parsed) ? parsed : {}
          return {
            changeId: row.id,
            seq: row.seq,
            outcome: row.outcome,
            set: without(body['set'], unseen) ?? {},
            was: without(body['was'], unseen),
            by: { id: row.by_user, name: row.name ?? '' },
            madeAt: row.made_at,
            acceptedAt: row.accepted_at.toISOString(),
            ...(typeof body['reason'] === 'string' ? { reason: body['reason'] } : {}),
            ...(row.problems === null || row.problems.length === 0
              ? {}
              : { problems: inWords(row.problems, row.kind, language) }),
          }
        })
      return { items }
    },
  )
}
