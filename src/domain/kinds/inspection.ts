import type { Condition, Field, Kind, Measure, State } from './kind.ts'
import { choices, draft, inState, label, oneOf, statusFields, voided, voiding } from './parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'submitted', label: label('已提交', 'Submitted'), counts: true },
  voided,
]

const refused: Condition = { field: 'signatureRefused', is: true }
const found = oneOf('result', 'hazards', 'suspectedViolation')
const exempted = oneOf('exemption', 'firstViolation', 'minor')
/** Two certified officers are the law here (行政处罚法 2021, art. 42 and 55); elsewhere two people, with a hint. */
const needsCertificates: Condition = {
  any: [
    { field: 'programme', is: 'administrative' },
    { field: 'result', is: 'suspectedViolation' },
  ],
}

const place: readonly Field[] = [
  { name: 'date', type: 'date', label: label('检查日期', 'Date'), required: true, default: 'today', section: 'place' },
  { name: 'villageId', type: 'village', label: label('村', 'Village'), required: true, section: 'place' },
  {
    name: 'programme',
    type: 'choice',
    label: label('检查类别', 'Programme'),
    required: true,
    section: 'place',
    choices: choices({
      administrative: ['行政检查', 'Administrative inspection'],
      safety: ['安全生产检查', 'Safety inspection'],
      soft: ['涉企柔性检查', 'Soft inspection'],
      livestock: ['畜禽养殖排查', 'Livestock check'],
      other: ['其他', 'Other'],
    }),
  },
  {
    name: 'checkType',
    type: 'choice',
    label: label('检查方式', 'Type'),
    required: true,
    default: 'routine',
    section: 'place',
    choices: choices({ routine: ['日常', 'Routine'], case: ['个案', 'Case'], special: ['专项', 'Special'] }),
  },
  {
    name: 'taskSource',
    type: 'choice',
    label: label('任务来源', 'Task source'),
    required: true,
    default: 'plan',
    section: 'place',
    choices: choices({
      plan: ['年度计划', 'Plan'],
      complaint: ['投诉举报', 'Complaint'],
      referral: ['部门移送', 'Referral'],
      superior: ['上级交办', 'From above'],
      random: ['随机抽查', 'Random'],
      emergency: ['应急', 'Emergency'],
      other: ['其他', 'Other'],
    }),
  },
  {
    name: 'matter',
    type: 'choice',
    label: label('事项领域', 'Field of work'),
    required: true,
    section: 'place',
    choices: choices({
      traffic: ['交通', 'Traffic'],
      fire: ['消防', 'Fire'],
      farmland: ['耕地保护', 'Farmland'],
      environment: ['生态环境', 'Environment'],
      workSafety: ['安全生产', 'Work safety'],
      livestock: ['畜禽养殖', 'Livestock'],
      other: ['其他', 'Other'],
    }),
  },
  {
    name: 'enterpriseId',
    type: 'enterprise',
    label: label('企业或养殖户', 'Enterprise or household'),
    section: 'place',
    requiredWhen: oneOf('programme', 'soft', 'livestock'),
  },
  { name: 'placeName', type: 'text', label: label('地点', 'Place'), required: true, max: 100, section: 'place' },
]

const basis: readonly Field[] = [
  { name: 'powerItemId', type: 'record', of: 'powerItem', label: label('检查事项', 'Power item'), section: 'basis' },
  { name: 'basis', type: 'text', label: label('检查依据', 'Legal basis'), max: 300, section: 'basis' },
  {
    name: 'approval',
    type: 'group',
    label: label('审批', 'Approval'),
    section: 'basis',
    fields: [
      { name: 'number', type: 'text', label: label('审批号', 'Number'), max: 60 },
      { name: 'by', type: 'text', label: label('审批人', 'By'), max: 60 },
      { name: 'at', type: 'dateTime', label: label('审批时间', 'At') },
    ],
  },
  {
    name: 'emergency',
    type: 'boolean',
    label: label('紧急检查', 'Emergency'),
    section: 'basis',
    help: label('先查后批，24 小时内补审批', 'Approved afterwards'),
  },
  { name: 'noticeNumber', type: 'text', label: label('检查通知书号', 'Notice number'), max: 60, section: 'basis' },
  {
    name: 'entryCode',
    type: 'group',
    label: label('入企扫码', 'Entry code'),
    section: 'basis',
    fields: [
      {
        name: 'direction',
        type: 'choice',
        label: label('方式', 'Direction'),
        choices: choices({ scannedTheirs: ['扫码入企', 'Scanned theirs'], shownOurs: ['亮码入企', 'Shown ours'] }),
      },
      { name: 'system', type: 'text', label: label('平台', 'System'), max: 60 },
      { name: 'code', type: 'text', label: label('码', 'Code'), max: 500 },
      { name: 'at', type: 'dateTime', label: label('时间', 'At') },
      {
        name: 'none',
        type: 'choice',
        label: label('未扫码', 'No code'),
        choices: choices({
          emergency: ['紧急', 'Emergency'],
          noNetwork: ['无网络', 'No network'],
          notIssued: ['未发码', 'Not issued'],
          refused: ['对方拒绝', 'Refused'],
        }),
      },
      { name: 'reason', type: 'text', label: label('说明', 'Reason'), max: 200 },
      { name: 'dueBy', type: 'date', label: label('补码期限', 'To be added by'), future: true },
    ],
  },
]

