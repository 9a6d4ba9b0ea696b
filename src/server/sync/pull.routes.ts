import { notePersonal } from '../audit/personal.ts'
import { sql } from 'kysely'
import Type from 'typebox'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { answers, type App } from '../http/schemas.ts'
import { noteSync } from '../session/devices.ts'
import { mayOpenClause, wasReadClause } from '../records/scope.ts'
import { Head, RecordItem } from '../records/schemas.ts'
import { recordsOf, toView } from '../records/views.ts'
import { headOf } from './head.ts'

const Query = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 100 })),
  seen: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,3}$' })),
})

const Gone = Type.Object({ id: Type.String(), seq: Type.Integer(), gone: Type.Literal(true) })

const PullAnswer = Type.Object({
  records: Type.Array(Type.Union([RecordItem, Gone])),
  cursor: Type.String(),
  head: Head,
  more: Type.Boolean(),
})

const mostRecords = 2000

/** A place in the township's log. Opaque to phones, so that it can come to hold more. */
const toCursor = (seq: number): string => Buffer.from(`1.${seq}`).toString('base64url')

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const seq = /^1\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  if (seq === undefined)
    throw new HttpProblem('badRequest', {
      errors: [{ path: '/querystring/cursor', code: 'outOfRange', message: 'not a cursor of ours' }],
    })
  return Number(seq)
}

/**
 * What changed since the cursor and may be read by the caller, by seq. The head is read first and nothing beyond it is
 * told, so that no commit can slip in behind the cursor.
 */
export function pullRoute(app: App, context: Context): void {
  const { db } = context
  app.get(
    '/api/sync/pull',
    { schema: { summary: 'Fetch what changed', querystring: Query, response: answers(PullAnswer) } },
    async (request) => {
      const session = sessionOf(request)
      const { caller } = session
      const limit = Number(request.query.limit ?? 500)
      if (limit > mostRecords)
        throw new HttpProblem('badRequest', {
          errors: [{ path: '/querystring/limit', code: 'outOfRange', message: `at most ${mostRecords}` }],
        })
      const from = readCursor(request.query.cursor)
      const head = await headOf(db, caller.township)
      const rows = await recordsOf(db, caller.township)
        .where('r.seq', '>', from)
        .where('r.seq', '<=', head.seq)
        .where(sql<boolean>`(${mayOpenClause(caller)} or ${wasReadClause(caller)})`)
        .orderBy('r.seq')
        .limit(limit + 1)
        .execute()
      const more = rows.length > limit
      const page = rows.slice(0, limit)
      const records = page.map((row) => {
        const seen = toView(caller, row)
        return seen?.whole ? seen.view : { id: row.id, seq: row.seq, gone: true as const }
      })
      await notePersonal(
        context,
        request,
        records.filter((one) => 'data' in one),
        'pull',
      )
      await noteSync(db, session, { now: context.clock(), app: null })
      const last = more ? (page.at(-1)?.seq ?? from) : Math.max(from, head.seq)
      return { records, cursor: toCursor(last), head, more }
    },
  )
}
