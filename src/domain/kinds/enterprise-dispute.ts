import { fieldMovers, fieldsIn } from './fields.ts'
import type { Kind, State } from './kind.ts'
import { choices, draft, inState, label, oneOf, statusFields, voided, voiding } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const states: readonly State[] = [
  draft,
  { name: 'accepted', label: label('已受理', 'Accepted'), counts: false },
  { name: 'concluded', label: label('已办结', 'Concluded'), counts: true },
  voided,
]

const main = fieldsIn('main')
const outcome = fieldsIn('outcome')

/**
 * 涉企纠纷 enterprise dispute that a liaison officer settled himself: not among the mediations of the governance centre.
 * Figure: enterprise-disputes-resolved.
 */
export const enterpriseDispute: Kind = {
  name: 'enterpriseDispute',
  version: 1,
  label: label('涉企纠纷', 'Enterprise dispute'),
  glyph: '纷',
  group: 'case',
  family: 'enterprise',
  mainDate: 'acceptedOn',
  numberLetters: '综企',
  sections: [
    { name: 'main', label: label('纠纷', 'Dispute') },
    { name: 'outcome', label: label('结果', 'Outcome') },
    proofSection,
  ],
  fields: [
    ...statusFields(states),
    main('date', 'acceptedOn', '受理日期', 'Accepted on', today),
    main('village', 'villageId', '村', 'Village', must),
    main('enterprise', 'enterpriseId', '企业', 'Enterprise', must),
    main('person', 'liaisonId', '联络员', 'Liaison officer', { ...must, default: 'me' }),
    main('choice', 'disputeType', '类型', 'Type', {
      ...must,
      choices: choices({
        contract: ['合同', 'Contract'],
        labour: ['劳资', 'Labour'],
        debt: ['欠款', 'Debts'],
        neighbour: ['厂群相邻', 'With neighbours'],
        other: ['其他', 'Other'],
      }),
    }),
    main('parties', 'parties', '对方当事人', 'Other parties', { ...must, personal: true, min: 1, max: 50 }),
    main('money', 'amount', '涉及金额（元）', 'Amount (yuan)', {}),
    main('longText', 'summary', '纠纷情况', 'Summary', { ...must, personal: true, max: 2000 }),
    outcome('date', 'concludedOn', '办结日期', 'Concluded on', {
      default: 'today',
      requiredWhen: inState('concluded'),
      askedFrom: 'concluded',
    }),
    outcome('choice', 'outcome', '结果', 'Outcome', {
      requiredWhen: inState('concluded'),
      askedFrom: 'concluded',
      choices: choices({
        resolved: ['化解', 'Resolved'],
        failed: ['未化解', 'Not resolved'],
        transferred: ['移送', 'Transferred'],
      }),
    }),
    outcome('longText', 'agreement', '处理意见或协议', 'What was agreed', {
      personal: true,
      requiredWhen: { all: [inState('concluded'), oneOf('outcome', 'resolved')] },
      askedFrom: 'concluded',
      max: 2000,
    }),
    ...proof,
  ],
  states,
  transitions: [
    { from: 'draft', to: 'accepted', by: fieldMovers, label: label('提交', 'Submit') },
    {
      from: 'accepted',
      to: 'concluded',
      by: fieldMovers,
      requires: ['concludedOn', 'outcome'],
      label: label('办结', 'Conclude'),
    },
    ...voiding(states),
  ],
  rules: [
    { rule: 'dateOrder', first: 'acceptedOn', then: 'concludedOn' },
    { rule: 'checkDigit', field: 'parties', key: 'idNumber', as: 'idNumber' },
  ],
  measures: [
    {
      id: 'enterpriseDisputes.resolved',
      when: { field: 'outcome', is: 'resolved' },
      add: 1,
      at: 'concludedOn',
      by: { village: 'villageId', people: ['liaisonId'] },
    },
  ],
  title: ['summary', 'disputeType'],
  subtitle: ['disputeType', 'outcome'],
}
