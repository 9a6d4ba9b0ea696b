import { fieldsIn } from './fields.ts'
import type { Kind } from './kind.ts'
import { choices, label, registerStates, statusFields, voiding } from './parts.ts'
import { matters, must } from './work-fields.ts'

const main = fieldsIn('main')
const source = fieldsIn('source')

/**
 * 执法事项 power item: what the township may do, by which document, until when. Powers change by decree: what is given
 * back is dated here, never deleted. Figures: power-items-cut, power-items-cut-rate.
 */
export const powerItem: Kind = {
  name: 'powerItem',
  version: 1,
  label: label('执法事项', 'Power item'),
  glyph: '权',
  group: 'register',
  family: 'enforcement',
  sections: [
    { name: 'main', label: label('事项', 'Item') },
    { name: 'source', label: label('依据和有效期', 'Source and validity') },
  ],
  fields: [
    ...statusFields(registerStates),
    main('text', 'name', '事项名称', 'Name', { ...must, max: 200 }),
    main('text', 'code', '事项编码', 'Code', { max: 40 }),
    main('choice', 'origin', '来源', 'Origin', {
      ...must,
      choices: choices({
        statutory: ['法定履职', 'Statutory'],
        delegated: ['赋权', 'Delegated'],
        entrusted: ['委托', 'Entrusted'],
      }),
    }),
    main('choice', 'power', '权力类型', 'Power', {
      ...must,
      choices: choices({
        penalty: ['行政处罚', 'Penalty'],
        inspection: ['行政检查', 'Inspection'],
        coercion: ['行政强制', 'Coercion'],
        other: ['其他', 'Other'],
      }),
    }),
    main('choice', 'matter', '领域', 'Field of work', { ...must, choices: matters }),
    main('boolean', 'core', '核心事项', 'Core item', {
      help: label('重点保留的', 'Kept with emphasis'),
    }),
    source('lawClauses', 'clauses', '法律依据', 'Legal basis', { max: 10 }),
    source('text', 'sourceDocument', '下放或赋权文件', 'Source document', { ...must, max: 200 }),
    source('date', 'from', '承接日期', 'From', { future: true }),
    source('date', 'validUntil', '有效期至', 'Valid until', { future: true }),
    source('date', 'removedOn', '取消日期', 'Removed on', {
      help: label('当天仍有效，次日起不再行使', 'It still stands on that day'),
    }),
    source('text', 'removalDocument', '取消文件', 'Removed by', {
      max: 200,
      requiredWhen: { field: 'removedOn', present: true },
    }),
    source('text', 'removalReason', '取消原因', 'Why removed', { max: 200 }),
    source('files', 'papers', '附件', 'Papers', { max: 10 }),
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [
    { rule: 'dateOrder', first: 'from', then: 'validUntil' },
    { rule: 'dateOrder', first: 'from', then: 'removedOn' },
  ],
  measures: [
    { id: 'powerItems', add: 1, at: 'from', until: 'removedOn', by: {} },
    { id: 'powerItems.removed', when: { field: 'removedOn', present: true }, add: 1, at: 'removedOn', by: {} },
  ],
  title: ['name'],
  subtitle: ['origin', 'matter'],
}
