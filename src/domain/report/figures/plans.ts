import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** 三、下步打算 what is planned for the next year: the figures of section 3, in the order of figures.csv. */
export const plans: readonly Figure[] = [
  figure(
    'planned-study-sessions',
    '3',
    '次',
    label('计划专题学习', 'Study sessions planned'),
    { typed: 'plan', progress: { sum: 'trainings.centralGroup' } },
    label(
      '报告为下一年度计划的专题学习次数，随当年报告填写。进度为下一年度中心组学习的次数。',
      'Study sessions that the report plans for the next year, typed with it. Progress: the next year’s sessions of the central group.',
    ),
  ),
  figure(
    'quarterly-quality-reviews',
    '3',
    '次',
    label('计划质量评查', 'Quality reviews planned'),
    { typed: 'plan', progress: { distinct: 'qualityReviews.quarters' } },
    label(
      '报告为下一年度计划的质量评查次数，每季度一次为 4。进度为下一年度开展过评查的季度数。',
      'Quality reviews that the report plans for the next year: one a quarter is 4. Progress: the quarters of the next year that had one.',
    ),
  ),
  figure(
    'monthly-joint-meetings',
    '3',
    '次',
    label('计划研判会', 'Joint meetings planned'),
    { typed: 'plan', progress: { distinct: 'meetings.jointStudyMonths' } },
    label(
      '报告为下一年度计划的研判会次数，每月一次为 12。进度为下一年度开过研判会的月数。',
      'Joint studies that the report plans for the next year: one a month is 12. Progress: the months of the next year that had one.',
    ),
  ),
]
