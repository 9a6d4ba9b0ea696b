import type { Kind } from './kind.ts'
import { label, mergedInto, registerStates, statusFields, voiding } from './parts.ts'

/** 人员 person of the township; what someone is stands in duties, with dates. */
export const person: Kind = {
  name: 'person',
  version: 1,
  label: label('人员', 'Person'),
  glyph: '人',
  group: 'register',
  sections: [{ name: 'main', label: label('人员', 'Person') }],
  fields: [
    ...statusFields(registerStates),
    { name: 'name', type: 'text', label: label('姓名', 'Name'), required: true, max: 60, section: 'main' },
    { name: 'phone', type: 'text', label: label('手机', 'Mobile'), personal: true, max: 30, section: 'main' },
    mergedInto,
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [],
  measures: [],
  title: ['name'],
  subtitle: [],
}
