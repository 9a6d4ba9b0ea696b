import { fieldsIn, officeMovers } from './fields.ts'
import type { Condition, Kind, Measure, State } from './kind.ts'
import { choices, draft, inOrder, inState, label, oneOf, statusFields, voided, voiding } from './parts.ts'
import { projectTypes } from './project-types.ts'

const states: readonly State[] = [
  draft,
  { name: 'received', label: label('审核中', 'Under review'), counts: false },
  { name: 'reviewed', label: label('已出意见', 'Reviewed'), counts: true },
  voided,
]

const main = fieldsIn('main')
const about = fieldsIn('project')
const result = fieldsIn('result')

const decision: Condition = { field: 'subject', is: 'decision' }
const ofProject = oneOf('subject', 'decision', 'investmentProject')
const reviewed = inState('reviewed')
const at = { at: 'reviewedOn', by: { people: ['reviewers'] } } as const

const invested = (projectType: string): Measure => ({
  id: `legalReviews.amount.${projectType}`,
  when: { field: 'projectType', is: projectType },
  add: { field: 'amount' },
  ...at,
})

/**
 * 合法性审核 legal review of a major decision before its collective discussion (国务院令713号), of an investment project or
 * of a contract. Advice can't be adopted more often than it was given. Figures: decisions-reviewed, review-opinions,
 * risk-advice, risk-advice-adoption-rate, key-projects-reviewed, the three investments, investment-projects-reviewed.
 */
export const legalReview: Kind = {
  name: 'legalReview',
  version: 1,
  label: label('合法性审核', 'Legal review'),
  glyph: '审',
  group: 'case',
  family: 'legal',
  mainDate: 'receivedOn',
  numberLetters: '综审',
  sections: [
    { name: 'main', label: label('送审', 'Submission') },
    { name: 'project', label: label('项目', 'Project') },
    { name: 'result', label: label('审核意见', 'Opinion') },
  ],
  fields: [
    ...statusFields(states),
    main('choice', 'subject', '审核对象', 'Subject', {
      required: true,
      choices: choices({
        decision: ['重大决策', 'Major decision'],
        investmentProject: ['招引项目', 'Investment project'],
        contract: ['合同', 'Contract'],
      }),
    }),
    main('text', 'title', '名称', 'Title', { required: true, max: 120 }),
    main('date', 'receivedOn', '送审日期', 'Received on', { required: true, default: 'today' }),
    main('text', 'submittedBy', '送审单位', 'Submitted by', { required: true, max: 60 }),
    main('longText', 'summary', '送审内容', 'Summary', { max: 2000 }),
    about('record', 'projectId', '项目', 'Project', {
      of: 'project',
      visibleWhen: ofProject,
      requiredWhen: { all: [decision, oneOf('projectType', 'keyProject')] },
    }),
    about('choice', 'projectType', '项目类型', 'Project type', {
      visibleWhen: ofProject,
      requiredWhen: decision,
      choices: projectTypes,
    }),
    about('money', 'amount', '金额（元）', 'Amount (yuan)', {
      help: label('同一项目只在首次审核时填总投资', 'A project’s investment stands at its first review only'),
    }),
    result('date', 'reviewedOn', '审核日期', 'Reviewed on', {
      requiredWhen: reviewed,
      askedFrom: 'reviewed',
      default: 'today',
    }),
    result('people', 'reviewers', '审核人员', 'Reviewers', {
      requiredWhen: reviewed,
      askedFrom: 'reviewed',
      default: 'me',
      max: 10,
    }),
    result('choice', 'result', '审核结论', 'Result', {
      requiredWhen: reviewed,
      askedFrom: 'reviewed',
      choices: choices({
        passed: ['合法', 'Lawful'],
        amend: ['修改后再审', 'Amend and resubmit'],
        refused: ['不合法', 'Unlawful'],
      }),
    }),
    result('longText', 'opinion', '审核意见', 'Opinion', { askedFrom: 'reviewed', max: 3000 }),
    result('text', 'opinionNumber', '意见书号', 'Opinion number', { askedFrom: 'reviewed', max: 60 }),
    result('integer', 'riskAdviceCount', '风险建议条数', 'Pieces of risk advice', { askedFrom: 'reviewed', max: 100 }),
    result('integer', 'riskAdviceAdopted', '采纳条数', 'Pieces adopted', {
      askedFrom: 'reviewed',
      max: 100,
      help: label('采纳后补填', 'To be filled in once adopted'),
    }),
    result('date', 'discussedOn', '集体讨论日期', 'Discussed on', {
      visibleWhen: decision,
      askedFrom: 'reviewed',
      help: label('先审核、后讨论', 'After the review, never before'),
    }),
    result('files', 'papers', '材料', 'Papers', { max: 20 }),
  ],
  states,
  transitions: [
    { from: 'draft', to: 'received', by: officeMovers, label: label('送审', 'Submit') },
    {
      from: 'received',
      to: 'reviewed',
      by: officeMovers,
      requires: ['reviewedOn', 'reviewers', 'result'],
      label: label('出具意见', 'Give the opinion'),
    },
    ...voiding(states),
  ],
  rules: [
    ...inOrder('receivedOn', 'reviewedOn', 'discussedOn'),
    { rule: 'notAbove', field: 'riskAdviceAdopted', limit: 'riskAdviceCount' },
  ],
  measures: [
    { id: 'legalReviews.decisions', when: decision, add: 1, ...at },
    {
      id: 'legalReviews.opinions',
      when: { all: [decision, { field: 'opinion', present: true }] },
      add: 1,
      ...at,
    },
    { id: 'legalReviews.advice', add: { field: 'riskAdviceCount' }, ...at },
    { id: 'legalReviews.adopted', add: { field: 'riskAdviceAdopted' }, ...at },
    {
      id: 'legalReviews.keyProjects',
      when: { all: [decision, { field: 'projectType', is: 'keyProject' }] },
      add: 1,
      ...at,
      distinct: 'projectId',
    },
    invested('keyProject'),
    invested('beautifulVillage'),
    invested('elderlyCare'),
    {
      id: 'legalReviews.investmentProjects.passed',
      when: {
        all: [
          { field: 'subject', is: 'investmentProject' },
          { field: 'result', is: 'passed' },
        ],
      },
      add: 1,
      ...at,
    },
  ],
  title: ['title'],
  subtitle: ['subject', 'result'],
}
