import type { SectionId } from '../../domain/report/outline/outline.ts'
import { sectionNamed } from '../../domain/report/outline/outline.ts'
import type { Database, Trx } from '../db/database.ts'

/** The text of a section as a township wrote it for a year, with its placeholders. */
export type KeptParagraph = {
  readonly text: string
  readonly by: { readonly id: string; readonly name: string }
  readonly at: string
}

/** What stands written for the sections of a year; those that nobody wrote are not in it. */
export async function paragraphsOf(
  db: Database | Trx,
  township: string,
  year: number,
): Promise<ReadonlyMap<SectionId, KeptParagraph>> {
  const rows = await db
    .selectFrom('year_paragraphs as p')
    .innerJoin('users as u', (join) => join.onRef('u.township', '=', 'p.township').onRef('u.id', '=', 'p.by_user'))
    .select(['p.section', 'p.content', 'p.written_at', 'u.id', 'u.name'])
    .distinctOn('p.section')
    .where('p.township', '=', township)
    .where('p.year', '=', year)
    .orderBy('p.section')
    .orderBy('p.n', 'desc')
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const section = sectionNamed(row.section)
      if (!section) return []
      const kept = { text: row.content, by: { id: row.id, name: row.name }, at: row.written_at.toISOString() }
      return [[section, kept] as const]
    }),
  )
}

/** Adds what is written for a section of a year; the township must be locked. What stood before stays beside it. */
export async function addParagraph(
  trx: Trx,
  of: {
    readonly township: string
    readonly year: number
    readonly section: SectionId
    readonly text: string
    readonly by: string
    readonly now: number
  },
): Promise<void> {
  const { township, year, section } = of
  const last = await trx
    .selectFrom('year_paragraphs')
    .select((is) => is.fn.max('n').as('n'))
    .where('township', '=', township)
    .where('year', '=', year)
    .where('section', '=', section)
    .executeTakeFirst()
  await trx
    .insertInto('year_paragraphs')
    .values({
      township,
      year,
      section,
      n: (last?.n ?? 0) + 1,
      content: of.text,
      by_user: of.by,
      written_at: new Date(of.now),
    })
    .execute()
}
