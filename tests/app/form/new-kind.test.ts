import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { askedFields, stepFields } from '../../../src/app/form/asked.ts'
import FieldBox from '../../../src/app/form/FieldBox.vue'
import { judgeForm } from '../../../src/app/form/judge.ts'
import { streetLight } from '../../support/made-up-kind.ts'
import { mountInForm, nobody } from './mount.ts'
// Fetched late on the phone; here they must not arrive after the test is over.
import '../../../src/app/form/widgets/ClausesWidget.vue'
import '../../../src/app/form/widgets/PhotosWidget.vue'
import '../../../src/app/form/widgets/RowsWidget.vue'

const asked = askedFields(streetLight, 'planned').filter(({ name }) => name !== 'panel')

test.each(asked)('a kind that no code knows has its question for a field of every type: $type $name', async (field) => {
  const { wrapper } = await mountInForm(
    FieldBox,
    { field, path: `/set/${field.name}`, value: undefined },
    { kind: streetLight, values: {} },
  )
  await flushPromises()
  expect(wrapper.text()).toContain(field.label.zh)
  expect(wrapper.findAll('input, textarea, button, svg.ink').length).toBeGreaterThan(0)
})

test('and its steps ask, its conditions show, its rules refuse', () => {
  expect(stepFields(streetLight, 'planned', 'lit').map(({ name }) => name)).toEqual(['litOn', 'darkOn'])
  const form = { kind: streetLight, base: null, registers: nobody, today: '2026-03-10', villages: [] }
  const { problems } = judgeForm({ ...form, data: { status: 'planned', lamps: 3, broken: 4, solar: true } })
  expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
    '/set/road required',
    '/set/plannedOn required',
    '/set/villageId required',
    '/set/panel required',
    '/set/broken outOfRange',
  ])
})
