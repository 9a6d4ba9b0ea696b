import { mayReadFigures } from '../../domain/access/rights.ts'
import { audit, doingOf } from '../audit/audit.ts'
import { HttpProblem } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { type App, refusals } from '../http/schemas.ts'
import { YearParams } from '../years/keep.ts'
import { asDownload } from './download.ts'
import { yearReportOf } from './year-report.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The report of a year as a document of the form that offices send each other. */
export function docxRoute(app: App, { db, clock }: Context): void {
  app.get(
    '/api/reports/:year.docx',
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'The report of a year as a .docx in the form of GB/T 9704-2012',
        params: YearParams,
        response: {
          200: {
            description: 'the document',
            content: { [docxType]: { schema: { type: 'string', format: 'binary' } } },
          },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { caller } = sessionOf(request)
      if (!mayReadFigures(caller)) throw new HttpProblem('notAllowed')
      const year = Number(request.params.year)
      const now = clock()
      const { report } = await yearReportOf(db, { township: caller.township, year, now })
      // Its maker is large: no start of the server waits for it.
      const { docxOf } = await import('./docx.ts')
      const bytes = await docxOf(report, report.title[0])
      await audit(db, doingOf(request, now, { action: 'exported', subject: String(year), detail: { file: 'docx' } }))
      return reply
        .type(docxType)
        .header('content-disposition', asDownload(`${report.title.join('')}.docx`, `report-${year}.docx`))
        .header('content-length', String(bytes.length))
        .send(bytes)
    },
  )
}
