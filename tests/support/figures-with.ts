import type { FigureValue } from '../../src/domain/report/figure.ts'
import { figures } from '../../src/domain/report/figures.ts'

/** Figures with these values, everything else of them unknown. */
export const figuresWith = (
  values: { readonly [id: string]: number | null },
  more: { readonly [id: string]: Partial<FigureValue> } = {},
): ReadonlyMap<string, FigureValue> =>
  new Map(
    figures.map(({ id, section, label, unit, definition, expression }) => [
      id,
      {
        id,
        section,
        label,
        unit,
        definition,
        value: values[id] ?? null,
        previous: null,
        change: null,
        changeUnit: 'ratio' in expression ? ('points' as const) : ('percent' as const),
        filtered: true,
        ...more[id],
      },
    ]),
  )
