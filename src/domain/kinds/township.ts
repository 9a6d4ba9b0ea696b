import type { Kind } from './kind.ts'
import { label, registerStates, statusFields, voiding } from './parts.ts'

/** 镇 township: one record, its name, the letters of its official numbers, its settings. */
export const township: Kind = {
  name: 'township',
  version: 1,
  label: label('乡镇', 'Township'),
  glyph: '镇',
  group: 'register',
  sections: [
    { name: 'main', label: label('乡镇', 'Township') },
    { name: 'settings', label: label('设置', 'Settings') },
  ],
  fields: [
    ...statusFields(registerStates),
    { name: 'name', type: 'text', label: label('名称', 'Name'), required: true, max: 40, section: 'main' },
    { name: 'county', type: 'text', label: label('县', 'County'), max: 40, section: 'main' },
    {
      name: 'letters',
      type: 'text',
      label: label('文号代字', 'Letters of its numbers'),
      required: true,
      max: 10,
      section: 'main',
      help: label('如 西阳', 'as in 西阳综检〔2025〕12号'),
    },
    {
      name: 'firstYear',
      type: 'integer',
      label: label('首个记账年度', 'First year kept'),
      min: 2000,
      max: 2100,
      section: 'settings',
    },
    {
      name: 'yearlyCap',
      type: 'integer',
      label: label('年度频次上限', 'Yearly cap'),
      min: 0,
      max: 365,
      section: 'settings',
      help: label('同一企业每年检查次数', 'Inspections of one enterprise a year'),
    },
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [],
  measures: [],
  title: ['name'],
  subtitle: ['county'],
}
