import { fieldsIn, officeMovers } from './fields.ts'
import type { Kind, State } from './kind.ts'
import { choices, draft, inState, label, notBefore, oneOf, statusFields, voided, voiding } from './parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'filed', label: label('应诉中', 'Pending'), counts: false },
  { name: 'judged', label: label('待履行', 'To be performed'), counts: true },
  { name: 'performed', label: label('已履行', 'Performed'), counts: true },
  { name: 'ended', label: label('无履行内容结案', 'Ended, nothing to perform'), counts: false },
  voided,
]

const main = fieldsIn('main')
const judgment = fieldsIn('judgment')
const judged = inState('judged', 'performed')

/**
 * 涉府案件 court case: one in which the township is a party, from the summons to the judgment and its performance
 * (行政诉讼法 art. 96). The rate is of those due in the year, performed by whenever. Figures: government-judgments-performed,
 * government-judgments-performance-rate.
 */
export const courtCase: Kind = {
  name: 'courtCase',
  version: 1,
  label: label('涉府案件', 'Court case'),
  glyph: '判',
  group: 'case',
  family: 'court',
  mainDate: 'acceptedOn',
  numberLetters: '综判',
  sections: [
    { name: 'main', label: label('案件', 'Case') },
    { name: 'judgment', label: label('裁判与履行', 'Judgment and performance') },
  ],
  fields: [
    ...statusFields(states),
    main('text', 'caseNumber', '案号', 'Case number', { required: true, max: 60 }),
    main('choice', 'caseType', '类型', 'Type', {
      required: true,
      choices: choices({
        administrative: ['行政诉讼', 'Administrative suit'],
        civil: ['民事诉讼', 'Civil suit'],
        enforcement: ['执行案件', 'Enforcement'],
      }),
    }),
    main('text', 'court', '审理法院', 'Court', { required: true, max: 60 }),
    main('text', 'otherParty', '对方当事人', 'Other party', { required: true, personal: true, max: 100 }),
    main('text', 'cause', '案由', 'Cause', { required: true, max: 100 }),
    main('date', 'acceptedOn', '立案日期', 'Accepted on', { required: true, default: 'today' }),
    main('village', 'villageId', '村', 'Village'),
    main('person', 'responsibleId', '承办人', 'Responsible', { default: 'me' }),
    main('boolean', 'headAppeared', '负责人出庭', 'Head appeared in court', {
      help: label('行政诉讼法第三条：行政机关负责人应当出庭应诉', '行政诉讼法 art. 3'),
    }),
    judgment('text', 'judgmentNumber', '裁判文书号', 'Judgment number', {
      requiredWhen: judged,
      askedFrom: 'judged',
      max: 60,
    }),
    judgment('date', 'judgedOn', '裁判生效日期', 'Effective on', { requiredWhen: judged, askedFrom: 'judged' }),
    judgment('choice', 'outcome', '裁判结果', 'Outcome', {
      requiredWhen: inState('judged', 'performed', 'ended'),
      askedFrom: 'judged',
      choices: choices({
        won: ['胜诉', 'Won'],
        lost: ['败诉', 'Lost'],
        partly: ['部分支持', 'Partly'],
        settled: ['调解结案', 'Settled'],
        withdrawn: ['撤诉', 'Withdrawn'],
      }),
    }),
    judgment('longText', 'duty', '履行内容', 'What is to be performed', {
      requiredWhen: judged,
      askedFrom: 'judged',
      max: 1000,
    }),
    judgment('date', 'dueOn', '履行期限', 'Due on', { requiredWhen: judged, askedFrom: 'judged', future: true }),
    judgment('date', 'performedOn', '履行日期', 'Performed on', {
      requiredWhen: inState('performed'),
      visibleWhen: judged,
      askedFrom: 'performed',
      default: 'today',
    }),
    judgment('text', 'performance', '履行情况', 'How it was performed', { askedFrom: 'performed', max: 300 }),
    judgment('files', 'papers', '文书', 'Papers', { max: 20 }),
  ],
  states,
  transitions: [
    { from: 'draft', to: 'filed', by: officeMovers, label: label('提交', 'Submit') },
    {
      from: 'filed',
      to: 'judged',
      by: officeMovers,
      requires: ['judgmentNumber', 'judgedOn', 'outcome', 'duty', 'dueOn'],
      label: label('裁判生效', 'Judgment effective'),
    },
    {
      from: 'judged',
      to: 'performed',
      by: officeMovers,
      requires: ['performedOn'],
      label: label('已履行', 'Performed'),
    },
    { from: 'filed', to: 'ended', by: officeMovers, requires: ['outcome'], label: label('结案', 'End') },
    ...voiding(states),
  ],
  rules: [
    // What is to be enforced was judged before the court accepted the enforcement.
    { rule: 'dateOrder', first: 'acceptedOn', then: 'judgedOn', when: { not: oneOf('caseType', 'enforcement') } },
    ...notBefore('dueOn', 'judgedOn'),
    ...notBefore('performedOn', 'judgedOn'),
  ],
  measures: [
    { id: 'courtCases.performed', when: inState('performed'), add: 1, at: 'performedOn', by: { village: 'villageId' } },
    {
      id: 'courtCases.duePerformed',
      when: { field: 'performedOn', present: true },
      add: 1,
      at: 'dueOn',
      by: { village: 'villageId' },
    },
    { id: 'courtCases.due', add: 1, at: 'dueOn', by: { village: 'villageId' } },
  ],
  title: ['cause'],
  subtitle: ['caseNumber', 'outcome'],
}
