import { fieldMovers } from './fields.ts'
import type { Kind, State, Transition } from './kind.ts'
import { draft, inState, label, notBefore, statusFields, voided, voiding } from './parts.ts'
import { penaltyFields } from './penalty-fields.ts'
import { proof, proofSection } from './work-fields.ts'

const states: readonly State[] = [
  draft,
  { name: 'filed', label: label('已立案', 'Filed'), counts: false },
  { name: 'investigated', label: label('调查终结', 'Investigated'), counts: false },
  { name: 'reviewed', label: label('已审核', 'Reviewed'), counts: false },
  { name: 'decided', label: label('已决定', 'Decided'), counts: true },
  { name: 'served', label: label('已送达', 'Served'), counts: true },
  { name: 'performed', label: label('已履行', 'Performed'), counts: true },
  { name: 'closed', label: label('已结案', 'Closed'), counts: true },
  { name: 'dropped', label: label('已撤销', 'Dropped'), counts: false },
  voided,
]

/** Sent back, a case is investigated on after its review: the old review's date stands until the next one. */
const fromReview = inState('reviewed', 'decided', 'served', 'performed', 'closed')

const step = (from: string, to: string, zh: string, en: string, requires: readonly string[] = []): Transition => ({
  from,
  to,
  by: fieldMovers,
  requires,
  label: label(zh, en),
})
const drop = (from: string): Transition => step(from, 'dropped', '撤销立案', 'Drop', ['droppedOn', 'dropReason'])

/**
 * 行政处罚 penalty case (行政处罚法 2021): two certified officers (art. 42), legal review where required (art. 58),
 * decided within 90 days of filing (art. 60), published within 7 working days (国办发〔2018〕118号); the last two only
 * warn. Counts once it is decided, at that day, and takes no target. Figure: penalty-cases.
 */
export const penalty: Kind = {
  name: 'penalty',
  version: 1,
  label: label('行政处罚', 'Penalty case'),
  glyph: '罚',
  group: 'case',
  family: 'enforcement',
  mainDate: 'filedOn',
  numberLetters: '综罚',
  sections: [
    { name: 'filing', label: label('立案', 'Filing') },
    { name: 'investigation', label: label('调查', 'Investigation') },
    { name: 'review', label: label('审核和告知', 'Review and notice') },
    { name: 'decision', label: label('决定和公示', 'Decision') },
    { name: 'execution', label: label('送达和履行', 'Service and performance') },
    proofSection,
  ],
  fields: [...statusFields(states), ...penaltyFields, ...proof],
  states,
  transitions: [
    step('draft', 'filed', '立案', 'File'),
    step('filed', 'investigated', '调查终结', 'Investigated', ['investigatedOn', 'facts']),
    step('investigated', 'reviewed', '法制审核', 'Review', ['reviewedOn', 'reviewOpinion']),
    // Where no review is required; where it is, `reviewedOn` is asked for.
    step('investigated', 'decided', '作出决定', 'Decide', ['decidedOn', 'decisionNumber']),
    step('reviewed', 'decided', '作出决定', 'Decide', ['decidedOn', 'decisionNumber']),
    step('reviewed', 'investigated', '退回补充调查', 'Send back'),
    step('decided', 'served', '送达', 'Serve', ['servedOn']),
    step('served', 'performed', '已履行', 'Performed', ['performedOn']),
    step('performed', 'closed', '结案', 'Close', ['closedOn']),
    drop('filed'),
    drop('investigated'),
    drop('reviewed'),
    ...voiding(states),
  ],
  rules: [
    {
      rule: 'certified',
      field: 'officers',
      on: 'filedOn',
      when: { not: inState('draft', 'void') },
    },
    ...notBefore('investigatedOn', 'filedOn'),
    { rule: 'dateOrder', first: 'investigatedOn', then: 'reviewedOn', when: fromReview },
    { rule: 'dateOrder', first: 'investigatedOn', then: 'noticeOn', when: fromReview },
    ...notBefore('reviewedOn', 'filedOn'),
    ...notBefore('noticeOn', 'filedOn'),
    ...notBefore('hearingOn', 'noticeOn', 'filedOn'),
    // What was heard is what is decided on (art. 65).
    ...notBefore('decidedOn', 'hearingOn', 'noticeOn', 'reviewedOn', 'investigatedOn', 'filedOn'),
    ...notBefore('publishedOn', 'decidedOn', 'filedOn'),
    ...notBefore('servedOn', 'decidedOn', 'filedOn'),
    ...notBefore('performedOn', 'servedOn', 'decidedOn', 'filedOn'),
    ...notBefore('closedOn', 'performedOn', 'servedOn', 'decidedOn', 'filedOn'),
    ...notBefore('droppedOn', 'filedOn'),
    {
      rule: 'within',
      first: 'filedOn',
      then: 'decidedOn',
      days: 90,
      unless: { field: 'extension', present: true },
    },
    { rule: 'within', first: 'decidedOn', then: 'publishedOn', days: 7, workdays: true },
    { rule: 'checkDigit', field: 'parties', key: 'idNumber', as: 'idNumber' },
  ],
  measures: [
    {
      id: 'penalties',
      when: { field: 'decidedOn', present: true },
      add: 1,
      at: 'decidedOn',
      by: { village: 'villageId', people: ['officers'] },
    },
  ],
  title: ['cause'],
  subtitle: ['matter', 'decisionNumber'],
}
