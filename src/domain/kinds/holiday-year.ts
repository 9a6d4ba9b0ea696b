import type { Kind } from './kind.ts'
import { choices, label, registerStates, statusFields, voiding } from './parts.ts'

/**
 * 节假日安排 one year's holidays and make-up workdays as the State Council announces them, entered by the township's
 * administrator where this program doesn't have them yet; what stands here holds over what is built in.
 */
export const holidayYear: Kind = {
  name: 'holidayYear',
  version: 1,
  label: label('节假日安排', 'Holidays of a year'),
  glyph: '休',
  group: 'register',
  sections: [{ name: 'main', label: label('节假日安排', 'Holidays of a year') }],
  fields: [
    ...statusFields(registerStates),
    {
      name: 'year',
      type: 'integer',
      label: label('年度', 'Year'),
      required: true,
      min: 2023,
      max: 2100,
      section: 'main',
    },
    {
      name: 'document',
      type: 'text',
      label: label('通知文号', 'Document'),
      required: true,
      max: 100,
      section: 'main',
      help: label('如 国办发明电〔2025〕7号', 'Number of the notice'),
    },
    {
      name: 'days',
      type: 'rows',
      label: label('放假和调休', 'Days off and make-up workdays'),
      required: true,
      min: 1,
      max: 40,
      section: 'main',
      fields: [
        { name: 'from', type: 'date', label: label('自', 'From'), required: true, future: true },
        { name: 'until', type: 'date', label: label('至', 'Until'), future: true },
        {
          name: 'type',
          type: 'choice',
          label: label('类型', 'Type'),
          required: true,
          choices: choices({ off: ['放假', 'Off'], work: ['调休上班', 'Worked'] }),
        },
      ],
    },
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [{ rule: 'dateOrder', first: 'from', then: 'until', rows: 'days' }],
  measures: [],
  title: ['document'],
  subtitle: ['year'],
}
