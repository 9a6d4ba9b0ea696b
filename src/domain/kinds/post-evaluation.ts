import { fieldsIn, officeMovers, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'

const main = fieldsIn('main')

/** 决策后评估 post-decision evaluation, with the measures that it improved. Figures: post-decision-evaluations, measures-optimised. */
export const postEvaluation: Kind = {
  name: 'postEvaluation',
  version: 1,
  label: label('决策后评估', 'Post-decision evaluation'),
  glyph: '估',
  group: 'case',
  family: 'legal',
  mainDate: 'evaluatedOn',
  numberLetters: '综估',
  sections: [{ name: 'main', label: label('评估', 'Evaluation') }],
  fields: [
    ...statusFields(toldStates),
    main('text', 'title', '决策名称', 'Decision', { required: true, max: 120 }),
    main('record', 'legalReviewId', '合法性审核', 'Legal review', { of: 'legalReview' }),
    main('record', 'projectId', '项目', 'Project', { of: 'project' }),
    main('date', 'evaluatedOn', '评估日期', 'Evaluated on', { required: true, default: 'today' }),
    main('text', 'evaluator', '评估单位', 'Evaluated by', { required: true, max: 100 }),
    main('text', 'method', '评估方式', 'Method', { max: 200 }),
    main('choice', 'conclusion', '结论', 'Conclusion', {
      required: true,
      choices: choices({
        keep: ['继续实施', 'Keep'],
        adjust: ['调整完善', 'Adjust'],
        stop: ['停止实施', 'Stop'],
      }),
    }),
    main('longText', 'findings', '评估发现', 'Findings', { required: true, max: 3000 }),
    main('integer', 'measuresOptimised', '优化管理措施项数', 'Measures improved', { required: true, max: 100 }),
    main('longText', 'measures', '优化的措施', 'What was improved', {
      requiredWhen: { field: 'measuresOptimised', gte: 1 },
      max: 2000,
    }),
    main('files', 'papers', '评估报告', 'Report', { max: 10 }),
  ],
  states: toldStates,
  transitions: toldSteps(officeMovers),
  rules: [],
  measures: [
    { id: 'postEvaluations', add: 1 },
    { id: 'postEvaluations.measures', add: { field: 'measuresOptimised' } },
  ],
  title: ['title'],
  subtitle: ['conclusion'],
}
