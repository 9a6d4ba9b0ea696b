import { expect, test } from 'vitest'
import { partsOfYear, periodWords, yearPartOf } from '../../../src/domain/report/period-words.ts'
import { periodOf } from '../../../src/domain/report/periods.ts'

const partNamed = (year: number, key: string) => {
  const part = partsOfYear(year).find((one) => one.key === key)
  if (!part) throw new Error(`no part ${key}`)
  return part.period
}

test('a year has two halves, four quarters and twelve months, each to its last day', () => {
  expect(partsOfYear(2025).map(({ key }) => key)).toEqual([
    'year',
    'h1',
    'h2',
    'q1',
    'q2',
    'q3',
    'q4',
    ...Array.from({ length: 12 }, (_, index) => `m${index + 1}`),
  ])
  expect(partNamed(2025, 'h1')).toEqual({ from: '2025-01-01', to: '2025-06-30' })
  expect(partNamed(2025, 'h2')).toEqual({ from: '2025-07-01', to: '2025-12-31' })
  expect(partNamed(2024, 'q1')).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  expect(partNamed(2025, 'q4')).toEqual({ from: '2025-10-01', to: '2025-12-31' })
  expect(partNamed(2024, 'm2')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
})

test('halves, quarters and months each cover the year without a gap', () => {
  for (const kind of ['h', 'q', 'm']) {
    const parts = partsOfYear(2025).filter(({ key }) => key.startsWith(kind))
    expect(parts[0]?.period.from).toBe('2025-01-01')
    expect(parts[parts.length - 1]?.period.to).toBe('2025-12-31')
    for (const [index, { period }] of parts.slice(1).entries())
      expect(Date.parse(period.from) - Date.parse(parts[index]?.period.to ?? '')).toBe(86_400_000)
  }
})

test('a period that is a part of its year is known as one', () => {
  for (const { key, period } of partsOfYear(2025)) expect(yearPartOf(period)).toBe(key)
  expect(yearPartOf({ from: '2025-01-01', to: '2025-06-29' })).toBeNull()
  expect(yearPartOf({ from: '2024-07-01', to: '2025-06-30' })).toBeNull()
})

test.each([
  [periodOf(2025), '2025年', '2025'],
  [{ from: '2025-01-01', to: '2025-06-30' }, '2025年上半年', 'First half of 2025'],
  [{ from: '2025-10-01', to: '2025-12-31' }, '2025年第四季度', 'Q4 2025'],
  [periodOf(2025, 3), '2025年3月', 'Mar 2025'],
  [{ from: '2025-01-01', to: '2025-09-30' }, '2025年1月至9月', 'Jan–Sep 2025'],
  [{ from: '2025-03-05', to: '2025-06-20' }, '2025年3月5日至6月20日', '5 Mar–20 Jun 2025'],
  [{ from: '2025-03-05', to: '2025-03-05' }, '2025年3月5日', '5 Mar 2025'],
  [{ from: '2024-11-01', to: '2025-02-28' }, '2024年11月至2025年2月', 'Nov 2024–Feb 2025'],
  [{ from: '2024-12-30', to: '2025-01-02' }, '2024年12月30日至2025年1月2日', '30 Dec 2024–2 Jan 2025'],
])('%j is called %s', (period, zh, en) => {
  expect(periodWords(period)).toEqual({ zh, en })
})
