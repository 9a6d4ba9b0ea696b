import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Condition, Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'

const main = fieldsIn('main')
const studied = fieldsIn('studied')
const decided = fieldsIn('decided')

const jointStudy: Condition = { field: 'type', is: 'jointStudy' }

/**
 * 会议 meeting: 府院联动联席会议 or 联合研判会, with agenda, the disputes and projects studied, and who does what by
 * when. Figures: joint-meetings, joint-studied-projects; progress of monthly-joint-meetings.
 */
export const meeting: Kind = {
  name: 'meeting',
  version: 1,
  label: label('府院会议', 'Liaison meeting'),
  glyph: '会',
  group: 'case',
  family: 'court',
  mainDate: 'heldOn',
  numberLetters: '综会',
  sections: [
    { name: 'main', label: label('会议', 'Meeting') },
    { name: 'studied', label: label('研判内容', 'What was studied') },
    { name: 'decided', label: label('议定事项', 'Decisions') },
  ],
  fields: [
    ...statusFields(toldStates),
    main('choice', 'type', '会议类型', 'Type', {
      required: true,
      choices: choices({
        courtLiaison: ['府院联动联席会议', 'Government-court meeting'],
        jointStudy: ['联合研判会', 'Joint study'],
      }),
    }),
    main('date', 'heldOn', '召开日期', 'Held on', { required: true, default: 'today' }),
    main('text', 'place', '地点', 'Place', { max: 100 }),
    main('person', 'chairId', '主持人', 'Chair'),
    main('people', 'attendees', '参会人员', 'Attendees', { max: 60 }),
    main('text', 'units', '参会单位', 'Units present', { max: 300 }),
    main('longText', 'agenda', '议题', 'Agenda', { required: true, max: 2000 }),
    studied('longText', 'disputes', '研判的纠纷', 'Disputes studied', { max: 2000 }),
    studied('records', 'mediationIds', '关联调解', 'Mediations', { of: 'mediation', max: 50 }),
    studied('records', 'projectIds', '研判的项目', 'Projects studied', { of: 'project', max: 50 }),
    decided('rows', 'decisions', '议定事项', 'Decisions', {
      max: 30,
      fields: [
        { name: 'what', type: 'text', label: label('事项', 'What'), required: true, max: 300 },
        { name: 'who', type: 'text', label: label('责任单位', 'Who'), required: true, max: 100 },
        { name: 'by', type: 'date', label: label('完成时限', 'By when'), future: true },
        { name: 'doneOn', type: 'date', label: label('完成日期', 'Done on') },
      ],
    }),
    decided('files', 'minutes', '会议纪要', 'Minutes', { max: 10 }),
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [{ rule: 'dateOrder', first: 'heldOn', then: 'by', rows: 'decisions' }],
  measures: [
    { id: 'meetings.courtLiaison', when: { field: 'type', is: 'courtLiaison' }, add: 1, by: { people: ['attendees'] } },
    { id: 'meetings.jointStudyMonths', when: jointStudy, add: 1, distinct: { month: 'heldOn' } },
    { id: 'meetings.jointProjects', when: jointStudy, add: 1, distinct: 'projectIds' },
  ],
  title: ['agenda'],
  subtitle: ['type'],
}
