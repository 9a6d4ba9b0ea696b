import { fieldsIn, officeMovers } from './fields.ts'
import type { Kind, State } from './kind.ts'
import { choices, draft, inState, label, statusFields, voided, voiding } from './parts.ts'
import { byVillage, must, proof, proofSection, today } from './work-fields.ts'

const states: readonly State[] = [
  draft,
  { name: 'raised', label: label('已提出', 'Raised'), counts: false },
  { name: 'solved', label: label('已解决', 'Solved'), counts: true },
  voided,
]

const main = fieldsIn('main')
const solution = fieldsIn('solution')

/** 难点问题 hard problem that a leader took in hand. Counts when solved. Figure: hard-problems-solved. */
export const hardProblem: Kind = {
  name: 'hardProblem',
  version: 1,
  label: label('难点问题', 'Hard problem'),
  glyph: '难',
  group: 'case',
  family: 'study',
  mainDate: 'raisedOn',
  sections: [
    { name: 'main', label: label('问题', 'Problem') },
    { name: 'solution', label: label('解决', 'Solution') },
    proofSection,
  ],
  fields: [
    ...statusFields(states),
    main('text', 'title', '问题', 'Problem', { ...must, max: 100 }),
    main('choice', 'area', '领域', 'Area', {
      ...must,
      choices: choices({
        project: ['项目建设执法', 'Enforcement at projects'],
        farmland: ['耕地保护执法', 'Farmland protection'],
        environment: ['生态环境', 'Environment'],
        safety: ['安全生产', 'Safety'],
        dispute: ['矛盾纠纷', 'Disputes'],
        other: ['其他', 'Other'],
      }),
    }),
    main('date', 'raisedOn', '提出日期', 'Raised on', today),
    main('village', 'villageId', '村', 'Village'),
    main('text', 'leader', '牵头领导', 'Leader in charge', { ...must, max: 60 }),
    main('text', 'units', '责任单位', 'Units', { max: 200 }),
    main('longText', 'description', '情况', 'What it is about', { ...must, max: 2000 }),
    main('date', 'dueOn', '解决时限', 'Due on', { future: true }),
    solution('longText', 'measures', '措施', 'Measures', {
      requiredWhen: inState('solved'),
      askedFrom: 'solved',
      max: 2000,
    }),
    solution('date', 'solvedOn', '解决日期', 'Solved on', {
      default: 'today',
      requiredWhen: inState('solved'),
      askedFrom: 'solved',
    }),
    ...proof,
  ],
  states,
  transitions: [
    { from: 'draft', to: 'raised', by: officeMovers, label: label('提交', 'Submit') },
    {
      from: 'raised',
      to: 'solved',
      by: officeMovers,
      requires: ['solvedOn', 'measures'],
      label: label('已解决', 'Solved'),
    },
    ...voiding(states),
  ],
  rules: [
    { rule: 'dateOrder', first: 'raisedOn', then: 'dueOn' },
    { rule: 'dateOrder', first: 'raisedOn', then: 'solvedOn' },
  ],
  measures: [
    { id: 'hardProblems.solved', when: { field: 'status', is: 'solved' }, add: 1, at: 'solvedOn', by: byVillage },
  ],
  title: ['title'],
  subtitle: ['area', 'leader'],
}
