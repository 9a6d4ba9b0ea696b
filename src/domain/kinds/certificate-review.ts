import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Condition, Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')
const passed: Condition = { field: 'result', is: 'passed' }

/** 证件年审 yearly review of an officer's enforcement certificate. Figure: certificates-reviewed. */
export const certificateReview: Kind = {
  name: 'certificateReview',
  version: 1,
  label: label('执法证年审', 'Certificate review'),
  glyph: '证',
  group: 'case',
  family: 'enforcement',
  mainDate: 'reviewedOn',
  sections: [{ name: 'main', label: label('年审', 'Review') }, proofSection],
  fields: [
    ...statusFields(toldStates),
    main('person', 'personId', '执法人员', 'Officer', { ...must, of: 'enforcement' }),
    main('date', 'reviewedOn', '年审日期', 'Reviewed on', today),
    main('text', 'certificateNumber', '证号', 'Certificate', { ...must, max: 40 }),
    main('text', 'reviewedBy', '年审机关', 'Reviewed by', { max: 100 }),
    main('decimal', 'hours', '年度学时', 'Hours studied', { decimals: 1, max: 400 }),
    main('decimal', 'score', '考试成绩', 'Score', { decimals: 1, max: 100 }),
    main('choice', 'result', '结果', 'Result', {
      ...must,
      choices: choices({
        passed: ['合格', 'Passed'],
        failed: ['不合格', 'Failed'],
        deferred: ['暂缓', 'Deferred'],
      }),
    }),
    main('date', 'validUntil', '有效期至', 'Valid until', { future: true, visibleWhen: passed }),
    main('text', 'reason', '原因', 'Reason', {
      max: 200,
      visibleWhen: { not: passed },
      requiredWhen: { field: 'result', in: ['failed', 'deferred'] },
    }),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [{ rule: 'dateOrder', first: 'reviewedOn', then: 'validUntil' }],
  measures: [
    { id: 'certificateReviews.passed', when: passed, add: 1, distinct: 'personId', by: { people: ['personId'] } },
  ],
  title: ['personId'],
  subtitle: ['result', 'certificateNumber'],
}
