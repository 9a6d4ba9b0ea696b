import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figures } from '../../../../src/domain/report/figures.ts'
import { fill, fillText, sayToken } from '../../../../src/domain/report/outline/fill.ts'
import type { Token } from '../../../../src/domain/report/outline/placeholder.ts'
import {
  factLabels,
  factNames,
  figureOf,
  isProblem,
  parseParagraph,
  printTokens,
  problemText,
  readPieces,
} from '../../../../src/domain/report/outline/placeholder.ts'
import { canBeWritten, wayNamed, ways } from '../../../../src/domain/report/outline/wording.ts'
import { figuresWith } from '../../../support/figures-with.ts'
import { told2025 } from './told.ts'

const wayNames = Object.keys(ways).flatMap((name) => wayNamed(name) ?? [])
const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((one) => one.replace(/[{}｛｝]/g, '字'))
const word = fc.string({ unit: 'grapheme', maxLength: 6 }).map((one) => one.replace(/[{}｛｝|\n]/g, '词'))

/** Any placeholder that Gridbook knows. */
const placeholder: fc.Arbitrary<Token> = fc.oneof(
  fc.constantFrom(...factNames).map((fact) => ({ fact })),
  fc
    .record({
      ids: fc.array(fc.constantFrom(...figures), { minLength: 1, maxLength: 3 }),
      way: fc.constantFrom(...wayNames),
      words: fc.array(word, { maxLength: 2 }),
    })
    .filter(({ ids, way, words }) => canBeWritten(ids, way, words.length))
    .map(({ ids, way, words }) => ({ figures: ids.map(({ id }) => id), way, words })),
)

/** Any text as it is read: words never beside words. */
const tokens: fc.Arbitrary<readonly Token[]> = fc
  .array(
    fc.oneof(
      text.map((one): Token => ({ text: one })),
      placeholder,
    ),
  )
  .map((all) => all.filter((one, index) => !('text' in one && index > 0 && 'text' in (all[index - 1] ?? {}))))
  .map((all) => all.filter((one, index) => !('text' in one) || !('text' in (all[index - 1] ?? { fact: 'year' }))))

describe('a text with placeholders', () => {
  test('read and printed is itself', () => {
    fc.assert(
      fc.property(tokens, (all) => {
        expect(parseParagraph(printTokens(all))).toEqual({ ok: true, tokens: all })
      }),
      { numRuns: 500 },
    )
  })

  test('leaves no brace behind when it is filled, whatever is known', () => {
    const values = fc.dictionary(
      fc.constantFrom(...figures.map(({ id }) => id)),
      fc.oneof(fc.integer({ min: 0, max: 1e7 }), fc.constant(null)),
    )
    fc.assert(
      fc.property(tokens, values, fc.string(), (all, known, township) => {
        const told = { year: 2025, township, county: null, figures: figuresWith(known) }
        const runs = fill(all, told)
        expect(runs.map((run) => run.text).join('')).not.toMatch(/[{}｛｝]/)
        // Nothing of the words is lost, and nothing is said twice.
        expect(runs.map((run) => run.text).join('')).toBe(
          all.map((token) => ('text' in token ? token.text : sayToken(token, told))).join(''),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('is refused at everything with a brace that is no placeholder, wherever it stands', () => {
    const odd = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '{{',
        '}}',
        '{{{',
        '｛',
        '｝',
        '｛｛law-classes｝｝',
        '{law-classes}',
        '{{law-classes}',
      ),
      fc.constantFrom('{{}}', '{{nothing}}', '{{law-classes:nothing}}', '{{law-classes,}}', '{{law-classes\n}}'),
      fc.constantFrom(
        '{{township:about}}',
        '{{law-classes:all|全}}',
        '{{villages:change|（|）|}}',
        '{{villages,year}}',
      ),
      text.map((one) => `{{${one.replace(/\n/g, '')}}}`).filter((one) => !parseParagraph(one).ok),
    )
    fc.assert(
      fc.property(tokens, odd, tokens, (before, wrong, after) => {
        const whole = printTokens(before) + wrong + printTokens(after)
        const parsed = parseParagraph(whole)
        if (parsed.ok) throw new Error(`taken: ${whole}`)
        expect(parsed.problems.every(({ code }) => code === 'unknownPlaceholder')).toBe(true)
        const [first] = parsed.problems
        const at = printTokens(before).length
        expect(first?.at).toBeGreaterThanOrEqual(at)
        expect(first?.at).toBeLessThan(at + wrong.length)
      }),
      { numRuns: 500 },
    )
  })

  test('is any text at all: pieces are put together again as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', '字', '\n', '｛', ':', '|') }), (any) => {
        const pieces = readPieces(any)
        const lengths = pieces.map((one) =>
          isProblem(one) ? one.length : 'text' in one ? one.text.length : printTokens([one]).length,
        )
        expect(lengths.reduce((sum, one) => sum + one, 0)).toBe(any.length)
        expect(
          fillText(any, told2025)
            .flat()
            .every((run) => !/[{}｛｝]/.test(run.text)),
        ).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('names what it doesn’t know, where it stands, and what to do', () => {
    const problems = (of: string) => {
      const parsed = parseParagraph(of)
      return parsed.ok ? [] : parsed.problems
    }
    expect(problems('检查{{inspektions}}，培训{{law-classes}}期}')).toEqual([
      { at: 2, length: 15, code: 'unknownPlaceholder', name: 'inspektions', why: 'name' },
      { at: 36, length: 1, code: 'unknownPlaceholder', name: '}', why: 'brace' },
    ])
    const words = (of: string): string => problems(of).map((one) => problemText(one).zh)[0] ?? ''
    expect(words('{{inspektions}}')).toBe('没有“inspektions”这个指标。从指标列表里选，或删掉这处占位。')
    expect(words('{{行政检查}}')).toBe('“行政检查”不能直接打字，从指标列表里选（代号 administrative-inspections）。')
    expect(words('{{law-class-attendanc}}')).toContain('是不是“法治课堂参加人次”（law-class-attendance）？')
    expect(words('{{mediation-success-rate:about}}')).toContain('“调解成功率”不能写成“about”。可用：exact、value')
    expect(words('全{年')).toContain('多出花括号“{”')
    for (const one of problems('{{x}}{{law-classes:x}}{')) {
      expect(problemText(one).en).toMatch(/^[“A-Z][ -~“”’]+$/)
      expect(problemText(one).zh).not.toMatch(/请|！/)
    }
  })

  test('says whose it is and of which year', () => {
    expect(fillText('{{county}}{{township}}\n\n {{year}}年', told2025)).toEqual([
      [{ text: '西峡县阳城镇' }],
      [{ text: '2025年' }],
    ])
    expect(fillText('{{county}}{{township}}', { ...told2025, county: null })).toEqual([[{ text: '阳城镇' }]])
    expect(factNames.map((name) => factLabels[name].zh)).toEqual(['乡镇名', '县名', '年份'])
    expect(figureOf('villages')?.label.zh).toBe('行政村')
    expect(figureOf('nothing')).toBeUndefined()
  })

  test('holds the figures that each stretch of it prints', () => {
    expect(fillText('检查{{administrative-inspections:about}}、{{industrial-output}}', told2025)).toEqual([
      [
        { text: '检查' },
        { text: '50余次', figures: ['administrative-inspections'] },
        { text: '、' },
        { text: '12.6亿元', figures: ['industrial-output'] },
      ],
    ])
  })
})
