import { describe, expect, test } from 'vitest'
import { changeOf } from '../../../src/app/form/changes.ts'
import { pathBetween, pathChanges } from '../../../src/app/form/path.ts'
import { hazard } from '../../../src/domain/kinds/hazard.ts'
import { inspection } from '../../../src/domain/kinds/inspection.ts'
import { stepProblems } from '../../../src/domain/record/states.ts'
import { meet, layOver } from '../../../src/domain/record/meet.ts'
import type { Data } from '../../../src/domain/value.ts'

const recordId = '0190aaaa-0000-7000-8000-000000000001'
const today = '2026-03-10'
const change = (base: Data | null, values: Data, status = 'submitted') =>
  changeOf({ kind: inspection, recordId, base, values, status, today })

describe('the change that a form makes', () => {
  test('a new record says what stands in it and has no was', () => {
    expect(change(null, { placeName: '一号车间', basis: '', assistants: [], noticeNumber: null })).toEqual({
      recordId,
      kind: 'inspection',
      set: { status: 'submitted', placeName: '一号车间' },
    })
  })

  test('an edit says only what differs, with what its author saw', () => {
    const base = { status: 'submitted', placeName: '一号车间', date: '2026-03-05', officers: ['a', 'b'] }
    expect(change(base, { ...base, placeName: '二号车间', officers: ['a', 'b'] })).toEqual({
      recordId,
      kind: 'inspection',
      set: { placeName: '二号车间' },
      was: { placeName: '一号车间' },
    })
  })

  test('opening and saving without an edit says nothing', () => {
    const base = { status: 'submitted', placeName: '一号车间', approval: { number: '3', by: '程远' } }
    expect(change(base, { ...base, approval: { by: '程远', number: '3' } })).toBeNull()
  })

  test('a field that was there and is hidden now is cleared, but stays in the form', () => {
    const base = { status: 'submitted', exemption: 'minor', exemptionClause: '第三十三条' }
    const values = { ...base, exemption: 'none' }
    expect(change(base, values)).toMatchObject({
      set: { exemption: 'none', exemptionClause: null },
      was: { exemption: 'minor', exemptionClause: '第三十三条' },
    })
    expect(values.exemptionClause).toBe('第三十三条')
    expect(change(base, { ...values, exemption: 'minor' })).toBeNull()
  })

  test('nothing that conditions hide is in a new record', () => {
    const made = change(null, {
      signatureRefused: true,
      refusalReason: '负责人外出',
      signature: { width: 1, height: 1, path: 'M0 0', signedAt: '' },
    })
    expect(made?.set).not.toHaveProperty('signature')
    expect(made?.set).toMatchObject({ signatureRefused: true, refusalReason: '负责人外出' })
  })
})

describe('a step of several states', () => {
  const base = {
    status: 'rectified',
    origin: 'safety',
    placeName: '一号车间',
    villageId: 'v',
    foundOn: '2026-03-01',
    grade: 'general',
    category: 'fire',
    description: '灭火器过期',
    measures: '更换',
    deadline: '2026-03-08',
    rectifiedOn: '2026-03-07',
  }
  const walk = (to: string, values: Data) => {
    const path = pathBetween(hazard, 'rectified', to) ?? []
    const changes = pathChanges({ kind: hazard, recordId, base, values, path, today })
    let record: Data = base
    for (const one of changes) {
      const met = meet(hazard, record, { set: one.set, ...(one.was ? { was: one.was } : {}) })
      if (!met.ok) throw new Error(`conflict: ${met.conflicts.join()}`)
      const next = layOver(record, met.fields)
      expect(
        stepProblems(hazard, String(record['status']), String(next['status']), next, new Set(['officer'])),
      ).toEqual([])
      record = next
    }
    return { changes, record }
  }

  test('复查合格，销号 is two changes, each building on the one before', () => {
    const { changes, record } = walk('closed', { ...base, recheckedOn: '2026-03-09', closedOn: today })
    expect(changes.map((one) => one.set['status'])).toEqual(['rechecked', 'closed'])
    expect(changes[1]?.was).toEqual({ status: 'rechecked', closedOn: null })
    expect(record).toMatchObject({ recheckedOn: '2026-03-09', closedOn: today, rectifiedOn: '2026-03-07' })
  })

  test('不合格 goes back to the order with a new deadline and without the old rectification', () => {
    const { changes, record } = walk('ordered', { ...base, deadline: '2026-03-20', recheckedOn: today })
    expect(changes.map((one) => one.set['status'])).toEqual(['rechecked', 'ordered'])
    expect(changes[0]?.set).toEqual({ status: 'rechecked', recheckedOn: today })
    expect(record).toMatchObject({ status: 'ordered', deadline: '2026-03-20', measures: '更换' })
    expect(record).not.toHaveProperty('rectifiedOn')
    expect(record).not.toHaveProperty('recheckedOn')
  })

  test('void is no way from one state to another', () => {
    expect(pathBetween(hazard, 'closed', 'found')).toBeUndefined()
  })
})
