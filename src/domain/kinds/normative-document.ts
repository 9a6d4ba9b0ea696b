import { fieldsIn, officeMovers } from './fields.ts'
import type { Condition, Field, Kind, Measure, State } from './kind.ts'
import { draft, inOrder, inState, label, notBefore, statusFields, voided, voiding } from './parts.ts'

const states: readonly State[] = [
  draft,
  { name: 'drafted', label: label('已起草', 'Drafted'), counts: false },
  { name: 'reviewed', label: label('已审核', 'Reviewed'), counts: false },
  { name: 'discussed', label: label('已审议', 'Discussed'), counts: false },
  { name: 'issued', label: label('已印发', 'Issued'), counts: true },
  { name: 'published', label: label('已公布', 'Published'), counts: true },
  { name: 'filed', label: label('已备案', 'Filed'), counts: true },
  voided,
]

const main = fieldsIn('main')
const review = fieldsIn('review')
const issue = fieldsIn('issue')
const afterwards = fieldsIn('afterwards')

/** A field of a step, asked for from the step's state on. */
const from = (state: string): Pick<Field, 'requiredWhen' | 'askedFrom'> => ({
  requiredWhen: inState(
    ...states
      .slice(
        states.findIndex((one) => one.name === state),
        -1,
      )
      .map((one) => one.name),
  ),
  askedFrom: state,
})
const undiscussed: Condition = { field: 'undiscussedReason', present: true }

const share = (id: string, day: string): Measure => ({
  id: `normativeDocuments.${id}`,
  when: { field: day, present: true },
  add: 1,
  at: 'issuedOn',
})

/**
 * 行政规范性文件 normative document: 起草—审核—审议—公布—备案, each step with its date and number. Rates are of those issued
 * in the year. Figures: normative-documents-legality-rate, -filing-rate, -publication-rate, -discussion-rate.
 */
export const normativeDocument: Kind = {
  name: 'normativeDocument',
  version: 1,
  label: label('规范性文件', 'Normative document'),
  glyph: '规',
  group: 'case',
  family: 'legal',
  mainDate: 'draftedOn',
  numberLetters: '综规',
  sections: [
    { name: 'main', label: label('起草', 'Drafting') },
    { name: 'review', label: label('审核与审议', 'Review and discussion') },
    { name: 'issue', label: label('印发与公布', 'Issue and publication') },
    { name: 'afterwards', label: label('备案', 'Filing') },
  ],
  fields: [
    ...statusFields(states),
    main('text', 'title', '文件名称', 'Title', { required: true, max: 120 }),
    main('date', 'draftedOn', '起草日期', 'Drafted on', { required: true, default: 'today' }),
    main('text', 'draftNumber', '送审稿号', 'Draft number', { max: 60 }),
    main('text', 'drafter', '起草单位', 'Drafted by', { required: true, max: 60 }),
    main('longText', 'basis', '制定依据', 'Basis', { required: true, max: 1000 }),
    main('text', 'consulted', '征求意见', 'Consultation', { max: 300 }),
    review('date', 'reviewedOn', '合法性审核日期', 'Legality review on', from('reviewed')),
    review('text', 'reviewNumber', '审核意见书号', 'Opinion number', { ...from('reviewed'), max: 60 }),
    review('longText', 'opinion', '审核意见', 'Opinion', { askedFrom: 'reviewed', max: 2000 }),
    review('date', 'lawfulOn', '审核合法日期', 'Found lawful on', {
      askedFrom: 'reviewed',
      help: label('意见改完、审核合法之日；未合法不填', 'When found lawful, after amendment; empty where it wasn’t'),
    }),
    review('date', 'discussedOn', '集体审议日期', 'Discussed on', {
      requiredWhen: { all: [inState('discussed', 'issued', 'published', 'filed'), { not: undiscussed }] },
      askedFrom: 'discussed',
    }),
    review('text', 'discussionNumber', '会议纪要号', 'Minutes number', {
      requiredWhen: { field: 'discussedOn', present: true },
      askedFrom: 'discussed',
      max: 60,
    }),
    review('text', 'undiscussedReason', '未集体审议原因', 'Why it wasn’t discussed', { askedFrom: 'issued', max: 200 }),
    issue('date', 'issuedOn', '印发日期', 'Issued on', from('issued')),
    issue('text', 'issueNumber', '发文字号', 'Document number', { ...from('issued'), max: 60 }),
    issue('date', 'validUntil', '有效期至', 'Valid until', { askedFrom: 'issued', future: true }),
    issue('date', 'publishedOn', '公布日期', 'Published on', from('published')),
    issue('text', 'publishedNumber', '信息公开索引号', 'Publication index', { ...from('published'), max: 60 }),
    issue('text', 'publishedAt', '公布渠道', 'Where published', { askedFrom: 'published', max: 100 }),
    afterwards('date', 'filedOn', '备案日期', 'Filed on', from('filed')),
    afterwards('text', 'filingNumber', '备案登记号', 'Filing number', { ...from('filed'), max: 60 }),
    afterwards('files', 'papers', '文本与材料', 'Papers', { max: 20 }),
  ],
  states,
  transitions: [
    { from: 'draft', to: 'drafted', by: officeMovers, label: label('提交', 'Submit') },
    {
      from: 'drafted',
      to: 'reviewed',
      by: officeMovers,
      requires: ['reviewedOn', 'reviewNumber'],
      label: label('审核完成', 'Reviewed'),
    },
    {
      from: 'reviewed',
      to: 'discussed',
      by: officeMovers,
      requires: ['discussedOn', 'discussionNumber'],
      label: label('审议通过', 'Discussed'),
    },
    {
      from: 'discussed',
      to: 'issued',
      by: officeMovers,
      requires: ['issuedOn', 'issueNumber'],
      label: label('印发', 'Issue'),
    },
    {
      from: 'reviewed',
      to: 'issued',
      by: officeMovers,
      requires: ['issuedOn', 'issueNumber', 'undiscussedReason'],
      label: label('未经审议印发', 'Issue undiscussed'),
    },
    {
      from: 'issued',
      to: 'published',
      by: officeMovers,
      requires: ['publishedOn', 'publishedNumber'],
      label: label('公布', 'Publish'),
    },
    {
      from: 'published',
      to: 'filed',
      by: officeMovers,
      requires: ['filedOn', 'filingNumber'],
      label: label('备案', 'File'),
    },
    ...voiding(states),
  ],
  rules: [
    ...inOrder('draftedOn', 'reviewedOn', 'lawfulOn', 'discussedOn', 'issuedOn', 'publishedOn', 'filedOn'),
    ...notBefore('validUntil', 'issuedOn', 'draftedOn'),
  ],
  measures: [
    { id: 'normativeDocuments', add: 1, at: 'issuedOn' },
    share('lawful', 'lawfulOn'),
    share('filed', 'filedOn'),
    share('published', 'publishedOn'),
    share('discussed', 'discussedOn'),
  ],
  title: ['title'],
  subtitle: ['issueNumber', 'drafter'],
}
