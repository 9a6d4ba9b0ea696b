import { figures } from '../../../../src/domain/report/figures.ts'
import type { FigureValue } from '../../../../src/domain/report/figure.ts'
import type { Told } from '../../../../src/domain/report/outline/fill.ts'
import { reportedValues } from '../../../support/report-figures.ts'

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

/** The year of the report, as figures.csv has it. */
export const told2025: Told = {
  year: 2025,
  township: '阳城镇',
  county: '西峡县',
  figures: figuresWith(reportedValues(figures.map(({ id }) => id)), {
    'administrative-dispute-resolution-rate': { change: 11.9, numerator: 11, denominator: 13, previous: 72.7 },
  }),
}
