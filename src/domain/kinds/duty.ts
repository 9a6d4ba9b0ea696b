import type { Kind } from './kind.ts'
import { choices, fromUntil, label, oneOf, registerStates, statusFields, voiding } from './parts.ts'

const enforcing = oneOf('role', 'enforcement')

/**
 * 职责 duty: who is what, from when until when, with the enforcement certificate. A renewal without a gap moves only
 * `certificateUntil`; a gap or another role is another duty. Figures: enforcement-officers, professional-officers,
 * certificate-holding-rate, monitors-appointed, new-mediators.
 */
export const duty: Kind = {
  name: 'duty',
  version: 1,
  label: label('职责', 'Duty'),
  glyph: '职',
  group: 'register',
  sections: [
    { name: 'main', label: label('职责', 'Duty') },
    { name: 'certificate', label: label('执法证', 'Enforcement certificate') },
  ],
  fields: [
    ...statusFields(registerStates),
    { name: 'personId', type: 'person', label: label('人员', 'Person'), required: true, section: 'main' },
    {
      name: 'role',
      type: 'choice',
      label: label('职责', 'Role'),
      required: true,
      section: 'main',
      choices: choices({
        enforcement: ['执法人员', 'Enforcement officer'],
        mediator: ['人民调解员', 'Mediator'],
        judge: ['网格法官', 'Grid judge'],
        monitor: ['执法监督员', 'Enforcement monitor'],
        cadre: ['镇村干部', 'Cadre'],
        grid: ['网格员', 'Grid officer'],
      }),
    },
    {
      name: 'specialty',
      type: 'choice',
      label: label('专业背景', 'Specialty'),
      section: 'main',
      choices: choices({
        traffic: ['交通', 'Traffic'],
        fire: ['消防', 'Fire'],
        farmland: ['耕地保护', 'Farmland'],
        other: ['其他', 'Other'],
        none: ['无', 'None'],
      }),
    },
    ...fromUntil(label('任职日期', 'From'), label('离任日期', 'Until')),
    {
      name: 'certificateNumber',
      type: 'text',
      label: label('证号', 'Number'),
      max: 40,
      visibleWhen: enforcing,
      section: 'certificate',
    },
    {
      name: 'certificateFrom',
      type: 'date',
      label: label('有效期起', 'Valid from'),
      future: true,
      visibleWhen: enforcing,
      section: 'certificate',
    },
    {
      name: 'certificateUntil',
      type: 'date',
      label: label('有效期止', 'Valid until'),
      future: true,
      visibleWhen: enforcing,
      section: 'certificate',
    },
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [
    { rule: 'dateOrder', first: 'from', then: 'until' },
    { rule: 'dateOrder', first: 'certificateFrom', then: 'certificateUntil' },
  ],
  measures: [
    {
      id: 'duties.enforcement',
      when: enforcing,
      add: 1,
      at: 'from',
      until: 'until',
      distinct: 'personId',
      by: { people: ['personId'] },
    },
    {
      id: 'duties.professional',
      when: { all: [enforcing, oneOf('specialty', 'traffic', 'fire', 'farmland')] },
      add: 1,
      at: 'from',
      until: 'until',
      distinct: 'personId',
      by: { people: ['personId'] },
    },
    {
      id: 'duties.certified',
      when: { all: [enforcing, { field: 'certificateFrom', present: true }] },
      add: 1,
      at: ['from', 'certificateFrom'],
      until: ['until', 'certificateUntil'],
      distinct: 'personId',
      by: { people: ['personId'] },
    },
    {
      id: 'duties.monitors',
      when: oneOf('role', 'monitor'),
      add: 1,
      at: 'from',
      until: 'until',
      distinct: 'personId',
      by: {},
    },
    { id: 'duties.mediatorsBegun', when: oneOf('role', 'mediator'), add: 1, at: 'from', by: {} },
  ],
  title: ['personId'],
  subtitle: ['role'],
}
