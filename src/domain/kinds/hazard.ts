import type { Kind, State, Transition } from './kind.ts'
import { choices, draft, inState, label, statusFields, voided, voiding } from './parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'found', label: label('发现', 'Found'), counts: false },
  { name: 'ordered', label: label('责令整改', 'Ordered'), counts: false },
  { name: 'rectified', label: label('已整改', 'Rectified'), counts: false },
  { name: 'rechecked', label: label('已复查', 'Rechecked'), counts: false },
  { name: 'closed', label: label('已销号', 'Closed'), counts: true },
  voided,
]

const movers: Transition['by'] = ['author', 'officer', 'supervisor']
const fromOrder = inState('ordered', 'rectified', 'rechecked', 'closed')

/**
 * 隐患 hazard: found → ordered (责令限期整改) → rectified → rechecked → closed (销号); a failed recheck goes back to
 * ordered with a new deadline. Counts at closing, never at finding; overdue is derived, never stored.
 * Figures: hazards-rectified, livestock-problems-rectified.
 */
export const hazard: Kind = {
  name: 'hazard',
  version: 1,
  label: label('隐患', 'Hazard'),
  glyph: '隐',
  group: 'case',
  mainDate: 'foundOn',
  numberLetters: '综患',
  sections: [
    { name: 'what', label: label('隐患', 'Hazard') },
    { name: 'where', label: label('地点', 'Where') },
    { name: 'rectify', label: label('整改', 'Rectification') },
    { name: 'proof', label: label('照片', 'Photos') },
  ],
  fields: [
    ...statusFields(states),
    { name: 'description', type: 'longText', label: label('隐患描述', 'Description'), required: true, max: 1000, section: 'what' },
    {
      name: 'category', type: 'choice', label: label('类型', 'Category'), required: true, section: 'what',
      choices: choices({
        traffic: ['交通', 'Traffic'],
        fire: ['消防', 'Fire'],
        electric: ['用电', 'Electric'],
        machinery: ['机械', 'Machinery'],
        chemical: ['危化品', 'Chemical'],
        building: ['建筑', 'Building'],
        food: ['食品', 'Food'],
        farmland: ['耕地', 'Farmland'],
        livestock: ['畜禽', 'Livestock'],
        other: ['其他', 'Other'],
      }),
    },
    {
      name: 'grade', type: 'choice', label: label('等级', 'Grade'), required: true, default: 'general', section: 'what',
      choices: choices({ general: ['一般', 'General'], major: ['重大', 'Major'] }),
      help: label('重大隐患当天上报', 'A major one is reported up the same day'),
    },
    {
      name: 'origin', type: 'choice', label: label('来源', 'Origin'), required: true, section: 'what',
      choices: choices({
        safety: ['安全生产检查', 'Safety inspection'],
        livestock: ['畜禽养殖排查', 'Livestock check'],
        administrative: ['行政检查', 'Administrative inspection'],
        soft: ['涉企柔性检查', 'Soft inspection'],
        other: ['其他', 'Other'],
      }),
    },
    { name: 'foundOn', type: 'date', label: label('发现日期', 'Found on'), required: true, default: 'today', section: 'what' },
    { name: 'inspectionId', type: 'record', of: 'inspection', label: label('来自检查', 'From inspection'), section: 'where' },
    { name: 'villageId', type: 'village', label: label('村', 'Village'), required: true, section: 'where' },
    { name: 'enterpriseId', type: 'enterprise', label: label('企业或养殖户', 'Enterprise or household'), section: 'where' },
    { name: 'placeName', type: 'text', label: label('地点', 'Place'), required: true, max: 100, section: 'where' },
    { name: 'deadline', type: 'date', label: label('整改期限', 'Deadline'), required: true, future: true, section: 'rectify' },
    { name: 'measures', type: 'longText', label: label('整改措施', 'Measures'), requiredWhen: fromOrder, askedFrom: 'ordered', max: 1000, section: 'rectify' },
    {
      name: 'rectifiedOn', type: 'date', label: label('整改日期', 'Rectified on'), section: 'rectify', default: 'today',
      requiredWhen: inState('rectified', 'rechecked', 'closed'), askedFrom: 'rectified',
    },
    {
      name: 'recheckedOn', type: 'date', label: label('复查日期', 'Rechecked on'), section: 'rectify', default: 'today',
      requiredWhen: inState('rechecked', 'closed'), askedFrom: 'rechecked',
    },
    {
      name: 'closedOn', type: 'date', label: label('销号日期', 'Closed on'), section: 'rectify', default: 'today',
      requiredWhen: inState('closed'), askedFrom: 'closed',
    },
    { name: 'photosBefore', type: 'photos', label: label('整改前照片', 'Photos before'), max: 20, section: 'proof' },
    { name: 'photosAfter', type: 'photos', label: label('整改后照片', 'Photos after'), max: 20, askedFrom: 'rectified', section: 'proof' },
  ],
  states,
  transitions: [
    { from: 'draft', to: 'found', by: movers, label: label('提交', 'Submit') },
    { from: 'found', to: 'ordered', by: movers, requires: ['measures', 'deadline'], label: label('责令整改', 'Order') },
    { from: 'ordered', to: 'rectified', by: movers, requires: ['rectifiedOn'], label: label('已整改', 'Rectified') },
    { from: 'rectified', to: 'rechecked', by: movers, requires: ['recheckedOn'], label: label('复查合格', 'Recheck passed') },
    { from: 'rechecked', to: 'closed', by: movers, requires: ['closedOn'], label: label('销号', 'Close') },
    { from: 'rechecked', to: 'ordered', by: movers, requires: ['deadline'], label: label('复查不合格', 'Recheck failed') },
    ...voiding(states),
  ],
  rules: [
    { rule: 'dateOrder', first: 'foundOn', then: 'deadline' },
    { rule: 'dateOrder', first: 'foundOn', then: 'rectifiedOn' },
    { rule: 'dateOrder', first: 'rectifiedOn', then: 'recheckedOn', when: inState('rechecked', 'closed') },
    { rule: 'dateOrder', first: 'recheckedOn', then: 'closedOn', when: inState('closed') },
  ],
  measures: [
    { id: 'hazards.safety', when: { field: 'origin', is: 'safety' }, add: 1, at: 'closedOn', by: { village: 'villageId' } },
    { id: 'hazards.livestock', when: { field: 'origin', is: 'livestock' }, add: 1, at: 'closedOn', by: { village: 'villageId' } },
  ],
  title: ['description'],
  subtitle: ['placeName'],
}
