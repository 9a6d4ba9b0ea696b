import { type SectionWords, times } from './wording.ts'

/** 三 下步打算. */
export const plans: SectionWords = {
  'planned-study-sessions': {
    units: times,
    plan: true,
    ways: [
      {
        own: [['学习', '学法', '集体学习', '专题学习', '中心组']],
        around: [['中心组', '习近平法治思想', '党委']],
        not: ['培训'],
      },
    ],
  },
  'quarterly-quality-reviews': {
    units: times,
    says: ['recurring'],
    plan: true,
    ways: [{ own: [['质量评查', '评查', '质量评估', '案件质量', '质量检查']] }],
  },
  'monthly-joint-meetings': {
    units: times,
    says: ['recurring'],
    plan: true,
    ways: [
      {
        own: [['研判会', '研判', '联席会', '联席会议', '会商会', '会商', '例会']],
        around: [['府院', '法院', '执法', '争议', '联动', '纠纷', '研判']],
      },
    ],
  },
}
