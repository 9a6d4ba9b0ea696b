import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOver, meet, meetLists } from '../../../src/domain/record/meet.ts'
import type { Data, Value } from '../../../src/domain/value.ts'
import { hazardData, kind } from '../../support/make.ts'

const hazard = kind('hazard')

test('a field that nobody else touched is set; one that already holds the value stays; else it conflicts', () => {
  const now = hazardData({ deadline: '2026-03-25' })
  expect(meet(hazard, now, { was: { placeName: '一号车间' }, set: { placeName: '二号车间' } })).toEqual({
    ok: true,
    fields: { placeName: '二号车间' },
  })
  expect(meet(hazard, now, { was: { deadline: '2026-03-20' }, set: { deadline: '2026-03-25' } })).toEqual({
    ok: true,
    fields: { deadline: '2026-03-25' },
  })
  expect(
    meet(hazard, now, {
      was: { deadline: '2026-03-20', placeName: '一号车间' },
      set: { deadline: '2026-03-30', placeName: '库房' },
    }),
  ).toEqual({ ok: false, conflicts: ['deadline'] })
  expect(meet(hazard, now, { was: {}, set: { deadline: '2026-03-30' } })).toEqual({
    ok: false,
    conflicts: ['deadline'],
  })
  expect(meet(hazard, now, { was: {}, set: { measures: '更换' } })).toEqual({ ok: true, fields: { measures: '更换' } })
})

test('people added by two officers are both kept, in order; a removal takes out only what it saw', () => {
  expect(meetLists('people', ['a', 'b', 'x'], ['a', 'b'], ['b', 'y'])).toEqual(['b', 'x', 'y'])
  expect(meetLists('people', null, null, ['a', 'a', 'b'])).toEqual(['a', 'b'])
})

test('one party changed by both to different values is a conflict; by one only, it is taken', () => {
  const party = (name: string, phone: string): Value => ({ id: 'p1', name, side: 'A', phone })
  const was = [party('甲', '1')]
  expect(meetLists('parties', was, was, [party('甲', '2')])).toEqual([party('甲', '2')])
  expect(meetLists('parties', [party('甲', '3')], was, was)).toEqual([party('甲', '3')])
  expect(meetLists('parties', [party('甲', '3')], was, [party('甲', '2')])).toBeNull()
  expect(meetLists('parties', [party('甲', '3')], was, [])).toBeNull()
  expect(meetLists('parties', [], was, [party('甲', '2')])).toBeNull()
})

const text = fc.constantFrom('一', '二', '三', null)
const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
const values = fc.record({ placeName: text, measures: text, officers: list }, { requiredKeys: [] })
const inspection = kind('inspection')
const fields = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name === 'placeName' || name === 'officers'))

/** A phone that edits offline: each edit's `was` is what it saw, own earlier edits included. */
const chain = (start: Data, edits: readonly Data[]): readonly { was: Data; set: Data }[] => {
  let seen = start
  return edits.map((set) => {
    const was = Object.fromEntries(Object.keys(set).map((name) => [name, seen[name] ?? null]))
    seen = layOver(seen, set)
    return { was, set }
  })
}

/** Applies a chain; the names of conflicting fields, and the record after it. */
const play = (
  start: Data,
  changes: readonly { was: Data; set: Data }[],
): { data: Data; conflicts: readonly (readonly string[])[] } => {
  let data = start
  const conflicts = changes.map((change) => {
    const met = meet(inspection, data, change)
    if (!met.ok) return met.conflicts
    data = layOver(data, met.fields)
    return []
  })
  return { data, conflicts }
}

test('nobody ever conflicts with himself: a chain of offline edits alone applies whole', () => {
  fc.assert(
    fc.property(values, fc.array(values, { minLength: 2, maxLength: 5 }), (start, edits) => {
      const clean = layOver({}, start)
      const { data, conflicts } = play(clean, chain(clean, edits))
      expect(conflicts.flat()).toEqual([])
      const wanted = edits.reduce<Data>((record, edit) => layOver(record, edit), clean)
      expect(data['placeName']).toEqual(wanted['placeName'])
      expect(data['measures']).toEqual(wanted['measures'])
      expect(new Set((data['officers'] ?? []) as string[])).toEqual(new Set((wanted['officers'] ?? []) as string[]))
    }),
  )
})

test('two chains of offline edits never lose an edit silently: what the second set stands, or is told as a conflict', () => {
  fc.assert(
    fc.property(
      values,
      fc.array(values, { minLength: 2, maxLength: 5 }),
      fc.array(values, { minLength: 2, maxLength: 5 }),
      (start, first, second) => {
        const clean = layOver({}, start)
        const mine = chain(clean, first)
        const theirs = chain(clean, second)
        const afterFirst = play(clean, mine).data
        const { data, conflicts } = play(afterFirst, theirs)
        const wanted = (name: 'placeName' | 'measures'): Value => {
          const taken = theirs.filter((change, index) => conflicts[index]?.length === 0 && name in change.set)
          return (taken.at(-1)?.set ?? afterFirst)[name] ?? null
        }
        expect([data['placeName'] ?? null, data['measures'] ?? null]).toEqual([wanted('placeName'), wanted('measures')])
        expect(play(clean, mine).conflicts.flat()).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

test('a failed edit fails only what builds on it: other fields of later edits still go in', () => {
  const start = fields({ placeName: '一' })
  const changes = chain(start, [{ placeName: '二' }, { placeName: '三' }, { measures: '一' }])
  const { data, conflicts } = play({ placeName: '别人改的' }, changes)
  expect(conflicts).toEqual([['placeName'], ['placeName'], []])
  expect(data).toEqual({ placeName: '别人改的', measures: '一' })
})
