import { expect, test } from 'vitest'
import { kinds } from '../../../src/domain/kinds/all.ts'
import { families, familyNamed } from '../../../src/domain/kinds/families.ts'
import type { Condition, Field, Kind } from '../../../src/domain/kinds/kind.ts'
import { fieldOf } from '../../../src/domain/kinds/kind.ts'
import { problemCodes } from '../../../src/domain/record/change.ts'
import { problemWords } from '../../../src/domain/record/words.ts'
import { kind } from '../../support/make.ts'

const namesIn = (condition: Condition | undefined): readonly string[] => {
  if (!condition) return []
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  if ('not' in condition) return namesIn(condition.not)
  return ['count' in condition ? condition.count : condition.field]
}
const all = <T>(list: (kind: Kind, field: Field) => readonly T[]): readonly T[] =>
  kinds.flatMap((kind) => kind.fields.flatMap((field) => list(kind, field)))

test('kinds are plain data: they survive JSON unchanged', () => {
  expect(JSON.parse(JSON.stringify(kinds))).toEqual(kinds)
})

test('whatever a kind names, it has: fields of conditions, rules, measures, transitions, titles, sections', () => {
  for (const each of kinds) {
    const states = new Set(each.states.map((state) => state.name))
    const sections = new Set(each.sections.map((section) => section.name))
    const names = [
      ...each.fields.flatMap((field) => [...namesIn(field.visibleWhen), ...namesIn(field.requiredWhen)]),
      ...each.rules.flatMap((rule) => {
        if (!('field' in rule)) return 'rows' in rule && rule.rows ? [rule.first, rule.rows] : [rule.first, rule.then]
        if (rule.rule !== 'notAbove') return [rule.field]
        return rule.rows === undefined ? [rule.field, rule.limit] : [rule.rows]
      }),
      ...each.measures.flatMap((measure) => [
        ...namesIn(measure.when),
        ...[measure.at ?? []].flat(),
        ...[measure.until ?? []].flat(),
        ...(measure.by?.people ?? []),
      ]),
      ...each.transitions.flatMap((step) => step.requires ?? []),
      ...each.title,
      ...each.subtitle,
      ...(each.handledBy ?? []),
      ...(each.listed ?? []),
      ...(each.mainDate ? [each.mainDate] : []),
    ]
    for (const name of names) expect(fieldOf(each, name), `${each.name}.${name}`).toBeDefined()
    for (const step of each.transitions)
      expect(states.has(step.from) && states.has(step.to), `${each.name} ${step.from}→${step.to}`).toBe(true)
    for (const field of each.fields) expect(sections.has(field.section ?? each.sections[0]?.name ?? '')).toBe(true)
    expect(new Set(each.fields.map((field) => field.name)).size).toBe(each.fields.length)
  }
})

test('what is logged belongs to a family, and families have a name once', () => {
  const cases = kinds.filter(({ group }) => group === 'case')
  expect(cases.filter(({ family }) => !familyNamed(family ?? '')).map(({ name }) => name)).toEqual([])
  expect(new Set(families.map(({ name }) => name)).size).toBe(families.length)
})

test('no two kinds share their sign or the letters of their numbers', () => {
  const glyphs = kinds.map(({ glyph }) => glyph)
  const letters = kinds.flatMap(({ numberLetters }) => numberLetters ?? [])
  expect(glyphs.filter((one) => [...one].length !== 1 || glyphs.indexOf(one) !== glyphs.lastIndexOf(one))).toEqual([])
  expect(letters.filter((one) => letters.indexOf(one) !== letters.lastIndexOf(one))).toEqual([])
})

test('every label stands in both languages; every field of the form has a section', () => {
  expect(all((each, field) => (field.label.zh && field.label.en ? [] : [`${each.name}.${field.name}`]))).toEqual([])
  const bare = all((each, field) =>
    each.group === 'case' && !field.section && !['status', 'voidReason', 'duplicateOf'].includes(field.name)
      ? [field.name]
      : [],
  )
  expect(bare).toEqual([])
})

test('every problem says in both languages what to do, and names the field that is missing', () => {
  for (const code of problemCodes) {
    for (const language of ['zh', 'en'] as const)
      expect(
        problemWords(
          {
            path: '/set/x',
            code,
            params: {
              name: '杜望川',
              until: '2025-12-31',
              zh: '发现日期',
              en: 'Found on',
              day: '2025-12-22',
              min: 2,
              missing: 1,
              max: 3,
            },
          },
          undefined,
          language,
        ),
      ).not.toMatch(/undefined|NaN/)
  }
  expect(
    problemWords(
      { path: '/set/officers/1', code: 'certificateExpired', params: { name: '杜望川', until: '2025-12-31' } },
      kind('inspection'),
      'zh',
    ),
  ).toBe('杜望川的执法证 2025年12月31日到期。换一人，或改列协助人员。')
  expect(
    problemWords(
      { path: '/set/x', code: 'outOfRange', params: { zh: '风险建议', en: 'Advice', max: 3 } },
      undefined,
      'zh',
    ),
  ).toBe('多于风险建议（3）。核对数值。')
  expect(problemWords({ path: '/set/placeName', code: 'required' }, kind('inspection'), 'zh')).toBe('还差地点。')
})
