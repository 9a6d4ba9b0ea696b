import Type from 'typebox'
import type { Problem } from '../../domain/record/change.ts'
import { isObject } from '../../domain/value.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { answers, type App, Nullable } from '../http/schemas.ts'
import { Problems } from '../records/schemas.ts'
import { inWords } from './words.ts'

const AttentionAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      changeId: Type.String(),
      recordId: Nullable(Type.String()),
      kind: Nullable(Type.String()),
      outcome: Type.Enum(['conflict', 'rejected']),
      problems: Problems,
      by: Type.Object({ id: Type.String(), name: Type.String() }),
      madeAt: Nullable(Type.String()),
      set: Type.Unknown(),
      was: Type.Unknown(),
    }),
  ),
})

/** The open conflicts and rejections that a person must settle: one's own, a supervisor's township's. */
export function attentionRoute(app: App, context: Context): void {
  app.get(
    '/api/sync/attention',
    { schema: { summary: 'What needs attention', response: answers(AttentionAnswer) } },
    async (request) => {
      const { caller } = sessionOf(request)
      const language = languageOf(request.headers['accept-language'])
      const everyones = caller.roles.includes('supervisor')
      const rows = await context.db
        .selectFrom('changes as c')
        .innerJoin('change_bodies as b', (join) =>
          join.onRef('b.township', '=', 'c.township').onRef('b.change_id', '=', 'c.id'),
        )
        .leftJoin('settlements as s', (join) =>
          join.onRef('s.township', '=', 'c.township').onRef('s.change_id', '=', 'c.id'),
        )
        .leftJoin('users as u', (join) => join.onRef('u.township', '=', 'c.township').onRef('u.id', '=', 'c.by_user'))
        .select([
          'c.id',
          'c.record_id',
          'c.kind',
          'c.outcome',
          'c.problems',
          'c.by_user',
          'c.made_at',
          'u.name',
          'b.body',
        ])
        .where('c.township', '=', caller.township)
        .where('c.outcome', 'in', ['conflict', 'rejected'])
        .where('s.change_id', 'is', null)
        .$if(!everyones, (query) => query.where('c.by_user', '=', caller.userId))
        .orderBy('c.seq')
        .limit(2000)
        .execute()
      const items = rows.map((row) => {
        const body: unknown = JSON.parse(row.body)
        const member = (name: string): unknown => (isObject(body) ? (body[name] ?? null) : null)
        return {
          changeId: row.id,
          recordId: row.record_id,
          kind: row.kind,
          outcome: row.outcome === 'conflict' ? ('conflict' as const) : ('rejected' as const),
          problems: inWords((row.problems ?? []) satisfies readonly Problem[], row.kind, language),
          by: { id: row.by_user, name: row.name ?? '' },
          madeAt: row.made_at,
          set: member('set'),
          was: member('was'),
        }
      })
      return { items }
    },
  )
}
