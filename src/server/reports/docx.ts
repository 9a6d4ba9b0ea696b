import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Run } from '../../domain/report/outline/fill.ts'
import type { Heading } from '../../domain/report/outline/outline.ts'
import type { Report } from '../../domain/report/outline/report.ts'
import { finished } from './finish.ts'
import { splitByGb2312 } from './gb2312.ts'
import { lineWidth, paper, typefaces } from './paper.ts'

/** One face for all of a run: marks like “ ” and — are those of the Chinese text around them. */
const face = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' })

const line = { line: paper.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
const indent = { firstLine: 2 * paper.character, firstLineChars: 200 } as const

/** What no XML can hold; a name in a register may have it. */
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g // oxlint-disable-line no-control-regex

/** A text in runs: what the typeface lacks comes from 仿宋. A gap is marked, so that nobody sends it out unseen. */
const runsOf = (text: string, more: { readonly missing?: true; readonly break?: number } = {}): readonly TextRun[] =>
  splitByGb2312(text.replace(unwritable, '').replace(/\s/g, ' ')).map(
    (part, index) =>
      new TextRun({
        text: part.text,
        ...(part.rare ? { font: face(typefaces.rare.name) } : {}),
        ...(more.missing ? { highlight: 'yellow' } : {}),
        ...(more.break !== undefined && index === 0 ? { break: more.break } : {}),
      }),
  )

/** The width of a line of the title in points: ideographs are as wide as the type, Latin ones half. */
const titleWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1) * (paper.titleSize / 2), 0)

const titleOf = ([who, what]: Report['title']): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    children: [
      ...runsOf(who),
      // Broken by sense, not in the middle of a word.
      ...runsOf(what, titleWidth(who + what) > lineWidth ? { break: 1 } : {}),
    ],
  })

const headingOf = ({ level, text }: Heading): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: runsOf(text),
  })

const paragraphOf = (runs: readonly Run[]): Paragraph =>
  new Paragraph({
    spacing: line,
    indent,
    // Twenty-two lines a page, also where a paragraph's first or last line stands alone.
    widowControl: false,
    children: runs.flatMap(({ text, missing }) => runsOf(text, missing ? { missing } : {})),
  })

/** — 1 —, a character in from the outer edge: right on odd pages, left on even ones. */
const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: paper.numberCharacter },
        spacing: { line: paper.footerLine, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [
          new TextRun({
            font: face(typefaces.number.name),
            size: paper.numberSize,
            snapToGrid: false,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  })

const style = (name: string, size: number, more: Pick<IParagraphOptions, 'alignment' | 'indent'>) => ({
  run: { font: face(name), size, bold: false, color: '000000' },
  paragraph: { spacing: line, keepNext: true, ...more },
})

/** The report as an official document in the form of GB/T 9704-2012 (FIELD.md, Paper). `by` is the authority that it is of. */
export async function docxOf(report: Report, by: string): Promise<Buffer> {
  const document = new Document({
    title: report.title.join('').replace(unwritable, ''),
    creator: by.replace(unwritable, ''),
    lastModifiedBy: by.replace(unwritable, ''),
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: {
            font: face(typefaces.text.name),
            size: paper.textSize,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: line, alignment: AlignmentType.BOTH },
        },
        title: style(typefaces.title.name, paper.titleSize, { alignment: AlignmentType.CENTER }),
        heading1: style(typefaces.part.name, paper.textSize, { indent }),
        heading2: style(typefaces.section.name, paper.textSize, { indent }),
      },
      // Said again here: the pitch of characters is counted from this style's own size, by more than one office.
      paragraphStyles: [
        {
          id: 'Normal',
          name: 'Normal',
          quickFormat: true,
          run: { font: face(typefaces.text.name), size: paper.textSize },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: paper.width, height: paper.height },
            margin: {
              top: paper.top,
              bottom: paper.bottom,
              left: paper.left,
              right: paper.right,
              footer: paper.footer,
              header: paper.footer,
              gutter: 0,
            },
          },
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: paper.linePitch,
            charSpace: paper.charSpace,
          },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [
          titleOf(report.title),
          new Paragraph({ spacing: line }),
          ...report.sections.flatMap(({ headings, paragraphs }) => [
            ...headings.map(headingOf),
            ...paragraphs.map(paragraphOf),
          ]),
        ],
      },
    ],
  })
  return finished(await Packer.toBuffer(document))
}
