import type { Field, FieldType, State, Transition } from './kind.ts'
import { draft, label, voided, voiding } from './parts.ts'

/** What a field may have beside its name, type, label and section. */
export type More = Omit<Partial<Field>, 'name' | 'type' | 'label' | 'section'>

/** Fields of one section of a form, one a line. */
export const fieldsIn =
  (section: string) =>
  (type: FieldType, name: string, zh: string, en: string, more: More = {}): Field => ({
    name,
    type,
    label: label(zh, en),
    ...more,
    section,
  })

/** Field work: its author, any officer of the village, the supervisor. */
export const fieldMovers: Transition['by'] = ['author', 'officer', 'supervisor']
/** Office work: whoever wrote it, and the supervisor. */
export const officeMovers: Transition['by'] = ['author', 'supervisor']

/** What is written down once it has happened: saved, then submitted, and that is all. */
export const toldStates: readonly State[] = [
  draft,
  { name: 'submitted', label: label('已提交', 'Submitted'), counts: true },
  voided,
]

/** The steps of what is told once. */
export const toldSteps = (by: Transition['by']): readonly Transition[] => [
  { from: 'draft', to: 'submitted', by, label: label('提交', 'Submit') },
  ...voiding(toldStates),
]
