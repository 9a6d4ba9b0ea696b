import { describe, expect, test } from 'vitest'
import { kinds } from '../../../src/domain/kinds/all.ts'
import { canonical } from '../../../src/domain/record/canonical.ts'
import { definitionsOf } from '../../../src/domain/report/definitions.ts'
import type { Fact } from '../../../src/domain/report/fact.ts'
import { figures } from '../../../src/domain/report/figures.ts'
import { movesYear } from '../../../src/domain/report/moves.ts'

const fact = (more: Partial<Fact>): Fact => ({
  recordId: 'r',
  kind: 'inspection',
  measure: 'inspections.safety',
  subject: null,
  on: '2025-05-01',
  until: null,
  villageId: null,
  people: [],
  amount: 1,
  ...more,
})
const moves = (before: Partial<Fact>[], after: Partial<Fact>[]): boolean =>
  movesYear(figures, before.map(fact), after.map(fact), 2025)

describe('an edit moves a year', () => {
  test('where what it adds to a figure of it changes', () => {
    expect(moves([], [{}])).toBe(true)
    expect(moves([{}], [])).toBe(true)
    expect(moves([{}], [{ on: '2026-01-01' }])).toBe(true)
    expect(moves([{ measure: 'reliefs.amount' }], [{ measure: 'reliefs.amount', amount: 2 }])).toBe(true)
  })

  test('not where it moves within it, in another year, or to another village', () => {
    expect(moves([{}], [{}])).toBe(false)
    expect(moves([{}], [{ on: '2025-06-01' }])).toBe(false)
    expect(moves([], [{ on: '2026-01-01' }])).toBe(false)
    expect(moves([{}], [{ villageId: 'v' }])).toBe(false)
    expect(moves([], [{ measure: 'no figure’s' }])).toBe(false)
  })

  test('a stock by whether it stands at the year’s ends', () => {
    const village = { measure: 'villages', on: null }
    expect(moves([village], [{ ...village, until: '2026-03-01' }])).toBe(false)
    expect(moves([village], [{ ...village, until: '2025-03-01' }])).toBe(true)
  })
})

describe('the definitions', () => {
  const hash = (of = kinds) => canonical(definitionsOf(of, figures))

  test('stay the same under another label, differ by a measure', () => {
    const relabelled = kinds.map((kind) => ({ ...kind, label: { zh: '别的', en: 'other' }, sections: [] }))
    expect(hash(relabelled)).toBe(hash())
    const [first, ...rest] = kinds.filter((kind) => kind.measures.length > 0)
    if (!first) throw new Error('no kind with measures')
    expect(hash([{ ...first, measures: first.measures.slice(1) }, ...rest])).not.toBe(hash())
    const [measure, ...others] = first.measures
    if (!measure) throw new Error('no measure')
    const raised = { ...measure, version: 2 }
    expect(hash([{ ...first, measures: [raised, ...others] }, ...rest])).not.toBe(hash())
    expect(hash([{ ...first, states: first.states.map((state) => ({ ...state, counts: false })) }, ...rest])).not.toBe(
      hash(),
    )
  })
})
