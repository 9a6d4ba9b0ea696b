import { describe, expect, test } from 'vitest'
import { dayText, momentText, nowText } from '../../../src/app/i18n/dates.ts'
import { conflictFields, differing } from '../../../src/app/pages/queue/conflict.ts'
import { byMonth, searcher } from '../../../src/app/pages/records/find.ts'
import { tellHistory } from '../../../src/app/pages/record/history.ts'
import { shortCode } from '../../../src/app/pages/short-code.ts'
import { changeText, unsentOf, valueText } from '../../../src/app/pages/year/figure-text.ts'
import { rateYear } from '../../../src/app/pages/year/rates.ts'
import { bars, line } from '../../../src/app/pages/year/spark.ts'
import { hazard } from '../../../src/domain/kinds/hazard.ts'
import { figures } from '../../../src/domain/report/figures.ts'
import type { Fact } from '../../../src/domain/report/fact.ts'
import type { Data } from '../../../src/domain/value.ts'
import type { QueueEntry } from '../../../src/app/sync/ledger-types.ts'

const entry = (set: Data, was?: Data, more: Partial<QueueEntry> = {}): QueueEntry => ({
  change: {
    id: 'c1',
    recordId: 'r1',
    kind: 'hazard',
    set,
    madeAt: '2026-03-10T09:00:00+08:00',
    ...(was ? { was } : {}),
  },
  state: 'conflict',
  problems: [],
  savedAt: '2026-03-10T09:00:00+08:00',
  tries: 1,
  nextTryAt: null,
  ...more,
})

describe('days and times', () => {
  test('are those of Asia/Shanghai, whatever the zone', () => {
    expect(momentText('2026-03-09T16:30:00Z', '2026-03-10', 'zh')).toBe('0:30')
    expect(momentText('2026-03-09T09:05:00+08:00', '2026-03-10', 'zh')).toBe('昨天 9:05')
    expect(momentText('2025-12-31T23:59:00+08:00', '2026-03-10', 'zh')).toBe('2025年12月31日 23:59')
    expect(momentText('gestern', '2026-03-10', 'zh')).toBe('gestern')
    expect(nowText(Date.UTC(2026, 2, 9, 16, 30))).toBe('2026-03-10T00:30:00+08:00')
  })
  test('have no spaces in Chinese, and the year where it is another', () => {
    expect([
      dayText('2026-01-08', '2026-03-10', 'zh'),
      dayText('2025-01-08', '2026-03-10', 'zh'),
      dayText('2025-01-08', '2026-03-10', 'en'),
    ]).toEqual(['1月8日', '2025年1月8日', '8 Jan 2025'])
  })
})

describe('a conflict', () => {
  test('is over the fields that the server holds neither as they were seen nor as they are wanted', () => {
    const one = entry(
      { deadline: '2026-03-12', measures: '更换', category: 'fire' },
      { deadline: '2026-03-05', measures: '清理', category: 'electric' },
    )
    expect(conflictFields(one, { deadline: '2026-03-15', measures: '更换', category: 'electric' })).toEqual([
      'deadline',
    ])
  })
  test('where no single field explains it, each that differs is chosen', () => {
    expect(
      conflictFields(entry({ status: 'ordered', measures: '更换' }, { status: 'found', measures: null }), {
        status: 'found',
      }),
    ).toEqual(['status', 'measures'])
  })
  test('the part that differs is marked, a number whole', () => {
    expect(differing('1月12日', '1月15日')).toEqual(['1月', '12', '日'])
    expect(differing('1月8日', '1月18日')).toEqual(['1月', '8', '日'])
    expect(differing('更换两具，上墙登记', '更换两具，留发票')).toEqual(['更换两具，', '上墙登记', ''])
    expect(differing('', '留发票')).toEqual(['', '', ''])
    expect(differing('𬍛𬍛', '𬍛')).toEqual(['𬍛', '𬍛', ''])
  })
})

describe('a search', () => {
  const matches = (query: string, text: string): boolean =>
    ({ spg: ['石盘沟', '石盘沟村'] } as Record<string, string[]>)[query]?.includes(text) ?? text.includes(query)
  test('marks the shortest run that was meant', () => {
    expect(searcher(matches, 'spg').marked('石盘沟村')).toEqual(['', '石盘沟', '村'])
    expect(searcher(matches, '盘').marked('石盘沟村')).toEqual(['石', '盘', '沟村'])
    expect(searcher(matches, 'x').marked('石盘沟村')).toBeNull()
    expect(searcher(matches, ' ').marked('石盘沟村')).toBeNull()
  })
  test('asks each text once a query', () => {
    let asked = 0
    const search = searcher((query, text) => ((asked += 1), text.includes(query)), '沟')
    for (let row = 0; row < 2000; row += 1) search.holds(row % 2 ? '石盘沟村' : '柳泉村')
    expect(asked).toBe(2)
  })
  test('rows stand under their months in the order given', () => {
    expect(byMonth(['2026-03-02', '2026-03-01', '2026-02-28', ''], (day) => day)).toEqual([
      { month: '2026-03', rows: ['2026-03-02', '2026-03-01'] },
      { month: '2026-02', rows: ['2026-02-28'] },
      { month: '', rows: [''] },
    ])
  })
})

