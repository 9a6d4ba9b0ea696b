import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { label, statusFields } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')

/** 质量评查 quality review of a quarter's enforcement work. Progress of the plan quarterly-quality-reviews. */
export const qualityReview: Kind = {
  name: 'qualityReview',
  version: 1,
  label: label('质量评查', 'Quality review'),
  glyph: '质',
  group: 'case',
  family: 'enforcement',
  mainDate: 'heldOn',
  sections: [{ name: 'main', label: label('评查', 'Review') }, proofSection],
  fields: [
    ...statusFields(toldStates),
    main('date', 'heldOn', '评查日期', 'Held on', today),
    main('text', 'scope', '评查范围', 'Scope', { ...must, max: 200 }),
    main('people', 'reviewers', '评查人员', 'Reviewers', { ...must, min: 1, max: 20, default: 'me' }),
    main('integer', 'filesChecked', '抽查案卷（卷）', 'Files checked', { ...must, max: 10_000 }),
    main('integer', 'filesQualified', '合格案卷（卷）', 'Files qualified', { ...must, max: 10_000 }),
    main('longText', 'findings', '发现问题', 'Findings', { ...must, max: 3000 }),
    main('longText', 'measures', '整改要求', 'What is to be done', { max: 2000 }),
    main('date', 'dueOn', '整改期限', 'Due on', { future: true }),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [
    { rule: 'notAbove', field: 'filesQualified', limit: 'filesChecked' },
    { rule: 'dateOrder', first: 'heldOn', then: 'dueOn' },
  ],
  measures: [{ id: 'qualityReviews.quarters', add: 1, distinct: { quarter: 'heldOn' }, by: {} }],
  title: ['scope'],
  subtitle: ['findings'],
}
