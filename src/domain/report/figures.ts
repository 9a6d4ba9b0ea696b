import type { Figure } from './figure.ts'
import { court } from './figures/court.ts'
import { duties } from './figures/duties.ts'
import { enforcement } from './figures/enforcement.ts'
import { enterprises } from './figures/enterprises.ts'
import { leadership } from './figures/leadership.ts'
import { legality } from './figures/legality.ts'
import { plans } from './figures/plans.ts'
import { remedies } from './figures/remedies.ts'
import { shortcomings } from './figures/shortcomings.ts'

/** All figures of the report, in the order of figures.csv; ids are permanent (DESIGN.md 3). */
export const figures: readonly Figure[] = [
  ...leadership,
  ...enterprises,
  ...enforcement,
  ...court,
  ...legality,
  ...duties,
  ...shortcomings,
  ...remedies,
  ...plans,
]
