import { fieldsIn, officeMovers } from './fields.ts'
import type { Kind, State } from './kind.ts'
import { draft, inState, label, statusFields, voided, voiding } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const states: readonly State[] = [
  draft,
  { name: 'assigned', label: label('已分工', 'Assigned'), counts: true },
  { name: 'done', label: label('已完成', 'Done'), counts: true },
  voided,
]

const main = fieldsIn('main')
const progress = fieldsIn('progress')

/** 重点任务 key task of the year: what, who leads, who does it, by when. Counts when assigned. Figure: key-tasks-assigned. */
export const task: Kind = {
  name: 'task',
  version: 1,
  label: label('重点任务', 'Key task'),
  glyph: '任',
  group: 'case',
  family: 'study',
  mainDate: 'assignedOn',
  sections: [
    { name: 'main', label: label('任务分工', 'Task') },
    { name: 'progress', label: label('进展', 'Progress') },
    proofSection,
  ],
  fields: [
    ...statusFields(states),
    main('text', 'title', '任务', 'Task', { ...must, max: 100 }),
    main('longText', 'content', '具体要求', 'What is asked', { max: 2000 }),
    main('date', 'assignedOn', '分工日期', 'Assigned on', today),
    main('text', 'documentNumber', '分工文件', 'Document', { max: 100 }),
    main('text', 'lead', '牵头单位', 'Lead', { ...must, max: 100 }),
    main('text', 'units', '配合单位', 'Supporting', { max: 200 }),
    main('person', 'responsibleId', '责任人', 'Responsible'),
    main('date', 'dueOn', '完成时限', 'Due on', { ...must, future: true }),
    progress('rows', 'steps', '进展', 'Steps', {
      max: 50,
      fields: [
        { name: 'on', type: 'date', label: label('日期', 'On'), required: true },
        { name: 'what', type: 'text', label: label('进展', 'What'), required: true, max: 300 },
      ],
    }),
    progress('date', 'doneOn', '完成日期', 'Done on', {
      default: 'today',
      requiredWhen: inState('done'),
      askedFrom: 'done',
    }),
    progress('longText', 'result', '完成情况', 'Result', {
      requiredWhen: inState('done'),
      askedFrom: 'done',
      max: 1000,
    }),
    ...proof,
  ],
  states,
  transitions: [
    { from: 'draft', to: 'assigned', by: officeMovers, label: label('下达', 'Assign') },
    { from: 'assigned', to: 'done', by: officeMovers, requires: ['doneOn', 'result'], label: label('完成', 'Done') },
    ...voiding(states),
  ],
  rules: [
    { rule: 'dateOrder', first: 'assignedOn', then: 'dueOn' },
    { rule: 'dateOrder', first: 'assignedOn', then: 'doneOn' },
  ],
  measures: [{ id: 'tasks', add: 1, at: 'assignedOn', by: { people: ['responsibleId'] } }],
  title: ['title'],
  subtitle: ['lead'],
}
