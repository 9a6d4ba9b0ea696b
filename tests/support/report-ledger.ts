import type { FigureValue } from '../../src/domain/report/figure.ts'
import { figures } from '../../src/domain/report/figures.ts'
import { reportFigures } from './report-figures.ts'

const changes: { readonly [id: string]: number } = { 'administrative-dispute-resolution-rate': 11.9 }

/** The ledger of the demo year as figures.csv has it, with the change that the report tells; `known` replaces values. */
export const reportLedger = (known: { readonly [id: string]: number | null } = {}): readonly FigureValue[] =>
  figures.map(({ id, section, label, definition, expression }) => {
    const reported = reportFigures.find((one) => one.id === id)
    return {
      id,
      section,
      label,
      definition,
      unit: reported?.unit ?? '',
      value: id in known ? (known[id] ?? null) : (reported?.value ?? null),
      previous: null,
      change: changes[id] ?? null,
      changeUnit: 'ratio' in expression ? 'points' : 'percent',
      filtered: true,
    }
  })
