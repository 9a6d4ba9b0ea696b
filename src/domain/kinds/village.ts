import type { Kind } from './kind.ts'
import { fromUntil, label, mergedInto, registerStates, statusFields, voiding } from './parts.ts'

/** 村 village: a 12-digit code (6 + 3 + 3, as text), since when and until when. Figure: villages. */
export const village: Kind = {
  name: 'village',
  version: 1,
  label: label('村', 'Village'),
  glyph: '村',
  group: 'register',
  sections: [{ name: 'main', label: label('村', 'Village') }],
  fields: [
    ...statusFields(registerStates),
    { name: 'name', type: 'text', label: label('名称', 'Name'), required: true, max: 40, section: 'main' },
    {
      name: 'code',
      type: 'text',
      label: label('统计代码', 'Code'),
      required: true,
      pattern: '\\d{12}',
      help: label('12 位', '12 digits'),
      section: 'main',
    },
    ...fromUntil(label('设立日期', 'From'), label('撤并日期', 'Until')),
    mergedInto,
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [{ rule: 'dateOrder', first: 'from', then: 'until' }],
  measures: [{ id: 'villages', add: 1, at: 'from', until: 'until', by: {} }],
  title: ['name'],
  subtitle: ['code'],
}
