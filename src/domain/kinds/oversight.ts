import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Kind, Measure } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'
import { must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')
const found = fieldsIn('found')

/** Visits that add nothing are no receipts. */
const sum = (field: string): Measure => ({
  id: `oversights.${field}`,
  when: { field, gt: 0 },
  add: { field },
  by: { people: ['monitors'] },
})

/**
 * 执法监督 oversight: a visit of the enforcement monitors, with the files that they checked and what was put right.
 * Figures: monitor-inspections, monitor-case-files-checked, monitor-problems-rectified,
 * monitor-case-files-qualified-rate.
 */
export const oversight: Kind = {
  name: 'oversight',
  version: 1,
  label: label('执法监督', 'Oversight'),
  glyph: '督',
  group: 'case',
  family: 'enforcement',
  mainDate: 'date',
  numberLetters: '综督',
  sections: [
    { name: 'main', label: label('监督检查', 'Visit') },
    { name: 'found', label: label('案卷和问题', 'Files and problems') },
    proofSection,
  ],
  fields: [
    ...statusFields(toldStates),
    main('date', 'date', '日期', 'Date', today),
    main('people', 'monitors', '监督员', 'Monitors', { ...must, of: 'monitor', min: 1, max: 10 }),
    main('choice', 'way', '方式', 'Way', {
      ...must,
      choices: choices({
        onSite: ['随行监督', 'Went along'],
        files: ['查阅案卷', 'Read files'],
        visit: ['走访当事人', 'Visited those concerned'],
        meeting: ['座谈', 'Meeting'],
      }),
    }),
    main('text', 'subject', '监督事项', 'Subject', { ...must, max: 200 }),
    main('village', 'villageId', '村', 'Village'),
    main('record', 'inspectionId', '所涉检查', 'Inspection', { of: 'inspection' }),
    found('integer', 'caseFilesChecked', '核查案卷（卷）', 'Files checked', { ...must, default: 0, max: 1000 }),
    found('integer', 'caseFilesQualified', '合格案卷（卷）', 'Files qualified', { ...must, default: 0, max: 1000 }),
    found('integer', 'problemsFound', '发现问题（项）', 'Problems found', { ...must, default: 0, max: 1000 }),
    found('integer', 'problemsRectified', '已整改（项）', 'Problems rectified', { ...must, default: 0, max: 1000 }),
    found('longText', 'problems', '问题', 'Problems', { requiredWhen: { field: 'problemsFound', gt: 0 }, max: 2000 }),
    found('date', 'rectifiedOn', '整改日期', 'Rectified on', { requiredWhen: { field: 'problemsRectified', gt: 0 } }),
    found('longText', 'opinion', '监督意见', 'Opinion', { max: 1000 }),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [
    { rule: 'notAbove', field: 'caseFilesQualified', limit: 'caseFilesChecked' },
    { rule: 'notAbove', field: 'problemsRectified', limit: 'problemsFound' },
    { rule: 'dateOrder', first: 'date', then: 'rectifiedOn' },
  ],
  measures: [
    { id: 'oversights', add: 1, by: { people: ['monitors'] } },
    sum('caseFilesChecked'),
    sum('caseFilesQualified'),
    sum('problemsRectified'),
  ],
  title: ['subject'],
  subtitle: ['way'],
}
