import { fieldsIn } from './fields.ts'
import type { Condition, Field } from './kind.ts'
import { choices, inState, oneOf } from './parts.ts'
import { matters, must, today } from './work-fields.ts'

const filing = fieldsIn('filing')
const investigation = fieldsIn('investigation')
const review = fieldsIn('review')
const decision = fieldsIn('decision')
const execution = fieldsIn('execution')

const fromInvestigated = inState('investigated', 'reviewed', 'decided', 'served', 'performed', 'closed')
const fromDecided = inState('decided', 'served', 'performed', 'closed')
const fromServed = inState('served', 'performed', 'closed')
const fromPerformed = inState('performed', 'closed')
const reviewed: Condition = { field: 'reviewRequired', is: true }
const fined = oneOf('penalties', 'fine')
const dropped = inState('dropped')

/** The whole file of a penalty case, in the order of its papers. */
export const penaltyFields: readonly Field[] = [
  filing('date', 'filedOn', '立案日期', 'Filed on', today),
  filing('choice', 'source', '案件来源', 'Source', {
    ...must,
    choices: choices({
      inspection: ['检查发现', 'Inspection'],
      complaint: ['投诉举报', 'Complaint'],
      referral: ['部门移送', 'Referral'],
      superior: ['上级交办', 'From above'],
      other: ['其他', 'Other'],
    }),
  }),
  filing('record', 'inspectionId', '来自检查', 'From inspection', { of: 'inspection' }),
  filing('village', 'villageId', '村', 'Village', must),
  filing('choice', 'partyType', '当事人类型', 'Type of party', {
    ...must,
    choices: choices({ organisation: ['单位', 'Organisation'], person: ['个人', 'Person'] }),
  }),
  filing('enterprise', 'enterpriseId', '企业或养殖户', 'Enterprise or household'),
  filing('parties', 'parties', '当事人', 'Parties', { ...must, personal: true, min: 1, max: 10 }),
  filing('choice', 'matter', '领域', 'Field of work', { ...must, choices: matters }),
  filing('record', 'powerItemId', '处罚事项', 'Power item', { of: 'powerItem' }),
  filing('text', 'cause', '案由', 'Cause', { ...must, max: 100 }),
  filing('people', 'officers', '办案人员', 'Officers', { ...must, of: 'enforcement', min: 2, max: 10 }),

  investigation('longText', 'facts', '违法事实', 'Facts', {
    requiredWhen: fromInvestigated,
    askedFrom: 'investigated',
    max: 5000,
  }),
  investigation('longText', 'evidence', '证据', 'Evidence', { askedFrom: 'investigated', max: 3000 }),
  investigation('lawClauses', 'violated', '违反条款', 'Clauses violated', {
    requiredWhen: fromInvestigated,
    askedFrom: 'investigated',
    max: 10,
  }),
  investigation('date', 'investigatedOn', '调查终结日期', 'Investigated on', {
    default: 'today',
    requiredWhen: fromInvestigated,
    askedFrom: 'investigated',
  }),

  review('boolean', 'reviewRequired', '需法制审核', 'Legal review required', {
    help: {
      zh: '重大公共利益、听证、多个法律关系等情形（行政处罚法第五十八条）',
      en: 'Public interest, hearing, several legal relations (行政处罚法 art. 58)',
    },
  }),
  review('date', 'reviewedOn', '法制审核日期', 'Reviewed on', {
    default: 'today',
    visibleWhen: reviewed,
    requiredWhen: { all: [reviewed, inState('reviewed', 'decided', 'served', 'performed', 'closed')] },
    askedFrom: 'reviewed',
  }),
  review('person', 'reviewerId', '审核人', 'Reviewer', { visibleWhen: reviewed, askedFrom: 'reviewed' }),
  review('longText', 'reviewOpinion', '审核意见', 'Opinion', {
    visibleWhen: reviewed,
    requiredWhen: { all: [reviewed, inState('reviewed', 'decided', 'served', 'performed', 'closed')] },
    askedFrom: 'reviewed',
    max: 2000,
  }),
  review('date', 'noticeOn', '处罚告知日期', 'Told beforehand on', { askedFrom: 'decided' }),
  review('boolean', 'hearing', '当事人要求听证', 'Hearing asked for', { askedFrom: 'decided' }),
  review('date', 'hearingOn', '听证日期', 'Hearing on', {
    visibleWhen: { field: 'hearing', is: true },
    requiredWhen: { all: [{ field: 'hearing', is: true }, fromDecided] },
    askedFrom: 'decided',
  }),

  decision('date', 'decidedOn', '决定日期', 'Decided on', {
    default: 'today',
    requiredWhen: fromDecided,
    askedFrom: 'decided',
  }),
  decision('text', 'decisionNumber', '决定书文号', 'Number of the decision', {
    requiredWhen: fromDecided,
    askedFrom: 'decided',
    max: 60,
  }),
  decision('choices', 'penalties', '处罚种类', 'Penalties', {
    requiredWhen: fromDecided,
    askedFrom: 'decided',
    min: 1,
    choices: choices({
      warning: ['警告', 'Warning'],
      criticism: ['通报批评', 'Public criticism'],
      fine: ['罚款', 'Fine'],
      confiscation: ['没收', 'Confiscation'],
      suspension: ['责令停产停业', 'Suspension'],
      removal: ['限期拆除', 'Removal'],
      other: ['其他', 'Other'],
    }),
  }),
  decision('money', 'fine', '罚款（元）', 'Fine (yuan)', {
    visibleWhen: fined,
    requiredWhen: { all: [fined, fromDecided] },
    askedFrom: 'decided',
    min: 0.01,
  }),
  decision('choice', 'discretion', '裁量', 'Discretion', {
    askedFrom: 'decided',
    choices: choices({
      mitigated: ['减轻', 'Mitigated'],
      light: ['从轻', 'Light'],
      ordinary: ['一般', 'Ordinary'],
      heavy: ['从重', 'Heavy'],
    }),
  }),
  decision('text', 'extension', '延期批准', 'Extension granted', {
    askedFrom: 'decided',
    max: 200,
    help: { zh: '立案 90 日内决定；延期写明批准人和文号', en: 'Decided within 90 days of filing; who granted more' },
  }),
  decision('date', 'publishedOn', '公示日期', 'Published on', {
    askedFrom: 'decided',
    help: { zh: '决定后 7 个工作日内', en: 'Within 7 working days of the decision' },
  }),

  execution('date', 'servedOn', '送达日期', 'Served on', {
    default: 'today',
    requiredWhen: fromServed,
    askedFrom: 'served',
  }),
  execution('choice', 'service', '送达方式', 'Service', {
    requiredWhen: fromServed,
    askedFrom: 'served',
    choices: choices({
      direct: ['直接', 'Direct'],
      left: ['留置', 'Left there'],
      mail: ['邮寄', 'By mail'],
      electronic: ['电子', 'Electronic'],
      public: ['公告', 'Public notice'],
    }),
  }),
  execution('date', 'performedOn', '履行日期', 'Performed on', {
    default: 'today',
    requiredWhen: fromPerformed,
    askedFrom: 'performed',
  }),
  execution('choice', 'performance', '履行方式', 'Performance', {
    requiredWhen: fromPerformed,
    askedFrom: 'performed',
    choices: choices({
      own: ['自动履行', 'By themselves'],
      instalments: ['分期履行', 'In instalments'],
      enforced: ['强制执行', 'Enforced'],
    }),
  }),
  execution('date', 'closedOn', '结案日期', 'Closed on', {
    default: 'today',
    requiredWhen: inState('closed'),
    askedFrom: 'closed',
  }),
  execution('date', 'droppedOn', '撤销日期', 'Dropped on', {
    default: 'today',
    visibleWhen: dropped,
    requiredWhen: dropped,
    askedFrom: 'dropped',
  }),
  execution('choice', 'dropReason', '撤销原因', 'Why dropped', {
    visibleWhen: dropped,
    requiredWhen: dropped,
    askedFrom: 'dropped',
    choices: choices({
      noViolation: ['违法事实不成立', 'No violation'],
      exempt: ['首违不罚或轻微免罚', 'Exempt'],
      transferred: ['移送', 'Transferred'],
      other: ['其他', 'Other'],
    }),
  }),
]
