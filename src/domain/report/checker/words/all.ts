import { court } from './court.ts'
import { duties } from './duties.ts'
import { enforcement } from './enforcement.ts'
import { leadership } from './leadership.ts'
import { legality } from './legality.ts'
import { plans } from './plans.ts'
import { remedies } from './remedies.ts'
import { shortcomings } from './shortcomings.ts'
import type { SectionWords } from './wording.ts'

/** How reports speak of every figure of figures.csv. */
export const allWords: SectionWords = {
  ...leadership,
  ...enforcement,
  ...court,
  ...legality,
  ...duties,
  ...shortcomings,
  ...remedies,
  ...plans,
}
