import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')

/** 听取汇报 briefing: the township's leaders hear how the rule of law stands. Figure: leader-briefings. */
export const briefing: Kind = {
  name: 'briefing',
  version: 1,
  label: label('听取汇报', 'Briefing'),
  glyph: '报',
  group: 'case',
  family: 'study',
  mainDate: 'heldOn',
  sections: [{ name: 'main', label: label('汇报', 'Briefing') }, proofSection],
  fields: [
    ...statusFields(toldStates),
    main('date', 'heldOn', '日期', 'Held on', today),
    main('choices', 'leaders', '听取人', 'Heard by', {
      ...must,
      min: 1,
      choices: choices({
        secretary: ['党委书记', 'Party secretary'],
        mayor: ['镇长', 'Mayor'],
        deputies: ['其他班子成员', 'Other leaders'],
      }),
    }),
    main('text', 'meeting', '会议', 'At', { max: 100 }),
    main('text', 'topic', '汇报内容', 'Topic', { ...must, max: 200 }),
    main('person', 'reporterId', '汇报人', 'Reported by'),
    main('longText', 'instructions', '领导要求', 'What the leaders asked for', { max: 2000 }),
    main('rows', 'decisions', '议定事项', 'Decisions', {
      max: 30,
      fields: [
        { name: 'what', type: 'text', label: label('事项', 'What'), required: true, max: 300 },
        { name: 'who', type: 'text', label: label('责任单位', 'Who'), required: true, max: 100 },
        { name: 'by', type: 'date', label: label('完成时限', 'By when'), future: true },
      ],
    }),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [{ rule: 'dateOrder', first: 'heldOn', then: 'by', rows: 'decisions' }],
  measures: [{ id: 'briefings', add: 1, by: {} }],
  title: ['topic'],
  subtitle: ['meeting'],
}
