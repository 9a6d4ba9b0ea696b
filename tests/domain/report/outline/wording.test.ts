import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureValue } from '../../../../src/domain/report/figure.ts'
import { fill } from '../../../../src/domain/report/outline/fill.ts'
import { inLargeUnit, numeral, roundedDown, written } from '../../../../src/domain/report/outline/numbers.ts'
import { parseParagraph } from '../../../../src/domain/report/outline/placeholder.ts'
import { canBeWritten, gap, say, wayNamed, ways } from '../../../../src/domain/report/outline/wording.ts'
import { figures } from '../../../../src/domain/report/figures.ts'
import { figuresWith } from '../../../support/figures-with.ts'

const filled = (
  text: string,
  values: { readonly [id: string]: number | null },
  more: { readonly [id: string]: Partial<FigureValue> } = {},
): string => {
  const parsed = parseParagraph(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const told = { year: 2025, township: '阳城镇', county: null, figures: figuresWith(values, more) }
  return fill(parsed.tokens, told)
    .map((run) => run.text)
    .join('')
}

describe('a number', () => {
  test.each([
    [12.6, 4, '12.6'],
    [85, 1, '85'],
    [94.74, 2, '94.74'],
    [46.235, 2, '46.24'],
    [1.005, 2, '1.01'],
    [0.004, 2, '0'],
    [2000, 2, '2000'],
    [100, 1, '100'],
    [-5.25, 1, '−5.3'],
    [-0.01, 1, '0'],
    [1e21, 0, '1000000000000000000000'],
    [1e-7, 2, '0'],
  ])('%d with %d decimals at most is written %s', (value, decimals, text) => {
    expect(written(value, decimals)).toBe(text)
  })

  test.each([
    [863, 860],
    [53, 50],
    [512, 500],
    [412, 400],
    [123, 120],
    [3128, 3000],
    [12_046, 12_000],
    [70_320, 70_000],
    [59, 50],
    [412.35, 400],
    [1999, 1900],
  ])('%d is rounded down by hand to %d', (value, kept) => {
    expect(roundedDown(value)).toEqual({ kept, exact: false })
  })

  test.each([0, 3, 7.5, 10, 50, 860, 500, 3000, 510])('%d stands there unrounded', (value) => {
    expect(roundedDown(value)).toEqual({ kept: value, exact: true })
  })

  test('is never rounded up, loses less than half, and two digits stay at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
        const { kept, exact } = roundedDown(value)
        expect(kept).toBeLessThanOrEqual(value)
        expect(exact).toBe(kept === value)
        expect(kept * 2).toBeGreaterThan(value === 0 ? -1 : value)
        expect(String(kept).replace(/0+$/, '').length).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('takes the larger unit that it reaches', () => {
    expect(inLargeUnit(9999, '人次')).toMatchObject({ by: 1, unit: '人次' })
    expect(inLargeUnit(10_000, '人次')).toMatchObject({ by: 1e4, large: '万', unit: '人次' })
    expect(inLargeUnit(70_320, '万元')).toMatchObject({ by: 1e4, large: '亿', unit: '元' })
    expect(inLargeUnit(70_320, '亿元')).toMatchObject({ by: 1, unit: '亿元' })
    expect(inLargeUnit(2e8, '人次')).toMatchObject({ by: 1e8, large: '亿', unit: '人次' })
  })

  test('stands in characters before a measure word', () => {
    expect([1, 2, 5, 10, 12, 20, 22, 99, 100, 0, 2.5].map(numeral)).toEqual([
      '一',
      '两',
      '五',
      '十',
      '十二',
      '二十',
      '二十二',
      '九十九',
      '100',
      '0',
      '3',
    ])
  })
})

describe('a figure is written', () => {
  test.each([
    ['{{law-class-attendance}}', { 'law-class-attendance': 863 }, '863人次'],
    ['{{law-class-attendance:about}}', { 'law-class-attendance': 863 }, '860余人次'],
    ['{{law-class-attendance:about}}', { 'law-class-attendance': 860 }, '860人次'],
    ['{{law-class-attendance:over}}', { 'law-class-attendance': 863 }, '超860人次'],
    ['{{law-class-attendance:over}}', { 'law-class-attendance': 8 }, '8人次'],
    ['{{administrative-inspections:about}}', { 'administrative-inspections': 53 }, '50余次'],
    ['{{mushroom-bags:about}}', { 'mushroom-bags': 123 }, '120余万袋'],
    ['{{beautiful-village-investment:about}}', { 'beautiful-village-investment': 412 }, '400余万元'],
    ['{{publicity-audience:wan}}', { 'publicity-audience': 12_046 }, '1.2万人次'],
    ['{{publicity-audience:wan}}', { 'publicity-audience': 20_000 }, '2万人次'],
    ['{{publicity-audience:wan}}', { 'publicity-audience': 9000 }, '9000人次'],
    ['{{publicity-audience:about}}', { 'publicity-audience': 12_046 }, '1.2万余人次'],
    ['{{key-projects-investment}}', { 'key-projects-investment': 70_320 }, '70320万元'],
    ['{{key-projects-investment:over}}', { 'key-projects-investment': 70_320 }, '超7亿元'],
    ['{{key-projects-investment:over}}', { 'key-projects-investment': 70_000 }, '7亿元'],
    ['{{key-projects-investment:wan}}', { 'key-projects-investment': 70_320 }, '7亿元'],
    ['{{industrial-output}}', { 'industrial-output': 12.6 }, '12.6亿元'],
    ['仅{{professional-officers:value}}人', { 'professional-officers': 3 }, '仅3人'],
    ['“{{five-ones:numeral}}个一”', { 'five-ones': 5 }, '“五个一”'],
    ['{{land-transfer-petitions:none|无|有}}信访', { 'land-transfer-petitions': 0 }, '无信访'],
    ['{{land-transfer-petitions:none|无|有}}信访', { 'land-transfer-petitions': 2 }, '有2件信访'],
    ['{{land-transfer-petitions:none}}信访', { 'land-transfer-petitions': 0 }, '无信访'],
    ['{{risk-advice-adoption-rate:all|均被采纳|采纳率}}', { 'risk-advice-adoption-rate': 100 }, '均被采纳'],
    ['{{risk-advice-adoption-rate:all|均被采纳|采纳率}}', { 'risk-advice-adoption-rate': 91.7 }, '采纳率91.7%'],
    ['{{quarterly-quality-reviews:every}}', { 'quarterly-quality-reviews': 4 }, '每季度'],
    ['{{monthly-joint-meetings:every}}', { 'monthly-joint-meetings': 12 }, '每月'],
    ['{{monthly-joint-meetings:every}}', { 'monthly-joint-meetings': 6 }, '全年6次'],
    ['{{professional-case-accuracy}}', { 'professional-case-accuracy': 85 }, '85%'],
  ])('%s of %j as %s', (text, values, said) => {
    expect(filled(text, values)).toBe(said)
  })

  test('several in one where they are equal, apart where not', () => {
    const text =
      '合法率、备案率{{normative-documents-legality-rate,normative-documents-filing-rate:each}}。{{normative-documents-legality-rate,normative-documents-filing-rate:each|都是|各为}}'
    const of = (filing: number | null) =>
      filled(text, { 'normative-documents-legality-rate': 100, 'normative-documents-filing-rate': filing })
    expect(of(100)).toBe('合法率、备案率均达100%。都是100%')
    expect(of(80)).toBe('合法率、备案率分别为100%、80%。各为100%、80%')
    expect(of(null)).toContain(`分别为100%、${gap}%`)
  })

  test('with its change: points for rates, per cent for counts, nothing where it is unknown', () => {
    const rate = 'administrative-dispute-resolution-rate'
    const of = (id: string, change: number | null) =>
      filled(`{{${id}}}{{${id}:change|（|）}}`, { [id]: 84 }, { [id]: { change } })
    expect(of(rate, 11.9)).toBe('84%（同比提升11.9个百分点）')
    expect(of(rate, -3)).toBe('84%（同比下降3个百分点）')
    expect(of(rate, 0)).toBe('84%（同比持平）')
    expect(of(rate, null)).toBe('84%')
    expect(of('safety-inspections', 10.2)).toBe('84次（同比增长10.2%）')
    expect(of('safety-inspections', -13.1)).toBe('84次（同比下降13.1%）')
  })

  test('as it was last year, and a rate by its two parts', () => {
    const id = 'mediation-success-rate'
    const of = (text: string, previous: number | null) =>
      filled(text, { [id]: 94.74 }, { [id]: { previous, numerator: 72, denominator: 76 } })
    expect(of(`{{${id}:previous}}`, 91.55)).toBe('91.55%')
    expect(of(`{{${id}:previous}}`, null)).toBe(`${gap}%`)
    expect(of(`{{${id}:previous|（上年|）}}`, 91.55)).toBe('（上年91.55%）')
    expect(of(`{{${id}:previous|（上年|）}}`, null)).toBe('')
    expect(of(`{{${id}:denominator}}件中{{${id}:numerator}}件`, null)).toBe('76件中72件')
  })

  test('as a gap where it has no value, whatever the way; an unknown change is no gap', () => {
    for (const figure of figures) {
      const fitting = Object.keys(ways)
        .flatMap((name) => wayNamed(name) ?? [])
        .filter((way) => canBeWritten([figure], way, 0) || canBeWritten([figure], way, 1))
      for (const way of fitting.filter((one) => one !== 'change'))
        expect(say([{ figure, value: undefined }], way, [])).toMatchObject({
          missing: true,
          text: expect.stringContaining(gap),
        })
      expect(say([{ figure, value: undefined }], 'change', [])).toBeNull()
    }
  })
})
