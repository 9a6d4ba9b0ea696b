import { stateCouncil } from '../../../src/domain/calendar/state-council.ts'
import { mount } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '../../../src/app/i18n/i18n.ts'
import { askedFields } from '../../../src/app/form/asked.ts'
import type { Form } from '../../../src/app/form/useForm.ts'
import { useForm } from '../../../src/app/form/useForm.ts'
import type { MemoryVault } from '../../../src/app/vault/memory-vault.ts'
import type { Kind } from '../../../src/domain/kinds/kind.ts'
import type { Registers } from '../../../src/domain/record/registers.ts'
import { firstState } from '../../../src/domain/record/states.ts'
import type { Data } from '../../../src/domain/value.ts'
import { phone } from '../sync/phone.ts'
// Fetched late on the phone; here they must not arrive after the test is over.
import '../../../src/app/form/ChildrenBox.vue'
import '../../../src/app/form/widgets/GroupWidget.vue'
import '../../../src/app/form/widgets/LocationWidget.vue'
import '../../../src/app/form/widgets/PartiesWidget.vue'
import '../../../src/app/form/widgets/SignatureWidget.vue'

export const nobody: Registers = { find: () => undefined, dutiesOf: () => [], calendar: stateCouncil }

const empty = defineComponent(() => () => null)
const pages = ['record', 'queue', 'records', 'login', 'conflict']

/** Pages by name, each an empty one: what a test looks at is where it was led to. */
export const router = () =>
  createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'today', component: empty },
      { path: '/form/:copyId', name: 'form', component: empty },
      ...pages.map((name) => ({ path: `/${name}/:id?`, name, component: empty })),
      { path: '/:rest(.*)*', component: empty },
    ],
  })

/** What a page needs around it: a phone in memory, words, a router. */
export const around = async () => {
  const { ledger, vault, server, world } = await phone()
  await ledger.start()
  const routes = router()
  return { ledger, vault, server, world, routes, plugins: [i18n, routes] }
}

export type FormOptions = {
  readonly kind: Kind
  readonly values?: Data
  readonly base?: Data
  readonly target?: string
  readonly registers?: Registers
}

/** A form without its page: the component stands in it as it would on the phone. */
export const mountInForm = async (
  component: Component,
  props: object,
  options: FormOptions,
): Promise<{ form: Form; wrapper: VueWrapper; changed: () => number; vault: MemoryVault }> => {
  const { plugins, vault } = await around()
  const target = options.target ?? firstState(options.kind)
  let form: Form | undefined
  let edits = 0
  const wrapper = mount(
    defineComponent(() => {
      form = useForm({
        kind: options.kind,
        recordId: '0190aaaa-0000-7000-8000-000000000001',
        base: options.base ?? null,
        values: options.values ?? {},
        target,
        fields: askedFields(options.kind, target),
        registers: () => options.registers ?? nobody,
        today: () => '2026-03-10',
        me: null,
        villages: () => [String(options.values?.['villageId'])],
        changed: () => (edits += 1),
      })
      return () => h(component, props)
    }),
    { global: { plugins }, attachTo: document.body },
  )
  if (!form) throw new Error('no form')
  return { form, wrapper, changed: () => edits, vault }
}
