import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** (二) 规范执法 up to the officers: powers, enterprises, their liaison; the figures of section 1.2, in the order of figures.csv. */
export const enterprises: readonly Figure[] = [
  figure(
    'power-items-cut',
    '1.2',
    '项',
    label('压减执法事项', 'Power items cut'),
    { sum: 'powerItems.removed' },
    label('当年取消的执法事项数，按取消日期计入。', 'Power items removed in the period, by the date of removal.'),
  ),
  figure(
    'power-items-cut-rate',
    '1.2',
    '%',
    label('执法事项压减率', 'Power items cut, rate'),
    { ratio: [{ sum: 'powerItems.removed' }, { stock: 'powerItems', at: 'start' }] },
    label(
      '当年取消的执法事项数，除以期初（前一日）在册的事项数。',
      'Items removed in the period, of those in the register on the evening before it.',
    ),
  ),
  figure(
    'enterprises-soft-inspected',
    '1.2',
    '家',
    label('柔性检查企业', 'Enterprises softly inspected'),
    { distinct: 'inspections.softEnterprises' },
    label(
      '当年接受涉企柔性检查的企业数，同一企业查几次只计 1 家。',
      'Different enterprises with a soft inspection in the period; one counts once however often it was visited.',
    ),
  ),
  figure(
    'rough-enforcement-complaints',
    '1.2',
    '起',
    label('粗暴、过度执法', 'Rough or excessive enforcement'),
    { sum: 'complaints.upheld' },
    label(
      '经核查属实的执法投诉数，按认定属实的日期计入；待查和不属实的不计。',
      'Complaints that were upheld, by the date of that finding; open and dismissed ones don’t count.',
    ),
  ),
  figure(
    'enterprises-with-liaison',
    '1.2',
    '家',
    label('配联络员的规上企业', 'Enterprises with a liaison officer'),
    { stock: 'enterprises.liaison', at: 'end' },
    label(
      '期末在规且已配法治联络员的规上企业数，从两者较晚之日起，到较早结束之日止。',
      'Enterprises above designated size with a liaison officer at the period’s end: from the later of both beginnings to the earlier of both ends.',
    ),
  ),
  figure(
    'liaison-consultations',
    '1.2',
    '次',
    label('企业法律咨询', 'Consultations for enterprises'),
    { sum: 'consultations' },
    label(
      '法治联络员向企业提供法律咨询的次数，按咨询日期计入。',
      'Consultations that liaison officers gave to enterprises, by their date.',
    ),
  ),
  figure(
    'enterprise-disputes-resolved',
    '1.2',
    '件',
    label('涉企纠纷化解', 'Enterprise disputes resolved'),
    { sum: 'enterpriseDisputes.resolved' },
    label(
      '法治联络员自行化解的合同、劳资等纠纷，按办结日期计入，不含调解中心的民间纠纷。',
      'Disputes that liaison officers resolved themselves, by the date of conclusion; not among the civil disputes mediated.',
    ),
  ),
  figure(
    'officer-law-trainings',
    '1.2',
    '次',
    label('执法人员法律培训', 'Law trainings of officers'),
    { sum: 'trainings.officer' },
    label(
      '类别为执法人员培训的次数，按日期计入，县级培训另计。',
      'Law trainings of the officers by their date; the county’s are counted apart.',
    ),
  ),
  figure(
    'officer-law-training-attendance',
    '1.2',
    '人次',
    label('执法人员培训人次', 'Attendance of officers’ trainings'),
    { sum: 'trainings.officer.attendance' },
    label(
      '各次执法人员培训签到人次之和，含辅助人员。',
      'The attendance of those trainings added up, auxiliaries among it.',
    ),
  ),
]
