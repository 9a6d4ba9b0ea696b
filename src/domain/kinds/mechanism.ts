import { fieldsIn } from './fields.ts'
import type { Kind } from './kind.ts'
import { choices, label, registerStates, statusFields, voiding } from './parts.ts'

const main = fieldsIn('main')

/** 工作机制 mechanism, a register: the township names its five (“五个一”), each with its own ledger page. Figure: five-ones. */
export const mechanism: Kind = {
  name: 'mechanism',
  version: 1,
  label: label('工作机制', 'Mechanism'),
  glyph: '制',
  group: 'register',
  family: 'court',
  sections: [{ name: 'main', label: label('机制', 'Mechanism') }],
  fields: [
    ...statusFields(registerStates),
    main('text', 'name', '名称', 'Name', { required: true, max: 60 }),
    main('choice', 'group', '归属', 'Group', {
      required: true,
      default: 'fiveOnes',
      choices: choices({ fiveOnes: ['“五个一”', 'Five ones'], other: ['其他', 'Other'] }),
    }),
    main('longText', 'content', '内容', 'What it does', { required: true, max: 1000 }),
    main('person', 'responsibleId', '负责人', 'Responsible'),
    main('text', 'documentNumber', '依据文件', 'Document', { max: 100 }),
    main('date', 'startedOn', '建立日期', 'Started on', { required: true }),
    main('date', 'endedOn', '停用日期', 'Ended on', { future: true }),
    main('files', 'papers', '附件', 'Papers', { max: 10 }),
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [{ rule: 'dateOrder', first: 'startedOn', then: 'endedOn' }],
  measures: [
    {
      id: 'mechanisms.fiveOnes',
      when: { field: 'group', is: 'fiveOnes' },
      add: 1,
      at: 'startedOn',
      until: 'endedOn',
    },
  ],
  title: ['name'],
  subtitle: ['group'],
}
