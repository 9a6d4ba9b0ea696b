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
