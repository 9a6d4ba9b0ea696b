import Type from 'typebox'
import { isDay } from '../../domain/calendar/day.ts'
import { isId } from '../../domain/record/ids.ts'
import { notePersonal } from '../audit/personal.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { answers, type App, Day, QueryPage } from '../http/schemas.ts'
import { countRecords, type Filter, findRecord, listRecords } from './records.repository.ts'
import { RecordItem } from './schemas.ts'
import { toView } from './views.ts'

const Several = Type.String({ maxLength: 2000 })

const Query = Type.Object({
  kind: Type.Optional(Several),
  status: Type.Optional(Several),
  villageId: Type.Optional(Several),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  page: Type.Optional(QueryPage),
})

const ListAnswer = Type.Object({
  items: Type.Array(RecordItem),
  total: Type.Integer(),
  page: Type.Integer(),
  pages: Type.Integer(),
})

/** How many stand on a page of any list. */
export const pageSize = 50

const listOf = (text: string | undefined): readonly string[] | null =>
  text === undefined || text === '' ? null : text.split(',')

function dayOf(name: string, text: string | undefined): string | null {
  if (text === undefined) return null
  if (isDay(text)) return text
  throw new HttpProblem('badRequest', {
    errors: [{ path: `/querystring/${name}`, code: 'outOfRange', message: 'no such day' }],
  })
}

/** Lists and single records, in the caller's scope; what may not be opened stands in lists masked. */
export function recordRoutes(app: App, context: Context): void {
  const { db } = context
  app.get(
    '/api/records',
    { schema: { summary: 'List records', querystring: Query, response: answers(ListAnswer) } },
    async (request) => {
      const { caller } = sessionOf(request)
      const { kind, status, villageId, from, to, q } = request.query
      const page = Number(request.query.page ?? 1)
      const filter: Filter = {
        kinds: listOf(kind),
        statuses: listOf(status),
        villages: listOf(villageId)?.filter(isId) ?? null,
        from: dayOf('from', from),
        to: dayOf('to', to),
        words: q?.trim() ? q.trim() : null,
      }
      const total = await countRecords(db, caller, filter)
      const rows = await listRecords(db, caller, filter, pageSize, (page - 1) * pageSize)
      const items = rows.flatMap((row) => toView(caller, row)?.view ?? [])
      await notePersonal(context, request, items, 'list')
      return { items, total, page, pages: Math.ceil(total / pageSize) }
    },
  )

  app.get(
    '/api/records/:id',
    { schema: { summary: 'One record', params: Type.Object({ id: Type.String() }), response: answers(RecordItem) } },
    async (request) => {
      const { caller } = sessionOf(request)
      const row = isId(request.params.id) ? await findRecord(db, caller, request.params.id) : undefined
      const seen = row ? toView(caller, row) : null
      if (!seen?.whole) throw new HttpProblem('notFound')
      await notePersonal(context, request, [seen.view], 'record')
      return seen.view
    },
  )
}
