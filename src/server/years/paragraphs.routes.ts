import Type from 'typebox'
import { mayKeepYear, mayReadFigures } from '../../domain/access/rights.ts'
import { defaultTexts } from '../../domain/report/outline/default-texts.ts'
import type { SectionId } from '../../domain/report/outline/outline.ts'
import { sectionNamed } from '../../domain/report/outline/outline.ts'
import { parseParagraph, problemText } from '../../domain/report/outline/placeholder.ts'
import { auditIn, doingOf } from '../audit/audit.ts'
import { HttpProblem, type InputError } from '../errors.ts'
import { type Context, sessionOf } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { answers, type App, Nullable, refusals } from '../http/schemas.ts'
import { yearReportOf } from '../reports/year-report.ts'
import { keeperOf, keepYear, YearParams } from './keep.ts'
import { addParagraph } from './paragraphs.repository.ts'
import { signatureOf } from './signatures.repository.ts'

/** A section's text in code points; the whole report of 2025 has about 3,000. */
const longest = 20_000

const Heading = Type.Object({ level: Type.Enum([1, 2]), text: Type.String() })

/** A stretch of the filled text; `figures`: those that it prints, `missing`: one of them stands as a gap. */
const Run = Type.Object({
  text: Type.String(),
  figures: Type.Optional(Type.Array(Type.String())),
  missing: Type.Optional(Type.Boolean()),
})

const ParagraphsAnswer = Type.Object({
  year: Type.Integer(),
  title: Type.Array(Type.String()),
  township: Type.String(),
  county: Nullable(Type.String()),
  mayKeep: Type.Boolean(),
  signed: Type.Boolean(),
  missing: Type.Array(Type.String()),
  sections: Type.Array(
    Type.Object({
      section: Type.String(),
      headings: Type.Array(Heading),
      text: Type.String(),
      standard: Type.String(),
      own: Type.Boolean(),
      by: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
      at: Type.Optional(Type.String()),
      filled: Type.Array(Type.Array(Run)),
    }),
  ),
})

function sectionAt(id: string): SectionId {
  const section = sectionNamed(id)
  if (!section) throw new HttpProblem('notFound')
  return section
}

/** One line end, no character that no document can hold, no spaces behind a line. */
const tidy = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    // oxlint-disable-next-line no-control-regex -- these are what XML can't hold
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
    .replace(/[ \t\u3000]+$/gm, '')
    .trim()

/** The report's text by section: what a township wrote for a year, and how it reads with the year's figures in place. */
export function paragraphRoutes(app: App, context: Context): void {
  const { db, clock } = context

  app.get(
    '/api/years/:year/paragraphs',
    {
      schema: {
        summary: 'The report’s text by section, with its placeholders and as it reads filled',
        params: YearParams,
        response: answers(ParagraphsAnswer),
      },
    },
    async (request) => {
      const { caller } = sessionOf(request)
      if (!mayReadFigures(caller)) throw new HttpProblem('notAllowed')
      const year = Number(request.params.year)
      const { report, told, own } = await yearReportOf(db, { township: caller.township, year, now: clock() })
      return {
        year,
        title: report.title,
        township: told.township,
        county: told.county,
        mayKeep: mayKeepYear(caller),
        signed: (await signatureOf(db, caller.township, year)) !== null,
        missing: report.missing,
        sections: report.sections.map(({ section, headings, paragraphs }) => {
          const kept = own.get(section)
          const standard = defaultTexts[section]
          return {
            section,
            headings,
            text: kept?.text ?? standard,
            standard,
            own: kept !== undefined && kept.text !== standard,
            ...(kept ? { by: kept.by, at: kept.at } : {}),
            filled: paragraphs,
          }
        }),
      }
    },
  )

  app.put(
    '/api/years/:year/paragraphs/:section',
    {
      schema: {
        summary: 'Write a section of the report of a year, figures as placeholders',
        params: Type.Interface([YearParams], { section: Type.String() }),
        body: Type.Object({ text: Type.String({ maxLength: longest }) }),
        response: { 204: { description: 'kept', type: 'null' }, ...refusals },
      },
    },
    async (request, reply) => {
      const caller = keeperOf(request)
      const section = sectionAt(request.params.section)
      const year = Number(request.params.year)
      const text = tidy(request.body.text)
      const parsed = parseParagraph(text)
      if (!parsed.ok) {
        const language = languageOf(request.headers['accept-language'])
        const errors = parsed.problems.map((problem): InputError => ({
          path: '/text',
          code: problem.code,
          message: problemText(problem)[language],
        }))
        throw new HttpProblem('unknownPlaceholder', { errors })
      }
      const now = clock()
      await keepYear(context, caller, year, async (trx) => {
        await addParagraph(trx, { township: caller.township, year, section, text, by: caller.userId, now })
        const doing = { action: 'wroteParagraph' as const, subject: String(year), detail: { section } }
        await auditIn(trx, doingOf(request, now, doing))
      })
      return reply.code(204).send()
    },
  )
}
