import { fieldsIn } from './fields.ts'
import type { Kind } from './kind.ts'
import { fromUntil, label, mergedInto, registerStates, statusFields, voiding } from './parts.ts'
import { projectTypes } from './project-types.ts'

const main = fieldsIn('main')

/** 项目 project, a register: what legal reviews and joint studies are about. Without a village it is the whole township's. */
export const project: Kind = {
  name: 'project',
  version: 1,
  label: label('项目', 'Project'),
  glyph: '项',
  group: 'register',
  family: 'legal',
  sections: [{ name: 'main', label: label('项目', 'Project') }],
  fields: [
    ...statusFields(registerStates),
    main('text', 'name', '名称', 'Name', { required: true, max: 100 }),
    main('choice', 'type', '类型', 'Type', { required: true, default: 'keyProject', choices: projectTypes }),
    main('village', 'villageId', '村', 'Village'),
    main('text', 'owner', '实施单位', 'Owner', { max: 100 }),
    main('money', 'investment', '总投资（元）', 'Investment (yuan)'),
    main('text', 'approvalNumber', '立项文号', 'Approval number', { max: 60 }),
    main('longText', 'content', '建设内容', 'What is built', { max: 1000 }),
    ...fromUntil(label('立项日期', 'From'), label('竣工日期', 'Until')),
    mergedInto,
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [{ rule: 'dateOrder', first: 'from', then: 'until' }],
  measures: [],
  title: ['name'],
  subtitle: ['type'],
}
