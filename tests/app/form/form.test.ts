import { stateCouncil } from '../../../src/domain/calendar/state-council.ts'
import { defineComponent } from 'vue'
import { describe, expect, test } from 'vitest'
import { startValues, askedFields, leadsSomewhere, stepFields } from '../../../src/app/form/asked.ts'
import { hazard } from '../../../src/domain/kinds/hazard.ts'
import { inspection } from '../../../src/domain/kinds/inspection.ts'
import { mediation } from '../../../src/domain/kinds/mediation.ts'
import type { Registers } from '../../../src/domain/record/registers.ts'
import { must } from '../../support/make.ts'
import { mountInForm } from './mount.ts'

const Nothing = defineComponent(() => () => null)
const names = (fields: readonly { readonly name: string }[]): readonly string[] => fields.map((field) => field.name)

describe('what a form asks', () => {
  test('fields of later states are on no earlier form', () => {
    expect(names(askedFields(hazard, 'found'))).not.toEqual(expect.arrayContaining(['measures']))
    expect(names(askedFields(hazard, 'ordered'))).toContain('measures')
    expect(names(askedFields(mediation, 'accepted'))).not.toContain('outcome')
  })

  test('a step asks what comes with its state and what it requires', () => {
    expect(names(stepFields(hazard, 'found', 'ordered'))).toEqual(['deadline', 'measures'])
    expect(names(stepFields(hazard, 'rectified', 'rechecked'))).toEqual(['recheckedOn'])
  })

  test('a new one is given proposals, and no others', () => {
    const values = startValues(askedFields(inspection, 'submitted'), {}, '2026-03-10', () => 'p1')
    expect(values).toEqual({ date: '2026-03-10', checkType: 'routine', taskSource: 'plan', exemption: 'none' })
    expect(startValues(askedFields(mediation, 'accepted'), {}, '2026-03-10', () => 'p1')['mediators']).toEqual(['p1'])
    const mediatorsOnly = (duty: string | undefined): string | null => (duty === 'mediator' ? null : 'p1')
    expect(
      startValues(askedFields(mediation, 'accepted'), {}, '2026-03-10', mediatorsOnly)['mediators'],
    ).toBeUndefined()
    const link = must(askedFields(inspection, 'submitted').find((field) => field.name === 'powerItemId'))
    expect([leadsSomewhere(link, new Map()), leadsSomewhere(link, new Map([['powerItem', inspection]]))]).toEqual([
      false,
      true,
    ])
  })
})

describe('a form being filled in', () => {
  const filled = {
    date: '2026-03-05',
    villageId: '0190aaaa-0000-7000-8000-000000000009',
    programme: 'administrative',
    checkType: 'routine',
    taskSource: 'plan',
    matter: 'fire',
    placeName: '一号车间',
    officers: ['0190aaaa-0000-7000-8000-00000000000a', '0190aaaa-0000-7000-8000-00000000000b'],
    certificatesShown: true,
    result: 'clear',
    exemption: 'none',
    signature: { width: 358, height: 132, path: 'M1 1 L90 90', signedAt: '2026-03-05T10:00:00+08:00' },
  }

  test('counts what is missing, in the order of its sections', async () => {
    const { form } = await mountInForm(Nothing, {}, { kind: inspection, values: {} })
    expect(names(form.missing.value)).toEqual([
      'date',
      'villageId',
      'programme',
      'checkType',
      'taskSource',
      'matter',
      'placeName',
      'officers',
      'certificatesShown',
      'result',
      'exemption',
      'signature',
    ])
  })

  test('is full once all is said, and asks for more where an answer asks for it', async () => {
    const { form } = await mountInForm(Nothing, {}, { kind: inspection, values: filled })
    expect(names(form.missing.value)).toEqual([])
    form.set('result', 'hazards')
    expect(names(form.missing.value)).toEqual(['findings'])
    form.set('signatureRefused', true)
    expect(names(form.missing.value)).toEqual(['findings', 'refusalReason'])
  })

  test('a village out of scope is told before the server has to refuse it', async () => {
    const { form } = await mountInForm(Nothing, {}, { kind: inspection, values: filled })
    expect(form.wrong.value).toEqual([])
    form.set('villageId', '0190aaaa-0000-7000-8000-000000000099')
    expect(form.problemsOf('villageId')).toEqual([{ path: '/set/villageId', code: 'notAllowed' }])
  })

  test('one officer is one too few: missing, not wrong', async () => {
    const { form } = await mountInForm(
      Nothing,
      {},
      { kind: inspection, values: { ...filled, officers: filled.officers.slice(1) } },
    )
    expect(names(form.missing.value)).toEqual(['officers'])
    expect(names(form.wrong.value)).toEqual([])
  })

  test('what is hidden is not saved, and back when its condition holds again', async () => {
    const { form } = await mountInForm(
      Nothing,
      {},
      { kind: inspection, values: { ...filled, exemption: 'minor', exemptionClause: '第三十三条' } },
    )
    const clause = form.fields.find((field) => field.name === 'exemptionClause')
    if (!clause) throw new Error('no such field')
    expect(form.isVisible(clause)).toBe(true)
    form.set('exemption', 'none')
    expect(form.isVisible(clause)).toBe(false)
    expect(form.data()).not.toHaveProperty('exemptionClause')
    form.set('exemption', 'firstViolation')
    expect(form.data()['exemptionClause']).toBe('第三十三条')
  })

  test('an officer without a valid certificate is told at his place in the list', async () => {
    const registers: Registers = {
      calendar: stateCouncil,
      find: (id) => ({ id, kind: id.endsWith('9') ? 'village' : 'person', status: 'active', data: { name: '杜望川' } }),
      dutiesOf: (id) => [
        {
          id: `${id}-duty`,
          kind: 'duty',
          status: 'active',
          data: {
            personId: id,
            role: 'enforcement',
            certificateFrom: '2020-01-01',
            certificateUntil: id.endsWith('b') ? '2025-12-31' : '2028-12-31',
          },
        },
      ],
    }
    const { form } = await mountInForm(Nothing, {}, { kind: inspection, values: filled, registers })
    expect(form.problemsOf('officers')).toEqual([
      { path: '/set/officers/1', code: 'certificateExpired', params: { name: '杜望川', until: '2025-12-31' } },
    ])
    form.set('programme', 'safety')
    expect(form.problemsOf('officers')).toEqual([])
  })
})
