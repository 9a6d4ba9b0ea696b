import type { Kind, Mover, Transition } from '../kinds/kind.ts'
import type { Data } from '../value.ts'
import { isEmpty } from '../value.ts'
import type { Problem } from './change.ts'

/** The states in which a record may be made: a draft, and the first after it; registers begin active. */
export const initialStates = (kind: Kind): readonly string[] => {
  const first = kind.states[0]?.name ?? 'active'
  if (first !== 'draft') return [first]
  return [
    'draft',
    ...kind.transitions.filter((step) => step.from === 'draft' && step.to !== 'void').map((step) => step.to),
  ]
}

/** The first state outside draft: where 提交 leads. */
export const firstState = (kind: Kind): string => initialStates(kind).at(-1) ?? 'active'

/** The step from one state to another, if there is one. */
export const stepBetween = (kind: Kind, from: string, to: string): Transition | undefined =>
  kind.transitions.find((step) => step.from === from && step.to === to)

/** The steps that somebody of these standings may take from a state. */
export const stepsFrom = (kind: Kind, status: string, movers: ReadonlySet<Mover>): readonly Transition[] =>
  kind.transitions.filter((step) => step.from === status && step.by.some((mover) => movers.has(mover)))

/** Whether something is still to be done with a record in this state: a step leads on from it, other than to void. */
export const isUnfinished = (kind: Kind, status: string): boolean =>
  kind.transitions.some((step) => step.from === status && step.to !== 'void')

/** Whether records in this state count in figures. */
export const counts = (kind: Kind, status: string): boolean =>
  kind.states.find((state) => state.name === status)?.counts ?? false

/** What is wrong with the step that an edit takes; staying where one is is none. States aren't skipped (DESIGN.md 3). */
export const stepProblems = (
  kind: Kind,
  from: string | null,
  to: string,
  data: Data,
  movers: ReadonlySet<Mover>,
): readonly Problem[] => {
  if (from === to) return []
  if (from === null) return initialStates(kind).includes(to) ? [] : [{ path: '/set/status', code: 'badTransition' }]
  const step = stepBetween(kind, from, to)
  if (!step) return [{ path: '/set/status', code: 'badTransition' }]
  if (!step.by.some((mover) => movers.has(mover))) return [{ path: '/set/status', code: 'notAllowed' }]
  return (step.requires ?? [])
    .filter((name) => isEmpty(data[name]))
    .map((name) => ({ path: `/set/${name}`, code: 'required' as const }))
}
