import type { Field } from '../../domain/kinds/kind.ts'
import type { Problem } from '../../domain/record/change.ts'
import type { Value } from '../../domain/value.ts'

/** What every widget is given; it answers with `change`. */
export type WidgetProps = {
  readonly field: Field
  readonly value: Value | undefined
  /** The id of the control, for its label. */
  readonly id: string
  /** JSON Pointer of the value in the change: `/set/officers`. */
  readonly path: string
  readonly labelledBy: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly required: boolean
  /** The problems at or below the path. */
  readonly problems: readonly Problem[]
}

export type WidgetEmits = { change: [value: Value] }

/** How a widget of several fields has each of them drawn: as a question of its own, by whoever draws questions. */
export type MemberSlot = {
  member: (props: {
    readonly field: Field
    readonly path: string
    readonly value: Value | undefined
    readonly required: boolean
    readonly change: (value: Value) => void
  }) => unknown
}
