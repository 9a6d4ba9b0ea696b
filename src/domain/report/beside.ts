import type { Label } from '../kinds/kind.ts'
import { label } from './figures/define.ts'

/** Two figures that look as if they should be one number, and why they need not be: shown together, never made equal. */
export type Beside = { readonly figures: readonly [string, string]; readonly reason: Label }

const pairs: readonly Beside[] = [
  {
    figures: ['certificates-reviewed', 'enforcement-officers'],
    reason: label(
      '年审的证只算本年审过的，新发证、到期未换的不在其中。执法人员按期末在岗的算。两数可以不等。',
      'Only certificates that passed this year’s review count there, none issued in the year or left to expire; officers are those in post at the end. They may differ.',
    ),
  },
  {
    figures: ['enterprises-soft-inspected', 'enterprises-registered'],
    reason: label(
      '一个是查过的企业，一个是期末在册的企业。年内注销或新设的只在一边，两数相等是巧合。',
      'One is the enterprises visited, the other those registered at the end. Closed or new ones stand in one only: where both are equal, it happens to be so.',
    ),
  },
  {
    figures: ['key-projects-reviewed', 'joint-studied-projects'],
    reason: label(
      '一个是审核过的项目，一个是联合研判过的项目，按各自的记录计。',
      'One is the projects reviewed, the other those studied jointly: each by its own records.',
    ),
  },
]

/** What stands beside a figure: the other one of each of its pairs, with the reason. */
export const besideOf = (figureId: string): readonly { readonly id: string; readonly reason: Label }[] =>
  pairs.flatMap(({ figures: [first, second], reason }) =>
    figureId === first ? [{ id: second, reason }] : figureId === second ? [{ id: first, reason }] : [],
  )
