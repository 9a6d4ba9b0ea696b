import { fieldMovers, fieldsIn, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')

/** 法律咨询 consultation that a liaison officer gives an enterprise. Figure: liaison-consultations. */
export const consultation: Kind = {
  name: 'consultation',
  version: 1,
  label: label('企业法律咨询', 'Consultation'),
  glyph: '询',
  group: 'case',
  family: 'enterprise',
  mainDate: 'heldOn',
  sections: [{ name: 'main', label: label('咨询', 'Consultation') }, proofSection],
  fields: [
    ...statusFields(toldStates),
    main('date', 'heldOn', '咨询日期', 'Date', today),
    main('village', 'villageId', '村', 'Village', must),
    main('enterprise', 'enterpriseId', '企业', 'Enterprise', must),
    main('person', 'liaisonId', '联络员', 'Liaison officer', { ...must, default: 'me' }),
    main('choice', 'way', '方式', 'How', {
      ...must,
      default: 'visit',
      choices: choices({
        visit: ['上门', 'Visit'],
        phone: ['电话', 'Phone'],
        office: ['来访', 'At the office'],
        online: ['线上', 'Online'],
      }),
    }),
    main('choice', 'subject', '类别', 'Subject', {
      ...must,
      choices: choices({
        contract: ['合同', 'Contract'],
        labour: ['用工', 'Labour'],
        environment: ['环保', 'Environment'],
        safety: ['安全生产', 'Safety'],
        land: ['用地', 'Land'],
        debt: ['欠款', 'Debts'],
        property: ['知识产权', 'Intellectual property'],
        other: ['其他', 'Other'],
      }),
    }),
    main('longText', 'question', '咨询问题', 'Question', { ...must, max: 1000 }),
    main('longText', 'advice', '答复意见', 'Advice', { ...must, max: 2000 }),
    main('lawClauses', 'clauses', '法律依据', 'Legal basis', { max: 10 }),
    main('boolean', 'followUp', '需要跟进', 'To be followed up'),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(fieldMovers),
  rules: [],
  measures: [{ id: 'consultations', add: 1, by: { village: 'villageId', people: ['liaisonId'] } }],
  title: ['question'],
  subtitle: ['subject', 'way'],
}
