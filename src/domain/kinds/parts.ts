import type { Choice, Condition, Field, Label, Rule, State, Transition } from './kind.ts'

/** Both languages in one breath. */
export const label = (zh: string, en: string): Label => ({ zh, en })

/** Choices from `value: [zh, en]`. */
export const choices = (table: { readonly [value: string]: readonly [string, string] }): readonly Choice[] =>
  Object.entries(table).map(([value, [zh, en]]) => ({ value, label: { zh, en } }))

/** The record stands in one of these states. */
export const inState = (...states: readonly string[]): Condition => ({ field: 'status', in: states })

/** The choice of a field is one of these. */
export const oneOf = (field: string, ...values: readonly string[]): Condition => ({ field, in: values })

/** A date that lies no earlier than any of these; the nearest comes first, since one problem is told. */
export const notBefore = (then: string, ...firsts: readonly string[]): readonly Rule[] =>
  firsts.map((first) => ({ rule: 'dateOrder', first, then }))

/** The dates of one course, each no earlier than any before it: one between them may be missing. */
export const inOrder = (...names: readonly string[]): readonly Rule[] =>
  names.flatMap((then, place) => notBefore(then, ...names.slice(0, place).reverse()))

export const draft: State = { name: 'draft', label: label('草稿', 'Draft'), counts: false }
export const voided: State = { name: 'void', label: label('作废', 'Void'), counts: false }

/** The fields that every kind has: its state, and why it was voided. */
export const statusFields = (states: readonly State[]): readonly Field[] => [
  {
    name: 'status',
    type: 'choice',
    label: label('状态', 'State'),
    choices: states.map((state) => ({ value: state.name, label: state.label })),
  },
  {
    name: 'voidReason',
    type: 'text',
    label: label('作废原因', 'Reason for voiding'),
    visibleWhen: inState('void'),
    requiredWhen: inState('void'),
    max: 200,
  },
  {
    name: 'duplicateOf',
    type: 'record',
    label: label('与哪条重复', 'Duplicate of'),
    visibleWhen: inState('void'),
  },
]

/** Every state leads to `void`: by its author or the supervisor (DESIGN.md 3). */
export const voiding = (states: readonly State[]): readonly Transition[] =>
  states
    .filter((state) => state.name !== 'void')
    .map((state) => ({
      from: state.name,
      to: 'void',
      by: ['author', 'supervisor'],
      requires: ['voidReason'],
      label: label('作废', 'Void'),
    }))

/** The states of a register. */
export const registerStates: readonly State[] = [
  { name: 'active', label: label('有效', 'Active'), counts: true },
  voided,
]

/** When something of a register began and ended; without a beginning it stands since ever. */
export const fromUntil = (from: Label, until: Label): readonly Field[] => [
  { name: 'from', type: 'date', label: from, future: true },
  { name: 'until', type: 'date', label: until, future: true },
]

/** A register entry found to be another's double points to it. */
export const mergedInto: Field = {
  name: 'mergedInto',
  type: 'record',
  label: label('并入', 'Merged into'),
  help: label('与另一条登记重复时填', 'Where this entry doubles another'),
}
