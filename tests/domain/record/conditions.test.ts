import { expect, test } from 'vitest'
import type { Condition } from '../../../src/domain/kinds/kind.ts'
import { holds } from '../../../src/domain/record/conditions.ts'
import type { Data } from '../../../src/domain/value.ts'

const data: Data = {
  result: 'hazards',
  officers: ['a', 'b'],
  date: '2026-03-05',
  until: '2026-03-01',
  n: 3,
  flag: false,
}
const answer = (condition: Condition, unseen: readonly string[] = []): boolean | null =>
  holds(condition, { data, today: '2026-03-05', unseen })

test('each comparison, also against another field and today', () => {
  expect(answer({ field: 'result', is: 'hazards' })).toBe(true)
  expect(answer({ field: 'result', in: ['clear', 'hazards'] })).toBe(true)
  expect(answer({ field: 'officers', in: ['b', 'z'] })).toBe(true)
  expect(answer({ field: 'flag', is: false })).toBe(true)
  expect(answer({ field: 'flag', present: true })).toBe(true)
  expect(answer({ field: 'missing', present: false })).toBe(true)
  expect(answer({ count: 'officers', gte: 2 })).toBe(true)
  expect(answer({ count: 'officers', gte: 3 })).toBe(false)
  expect(answer({ field: 'n', gt: 2 })).toBe(true)
  expect(answer({ field: 'n', lt: 3 })).toBe(false)
  expect(answer({ field: 'until', lt: { than: 'date' } })).toBe(true)
  expect(answer({ field: 'date', gte: { than: 'today' } })).toBe(true)
  expect(answer({ field: 'date', lte: 5 })).toBe(false)
})

test('over what the reader may not see the answer is unknown, unless the rest decides', () => {
  const hidden: Condition = { field: 'result', is: 'hazards' }
  expect(answer(hidden, ['result'])).toBeNull()
  expect(answer({ not: hidden }, ['result'])).toBeNull()
  expect(answer({ any: [hidden, { field: 'n', is: 3 }] }, ['result'])).toBe(true)
  expect(answer({ all: [hidden, { field: 'n', is: 4 }] }, ['result'])).toBe(false)
  expect(answer({ all: [hidden, { field: 'n', is: 3 }] }, ['result'])).toBeNull()
})