describe('a figure', () => {
  test('prints a rate’s decimals, 100 and 0 as they are, — for none', () => {
    const rate = (value: number | null, decimals: number) => valueText(value, { decimals, unit: '%' })
    expect([rate(94.7, 2), rate(100, 1), rate(0, 2), rate(85, 1), rate(null, 1), rate(-3.1, 1)]).toEqual([
      '94.70',
      '100',
      '0',
      '85.0',
      '—',
      '−3.1',
    ])
  })
  test('prints anything else as exact as it is, without zeros behind', () => {
    const amount = (value: number | null, decimals: number, unit: string) => valueText(value, { decimals, unit })
    expect([
      amount(650, 2, '亩'),
      amount(49.91, 2, '万元'),
      amount(70320, 2, '万元'),
      amount(12.6, 4, '亿元'),
      amount(53, 0, '次'),
      amount(-3, 0, '项'),
      amount(null, 2, '亩'),
    ]).toEqual(['650', '49.91', '70320', '12.6', '53', '−3', '—'])
  })
  test('its change has a sign, a true minus, and points in its own decimals', () => {
    expect(changeText({ change: 3.19, changeUnit: 'points' }, 2)).toBe('+3.19')
    expect(changeText({ change: -13.1, changeUnit: 'percent' }, 0)).toBe('−13.1')
    expect(changeText({ change: 0, changeUnit: 'percent' }, 0)).toBeNull()
    expect(changeText({ change: null, changeUnit: 'percent' }, 0)).toBeNull()
  })
  const fact = (measure: string, amount: number, subject: string | null = null): Fact => ({
    recordId: 'r',
    kind: 'k',
    measure,
    subject,
    on: '2026-03-01',
    until: null,
    villageId: null,
    people: [],
    amount,
  })
  const of = (id: string) => figures.find((figure) => figure.id === id)
  test('what this phone will add is summed, subjects once, rates not at all', () => {
    const facts = [
      fact('inspections.safety', 1),
      fact('inspections.safety', 1),
      fact('inspections.safety', -1),
      fact('inspections.softEnterprises', 1, 'e1'),
      fact('inspections.softEnterprises', 1, 'e1'),
    ]
    expect([
      unsentOf(of('safety-inspections'), facts),
      unsentOf(of('enterprises-soft-inspected'), facts),
      unsentOf(of('mediation-success-rate'), facts),
    ]).toEqual([1, 1, 0])
  })
  test('twelve bars from zero, an empty month empty, the last that holds something dark', () => {
    const drawn = bars([2, 0, null, 4, ...Array.from({ length: 8 }, () => null)], 60, 24)
    expect(drawn.bars).toEqual([
      { x: 0, y: 12.5, height: 11.5, last: false },
      { x: 15, y: 1, height: 23, last: true },
    ])
    expect(line([null, 100, 50], 60, 24, 100).map(([, y]) => y)).toEqual([4, 13.5])
  })
})

describe('a rate through its year', () => {
  const receipt = (on: string, counts: 'both' | 'denominator') => ({
    recordId: on,
    kind: 'mediation',
    number: null,
    on,
    villageId: null,
    amount: 1,
    counts,
  })
  test('adds up from January, ends in the year’s figure, and is unknown before its first and after today', () => {
    const year = rateYear(
      [
        receipt('2026-02-01', 'both'),
        receipt('2026-02-20', 'denominator'),
        receipt('2026-04-01', 'both'),
        receipt('2025-12-31', 'both'),
      ],
      2026,
      '2026-05-10',
    )
    expect(year.cumulative).toEqual([
      null,
      50,
      50,
      (2 / 3) * 100,
      (2 / 3) * 100,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
    expect([year.counted.slice(0, 4), year.all.slice(0, 4)]).toEqual([
      [0, 1, 0, 1],
      [0, 2, 0, 1],
    ])
  })
})

test('a record without its number is told by four characters, always the same', () => {
  const code = shortCode('0190aaaa-0000-7000-8000-0000deadbeef')
  expect(code).toMatch(/^[2-9A-Z]{4}$/)
  expect(code).toBe(shortCode('0190aaaa-0000-7000-8000-0000deadbeef'))
  expect(code).not.toBe(shortCode('0190aaaa-0000-7000-8000-0000deadbeee'))
})

describe('the history of a record', () => {
  const item = (changeId: string, madeAt: string, set: Data, was: Data | null) => ({
    changeId,
    seq: 1,
    outcome: 'applied' as const,
    set,
    was,
    by: { id: 'u', name: '陈禾' },
    madeAt,
    acceptedAt: madeAt,
  })
  test('is told newest first, what isn’t sent on top, nothing twice', () => {
    const sent = [
      item('a', '2026-03-01T09:00:00+08:00', { status: 'found' }, null),
      item(
        'b',
        '2026-03-02T09:00:00+08:00',
        { status: 'ordered', measures: '更换' },
        { status: 'found', measures: null },
      ),
    ]
    const queue = [
      entry({ deadline: '2026-03-12' }, { deadline: '2026-03-05' }, { state: 'queued' }),
      { ...entry({ measures: 'x' }, {}), change: { ...entry({}).change, id: 'b' }, state: 'queued' as const },
    ]
    const told = tellHistory(hazard, sent, queue, '杜望川')
    expect(told.map((one) => [one.id, one.by, one.what, one.state])).toEqual([
      ['c1', '杜望川', 'edited', 'unsent'],
      ['b', '陈禾', 'step', 'applied'],
      ['a', '陈禾', 'created', 'applied'],
    ])
  })
})
