import { fieldMovers, fieldsIn, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'
import { matters, must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')

/** 行政指导 administrative guidance: advised, reminded or asked to talk, never ordered. Figure: administrative-guidance. */
export const guidance: Kind = {
  name: 'guidance',
  version: 1,
  label: label('行政指导', 'Administrative guidance'),
  glyph: '劝',
  group: 'case',
  family: 'enforcement',
  mainDate: 'date',
  numberLetters: '综指',
  sections: [{ name: 'main', label: label('指导', 'Guidance') }, proofSection],
  fields: [
    ...statusFields(toldStates),
    main('date', 'date', '日期', 'Date', today),
    main('village', 'villageId', '村', 'Village', must),
    main('enterprise', 'enterpriseId', '企业或养殖户', 'Enterprise or household'),
    main('text', 'target', '指导对象', 'Who was guided', { ...must, max: 100 }),
    main('choice', 'matter', '领域', 'Field of work', { ...must, choices: matters }),
    main('choice', 'way', '方式', 'Way', {
      ...must,
      choices: choices({
        advice: ['行政建议', 'Advice'],
        reminder: ['行政提示', 'Reminder'],
        talk: ['行政约谈', 'Talk'],
        demonstration: ['示范引导', 'Demonstration'],
      }),
    }),
    main('people', 'officers', '指导人员', 'Officers', { ...must, of: 'enforcement', min: 1, max: 20, default: 'me' }),
    main('longText', 'content', '指导内容', 'Content', { ...must, max: 2000 }),
    main('lawClauses', 'clauses', '法律依据', 'Legal basis', { max: 10 }),
    main('longText', 'result', '采纳情况', 'What came of it', { max: 1000 }),
    main('date', 'followedUpOn', '回访日期', 'Followed up on'),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(fieldMovers),
  rules: [{ rule: 'dateOrder', first: 'date', then: 'followedUpOn' }],
  measures: [{ id: 'guidances', add: 1, by: { village: 'villageId', people: ['officers'] } }],
  title: ['target'],
  subtitle: ['matter', 'way'],
}
