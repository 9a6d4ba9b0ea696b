import { fieldsIn, officeMovers } from './fields.ts'
import type { Kind, State } from './kind.ts'
import { choices, draft, inState, label, statusFields, voided, voiding } from './parts.ts'
import { byVillage, must, proof, proofSection, today } from './work-fields.ts'

const states: readonly State[] = [
  draft,
  { name: 'received', label: label('已受理', 'Received'), counts: false },
  { name: 'upheld', label: label('属实', 'Upheld'), counts: true },
  { name: 'dismissed', label: label('不属实', 'Dismissed'), counts: false },
  voided,
]

const main = fieldsIn('main')
const finding = fieldsIn('finding')
const judged = inState('upheld', 'dismissed')

/**
 * 执法投诉 complaint about rough or excessive enforcement. Only what was upheld counts, at the day it was.
 * Figure: rough-enforcement-complaints.
 */
export const complaint: Kind = {
  name: 'complaint',
  version: 1,
  label: label('执法投诉', 'Complaint'),
  glyph: '诉',
  group: 'case',
  family: 'enforcement',
  mainDate: 'receivedOn',
  numberLetters: '综诉',
  sections: [
    { name: 'main', label: label('投诉', 'Complaint') },
    { name: 'finding', label: label('核查', 'Finding') },
    proofSection,
  ],
  fields: [
    ...statusFields(states),
    main('date', 'receivedOn', '收到日期', 'Received on', today),
    main('choice', 'channel', '渠道', 'Channel', {
      ...must,
      choices: choices({
        hotline: ['12345 热线', '12345 hotline'],
        visit: ['来访', 'Visit'],
        letter: ['来信', 'Letter'],
        online: ['网络', 'Online'],
        monitor: ['执法监督员', 'Enforcement monitor'],
        other: ['其他', 'Other'],
      }),
    }),
    main('choice', 'about', '反映问题', 'About', {
      ...must,
      choices: choices({
        rough: ['粗暴执法', 'Rough enforcement'],
        excessive: ['过度执法', 'Excessive enforcement'],
        procedure: ['程序不当', 'Procedure'],
        other: ['其他', 'Other'],
      }),
    }),
    main('village', 'villageId', '村', 'Village'),
    main('enterprise', 'enterpriseId', '企业', 'Enterprise'),
    main('record', 'inspectionId', '所涉检查', 'Inspection', { of: 'inspection' }),
    main('text', 'complainant', '投诉人', 'Complainant', { personal: true, max: 60 }),
    main('text', 'phone', '联系电话', 'Phone', { personal: true, max: 30 }),
    main('longText', 'summary', '反映内容', 'What is said', { ...must, max: 2000 }),
    finding('longText', 'finding', '核查情况', 'Finding', { requiredWhen: judged, askedFrom: 'upheld', max: 2000 }),
    finding('date', 'upheldOn', '认定属实日期', 'Upheld on', {
      default: 'today',
      visibleWhen: inState('upheld'),
      requiredWhen: inState('upheld'),
      askedFrom: 'upheld',
    }),
    finding('longText', 'correction', '处理和改正', 'Correction', {
      visibleWhen: inState('upheld'),
      requiredWhen: inState('upheld'),
      askedFrom: 'upheld',
      max: 1000,
    }),
    finding('date', 'dismissedOn', '认定不属实日期', 'Dismissed on', {
      default: 'today',
      visibleWhen: inState('dismissed'),
      requiredWhen: inState('dismissed'),
      askedFrom: 'dismissed',
    }),
    finding('date', 'answeredOn', '答复日期', 'Answered on', { askedFrom: 'upheld' }),
    ...proof,
  ],
  states,
  transitions: [
    { from: 'draft', to: 'received', by: officeMovers, label: label('受理', 'Receive') },
    {
      from: 'received',
      to: 'upheld',
      by: ['supervisor'],
      requires: ['upheldOn', 'finding'],
      label: label('认定属实', 'Uphold'),
    },
    {
      from: 'received',
      to: 'dismissed',
      by: ['supervisor'],
      requires: ['dismissedOn', 'finding'],
      label: label('认定不属实', 'Dismiss'),
    },
    ...voiding(states),
  ],
  rules: [
    { rule: 'dateOrder', first: 'receivedOn', then: 'upheldOn' },
    { rule: 'dateOrder', first: 'receivedOn', then: 'dismissedOn' },
    { rule: 'dateOrder', first: 'receivedOn', then: 'answeredOn' },
  ],
  measures: [
    { id: 'complaints.upheld', when: { field: 'status', is: 'upheld' }, add: 1, at: 'upheldOn', by: byVillage },
  ],
  title: ['summary'],
  subtitle: ['about', 'channel'],
}
