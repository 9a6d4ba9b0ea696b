import { defaultTexts } from './default-texts.ts'
import type { Paragraph, Told } from './fill.ts'
import { fillText, plainName } from './fill.ts'
import type { Heading, SectionId } from './outline.ts'
import { headingsOf, sectionIds, titleOf } from './outline.ts'

/** A section of the filled report. */
export type ReportSection = {
  readonly section: SectionId
  readonly headings: readonly Heading[]
  readonly paragraphs: readonly Paragraph[]
}

/** A year's report, filled. */
export type Report = {
  readonly title: readonly [who: string, what: string]
  readonly sections: readonly ReportSection[]
  /** The figures that stand as gaps in it, each once, in the order of the text. */
  readonly missing: readonly string[]
}

/** What a township wrote for the sections of a year; the others have the text that goes for every year. */
export type OwnTexts = ReadonlyMap<SectionId, string>

/** The text of a section, with its placeholders. */
export const textOf = (own: OwnTexts, section: SectionId): string => own.get(section) ?? defaultTexts[section]

/** The figures that have no value where the text needs one. */
const missingIn = (paragraphs: readonly Paragraph[], { figures }: Told): readonly string[] =>
  paragraphs
    .flat()
    .flatMap((run) => (run.missing ? (run.figures ?? []) : []))
    .filter((id) => (figures.get(id)?.value ?? null) === null)

/** The whole report of a year: its texts with every figure in place. */
export const reportOf = (own: OwnTexts, told: Told): Report => {
  const sections = sectionIds.map((section) => ({
    section,
    headings: headingsOf(section),
    paragraphs: fillText(textOf(own, section), told),
  }))
  const { year } = told
  const county = told.county === null ? null : plainName(told.county)
  return {
    title: titleOf({ year, county, township: plainName(told.township) }),
    sections,
    missing: [...new Set(sections.flatMap(({ paragraphs }) => missingIn(paragraphs, told)))],
  }
}
