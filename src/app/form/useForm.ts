import { computed, inject, provide, ref, shallowReactive } from 'vue'
import type { ComputedRef, InjectionKey } from 'vue'
import type { Field, Kind } from '../../domain/kinds/kind.ts'
import type { Problem, Warning } from '../../domain/record/change.ts'
import type { Registers } from '../../domain/record/registers.ts'
import type { Data, Value } from '../../domain/value.ts'
import { isHidden, isRequired as mustStand } from '../../domain/record/visible.ts'
import { dataOf } from './asked.ts'
import { judgeForm } from './judge.ts'

export type FormOptions = {
  readonly kind: Kind
  readonly recordId: string
  /** What the record held when the form was opened; null for a new one. */
  readonly base: Data | null
  /** What stands in the form at first: a working copy's values, or the defaults. */
  readonly values: Data
  /** The state that 提交 leads to. */
  readonly target: string
  /** The fields that it asks (asked.ts). */
  readonly fields: readonly Field[]
  readonly registers: () => Registers
  readonly today: () => string
  readonly me: string | null
  readonly villages: () => readonly string[]
  /** Called after each edit, to make the working copy durable. */
  readonly changed: () => void
}

/** One form being filled in: its values by field, what is visible, what is missing, what is wrong. */
export type Form = {
  readonly kind: Kind
  readonly recordId: string
  readonly base: Data | null
  readonly target: string
  readonly values: { readonly [name: string]: Value }
  readonly set: (name: string, value: Value) => void
  /** Has the form kept as it stands, also where nothing was edited. */
  readonly touch: () => void
  readonly isVisible: (field: Field) => boolean
  readonly isRequired: (field: Field) => boolean
  /** The fields that this form asks, in order; conditions not yet applied. */
  readonly fields: readonly Field[]
  readonly problems: ComputedRef<readonly Problem[]>
  readonly warnings: ComputedRef<readonly Warning[]>
  /** The first field of each missing answer, in the form's order. */
  readonly missing: ComputedRef<readonly Field[]>
  /** The fields that hold something wrong (missing ones apart), in the form's order. */
  readonly wrong: ComputedRef<readonly Field[]>
  readonly problemsOf: (name: string) => readonly Problem[]
  /** Missing answers turn red only once someone has tried to submit. */
  readonly tried: { value: boolean }
  /** The field whose input method is composing: nothing about it is judged until it ends. */
  readonly composing: { value: string | null }
  readonly at: { value: string | null }
  readonly registers: () => Registers
  readonly today: () => string
  readonly me: string | null
  /** What would be saved now: visible fields only. */
  readonly data: () => Data
}

const key: InjectionKey<Form> = Symbol('form')

/** The form that a widget stands in. */
export const theForm = (): Form => {
  const form = inject(key)
  if (!form) throw new Error('a widget outside a form')
  return form
}

const fieldName = (path: string): string => path.split('/')[2] ?? ''

/** The values with the state that the form leads to, still read key by key. */
const statusOver = (values: Data, status: string): Data =>
  new Proxy(values, { get: (held, name) => (name === 'status' ? status : Reflect.get(held, name)) })

/** Makes a form and gives it to the widgets below. Light on purpose: values are watched by key, never deeply. */
export const useForm = (options: FormOptions): Form => {
  const values = shallowReactive<{ [name: string]: Value }>({ ...options.values })
  const tried = ref(false)
  const composing = ref<string | null>(null)
  const at = ref<string | null>(null)
  const fields = options.fields
  // Reads only the keys that a condition names, so that a tap wakes what depends on it and nothing else.
  const context = {
    data: statusOver(values, options.target),
    get today() {
      return options.today()
    },
  }
  const visible = new Map(
    fields.map((field) => [field.name, field.visibleWhen ? computed(() => !isHidden(field, context)) : null] as const),
  )
  const isVisible = (field: Field): boolean => visible.get(field.name)?.value ?? true
  const isRequired = (field: Field): boolean => mustStand(field, context)
  const dataNow = (): Data => dataOf(options.kind, values, options.target, options.today())

  const judged = computed(() =>
    judgeForm({
      kind: options.kind,
      base: options.base,
      data: dataNow(),
      registers: options.registers(),
      today: options.today(),
      villages: options.villages(),
    }),
  )
  const order = new Map(fields.map((field, index) => [field.name, index]))
  const inOrder = (names: Iterable<string>): readonly Field[] =>
    [...new Set(names)]
      .map((name) => order.get(name))
      .filter((index): index is number => index !== undefined)
      .sort((a, b) => a - b)
      .flatMap((index) => fields[index] ?? [])
  const byField = computed(() => {
    const map = new Map<string, Problem[]>()
    for (const problem of judged.value.problems) {
      const name = fieldName(problem.path)
      map.set(name, [...(map.get(name) ?? []), problem])
    }
    return map
  })
  const isMissing = (problem: Problem): boolean => problem.code === 'required' || problem.code === 'tooFew'
  const missing = computed(() =>
    inOrder(judged.value.problems.filter(isMissing).map((problem) => fieldName(problem.path))),
  )
  const wrong = computed(() =>
    inOrder(judged.value.problems.filter((problem) => !isMissing(problem)).map((problem) => fieldName(problem.path))),
  )
  const form: Form = {
    kind: options.kind,
    recordId: options.recordId,
    base: options.base,
    target: options.target,
    values,
    set: (name, value) => {
      values[name] = value
      options.changed()
    },
    touch: options.changed,
    isVisible,
    isRequired,
    fields,
    problems: computed(() => judged.value.problems),
    warnings: computed(() => judged.value.warnings),
    missing,
    wrong,
    problemsOf: (name) => byField.value.get(name) ?? [],
    tried,
    composing,
    at,
    registers: options.registers,
    today: options.today,
    me: options.me,
    data: dataNow,
  }
  provide(key, form)
  return form
}
