import type { Condition, Kind, Measure, State, Transition } from './kind.ts'
import { choices, draft, inState, label, oneOf, statusFields, voided, voiding } from './parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'accepted', label: label('已受理', 'Accepted'), counts: false },
  { name: 'concluded', label: label('已办结', 'Concluded'), counts: true },
  { name: 'performed', label: label('已履行', 'Performed'), counts: true },
  voided,
]

const movers: Transition['by'] = ['author', 'handler', 'supervisor']
const concluded = inState('concluded', 'performed')
const agreed: Condition = { field: 'outcome', is: 'agreed' }
const oral: Condition = { field: 'oral', is: true }

const count = (id: string, track: string, ...outcomes: readonly string[]): Measure => ({
  id,
  when: { all: [{ field: 'track', is: track }, oneOf('outcome', ...outcomes)] },
  add: 1,
  at: 'concludedOn',
  by: { village: 'villageId', people: ['mediators', 'judgeId'] },
})

/**
 * 调解 mediation (人民调解法 art. 28, 29, 33). Parties and summary are seen only by those who handle the case and
 * their supervisor. Transferred ones are in neither side of a rate. Figures: disputes-mediated, mediation-success-rate,
 * administrative-disputes-resolved, administrative-dispute-resolution-rate, latent-disputes-dissolved.
 */
export const mediation: Kind = {
  name: 'mediation',
  version: 1,
  label: label('调解', 'Mediation'),
  glyph: '调',
  group: 'case',
  mainDate: 'acceptedOn',
  numberLetters: '综调',
  sections: [
    { name: 'dispute', label: label('纠纷', 'Dispute') },
    { name: 'people', label: label('人员', 'People') },
    { name: 'outcome', label: label('结果', 'Outcome') },
  ],
  fields: [
    ...statusFields(states),
    { name: 'acceptedOn', type: 'date', label: label('受理日期', 'Accepted on'), required: true, default: 'today', section: 'dispute' },
    { name: 'villageId', type: 'village', label: label('村', 'Village'), required: true, section: 'dispute' },
    {
      name: 'disputeType', type: 'choice', label: label('纠纷类型', 'Dispute type'), required: true, section: 'dispute',
      choices: choices({
        neighbour: ['邻里', 'Neighbours'],
        labour: ['劳务', 'Labour'],
        land: ['土地', 'Land'],
        contract: ['合同', 'Contract'],
        family: ['家庭', 'Family'],
        project: ['项目', 'Project'],
        other: ['其他', 'Other'],
      }),
    },
    {
      name: 'track', type: 'choice', label: label('类别', 'Track'), required: true, default: 'people', section: 'dispute',
      choices: choices({
        people: ['民间纠纷', 'Civil dispute'],
        administrative: ['行政争议', 'Administrative dispute'],
        latent: ['潜在争议', 'Latent dispute'],
      }),
    },
    { name: 'source', type: 'text', label: label('来源', 'Source'), max: 100, section: 'dispute' },
    { name: 'summary', type: 'longText', label: label('纠纷简要情况', 'Summary'), required: true, personal: true, max: 4000, section: 'dispute' },
    { name: 'parties', type: 'parties', label: label('当事人', 'Parties'), required: true, personal: true, min: 1, max: 30, section: 'people' },
    {
      name: 'mediators', type: 'people', label: label('调解员', 'Mediators'), required: true, of: 'mediator', min: 1, max: 10, default: 'me', section: 'people',
    },
    { name: 'judgeId', type: 'person', label: label('指导法官', 'Guiding judge'), of: 'judge', section: 'people' },
    {
      name: 'concludedOn', type: 'date', label: label('办结日期', 'Concluded on'), requiredWhen: concluded, askedFrom: 'concluded', default: 'today', section: 'outcome',
    },
    {
      name: 'outcome', type: 'choice', label: label('调解结果', 'Outcome'), requiredWhen: concluded, askedFrom: 'concluded', section: 'outcome',
      choices: choices({
        agreed: ['达成协议', 'Agreed'],
        withdrawn: ['撤回', 'Withdrawn'],
        failed: ['未达成', 'Failed'],
        transferred: ['移送', 'Transferred'],
      }),
    },
    { name: 'oral', type: 'boolean', label: label('口头协议', 'Oral agreement'), visibleWhen: agreed, askedFrom: 'concluded', section: 'outcome' },
    {
      name: 'agreement', type: 'longText', label: label('协议内容', 'Agreement'), personal: true, visibleWhen: agreed,
      requiredWhen: { all: [agreed, { not: oral }] }, askedFrom: 'concluded', max: 4000, section: 'outcome',
    },
    {
      name: 'oralNote', type: 'longText', label: label('口头协议记录', 'Note of the oral agreement'), personal: true,
      visibleWhen: { all: [agreed, oral] }, requiredWhen: { all: [agreed, oral, { field: 'agreement', present: false }] },
      askedFrom: 'concluded', max: 2000, section: 'outcome',
    },
    {
      name: 'confirmedOn', type: 'date', label: label('司法确认日期', 'Judicially confirmed on'), visibleWhen: agreed, askedFrom: 'concluded', section: 'outcome',
      help: label('协议生效 30 日内可申请', 'Within 30 days of the agreement (人民调解法 art. 33)'),
    },
    {
      name: 'performedOn', type: 'date', label: label('履行日期', 'Performed on'), requiredWhen: inState('performed'), askedFrom: 'performed', default: 'today', section: 'outcome',
    },
  ],
  states,
  transitions: [
    { from: 'draft', to: 'accepted', by: movers, label: label('提交', 'Submit') },
    { from: 'accepted', to: 'concluded', by: movers, requires: ['concludedOn', 'outcome'], label: label('办结', 'Conclude') },
    { from: 'concluded', to: 'performed', by: movers, requires: ['performedOn'], label: label('已履行', 'Performed') },
    ...voiding(states),
  ],
  rules: [
    { rule: 'dateOrder', first: 'acceptedOn', then: 'concludedOn' },
    { rule: 'dateOrder', first: 'concludedOn', then: 'confirmedOn' },
    { rule: 'dateOrder', first: 'concludedOn', then: 'performedOn' },
    { rule: 'checkDigit', field: 'parties', key: 'idNumber', as: 'idNumber' },
  ],
  measures: [
    count('mediations.people.agreed', 'people', 'agreed'),
    count('mediations.people.concluded', 'people', 'agreed', 'withdrawn', 'failed'),
    count('mediations.administrative.resolved', 'administrative', 'agreed', 'withdrawn'),
    count('mediations.administrative.concluded', 'administrative', 'agreed', 'withdrawn', 'failed'),
    count('mediations.latent.agreed', 'latent', 'agreed'),
  ],
  title: ['summary', 'disputeType'],
  subtitle: ['disputeType', 'outcome'],
  handledBy: ['mediators', 'judgeId'],
  listed: ['status', 'acceptedOn', 'concludedOn', 'villageId', 'disputeType', 'track', 'outcome'],
}
