import { fieldMovers, fieldsIn } from './fields.ts'
import type { Kind, State } from './kind.ts'
import { choices, draft, inOrder, inState, label, statusFields, voided, voiding } from './parts.ts'
import { byVillage, must, proof, proofSection, today } from './work-fields.ts'

const states: readonly State[] = [
  draft,
  { name: 'reported', label: label('已上报', 'Reported'), counts: false },
  { name: 'transferred', label: label('已移送', 'Transferred'), counts: true },
  { name: 'answered', label: label('已反馈', 'Answered'), counts: true },
  voided,
]

const main = fieldsIn('main')
const transfer = fieldsIn('transfer')
const movers = [...fieldMovers, 'handler'] as const

/**
 * 线索移送 clue transfer by the green channel: from the day a dispute's clue is reported to the day that it is with
 * whoever handles it. Figure: clue-transfer-efficiency-gain.
 */
export const clueTransfer: Kind = {
  name: 'clueTransfer',
  version: 1,
  label: label('线索移送', 'Clue transfer'),
  glyph: '移',
  group: 'case',
  family: 'dispute',
  mainDate: 'reportedOn',
  numberLetters: '综移',
  sections: [
    { name: 'main', label: label('线索', 'Clue') },
    { name: 'transfer', label: label('移送', 'Transfer') },
    proofSection,
  ],
  fields: [
    ...statusFields(states),
    main('date', 'reportedOn', '上报日期', 'Reported on', today),
    main('village', 'villageId', '村', 'Village', must),
    main('choice', 'source', '来源', 'Source', {
      ...must,
      choices: choices({
        grid: ['网格巡查', 'Grid round'],
        village: ['村委上报', 'Village'],
        visit: ['群众来访', 'Visit'],
        hotline: ['热线', 'Hotline'],
        enterprise: ['企业反映', 'Enterprise'],
        other: ['其他', 'Other'],
      }),
    }),
    main('choice', 'clueType', '类型', 'Type', {
      ...must,
      choices: choices({
        land: ['土地流转', 'Land transfer'],
        project: ['项目占地', 'Projects'],
        labour: ['劳务', 'Labour'],
        contract: ['合同', 'Contract'],
        neighbour: ['邻里', 'Neighbours'],
        violation: ['违法线索', 'Violation'],
        other: ['其他', 'Other'],
      }),
    }),
    main('person', 'reporterId', '上报人', 'Reported by', { default: 'me' }),
    main('longText', 'summary', '线索内容', 'Summary', { ...must, personal: true, max: 2000 }),
    transfer('date', 'transferredOn', '移送日期', 'Transferred on', {
      default: 'today',
      requiredWhen: inState('transferred', 'answered'),
      askedFrom: 'transferred',
    }),
    transfer('choice', 'to', '移送单位', 'To', {
      requiredWhen: inState('transferred', 'answered'),
      askedFrom: 'transferred',
      choices: choices({
        court: ['人民法庭', 'Court'],
        centre: ['综治中心', 'Governance centre'],
        police: ['派出所', 'Police'],
        justice: ['司法所', 'Justice office'],
        labour: ['劳动监察', 'Labour inspection'],
        county: ['县级部门', 'County bureau'],
      }),
    }),
    transfer('text', 'receivedBy', '接收人', 'Received by', { askedFrom: 'transferred', max: 60 }),
    transfer('date', 'answeredOn', '反馈日期', 'Answered on', {
      default: 'today',
      requiredWhen: inState('answered'),
      askedFrom: 'answered',
    }),
    transfer('longText', 'answer', '反馈结果', 'Answer', {
      requiredWhen: inState('answered'),
      askedFrom: 'answered',
      max: 1000,
    }),
    transfer('record', 'mediationId', '转入调解', 'Became mediation', { of: 'mediation', askedFrom: 'answered' }),
    ...proof,
  ],
  states,
  transitions: [
    { from: 'draft', to: 'reported', by: movers, label: label('上报', 'Report') },
    {
      from: 'reported',
      to: 'transferred',
      by: movers,
      requires: ['transferredOn', 'to'],
      label: label('移送', 'Transfer'),
    },
    {
      from: 'transferred',
      to: 'answered',
      by: movers,
      requires: ['answeredOn', 'answer'],
      label: label('收到反馈', 'Answered'),
    },
    ...voiding(states),
  ],
  rules: inOrder('reportedOn', 'transferredOn', 'answeredOn'),
  measures: [
    { id: 'clueTransfers', add: 1, at: 'transferredOn', by: byVillage },
    { id: 'clueTransfers.days', add: { days: ['reportedOn', 'transferredOn'] }, at: 'transferredOn', by: byVillage },
  ],
  title: ['summary', 'clueType'],
  subtitle: ['clueType', 'to'],
}
