import { stateCouncil } from '../../../src/domain/calendar/state-council.ts'
import { describe, expect, test } from 'vitest'
import { dueGroups } from '../../../src/app/pages/today/due.ts'
import type { Data } from '../../../src/domain/value.ts'

const today = '2026-03-10'
let number = 0
const record = (kind: string, status: string, data: Data = {}) => ({
  id: `r${(number += 1)}`,
  kind,
  status,
  data: { status, ...data },
})
const hazard = (status: string, data: Data = {}) => record('hazard', status, data)
const mediation = (status: string, data: Data = {}) => record('mediation', status, data)
/** `group: act late` of what one record asks for. */
const due = (one: ReturnType<typeof record>) =>
  dueGroups([one], today, stateCouncil).flatMap((group) =>
    group.items.map((item) => `${group.name}: ${item.act}${item.late ? ` ${item.late}` : ''}`),
  )

describe('hazards', () => {
  test('are overdue past their deadline and not before its evening', () => {
    expect(due(hazard('ordered', { deadline: '2026-03-07' }))).toEqual(['late: urge 3'])
    expect(due(hazard('ordered', { deadline: today }))).toEqual(['today: look'])
    expect(due(hazard('ordered', { deadline: '2026-03-17' }))).toEqual(['week: look'])
    expect(due(hazard('ordered', { deadline: '2026-03-18' }))).toEqual([])
  })

  test('are never overdue once rectified, but wait for the recheck and the closure', () => {
    expect(due(hazard('rectified', { deadline: '2026-03-01' }))).toEqual(['today: recheck'])
    expect(due(hazard('rechecked', { deadline: '2026-03-01' }))).toEqual(['today: close'])
    expect(due(hazard('closed', { deadline: '2026-03-01' }))).toEqual([])
    expect(due(hazard('void', { deadline: '2026-03-01' }))).toEqual([])
  })

  test('that were found wait for their order', () => {
    expect(due(hazard('found', { deadline: '2026-03-20' }))).toEqual(['today: order'])
    expect(due(hazard('found', { deadline: '2026-03-09' }))).toEqual(['late: order 1'])
  })
})

describe('mediations', () => {
  test('are under way until they are concluded, then visited until performed', () => {
    expect(due(mediation('accepted'))).toEqual(['open: mediate'])
    expect(due(mediation('concluded', { outcome: 'agreed', concludedOn: '2026-03-01' }))).toEqual(['open: visit'])
    expect(due(mediation('concluded', { outcome: 'failed', concludedOn: '2026-03-01' }))).toEqual([])
    expect(due(mediation('concluded', { outcome: 'agreed', concludedOn: '2026-01-09' }))).toEqual(['open: visit'])
    expect(due(mediation('concluded', { outcome: 'agreed', concludedOn: '2026-01-08' }))).toEqual([])
    expect(due(mediation('performed', { outcome: 'agreed' }))).toEqual([])
  })

  test('are reminded of 司法确认 from day 20, pressing from day 27, until day 30, unless it is done', () => {
    const on = (concludedOn: string, more: Data = {}) =>
      due(mediation('concluded', { outcome: 'agreed', concludedOn, ...more }))
    expect(on('2026-02-19')).toEqual(['open: visit'])
    expect(on('2026-02-18')).toEqual(['week: confirm'])
    expect(on('2026-02-11')).toEqual(['today: confirm'])
    expect(on('2026-02-08')).toEqual(['today: confirm'])
    expect(on('2026-02-07')).toEqual(['open: visit'])
    expect(on('2026-02-11', { confirmedOn: '2026-03-01' })).toEqual(['open: visit'])
  })
})

describe('entry codes and drafts', () => {
  const visit = (entryCode: Data, status = 'submitted') => record('inspection', status, { entryCode })
  test('a code that was not scanned is to be added by its day', () => {
    expect(due(visit({ none: 'noNetwork', dueBy: '2026-03-09' }))).toEqual(['late: entryCode 1'])
    expect(due(visit({ none: 'noNetwork', dueBy: '2026-03-12' }))).toEqual(['week: entryCode'])
    expect(due(visit({ none: 'noNetwork', dueBy: '2026-03-09', code: 'X1' }))).toEqual([])
    expect(due(visit({ direction: 'scannedTheirs', code: 'X1' }))).toEqual([])
  })

  test('a draft is only to be finished', () => {
    expect(due(hazard('draft', { deadline: '2026-03-01' }))).toEqual(['drafts: finish'])
    expect(due(visit({ none: 'refused', dueBy: '2026-03-01' }, 'draft'))).toEqual(['drafts: finish'])
  })
})

describe('penalties', () => {
  const decided = (decidedOn: string, more: Data = {}) => record('penalty', 'decided', { decidedOn, ...more })

  test('are published within seven working days of the decision', () => {
    expect(due(decided('2026-02-28'))).toEqual(['today: publish'])
    expect(due(decided('2026-02-27'))).toEqual(['late: publish 1'])
    expect(due(decided('2026-03-06'))).toEqual(['week: publish'])
    expect(due(decided('2026-02-26', { publishedOn: '2026-03-01' }))).toEqual([])
    expect(due(record('penalty', 'void', { decidedOn: '2026-02-26' }))).toEqual([])
  })
})

test('groups come in the order of their haste, the earliest first', () => {
  const groups = dueGroups(
    [
      mediation('accepted'),
      hazard('ordered', { deadline: '2026-03-08' }),
      hazard('rectified'),
      hazard('ordered', { deadline: '2026-03-01' }),
    ],
    today,
    stateCouncil,
  )
  expect(groups.map((group) => [group.name, group.items.map((item) => item.late)])).toEqual([
    ['late', [9, 2]],
    ['today', [0]],
    ['open', [0]],
  ])
})
