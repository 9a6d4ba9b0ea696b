import { describe, expect, test } from 'vitest'
import { childKind, followParent, fromParent } from '../../../src/app/form/children.ts'
import { visitsOf } from '../../../src/app/form/visits.ts'
import { hazard } from '../../../src/domain/kinds/hazard.ts'

const parent = {
  programme: 'safety',
  villageId: 'v1',
  enterpriseId: 'e1',
  placeName: '一号车间',
  date: '2026-03-05',
  result: 'hazards',
}

describe('hazards inside an inspection', () => {
  test('are asked for where it found some, and only there', () => {
    expect(childKind('inspection', parent)).toBe('hazard')
    expect(childKind('inspection', { ...parent, result: 'clear' })).toBeUndefined()
    expect(childKind('mediation', parent)).toBeUndefined()
  })

  test('take from it what is known, so that nothing is typed twice', () => {
    expect(fromParent(hazard, 'i1', parent)).toEqual({
      inspectionId: 'i1',
      villageId: 'v1',
      enterpriseId: 'e1',
      placeName: '一号车间',
      foundOn: '2026-03-05',
      origin: 'safety',
    })
    expect(fromParent(hazard, 'i1', {})).toEqual({ inspectionId: 'i1' })
  })

  test('follow it while both are written, but for what was typed over', () => {
    const child = { ...fromParent(hazard, 'i1', parent), placeName: '烘干房', description: '线头外露' }
    const moved = { ...parent, villageId: 'v2', placeName: '二号车间', enterpriseId: null }
    expect(followParent(hazard, child, 'i1', parent, moved)).toEqual({
      inspectionId: 'i1',
      villageId: 'v2',
      placeName: '烘干房',
      foundOn: '2026-03-05',
      origin: 'safety',
      description: '线头外露',
    })
  })
})

describe('earlier inspections of an enterprise', () => {
  const visit = (id: string, date: string, more: object = {}) => ({
    id,
    kind: 'inspection',
    status: 'submitted',
    data: { date, enterpriseId: 'e1', matter: 'fire' },
    ...more,
  })
  const all = [
    visit('a', '2026-02-01'),
    visit('b', '2026-03-01', { status: 'draft' }),
    visit('c', '2025-11-01'),
    visit('d', '2025-06-01'),
    visit('e', '2024-06-01'),
    { ...visit('f', '2026-01-01'), data: { date: '2026-01-01', enterpriseId: 'e2' } },
    visit('g', '2026-03-05'),
  ]

  test('count by calendar year, submitted ones only, without the one being written', () => {
    expect(visitsOf(all, 'e1', '2026-03-10', 'g')).toEqual({
      thisYear: 1,
      lastYear: 2,
      last: [
        { month: '2025-06', matter: 'fire' },
        { month: '2025-11', matter: 'fire' },
      ],
    })
  })
})