const people: readonly Field[] = [
  {
    name: 'officers',
    type: 'people',
    label: label('检查人员', 'Officers'),
    required: true,
    of: 'enforcement',
    min: 2,
    max: 20,
    section: 'people',
    help: label('至少 2 人', 'At least 2'),
  },
  {
    name: 'assistants',
    type: 'people',
    label: label('协助人员', 'Assistants'),
    max: 20,
    section: 'people',
    help: label('网格员、辅助人员列在这里', 'Grid officers and auxiliaries stand here'),
  },
  {
    name: 'certificatesShown',
    type: 'boolean',
    label: label('出示执法证', 'Certificates shown'),
    required: true,
    section: 'people',
  },
]

const outcome: readonly Field[] = [
  {
    name: 'result',
    type: 'choice',
    label: label('检查结果', 'Result'),
    required: true,
    section: 'outcome',
    choices: choices({
      clear: ['无问题', 'Clear'],
      hazards: ['有隐患', 'Hazards'],
      suspectedViolation: ['涉嫌违法', 'Suspected violation'],
    }),
  },
  {
    name: 'findings',
    type: 'longText',
    label: label('检查记录', 'Findings'),
    requiredWhen: found,
    max: 4000,
    section: 'outcome',
  },
  {
    name: 'exemption',
    type: 'choice',
    label: label('免罚', 'Exemption'),
    required: true,
    default: 'none',
    section: 'outcome',
    choices: choices({
      none: ['不适用', 'None'],
      firstViolation: ['首违不罚', 'First violation'],
      minor: ['轻微免罚', 'Minor violation'],
    }),
  },
  {
    name: 'exemptionClause',
    type: 'text',
    label: label('免罚条款', 'Clause'),
    visibleWhen: exempted,
    requiredWhen: exempted,
    max: 200,
    section: 'outcome',
  },
]

const proof: readonly Field[] = [
  { name: 'location', type: 'location', label: label('定位', 'Location'), section: 'proof' },
  { name: 'photos', type: 'photos', label: label('照片', 'Photos'), max: 30, section: 'proof' },
  {
    name: 'signature',
    type: 'signature',
    label: label('被检查单位签字', 'Signature'),
    section: 'proof',
    visibleWhen: { not: refused },
    requiredWhen: { not: refused },
  },
  { name: 'signatureRefused', type: 'boolean', label: label('拒签', 'Signature refused'), section: 'proof' },
  {
    name: 'refusalReason',
    type: 'text',
    label: label('拒签原因和见证', 'Reason and witness'),
    section: 'proof',
    visibleWhen: refused,
    requiredWhen: refused,
    max: 200,
  },
  { name: 'resultToldOn', type: 'date', label: label('结果告知日期', 'Result told on'), section: 'proof' },
]

const count = (id: string, programme: string): Measure => ({
  id,
  when: { field: 'programme', is: programme },
  add: 1,
  by: { village: 'villageId', people: ['officers'] },
})

/**
 * 行政检查 inspection. Two officers with certificates (行政处罚法 2021, art. 42, 55); signed, or the refusal recorded
 * (安全生产法 2021, art. 68). Figures: safety-inspections, administrative-inspections, enterprises-soft-inspected,
 * livestock-farms-checked.
 */
export const inspection: Kind = {
  name: 'inspection',
  version: 1,
  label: label('行政检查', 'Inspection'),
  glyph: '检',
  group: 'case',
  family: 'field',
  mainDate: 'date',
  numberLetters: '综检',
  sections: [
    { name: 'place', label: label('对象', 'Where and what') },
    { name: 'people', label: label('人员', 'People') },
    { name: 'outcome', label: label('检查情况', 'Findings') },
    { name: 'basis', label: label('依据与手续', 'Basis and papers') },
    { name: 'proof', label: label('现场与签字', 'Proof and signature') },
  ],
  fields: [...statusFields(states), ...place, ...people, ...outcome, ...basis, ...proof],
  states,
  transitions: [
    { from: 'draft', to: 'submitted', by: ['author', 'officer', 'supervisor'], label: label('提交', 'Submit') },
    ...voiding(states),
  ],
  rules: [
    { rule: 'certified', field: 'officers', on: 'date', when: { all: [needsCertificates, inState('submitted')] } },
    { rule: 'notDuty', field: 'officers', role: 'grid', unless: 'enforcement', on: 'date' },
    { rule: 'dateOrder', first: 'date', then: 'resultToldOn' },
  ],
  measures: [
    count('inspections.safety', 'safety'),
    count('inspections.administrative', 'administrative'),
    { ...count('inspections.softEnterprises', 'soft'), distinct: 'enterpriseId' },
    { ...count('inspections.livestockFarms', 'livestock'), distinct: 'enterpriseId' },
  ],
  title: ['placeName'],
  subtitle: ['programme', 'result'],
}
