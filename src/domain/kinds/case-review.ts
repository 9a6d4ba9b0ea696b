import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Condition, Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')
const sheet = fieldsIn('sheet')
const township: Condition = { field: 'by', is: 'township' }
const by = { people: ['reviewers'] } as const

/**
 * 案卷评查 case-file review with its score sheet: one record a volume. Figures: case-files-reviewed,
 * irregular-acts-corrected, case-files-qualified-rate, those of the township's own review.
 */
export const caseReview: Kind = {
  name: 'caseReview',
  version: 1,
  label: label('案卷评查', 'Case-file review'),
  glyph: '卷',
  group: 'case',
  family: 'enforcement',
  mainDate: 'reviewedOn',
  numberLetters: '综评',
  sections: [
    { name: 'main', label: label('案卷', 'File') },
    { name: 'sheet', label: label('评分', 'Score sheet') },
    proofSection,
  ],
  fields: [
    ...statusFields(toldStates),
    main('date', 'reviewedOn', '评查日期', 'Reviewed on', today),
    main('choice', 'by', '评查单位', 'Reviewed by', {
      ...must,
      default: 'township',
      choices: choices({ township: ['镇', 'Township'], county: ['县', 'County'] }),
    }),
    main('record', 'penaltyId', '处罚案件', 'Penalty case', { of: 'penalty' }),
    main('text', 'fileTitle', '案卷名称', 'File', { ...must, max: 200 }),
    main('text', 'fileNumber', '案卷号', 'File number', { max: 60 }),
    main('people', 'reviewers', '评查人员', 'Reviewers', { ...must, min: 1, max: 10, default: 'me' }),
    sheet('rows', 'sheet', '评分表', 'Score sheet', {
      ...must,
      min: 1,
      max: 60,
      fields: [
        { name: 'item', type: 'text', label: label('评查项目', 'Item'), required: true, max: 100 },
        { name: 'max', type: 'decimal', label: label('满分', 'Of'), required: true, decimals: 1, max: 100 },
        { name: 'score', type: 'decimal', label: label('得分', 'Score'), required: true, decimals: 1, max: 100 },
        { name: 'note', type: 'text', label: label('扣分原因', 'Why less'), max: 300 },
      ],
    }),
    sheet('decimal', 'score', '总分', 'Total', { ...must, decimals: 1, max: 100 }),
    sheet('choice', 'result', '结论', 'Result', {
      ...must,
      choices: choices({ qualified: ['合格', 'Qualified'], unqualified: ['不合格', 'Not qualified'] }),
    }),
    sheet('integer', 'irregularCount', '不规范行为（起）', 'Irregular acts', { ...must, max: 100 }),
    sheet('integer', 'correctedCount', '已纠正（起）', 'Corrected', { ...must, max: 100 }),
    sheet('longText', 'irregularities', '不规范情形', 'What was irregular', {
      requiredWhen: { field: 'irregularCount', gt: 0 },
      max: 2000,
    }),
    sheet('date', 'correctedOn', '纠正日期', 'Corrected on', { requiredWhen: { field: 'correctedCount', gt: 0 } }),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [
    { rule: 'notAbove', rows: 'sheet', field: 'score', limit: 'max' },
    { rule: 'notAbove', field: 'correctedCount', limit: 'irregularCount' },
    { rule: 'dateOrder', first: 'reviewedOn', then: 'correctedOn' },
  ],
  measures: [
    { id: 'caseReviews.township', when: township, add: 1, by },
    {
      id: 'caseReviews.township.qualified',
      when: { all: [township, { field: 'result', is: 'qualified' }] },
      add: 1,
      by,
    },
    {
      id: 'caseReviews.township.corrected',
      when: { all: [township, { field: 'correctedCount', gt: 0 }] },
      add: { field: 'correctedCount' },
      by,
    },
  ],
  title: ['fileTitle'],
  subtitle: ['result', 'by'],
}
