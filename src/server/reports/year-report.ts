import { sql } from 'kysely'
import { shanghaiDay } from '../../domain/calendar/day.ts'
import type { Told } from '../../domain/report/outline/fill.ts'
import type { Report } from '../../domain/report/outline/report.ts'
import { reportOf } from '../../domain/report/outline/report.ts'
import { periodOf, untilToday } from '../../domain/report/periods.ts'
import type { Database } from '../db/database.ts'
import { figuresOf } from '../figures/year-figures.ts'
import type { KeptParagraph } from '../years/paragraphs.repository.ts'
import { paragraphsOf } from '../years/paragraphs.repository.ts'

/** Whose report it is: as the township's register says, else as the county opened it. */
async function factsOf(db: Database, township: string): Promise<Pick<Told, 'township' | 'county'>> {
  const { name } = await db.selectFrom('townships').select('name').where('id', '=', township).executeTakeFirstOrThrow()
  const register = await db
    .selectFrom('records')
    .select([sql<string | null>`data ->> 'name'`.as('name'), sql<string | null>`data ->> 'county'`.as('county')])
    .where('township', '=', township)
    .where('kind', '=', 'township')
    .where('status', '=', 'active')
    .orderBy('seq')
    .executeTakeFirst()
  return { township: register?.name ?? name, county: register?.county ?? null }
}

/** A year's report with all that it was made of. */
export type YearReport = {
  readonly report: Report
  readonly told: Told
  readonly own: ReadonlyMap<string, KeptParagraph>
}

/** The report of a year as it stands: its paragraphs with the year's figures, frozen ones where it is signed. */
export async function yearReportOf(
  db: Database,
  of: { readonly township: string; readonly year: number; readonly now: number },
): Promise<YearReport> {
  const { township, year, now } = of
  const figures = await figuresOf(db, township, {
    period: untilToday(periodOf(year), shanghaiDay(now)),
    wholeYear: true,
    villageId: null,
    personId: null,
  })
  const own = await paragraphsOf(db, township, year)
  const told: Told = {
    ...(await factsOf(db, township)),
    year,
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  }
  return { report: reportOf(new Map([...own].map(([section, { text }]) => [section, text])), told), told, own }
}
