import { fieldsIn, officeMovers } from './fields.ts'
import type { Kind, State } from './kind.ts'
import { draft, label, statusFields, voided, voiding } from './parts.ts'
import { matters, must, proof, proofSection, today } from './work-fields.ts'

const states: readonly State[] = [
  draft,
  { name: 'published', label: label('已入库', 'In the library'), counts: true },
  voided,
]

const main = fieldsIn('main')
const assessed = fieldsIn('assessed')

/** 案例库 case library: how a professional case was handled, and, once it was assessed, whether rightly. Figure: professional-case-accuracy. */
export const caseLibrary: Kind = {
  name: 'caseLibrary',
  version: 1,
  label: label('案例库', 'Case library'),
  glyph: '例',
  group: 'case',
  family: 'enforcement',
  mainDate: 'addedOn',
  sections: [
    { name: 'main', label: label('案例', 'Case') },
    { name: 'assessed', label: label('评估', 'Assessment') },
    proofSection,
  ],
  fields: [
    ...statusFields(states),
    main('text', 'title', '案例名称', 'Title', { ...must, max: 100 }),
    main('date', 'addedOn', '入库日期', 'Added on', today),
    main('choice', 'matter', '领域', 'Field of work', { ...must, choices: matters }),
    main('text', 'keywords', '关键词', 'Keywords', { max: 200 }),
    main('record', 'penaltyId', '处罚案件', 'Penalty case', { of: 'penalty' }),
    main('longText', 'facts', '基本案情', 'Facts', { ...must, max: 4000 }),
    main('longText', 'handling', '处理过程', 'How it was handled', { ...must, max: 4000 }),
    main('lawClauses', 'clauses', '适用条款', 'Clauses', { max: 20 }),
    main('longText', 'points', '办案要点', 'What to learn', { max: 2000 }),
    assessed('date', 'assessedOn', '评估日期', 'Assessed on', {
      requiredWhen: { field: 'handledCorrectly', present: true },
    }),
    assessed('boolean', 'handledCorrectly', '处置正确', 'Handled correctly', {
      requiredWhen: { field: 'assessedOn', present: true },
    }),
    assessed('people', 'assessors', '评估人员', 'Assessors', { max: 10 }),
    assessed('longText', 'assessment', '评估意见', 'Assessment', { max: 2000 }),
    ...proof,
  ],
  states,
  transitions: [{ from: 'draft', to: 'published', by: officeMovers, label: label('入库', 'Add') }, ...voiding(states)],
  rules: [],
  measures: [
    { id: 'caseLibrary.assessed', when: { field: 'assessedOn', present: true }, add: 1, at: 'assessedOn', by: {} },
    {
      id: 'caseLibrary.correct',
      when: {
        all: [
          { field: 'assessedOn', present: true },
          { field: 'handledCorrectly', is: true },
        ],
      },
      add: 1,
      at: 'assessedOn',
      by: {},
    },
  ],
  title: ['title'],
  subtitle: ['matter', 'keywords'],
}
