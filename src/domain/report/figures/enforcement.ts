import type { Figure } from '../figure.ts'
import { figure, label, officers } from './define.ts'

/** (二) 规范执法 lawful enforcement: the figures of section 1.2, in the order of figures.csv. */
export const enforcement: readonly Figure[] = [
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
    'administrative-inspections',
    '1.2',
    '次',
    label('行政检查', 'Administrative inspections'),
    { sum: 'inspections.administrative' },
    label(
      '类别为行政检查的检查次数，按检查日期计入，草稿和作废的不计。',
      'Inspections under the administrative programme by their date; drafts and voided ones don’t count.',
    ),
  ),
  figure(
    'certificate-holding-rate',
    '1.2',
    '%',
    label('执法人员持证率', 'Officers holding a certificate'),
    { ratio: [{ stock: 'duties.certified', at: 'end', distinct: true }, officers] },
    label(
      '期末在岗执法人员中，执法证在有效期内的占比。',
      'Of the enforcement officers in post at the period’s end, those whose certificate is valid.',
    ),
  ),
]
