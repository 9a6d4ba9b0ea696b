import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Kind, Measure } from './kind.ts'
import { choices, label, oneOf, statusFields } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')
const people = fieldsIn('people')

/** Named people take part; of the others only how many came is known. */
const named = oneOf('type', 'county', 'shadowing')
const counted = oneOf('type', 'centralGroup', 'cadre', 'lawClass', 'officer', 'caseDiscussion', 'expert')

const count = (type: string): Measure => ({
  id: `trainings.${type}`,
  when: { field: 'type', is: type },
  add: 1,
  by: { people: ['people'] },
})
const attendance = (type: string): Measure => ({
  id: `trainings.${type}.attendance`,
  when: { field: 'type', is: type },
  add: { field: 'attendance' },
  by: {},
})

/**
 * 学习培训 training: from the central study group to a month at a court's or bureau's desk. Figures:
 * central-group-study-sessions, cadre-law-trainings, law-classes, law-class-attendance, officer-law-trainings,
 * officer-law-training-attendance, county-trainings, county-training-officers, case-discussions, expert-lectures,
 * officers-shadowing.
 */
export const training: Kind = {
  name: 'training',
  version: 1,
  label: label('学习培训', 'Training'),
  glyph: '学',
  group: 'case',
  family: 'study',
  mainDate: 'heldOn',
  sections: [
    { name: 'main', label: label('学习培训', 'Training') },
    { name: 'people', label: label('参加人员', 'Who took part') },
    proofSection,
  ],
  fields: [
    ...statusFields(toldStates),
    main('choice', 'type', '类别', 'Type', {
      ...must,
      choices: choices({
        centralGroup: ['党委理论学习中心组', 'Central study group'],
        cadre: ['干部法治培训', 'Law training of cadres'],
        lawClass: ['法治课堂', 'Law class'],
        officer: ['执法人员培训', 'Training of officers'],
        county: ['县级培训', 'County training'],
        caseDiscussion: ['案例研讨', 'Case discussion'],
        expert: ['专题授课', 'Expert lecture'],
        shadowing: ['跟班学习', 'Shadowing'],
      }),
    }),
    main('date', 'heldOn', '日期', 'Held on', today),
    main('date', 'until', '结束日期', 'Until', {
      future: true,
      help: label('一天以上的填', 'Where it took more than a day'),
    }),
    main('text', 'topic', '主题', 'Topic', { ...must, max: 100 }),
    main('text', 'place', '地点', 'Place', { max: 100 }),
    main('text', 'organiser', '主办单位', 'Organiser', {
      max: 100,
      requiredWhen: oneOf('type', 'county', 'shadowing'),
    }),
    main('text', 'lecturer', '主讲人', 'Lecturer', { max: 100, requiredWhen: oneOf('type', 'expert', 'lawClass') }),
    main('decimal', 'hours', '学时', 'Hours', { decimals: 1, max: 400 }),
    main('longText', 'content', '内容', 'Content', { max: 2000 }),
    people('integer', 'attendance', '参加人次', 'Attendance', {
      requiredWhen: counted,
      max: 10_000,
      help: label('按签到簿', 'By the attendance sheet'),
    }),
    people('people', 'people', '参加人员', 'People', { requiredWhen: named, min: 1, max: 100 }),
    people('text', 'audience', '参加范围', 'Who was asked to come', { max: 100 }),
    people('boolean', 'examined', '组织考试', 'With an examination'),
    people('records', 'caseIds', '研讨案例', 'Cases discussed', {
      of: 'caseLibrary',
      max: 20,
      visibleWhen: { field: 'type', is: 'caseDiscussion' },
    }),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [{ rule: 'dateOrder', first: 'heldOn', then: 'until' }],
  measures: [
    count('centralGroup'),
    count('cadre'),
    count('lawClass'),
    attendance('lawClass'),
    count('officer'),
    attendance('officer'),
    count('county'),
    { ...count('county'), id: 'trainings.county.officers', distinct: 'people' },
    count('caseDiscussion'),
    count('expert'),
    { ...count('shadowing'), id: 'trainings.shadowing.officers', distinct: 'people' },
  ],
  title: ['topic'],
  subtitle: ['type', 'place'],
}
