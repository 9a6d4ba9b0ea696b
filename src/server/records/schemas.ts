import Type from 'typebox'
import { AnyData, ProblemItem } from '../http/schemas.ts'

export const RecordItem = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  version: Type.Integer(),
  status: Type.String(),
  number: Type.Optional(Type.String()),
  data: AnyData,
  masked: Type.Optional(AnyData),
  seq: Type.Integer(),
  updatedAt: Type.String(),
  updatedBy: Type.Object({ id: Type.String(), name: Type.String() }),
})

export const Head = Type.Object({ seq: Type.Integer(), hash: Type.String() })

export const Problems = Type.Array(ProblemItem)
