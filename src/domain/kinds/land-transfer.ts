import { fieldMovers, fieldsIn, toldStates, toldSteps } from './fields.ts'
import type { Kind, Measure } from './kind.ts'
import { choices, label, notBefore, statusFields } from './parts.ts'

const main = fieldsIn('main')
const contract = fieldsIn('contract')

const area = (crop: string): Measure => ({
  id: `landTransfers.area.${crop}`,
  when: { field: 'crop', is: crop },
  add: { field: 'area' },
  by: { village: 'villageId' },
})

/** 土地流转 land transfer by contract, its area in 亩 with two decimals. Figures: land-transfer-kiwi, -herbs, -petitions. */
export const landTransfer: Kind = {
  name: 'landTransfer',
  version: 1,
  label: label('土地流转', 'Land transfer'),
  glyph: '流',
  group: 'case',
  family: 'land',
  mainDate: 'signedOn',
  numberLetters: '综流',
  sections: [
    { name: 'main', label: label('流转', 'Transfer') },
    { name: 'contract', label: label('合同', 'Contract') },
  ],
  fields: [
    ...statusFields(toldStates),
    main('village', 'villageId', '村', 'Village', { required: true }),
    main('text', 'placeName', '地块', 'Plot', { required: true, max: 100 }),
    main('choice', 'crop', '用途', 'Crop', {
      required: true,
      choices: choices({
        kiwi: ['猕猴桃', 'Kiwi'],
        herbs: ['中药材', 'Herbs'],
        mushroom: ['香菇', 'Mushrooms'],
        grain: ['粮食', 'Grain'],
        other: ['其他', 'Other'],
      }),
    }),
    main('decimal', 'area', '面积（亩）', 'Area (mu)', { required: true, decimals: 2, min: 0.01, max: 100_000 }),
    main('integer', 'households', '涉及户数', 'Households', { max: 10_000 }),
    main('integer', 'petitions', '信访纠纷件数', 'Petitions', {
      required: true,
      default: 0,
      max: 1000,
      help: label('因这次流转而起的信访', 'Petitions that this transfer gave rise to'),
    }),
    contract('date', 'signedOn', '签订日期', 'Signed on', { required: true, default: 'today' }),
    contract('text', 'contractNumber', '合同编号', 'Contract number', { required: true, max: 60 }),
    contract('text', 'lessee', '受让方', 'Lessee', { required: true, max: 100 }),
    contract('enterprise', 'enterpriseId', '受让企业', 'Enterprise'),
    contract('money', 'price', '每亩年租金（元）', 'Yearly rent per mu (yuan)'),
    contract('date', 'from', '起始日期', 'From', { future: true }),
    contract('date', 'until', '终止日期', 'Until', { future: true }),
    contract('record', 'legalReviewId', '合同审核', 'Contract review', { of: 'legalReview' }),
    contract('files', 'papers', '合同', 'Papers', { max: 20 }),
  ],
  states: toldStates,
  transitions: toldSteps(fieldMovers),
  rules: notBefore('until', 'from', 'signedOn'),
  measures: [
    area('kiwi'),
    area('herbs'),
    { id: 'landTransfers.petitions', add: { field: 'petitions' }, by: { village: 'villageId' } },
  ],
  title: ['placeName'],
  subtitle: ['crop', 'lessee'],
}
