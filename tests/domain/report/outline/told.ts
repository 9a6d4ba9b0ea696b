import { figures } from '../../../../src/domain/report/figures.ts'
import type { Told } from '../../../../src/domain/report/outline/fill.ts'
import { figuresWith } from '../../../support/figures-with.ts'
import { reportedValues } from '../../../support/report-figures.ts'

/** The year of the report, as figures.csv has it. */
export const told2025: Told = {
  year: 2025,
  township: '阳城镇',
  county: '西峡县',
  figures: figuresWith(reportedValues(figures.map(({ id }) => id)), {
    'administrative-dispute-resolution-rate': { change: 11.9, numerator: 11, denominator: 13, previous: 72.7 },
  }),
}
