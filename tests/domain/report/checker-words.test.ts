import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../src/domain/report/checker/check.ts'
import { compact } from '../../../src/domain/report/checker/compact.ts'
import { leansBack, rangesIn } from '../../../src/domain/report/checker/clauses.ts'
import { entriesOf } from '../../../src/domain/report/checker/entry.ts'
import { headingsOf, spotsOf } from '../../../src/domain/report/checker/layout.ts'
import { match } from '../../../src/domain/report/checker/matching.ts'
import { candidateOf } from '../../../src/domain/report/checker/meaning.ts'
import { mentionsIn } from '../../../src/domain/report/checker/mentions.ts'
import { nearness, ownLeast, sentenceLeast } from '../../../src/domain/report/checker/nearness.ts'
import { readDraft } from '../../../src/domain/report/checker/reading.ts'
import { occurrencesIn, termsOf } from '../../../src/domain/report/checker/terms.ts'
import { viewsOf } from '../../../src/domain/report/checker/view.ts'
import { vocabularyOf } from '../../../src/domain/report/checker/vocabulary.ts'
import { allWords } from '../../../src/domain/report/checker/words/all.ts'
import { readUnit } from '../../../src/domain/report/checker/units.ts'
import { reportFigures } from '../../support/report-figures.ts'
import { reportLedger } from '../../support/report-ledger.ts'

describe('the words', () => {
  test('are there for every figure of figures.csv, and for no other', () => {
    expect(Object.keys(allWords).toSorted()).toEqual(reportFigures.map(({ id }) => id).toSorted())
  })

  test('know the unit of every figure that has numbers of its own', () => {
    const without = reportFigures.filter(({ id, unit }) => {
      const words = allWords[id]
      return words?.says?.includes('ones') !== true && words?.units.includes(readUnit(unit).base) !== true
    })
    expect(without).toEqual([])
  })

  test('have something to go by in every way, and nothing that speaks both for a figure and against it', () => {
    const ways = Object.entries(allWords).flatMap(([id, words]) => words.ways.map((way) => ({ id, way })))
    const bare = ways.filter(({ way }) => {
      const needed = [...way.own, ...(way.around ?? []), ...(way.field ?? [])]
      return way.own.length === 0 || needed.some((list) => list.length === 0 || list.includes(''))
    })
    const torn = ways.filter(({ way }) => (way.not ?? []).some((word) => way.own.flat().includes(word)))
    expect([bare, torn]).toEqual([[], []])
  })

  test('are words: none is a sentence of a report', () => {
    const words = Object.values(allWords).flatMap(({ ways }) =>
      ways.flatMap((way) => [...way.own.flat(), ...(way.around ?? []).flat(), ...(way.may ?? []), ...(way.not ?? [])]),
    )
    expect(words.filter((word) => word.length > 8 || /[，,。；;：:\d]/.test(word))).toEqual([])
  })
})

const ids = (text: string): readonly (string | null)[] => checkReport(text, reportLedger()).map((one) => one.figureId)

describe('of figures that words alone tell apart', () => {
  test('the nearest topic wins, whatever the section', () => {
    expect(ids('对养殖户开展排查，整改问题9起。执法监督员核查案卷3卷，整改问题6项。')).toEqual([
      'livestock-problems-rectified',
      'monitor-case-files-checked',
      'monitor-problems-rectified',
    ])
    expect(ids('对全镇194家企业开展柔性检查。普法针对性不强，对194家企业了解不够。')).toEqual([
      'enterprises-soft-inspected',
      'enterprises-registered',
    ])
    expect(ids('14个重点项目纳入决策审核。将14个重点项目纳入联合研判。')).toEqual([
      'key-projects-reviewed',
      'joint-studied-projects',
    ])
    expect(ids('化解行政争议11件。调解邻里纠纷72件。提前化解潜在争议6件。企业联络员化解劳资纠纷8件。')).toEqual([
      'administrative-disputes-resolved',
      'disputes-mediated',
      'latent-disputes-dissolved',
      'enterprise-disputes-resolved',
    ])
  })

  test('what another number’s words say is not taken', () => {
    expect(ids('开展安全生产检查130次、走访群众200次。')).toEqual(['safety-inspections', null])
    expect(ids('执法人员9名，其中女性执法人员2名。')).toEqual(['enforcement-officers', null])
  })

  test('what is left is not what was done', () => {
    expect(ids('清理执法事项，取消12项，由55项压减至43项。')).toEqual(['power-items-cut', null, null])
    expect(ids('排查隐患180处，整改169处，剩余11处。')).toEqual([null, 'hazards-rectified', null])
  })

  test('a list with 分别 gives each its own', () => {
    expect(ids('行政检查、行政指导和行政处罚分别为53次、3次和5件。')).toEqual([
      'administrative-inspections',
      'administrative-guidance',
      'penalty-cases',
    ])
    expect(ids('规范性文件合法率、备案率分别为100%、98%。')).toEqual([
      'normative-documents-legality-rate',
      'normative-documents-filing-rate',
    ])
  })

  test('a list with one number gives it to each', () => {
    expect(ids('规范性文件合法率、备案率和公开率均达100%。')).toEqual([
      'normative-documents-legality-rate',
      'normative-documents-filing-rate',
      'normative-documents-publication-rate',
    ])
    expect(ids('案卷合格率100%。')).toEqual(['case-files-qualified-rate'])
  })

  test('a clause of nothing but its number goes on from the one before', () => {
    expect(ids('安全生产检查：全年共130次；行政检查（53次）。')).toEqual([
      'safety-inspections',
      'administrative-inspections',
    ])
  })

  test('plans are of the next year', () => {
    expect(ids('三、下步打算\n计划开展中心组学习4次。明年开展行政检查60次。')).toEqual(['planned-study-sessions', null])
  })
})

