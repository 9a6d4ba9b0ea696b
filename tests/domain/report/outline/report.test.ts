import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { figures } from '../../../../src/domain/report/figures.ts'
import { defaultTexts } from '../../../../src/domain/report/outline/default-texts.ts'
import { headingsOf, sectionIds, sectionNamed, titleOf } from '../../../../src/domain/report/outline/outline.ts'
import { parseParagraph } from '../../../../src/domain/report/outline/placeholder.ts'
import type { Report } from '../../../../src/domain/report/outline/report.ts'
import { reportOf, textOf } from '../../../../src/domain/report/outline/report.ts'
import { gap } from '../../../../src/domain/report/outline/wording.ts'
import { report2025 } from '../../../../src/server/demo/texts/report-2025.ts'
import { reportFigures } from '../../../support/report-figures.ts'
import { figuresWith } from '../../../support/figures-with.ts'
import { told2025 } from './told.ts'

const own2025 = new Map(report2025.map(({ section, text }) => [section, text]))

const figuresIn = (text: string): readonly string[] => {
  const parsed = parseParagraph(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.tokens.flatMap((token) => ('figures' in token ? token.figures : []))
}

const linesOf = ({ title, sections }: Report): readonly string[] => [
  title.join(''),
  ...sections.flatMap(({ headings, paragraphs }) => [
    ...headings.map((heading) => heading.text),
    ...paragraphs.map((runs) => runs.map((run) => run.text).join('')),
  ]),
]

/** The report of 2025 as it was published: plain marks, and the last line is the website's. */
const published = readFileSync(new URL('../../fixtures/report-2025.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(0, -1)
const half: { readonly [mark: string]: string } = { '，': ',', '（': '(', '）': ')', '：': ':', '；': ';' }
const plain = (line: string): string => line.replace(/[，（）：；]/g, (mark) => half[mark] ?? mark).replace(/。$/, '')

describe('the outline', () => {
  test('is the report’s own: one opening, three parts, eight sections, every figure in one of them', () => {
    expect(sectionIds.flatMap((section) => headingsOf(section).map(({ text }) => plain(text)))).toEqual(
      published.map(plain).filter((line) => /^([一二三]、|\(.\))/.test(line) && line.length < 40),
    )
    for (const { section } of figures) expect(sectionNamed(section)).toBe(section)
    expect(sectionNamed('1.6')).toBeUndefined()
    expect(headingsOf('1.1').map(({ level }) => level)).toEqual([1, 2])
    expect(headingsOf('0')).toEqual([])
  })

  test('is entitled by who reports', () => {
    const title = (township: string, county: string | null = null) => titleOf({ county, township, year: 2025 }).join('')
    expect(title('阳城镇', '西峡县')).toBe('西峡县阳城镇人民政府2025年法治政府建设情况工作报告')
    expect(title('城关街道')).toBe('城关街道办事处2025年法治政府建设情况工作报告')
    expect(title('阳城镇人民政府')).toBe('阳城镇人民政府2025年法治政府建设情况工作报告')
  })
})

describe.each([
  ['the text that goes for every year', (section: (typeof sectionIds)[number]) => defaultTexts[section]],
  ['the text of 2025', (section: (typeof sectionIds)[number]) => own2025.get(section) ?? ''],
])('%s', (_name, of) => {
  test('says each of the 94 figures, in its section', () => {
    for (const section of sectionIds) {
      const wanted = figures.filter((figure) => figure.section === section).map(({ id }) => id)
      expect([...new Set(figuresIn(of(section)))].toSorted()).toEqual(wanted.toSorted())
    }
  })

  test('has no number of its own', () => {
    for (const section of sectionIds) {
      const words = of(section).replace(/\{\{[^}]*\}\}/g, '')
      expect(words).not.toMatch(/[0-9０-９]/)
    }
  })

  test('without any figure is full of gaps, each of them listed, and still says no placeholder', () => {
    const own = new Map(sectionIds.map((section) => [section, of(section)]))
    const empty = reportOf(own, { ...told2025, figures: figuresWith({}) })
    expect([...empty.missing].toSorted()).toEqual(figures.map(({ id }) => id).toSorted())
    const all = linesOf(empty).join('')
    expect(all).not.toMatch(/[{}]/)
    expect(all.split(gap).length - 1).toBeGreaterThanOrEqual(figures.length)
  })
})

describe('the report of 2025', () => {
  const report = reportOf(own2025, told2025)

  test('reads as it was published, with the exact change where it had rounded it', () => {
    expect(linesOf(report).map(plain)).toEqual(
      published.map((line) => plain(line.replace('同比提升12个百分点', '同比提升11.9个百分点'))),
    )
    expect(report.missing).toEqual([])
  })

  test('marks what each figure prints', () => {
    const said = report.sections.flatMap(({ paragraphs }) => paragraphs.flat()).filter((run) => run.figures)
    expect(new Set(said.flatMap((run) => run.figures ?? []))).toEqual(new Set(reportFigures.map(({ id }) => id)))
  })

  test('without its own text says the same figures in the text for every year', () => {
    const standard = reportOf(new Map(), told2025)
    expect(standard.missing).toEqual([])
    const all = linesOf(standard).join('')
    for (const part of ['863人次', '53次', '70320万元', '12046人次', '每季度开展质量评查', '均达100%', '“五个一”'])
      expect(all).toContain(part)
    expect(textOf(own2025, '1.1')).not.toBe(textOf(new Map(), '1.1'))
  })
})
