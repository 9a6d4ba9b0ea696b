import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** Fen to 万元. */
const tenThousandYuan = 1_000_000

const documents = (id: string, zh: string, en: string, measure: string, words: string, said: string): Figure =>
  figure(
    `normative-documents-${id}-rate`,
    '1.4',
    '%',
    label(zh, en),
    { ratio: [{ sum: `normativeDocuments.${measure}` }, { sum: 'normativeDocuments' }] },
    label(
      `当年印发的规范性文件中${words}的占比，分子分母均按印发日期计入。`,
      `Of the normative documents issued, the share ${said}; both by the date of issue.`,
    ),
  )

const invested = (id: string, zh: string, en: string, type: string): Figure =>
  figure(
    id,
    '1.4',
    '万元',
    label(zh, en),
    { sum: `legalReviews.amount.${type}` },
    label(
      '当年审核的这类项目金额之和，按审核日期计入；同一项目只在首次审核时计。台账以元记，按万元显示。',
      'The amounts of such projects reviewed, by the date of review, each at its first review only; kept in yuan.',
    ),
    { decimals: 2, scale: tenThousandYuan },
  )

/** (四) 法制审核 legal review and documents: the figures of section 1.4, in the order of figures.csv. */
export const legality: readonly Figure[] = [
  documents(
    'legality',
    '规范性文件合法率',
    'Normative documents, lawful',
    'lawful',
    '经审核合法',
    'found lawful in review',
  ),
  documents('filing', '规范性文件备案率', 'Normative documents, filed', 'filed', '已备案', 'filed'),
  documents('publication', '规范性文件公开率', 'Normative documents, published', 'published', '已公布', 'published'),
  documents(
    'discussion',
    '规范性文件集体讨论率',
    'Normative documents, discussed',
    'discussed',
    '经集体讨论',
    'discussed collectively',
  ),
  figure(
    'decisions-reviewed',
    '1.4',
    '项',
    label('决策审核', 'Decisions reviewed'),
    { sum: 'legalReviews.decisions' },
    label(
      '当年出具意见的重大决策合法性审核项数，按审核日期计入，审核中和作废的不计。',
      'Legal reviews of major decisions with a result, by the date of review.',
    ),
  ),
  figure(
    'review-opinions',
    '1.4',
    '份',
    label('审核意见', 'Review opinions'),
    { sum: 'legalReviews.opinions' },
    label(
      '重大决策审核中出具书面意见的份数，按审核日期计入。',
      'Reviews of major decisions that gave a written opinion, by the date of review.',
    ),
  ),
  figure(
    'risk-advice',
    '1.4',
    '条',
    label('风险建议', 'Risk advice'),
    { sum: 'legalReviews.advice' },
    label(
      '当年各项合法性审核提出的风险建议条数之和，按审核日期计入。',
      'Pieces of risk advice given in legal reviews, by the date of review.',
    ),
  ),
  figure(
    'risk-advice-adoption-rate',
    '1.4',
    '%',
    label('风险建议采纳率', 'Risk advice adopted, rate'),
    { ratio: [{ sum: 'legalReviews.adopted' }, { sum: 'legalReviews.advice' }] },
    label(
      '当年提出的风险建议中被采纳的占比，按审核日期计入。',
      'Of the pieces of advice given, the share adopted; both by the date of review.',
    ),
  ),
  figure(
    'key-projects-reviewed',
    '1.4',
    '个',
    label('重点项目审核', 'Key projects reviewed'),
    { distinct: 'legalReviews.keyProjects' },
    label(
      '当年决策审核涉及的市县重点项目数，同一项目审几次只计 1 个。',
      'Different key projects whose decisions were reviewed; one counts once.',
    ),
  ),
  invested('key-projects-investment', '重点项目投资', 'Key projects, investment', 'keyProject'),
  invested('beautiful-village-investment', '美丽乡村投资', 'Beautiful village, investment', 'beautifulVillage'),
  invested('elderly-care-investment', '养老设施投资', 'Elderly care, investment', 'elderlyCare'),
  figure(
    'post-decision-evaluations',
    '1.4',
    '项',
    label('决策后评估', 'Post-decision evaluations'),
    { sum: 'postEvaluations' },
    label('当年完成的决策后评估项数，按评估日期计入。', 'Post-decision evaluations by their date.'),
  ),
  figure(
    'measures-optimised',
    '1.4',
    '项',
    label('优化管理措施', 'Measures improved'),
    { sum: 'postEvaluations.measures' },
    label('决策后评估所优化的管理措施项数之和。', 'Management measures that those evaluations improved.'),
  ),
]
