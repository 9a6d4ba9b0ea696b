import { fieldMovers, fieldsIn } from './fields.ts'
import type { Kind, State } from './kind.ts'
import { choices, draft, inState, label, statusFields, voided, voiding } from './parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'approved', label: label('已审批', 'Approved'), counts: false },
  { name: 'paid', label: label('已发放', 'Paid'), counts: true },
  voided,
]

const main = fieldsIn('main')
const payment = fieldsIn('payment')

/** 救助资金 relief payment, kept in yuan, counted on the day it is paid. Figure: relief-funds, shown in 万元. */
export const relief: Kind = {
  name: 'relief',
  version: 1,
  label: label('救助发放', 'Relief payment'),
  glyph: '助',
  group: 'case',
  family: 'people',
  mainDate: 'approvedOn',
  numberLetters: '综助',
  sections: [
    { name: 'main', label: label('救助', 'Relief') },
    { name: 'payment', label: label('发放', 'Payment') },
  ],
  fields: [
    ...statusFields(states),
    main('choice', 'type', '救助类别', 'Type', {
      required: true,
      choices: choices({
        temporary: ['临时救助', 'Temporary'],
        disaster: ['受灾救助', 'Disaster'],
        medical: ['医疗救助', 'Medical'],
        education: ['教育救助', 'Education'],
        disabled: ['残疾人救助', 'Disabled'],
        other: ['其他', 'Other'],
      }),
    }),
    main('village', 'villageId', '村', 'Village', { required: true }),
    main('text', 'recipient', '受助人', 'Recipient', {
      required: true,
      personal: true,
      max: 60,
      help: label('多户写“某某等几户”', 'Several households: the first, and how many'),
    }),
    main('text', 'idNumber', '身份证号', 'ID number', { personal: true, max: 18 }),
    main('integer', 'households', '户数', 'Households', { required: true, default: 1, min: 1, max: 10_000 }),
    main('longText', 'reason', '救助事由', 'Reason', { required: true, personal: true, max: 1000 }),
    main('date', 'approvedOn', '审批日期', 'Approved on', { required: true, default: 'today' }),
    main('text', 'approvalNumber', '审批号', 'Approval number', { max: 60 }),
    main('date', 'publicisedOn', '公示日期', 'Publicised on'),
    payment('money', 'amount', '金额（元）', 'Amount (yuan)', { required: true, min: 0.01 }),
    payment('date', 'paidOn', '发放日期', 'Paid on', {
      requiredWhen: inState('paid'),
      askedFrom: 'paid',
      default: 'today',
    }),
    payment('choice', 'method', '发放方式', 'Method', {
      askedFrom: 'paid',
      choices: choices({ card: ['一卡通', 'Card'], transfer: ['银行转账', 'Transfer'], goods: ['实物', 'In kind'] }),
    }),
    payment('files', 'papers', '凭证', 'Papers', { max: 10 }),
  ],
  states,
  transitions: [
    { from: 'draft', to: 'approved', by: fieldMovers, label: label('提交', 'Submit') },
    { from: 'approved', to: 'paid', by: fieldMovers, requires: ['paidOn'], label: label('已发放', 'Paid') },
    ...voiding(states),
  ],
  rules: [
    { rule: 'dateOrder', first: 'approvedOn', then: 'paidOn' },
    { rule: 'checkDigit', field: 'idNumber', as: 'idNumber' },
  ],
  measures: [{ id: 'reliefs.amount', add: { field: 'amount' }, at: 'paidOn', by: { village: 'villageId' } }],
  title: ['type'],
  subtitle: ['recipient'],
}
