import { fieldMovers, fieldsIn, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'

const main = fieldsIn('main')

/** 村集体经济增收 collective income of a village. Figure: villages-collective-income, each village once. */
export const collectiveIncome: Kind = {
  name: 'collectiveIncome',
  version: 1,
  label: label('集体经济增收', 'Collective income'),
  glyph: '益',
  group: 'case',
  family: 'people',
  mainDate: 'receivedOn',
  numberLetters: '综益',
  sections: [{ name: 'main', label: label('增收', 'Income') }],
  fields: [
    ...statusFields(toldStates),
    main('date', 'receivedOn', '到账日期', 'Received on', { required: true, default: 'today' }),
    main('village', 'villageId', '村', 'Village', { required: true }),
    main('choice', 'source', '来源', 'Source', {
      required: true,
      choices: choices({
        dividend: ['产业园分红', 'Dividend of the park'],
        rent: ['资产租金', 'Rent'],
        service: ['服务收入', 'Services'],
        other: ['其他', 'Other'],
      }),
    }),
    main('text', 'payer', '付款单位', 'Payer', { required: true, max: 100 }),
    main('money', 'amount', '金额（元）', 'Amount (yuan)', { required: true, min: 0.01 }),
    main('text', 'basis', '依据', 'Basis', { max: 200 }),
    main('date', 'publicisedOn', '公示日期', 'Publicised on'),
    main('files', 'papers', '凭证', 'Papers', { max: 10 }),
  ],
  states: toldStates,
  transitions: toldSteps(fieldMovers),
  rules: [{ rule: 'dateOrder', first: 'receivedOn', then: 'publicisedOn' }],
  measures: [{ id: 'collectiveIncomes.villages', add: 1, distinct: 'villageId', by: { village: 'villageId' } }],
  title: ['payer'],
  subtitle: ['source'],
}
