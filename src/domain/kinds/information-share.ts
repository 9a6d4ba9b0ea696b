import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { label, statusFields } from './parts.ts'

const main = fieldsIn('main')

/** 月度信息共享 monthly information share between township and court: what was handed over, for which month. */
export const informationShare: Kind = {
  name: 'informationShare',
  version: 1,
  label: label('信息共享', 'Information share'),
  glyph: '享',
  group: 'case',
  family: 'court',
  mainDate: 'sharedOn',
  numberLetters: '综享',
  sections: [{ name: 'main', label: label('共享', 'Share') }],
  fields: [
    ...statusFields(toldStates),
    main('text', 'month', '所属月份', 'Month', {
      required: true,
      pattern: '\\d{4}-(0[1-9]|1[0-2])',
      help: label('如 2025-03', 'Such as 2025-03'),
    }),
    main('date', 'sharedOn', '共享日期', 'Shared on', { required: true, default: 'today' }),
    main('text', 'from', '提供单位', 'From', { required: true, max: 100 }),
    main('text', 'to', '接收单位', 'To', { required: true, max: 200 }),
    main('integer', 'items', '条数', 'Items', { required: true, max: 10_000 }),
    main('longText', 'summary', '主要内容', 'Summary', { required: true, max: 2000 }),
    main('files', 'papers', '附件', 'Papers', { max: 10 }),
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [],
  measures: [
    { id: 'informationShares', add: 1, distinct: { month: 'sharedOn' } },
    { id: 'informationShares.items', add: { field: 'items' } },
  ],
  title: ['summary'],
  subtitle: ['month', 'to'],
}
