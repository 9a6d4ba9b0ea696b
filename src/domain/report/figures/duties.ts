import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** (五) 依法履职 duties by law: the figures of section 1.5, in the order of figures.csv. */
export const duties: readonly Figure[] = [
  figure(
    'safety-inspections',
    '1.5',
    '次',
    label('安全生产检查', 'Safety inspections'),
    { sum: 'inspections.safety' },
    label(
      '类别为安全生产检查的检查次数，按检查日期计入，草稿和作废的不计。',
      'Inspections under the safety programme by their date; drafts and voided ones don’t count.',
    ),
  ),
  figure(
    'hazards-rectified',
    '1.5',
    '项',
    label('整改隐患', 'Hazards rectified'),
    { sum: 'hazards.safety' },
    label(
      '来自安全生产检查、当年销号的隐患数。按销号日期计入，未销号的不计。',
      'Hazards of safety inspections that were closed, by the date of closure.',
    ),
  ),
  figure(
    'livestock-farms-checked',
    '1.5',
    '家',
    label('排查养殖场户', 'Livestock farms checked'),
    { distinct: 'inspections.livestockFarms' },
    label('当年排查过的畜禽养殖场户数，同一户查几次只计 1 家。', 'Different livestock farms checked; one counts once.'),
  ),
  figure(
    'livestock-problems-rectified',
    '1.5',
    '起',
    label('养殖问题整改', 'Livestock problems rectified'),
    { sum: 'hazards.livestock' },
    label(
      '来自畜禽养殖排查、当年销号的问题数，按销号日期计入。',
      'Problems of livestock checks that were closed, by the date of closure.',
    ),
  ),
]
