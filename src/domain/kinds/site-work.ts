import { fieldMovers, fieldsIn } from './fields.ts'
import type { Kind, Measure, State } from './kind.ts'
import { choices, draft, inOrder, inState, label, statusFields, voided, voiding } from './parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'found', label: label('已登记', 'Listed'), counts: false },
  { name: 'noticed', label: label('已告知公示', 'Noticed'), counts: false },
  { name: 'done', label: label('已完成', 'Done'), counts: true },
  voided,
]

const main = fieldsIn('main')
const work = fieldsIn('work')
const fromNotice = inState('noticed', 'done')

const done = (type: string): Measure => ({
  id: `siteWorks.${type}`,
  when: { field: 'type', is: type },
  add: 1,
  at: 'doneOn',
  by: { village: 'villageId' },
})

/**
 * 人居环境整治 site work: a ruin pulled down or an outlet put right, after notice and publication. Counts when done.
 * Figures: ruins-demolished, outlets-rectified.
 */
export const siteWork: Kind = {
  name: 'siteWork',
  version: 1,
  label: label('环境整治', 'Site work'),
  glyph: '治',
  group: 'case',
  family: 'land',
  mainDate: 'foundOn',
  numberLetters: '综治',
  sections: [
    { name: 'main', label: label('点位', 'Site') },
    { name: 'work', label: label('整治', 'Work') },
  ],
  fields: [
    ...statusFields(states),
    main('choice', 'type', '类型', 'Type', {
      required: true,
      choices: choices({ ruin: ['残垣断壁', 'Ruin'], outlet: ['排污口', 'Outlet'], other: ['其他', 'Other'] }),
    }),
    main('date', 'foundOn', '登记日期', 'Listed on', { required: true, default: 'today' }),
    main('village', 'villageId', '村', 'Village', { required: true }),
    main('text', 'placeName', '地点', 'Place', { required: true, max: 100 }),
    main('longText', 'description', '情况', 'Description', { required: true, max: 1000 }),
    main('text', 'owner', '权利人', 'Owner', { personal: true, max: 60 }),
    main('location', 'location', '定位', 'Location'),
    main('photos', 'photosBefore', '整治前照片', 'Photos before', { max: 20 }),
    work('date', 'noticedOn', '告知公示日期', 'Noticed on', { requiredWhen: fromNotice, askedFrom: 'noticed' }),
    work('text', 'noticeNumber', '告知书号', 'Notice number', { askedFrom: 'noticed', max: 60 }),
    work('longText', 'measures', '整治措施', 'Measures', { requiredWhen: fromNotice, askedFrom: 'noticed', max: 1000 }),
    work('date', 'doneOn', '完成日期', 'Done on', {
      requiredWhen: inState('done'),
      askedFrom: 'done',
      default: 'today',
    }),
    work('photos', 'photosAfter', '整治后照片', 'Photos after', { askedFrom: 'done', max: 20 }),
  ],
  states,
  transitions: [
    { from: 'draft', to: 'found', by: fieldMovers, label: label('提交', 'Submit') },
    {
      from: 'found',
      to: 'noticed',
      by: fieldMovers,
      requires: ['noticedOn', 'measures'],
      label: label('告知公示', 'Give notice'),
    },
    { from: 'noticed', to: 'done', by: fieldMovers, requires: ['doneOn'], label: label('完成', 'Done') },
    ...voiding(states),
  ],
  rules: inOrder('foundOn', 'noticedOn', 'doneOn'),
  measures: [done('ruin'), done('outlet')],
  title: ['description'],
  subtitle: ['placeName', 'type'],
}
