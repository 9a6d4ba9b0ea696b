import type { Field, FieldType, Kind, State } from '../../src/domain/kinds/kind.ts'
import { choices, draft, inOrder, inState, label, statusFields, voided, voiding } from '../../src/domain/kinds/parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'planned', label: label('待安装', 'Planned'), counts: false },
  { name: 'lit', label: label('已亮灯', 'Lit'), counts: true },
  voided,
]

const field = (type: FieldType, name: string, more: Partial<Field> = {}): Field => ({
  name,
  type,
  label: label(`题目${name}`, name),
  section: 'main',
  ...more,
})
const must = { required: true } as const
const colours = choices({ warm: ['暖光', 'Warm'], white: ['白光', 'White'] })

/**
 * 路灯 street lights: a kind of the kind that a county may add, with a field of every type, two steps, rules and every
 * sort of measure. Nothing but this file knows it.
 */
export const streetLight: Kind = {
  name: 'streetLight',
  version: 1,
  label: label('路灯', 'Street light'),
  glyph: '灯',
  group: 'case',
  family: 'land',
  mainDate: 'plannedOn',
  numberLetters: '综灯',
  sections: [
    { name: 'main', label: label('路灯', 'Light') },
    { name: 'done', label: label('亮灯', 'Lit') },
  ],
  fields: [
    ...statusFields(states),
    field('text', 'road', { ...must, max: 40 }),
    field('longText', 'why'),
    field('date', 'plannedOn', must),
    field('village', 'villageId', must),
    field('integer', 'lamps', { ...must, max: 500 }),
    field('integer', 'broken', { max: 500 }),
    field('decimal', 'height', { decimals: 1, max: 30 }),
    field('money', 'cost', { min: 0.01 }),
    field('dateTime', 'seenAt'),
    field('choice', 'colour', { choices: colours }),
    field('choices', 'nights', { choices: colours }),
    field('boolean', 'solar'),
    field('text', 'panel', {
      visibleWhen: { field: 'solar', is: true },
      requiredWhen: { field: 'solar', is: true },
    }),
    field('person', 'electricianId'),
    field('people', 'crew', { min: 1, max: 5 }),
    field('enterprise', 'makerId'),
    field('record', 'inspectionId', { of: 'inspection' }),
    field('records', 'hazardIds', { of: 'hazard' }),
    field('group', 'permit', { fields: [field('text', 'number', must), field('date', 'on')] }),
    field('rows', 'poles', { fields: [field('text', 'code', must), field('integer', 'metres')] }),
    field('location', 'location'),
    field('photos', 'photos'),
    field('files', 'papers'),
    field('signature', 'signature'),
    field('parties', 'neighbours', { personal: true }),
    field('lawClauses', 'clauses'),
    field('date', 'litOn', { section: 'done', requiredWhen: inState('lit'), askedFrom: 'lit', default: 'today' }),
    field('date', 'darkOn', { section: 'done', future: true, askedFrom: 'lit' }),
  ],
  states,
  transitions: [
    { from: 'draft', to: 'planned', by: ['author', 'officer'], label: label('提交', 'Submit') },
    { from: 'planned', to: 'lit', by: ['author', 'officer'], requires: ['litOn'], label: label('亮灯', 'Light') },
    ...voiding(states),
  ],
  rules: [...inOrder('plannedOn', 'litOn', 'darkOn'), { rule: 'notAbove', field: 'broken', limit: 'lamps' }],
  measures: [
    { id: 'streetLights', add: 1, at: 'litOn', by: { village: 'villageId', people: ['crew'] } },
    { id: 'streetLights.cost', add: { field: 'cost' }, at: 'litOn' },
    { id: 'streetLights.poles', add: { lengthOf: 'poles' }, at: 'litOn' },
    { id: 'streetLights.days', add: { days: ['plannedOn', 'litOn'] }, at: 'litOn' },
    { id: 'streetLights.crew', add: 1, at: 'litOn', distinct: 'crew' },
    { id: 'streetLights.months', add: 1, at: 'litOn', distinct: { month: 'litOn' } },
    { id: 'streetLights.shining', add: 1, at: 'litOn', until: 'darkOn', when: { field: 'solar', is: true } },
  ],
  title: ['road'],
  subtitle: ['colour'],
}