/** A vocabulary of two figures. */
const small = vocabularyOf({
  apples: {
    units: ['个'],
    ways: [
      { own: [['苹果']], not: ['烂'] },
      { own: [['水果']], around: [['苹果园']] },
    ],
  },
  pears: {
    units: ['个'],
    says: ['none'],
    ways: [{ own: [['梨']], may: ['果园'], next: ['大', '小'] }, { own: [['梨子']] }],
  },
})
const known = { has: () => true, isRate: () => false }

test('words are looked for all at once, also one inside another', () => {
  const terms = termsOf(['检查', '行政检查', '检查', '查处'])
  expect(terms.numbers.size).toBe(3)
  expect(occurrencesIn('行政检查处', terms).map(({ start, end, term }) => [start, end, term])).toEqual([
    [0, 4, 1],
    [2, 4, 0],
    [3, 5, 2],
  ])
})

test('a way needs its words and the unit’s neighbour, and yields to what speaks against it', () => {
  const meant = (text: string): readonly (readonly string[])[] =>
    match(readDraft(compact(text).text, small), small, known).map((one) => one.figureIds)
  expect(meant('苹果3个')).toEqual([['apples']])
  expect(meant('烂苹果3个')).toEqual([[]])
  expect(meant('苹果园，水果3个')).toEqual([['apples']])
  expect(meant('水果3个')).toEqual([[]])
  expect(meant('梨3个大')).toEqual([['pears']])
  expect(meant('梨3个')).toEqual([[]])
  expect(meant('梨子3个，无梨子')).toEqual([['pears'], []])
  expect(meant('无梨子')).toEqual([['pears']])
})

test('a candidate is better the nearer and longer its words are', () => {
  const score = (text: string): number => {
    const [[, view] = []] = viewsOf(readDraft(compact(text).text, small), small.terms)
    const figure = [...(small.byUnit.get('个')?.values() ?? [])].flat().find(({ id }) => id === 'apples')
    return (view && figure && candidateOf(figure, view, '')?.score) ?? 0
  }
  expect(score('苹果3个')).toBeGreaterThan(score('苹果、香蕉3个'))
  expect(score('苹果、香蕉3个')).toBeGreaterThan(0)
  expect(score('苹果，香蕉3个')).toBe(0)
})

test('nearness: its clause, its sentence, its paragraph, out of reach', () => {
  const near = (draft: string, word: string): number => {
    const { text } = compact(draft)
    const numbers = mentionsIn(text)
    const last = numbers[numbers.length - 1]
    const start = text.indexOf(word)
    const [spot] = last ? spotsOf(text, [last], numbers) : []
    const [at] = spotsOf(text, [{ start, end: start + word.length }], numbers)
    if (!spot || !at) throw new Error('nothing there')
    return nearness(at, { spot, leansBack: false, range: null, forward: false, divides: true, numbered: new Set() })
  }
  const falling = [
    near('检查3次', '检查'),
    near('检查、走访3次', '检查'),
    near('检查4次走访3次', '检查'),
    near('走访，走3次，检查', '检查'),
    near('检查。走访3次', '检查'),
    near('检查\n走访3次', '检查'),
  ]
  expect(falling).toEqual(falling.toSorted((a, b) => b - a))
  expect(new Set(falling).size).toBe(falling.length)
  expect(
    falling.map((one) => (one >= ownLeast ? 'own' : one >= sentenceLeast ? 'sentence' : one > 0 ? 'field' : 'out')),
  ).toEqual(['own', 'own', 'sentence', 'sentence', 'field', 'out'])
})

test('headings are short lines that begin with an ordinal', () => {
  const text = '一、成效\n（一）责任\n1.队伍建设。全年开展培训4次。\n第二部分 打算\n12.6亿元产值'
    .replace(/（/g, '(')
    .replace(/）/g, ')')
  expect(
    headingsOf(text).map(({ level, start, end, paragraph }) => [level, text.slice(start, end), paragraph]),
  ).toEqual([
    [1, '一、成效', 0],
    [2, '(一)责任', 1],
    [1, '第二部分 打算', 3],
  ])
})

test('a comma inside a number is none of a clause', () => {
  const text = '流转1,200亩,建设2处'
  const numbers = mentionsIn(text)
  expect([...spotsOf(text, numbers, numbers)].map(({ clause, number }) => [clause, number])).toEqual([
    [0, 0],
    [1, 1],
  ])
})

test('clauses of filling words lean back, lists with 分别 have their ranges', () => {
  const text = '检查:全年共3次'
  const numbers = mentionsIn(text)
  const [number] = numbers
  const [spot] = spotsOf(text, numbers, numbers)
  expect(number && spot && leansBack(text, number, spot)).toBe(true)
  const list = '甲、乙分别为3次、5件'
  expect([...rangesIn(list, mentionsIn(list)).values()]).toEqual([
    { start: 0, end: 1 },
    { start: 2, end: 3 },
  ])
  expect(rangesIn('甲、乙、丙分别为3次、5件', mentionsIn('甲、乙、丙分别为3次、5件')).size).toBe(0)
})

test('a word that says a number is an entry only where a figure is meant', () => {
  const [word] = match(readDraft('无梨子', small), small, known)
  expect(word && entriesOf(word, new Map())).toEqual([])
  const [number] = match(readDraft('梯子3个', small), small, known)
  expect(number && entriesOf(number, new Map())).toMatchObject([{ figureId: null, value: 3, verdict: 'notKept' }])
})
