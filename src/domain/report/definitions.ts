import type { Field, Kind } from '../kinds/kind.ts'
import { isTyped } from './figure.ts'
import type { Figure } from './figure.ts'

const shapeOf = ({ name, type, decimals }: Field) => ({ name, type, decimals })

/**
 * All that decides what facts a record gives and what figures make of them, and nothing else: measures, dates, which
 * states count, how many decimals a number has, expressions. Labels and forms may change without the facts being made
 * anew. A township keeps the hash of those that its facts were made under.
 */
export const definitionsOf = (kinds: readonly Kind[], figures: readonly Figure[]): unknown => ({
  kinds: kinds
    .filter((kind) => kind.measures.length > 0)
    .map((kind) => ({
      name: kind.name,
      mainDate: kind.mainDate,
      counts: kind.states.filter((state) => state.counts).map((state) => state.name),
      fields: kind.fields.map(shapeOf).filter((field) => field.type === 'decimal'),
      measures: kind.measures,
    })),
  figures: figures
    .filter((figure) => !isTyped(figure.expression))
    .map(({ id, expression, decimals, scale }) => ({ id, expression, decimals, scale })),
})
