import Type, { type Static } from 'typebox'
import type { Caller } from '../../domain/access/caller.ts'
import { shanghaiDay, yearOf } from '../../domain/calendar/day.ts'
import { periodWords } from '../../domain/report/period-words.ts'
import { type Period, periodOf } from '../../domain/report/periods.ts'
import { audit, doingOf } from '../audit/audit.ts'
import { type Asked, readAsked } from '../figures/query.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { inTurns } from '../http/in-turn.ts'
import { type App, Day, refusals } from '../http/schemas.ts'
import { refusedAt, YearParams } from '../years/keep.ts'
import { asDownload } from './download.ts'
import { openWorkbook } from './xlsx-file.ts'
import { figureSheet } from './xlsx-figures.ts'
import { notesSheet } from './xlsx-notes.ts'
import { countsIn, recordSheets, type Wanted } from './xlsx-records.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** More than this is no township's year, and more than a spreadsheet is read for. */
const mostRecords = 20_000

/** Each takes a core for seconds and some hundred megabytes. */
const inTurn = inTurns(1)

const Query = Type.Object({
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  /** Why personal data goes out too, where the caller may read it; it is written down. Without one its masks do. */
  reason: Type.Optional(Type.String({ maxLength: 200 })),
})

/** The period of an address: its year, or the days asked for, which begin in that year. */
function periodAsked(
  year: number,
  { from, to }: Static<typeof Query>,
  caller: Caller,
  today: string,
): { readonly asked: Asked; readonly named: Period } {
  if (from === undefined && to === undefined)
    return { asked: readAsked({ year: String(year) }, caller, today), named: periodOf(year) }
  const asked = readAsked(
    { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    caller,
    today,
  )
  return { asked, named: { from: from ?? asked.period.from, to: to ?? asked.period.to } }
}

/** The figures of a period and the records behind them, as a workbook. */
export function xlsxRoute(app: App, { db, clock }: Context): void {
  app.get(
    '/api/reports/:year.xlsx',
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'The figures of a year, or of any period that begins in it, and its records, as an .xlsx',
        params: YearParams,
        querystring: Query,
        response: {
          200: {
            description: 'the workbook',
            content: { [xlsxType]: { schema: { type: 'string', format: 'binary' } } },
          },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { caller, townshipName, name: byName } = sessionOf(request)
      const year = Number(request.params.year)
      const now = clock()
      const { asked, named } = periodAsked(year, request.query, caller, shanghaiDay(now))
      if (yearOf(named.from) !== year)
        throw refusedAt(request, '/querystring/from', 'outOfRange', [
          `起始日不在 ${year}年。`,
          `The first day isn’t in ${year}.`,
        ])
      const reason = (request.query.reason ?? '').trim()
      const wanted: Wanted = { caller, period: asked.period, personal: reason !== '' }
      const present = await countsIn(db, wanted)
      const total = [...present.values()].reduce((sum, count) => sum + count, 0)
      if (total > mostRecords)
        throw refusedAt(request, '/querystring/to', 'outOfRange', [
          `这段时间有 ${total} 条记录，一次最多 ${mostRecords} 条。缩短起止。`,
          `There are ${total} records in it, at most ${mostRecords} go at once: shorten the period.`,
        ])
      const detail = { file: 'xlsx', from: named.from, to: named.to, records: total, ...(reason ? { reason } : {}) }
      await audit(db, doingOf(request, now, { action: 'exported', subject: String(year), detail }))
      const bytes = await inTurn(async () => {
        const workbook = openWorkbook()
        try {
          await workbook.add(await figureSheet(db, caller.township, asked))
          await recordSheets(db, wanted, workbook.add, present)
          await workbook.add(notesSheet({ townshipName, byName, named, asked, now, reason }))
          return await workbook.finish()
        } finally {
          await workbook.end()
        }
      })
      const title = `${townshipName}${periodWords(named).zh}指标和台账.xlsx`
      return reply
        .type(xlsxType)
        .header('content-disposition', asDownload(title, `ledger-${named.from}-${named.to}.xlsx`))
        .header('content-length', String(bytes.length))
        .send(bytes)
    },
  )
}
