import { fieldMovers, fieldsIn, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')

/** 合规手册 compliance manual made for one enterprise. Figure: compliance-manuals. */
export const complianceManual: Kind = {
  name: 'complianceManual',
  version: 1,
  label: label('合规手册', 'Compliance manual'),
  glyph: '册',
  group: 'case',
  family: 'enterprise',
  mainDate: 'deliveredOn',
  sections: [{ name: 'main', label: label('手册', 'Manual') }, proofSection],
  fields: [
    ...statusFields(toldStates),
    main('date', 'deliveredOn', '送达日期', 'Delivered on', today),
    main('village', 'villageId', '村', 'Village', must),
    main('enterprise', 'enterpriseId', '企业', 'Enterprise', must),
    main('text', 'edition', '版本', 'Edition', { max: 60 }),
    main('choices', 'subjects', '内容', 'Subjects', {
      ...must,
      min: 1,
      choices: choices({
        labour: ['劳动用工', 'Labour'],
        contract: ['合同管理', 'Contracts'],
        safety: ['安全生产', 'Safety'],
        environment: ['环境保护', 'Environment'],
        fire: ['消防', 'Fire'],
        tax: ['财税', 'Tax'],
        property: ['知识产权', 'Intellectual property'],
      }),
    }),
    main('person', 'authorId', '编制人', 'Written by', { default: 'me' }),
    main('text', 'receivedBy', '签收人', 'Received by', { personal: true, max: 60 }),
    main('longText', 'feedback', '企业反馈', 'What the enterprise says', { max: 1000 }),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(fieldMovers),
  rules: [],
  measures: [{ id: 'complianceManuals.enterprises', add: 1, distinct: 'enterpriseId', by: { village: 'villageId' } }],
  title: ['enterpriseId'],
  subtitle: ['edition'],
}
