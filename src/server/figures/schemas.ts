import Type from 'typebox'
import { Label, Nullable } from '../http/schemas.ts'

/** How a year was signed; `ruleChanged`: it is counted by other rules today. */
export const Signed = Type.Object({
  by: Type.Object({ id: Type.String(), name: Type.String() }),
  at: Type.String(),
  hash: Type.String(),
  ruleChanged: Type.Boolean(),
})

export const FiguresAnswer = Type.Object({
  year: Type.Integer(),
  signed: Type.Optional(Signed),
  figures: Type.Array(
    Type.Object({
      id: Type.String(),
      section: Type.String(),
      label: Label,
      unit: Type.String(),
      definition: Label,
      value: Nullable(Type.Number()),
      numerator: Type.Optional(Type.Number()),
      denominator: Type.Optional(Type.Number()),
      previous: Nullable(Type.Number()),
      change: Nullable(Type.Number()),
      changeUnit: Type.Enum(['points', 'percent']),
      progress: Type.Optional(Type.Object({ year: Type.Integer(), value: Type.Number() })),
      filtered: Type.Boolean(),
      corrected: Type.Optional(Nullable(Type.Number())),
    }),
  ),
})

export const ReceiptsAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      recordId: Type.String(),
      kind: Type.String(),
      number: Nullable(Type.String()),
      on: Nullable(Type.String()),
      villageId: Nullable(Type.String()),
      amount: Type.Number(),
      counts: Type.Enum(['numerator', 'denominator', 'both']),
      subject: Type.Optional(Type.String()),
    }),
  ),
  total: Type.Integer(),
  page: Type.Integer(),
  pages: Type.Integer(),
})

export const SeriesAnswer = Type.Object({
  months: Type.Array(Type.Object({ month: Type.Integer(), value: Nullable(Type.Number()) })),
  villages: Type.Array(Type.Object({ villageId: Nullable(Type.String()), value: Nullable(Type.Number()) })),
})
