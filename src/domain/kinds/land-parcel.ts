import { fieldMovers, fieldsIn } from './fields.ts'
import type { Kind, Measure, State } from './kind.ts'
import { choices, draft, inOrder, inState, label, notBefore, statusFields, voided, voiding } from './parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'listed', label: label('已下发', 'Listed'), counts: false },
  { name: 'verified', label: label('已核查', 'Verified'), counts: false },
  { name: 'done', label: label('已整改', 'Rectified'), counts: true },
  { name: 'lawful', label: label('核查合法', 'Found lawful'), counts: false },
  voided,
]

const main = fieldsIn('main')
const work = fieldsIn('work')

const done = (type: string): Measure => ({
  id: `landParcels.${type}`,
  when: { field: 'type', is: type },
  add: 1,
  at: 'doneOn',
  by: { village: 'villageId' },
})

/**
 * 图斑 land parcel flagged on imagery: a soil heap (堆土区) or one of the satellite checks (卫片执法). Counts when put
 * right. Figures: soil-heap-parcels-rectified, satellite-parcels-rectified.
 */
export const landParcel: Kind = {
  name: 'landParcel',
  version: 1,
  label: label('图斑', 'Land parcel'),
  glyph: '斑',
  group: 'case',
  family: 'land',
  mainDate: 'listedOn',
  numberLetters: '综斑',
  sections: [
    { name: 'main', label: label('图斑', 'Parcel') },
    { name: 'work', label: label('核查与整改', 'Check and rectification') },
  ],
  fields: [
    ...statusFields(states),
    main('choice', 'type', '类型', 'Type', {
      required: true,
      choices: choices({
        soilHeap: ['堆土区图斑', 'Soil heap'],
        satellite: ['卫片执法图斑', 'Satellite image'],
        other: ['其他', 'Other'],
      }),
    }),
    main('text', 'parcelNumber', '图斑编号', 'Parcel number', { required: true, max: 40 }),
    main('date', 'listedOn', '下发日期', 'Listed on', { required: true, default: 'today' }),
    main('village', 'villageId', '村', 'Village', { required: true }),
    main('text', 'placeName', '位置', 'Place', { required: true, max: 100 }),
    main('decimal', 'area', '面积（亩）', 'Area (mu)', { required: true, decimals: 2, max: 100_000 }),
    main('choice', 'landType', '地类', 'Land', {
      choices: choices({
        farmland: ['耕地', 'Farmland'],
        basicFarmland: ['永久基本农田', 'Permanent basic farmland'],
        forest: ['林地', 'Forest'],
        construction: ['建设用地', 'Construction land'],
        other: ['其他', 'Other'],
      }),
    }),
    main('location', 'location', '定位', 'Location'),
    main('date', 'deadline', '整改期限', 'Deadline', { future: true }),
    work('date', 'verifiedOn', '核查日期', 'Verified on', {
      requiredWhen: inState('verified', 'done', 'lawful'),
      askedFrom: 'verified',
      default: 'today',
    }),
    work('longText', 'finding', '核查情况', 'Finding', {
      requiredWhen: inState('verified', 'done', 'lawful'),
      askedFrom: 'verified',
      max: 1000,
    }),
    work('longText', 'measures', '整改措施', 'Measures', {
      requiredWhen: inState('done'),
      askedFrom: 'done',
      max: 1000,
    }),
    work('date', 'doneOn', '整改日期', 'Rectified on', {
      requiredWhen: inState('done'),
      askedFrom: 'done',
      default: 'today',
    }),
    work('photos', 'photosBefore', '整改前照片', 'Photos before', { askedFrom: 'verified', max: 20 }),
    work('photos', 'photosAfter', '整改后照片', 'Photos after', { askedFrom: 'done', max: 20 }),
  ],
  states,
  transitions: [
    { from: 'draft', to: 'listed', by: fieldMovers, label: label('提交', 'Submit') },
    {
      from: 'listed',
      to: 'verified',
      by: fieldMovers,
      requires: ['verifiedOn', 'finding'],
      label: label('核查', 'Verify'),
    },
    {
      from: 'verified',
      to: 'done',
      by: fieldMovers,
      requires: ['doneOn', 'measures'],
      label: label('已整改', 'Rectified'),
    },
    { from: 'verified', to: 'lawful', by: fieldMovers, label: label('核查合法', 'Found lawful') },
    ...voiding(states),
  ],
  rules: [...notBefore('deadline', 'listedOn'), ...inOrder('listedOn', 'verifiedOn', 'doneOn')],
  measures: [done('soilHeap'), done('satellite')],
  title: ['placeName'],
  subtitle: ['type', 'parcelNumber'],
}
