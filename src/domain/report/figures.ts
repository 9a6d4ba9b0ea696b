import type { Label } from '../kinds/kind.ts'
import type { Expression, Figure } from './figure.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

const figure = (
  id: string,
  section: string,
  unit: string,
  name: Label,
  expression: Expression,
  definition: Label,
  shown: { readonly decimals?: number; readonly scale?: number } = {},
): Figure => ({
  id,
  section,
  label: name,
  unit,
  expression,
  definition,
  decimals: shown.decimals ?? ('ratio' in expression ? 1 : 0),
  scale: shown.scale ?? 1,
})

const officers: Expression = { stock: 'duties.enforcement', at: 'end', distinct: true }

/** The figures that are built so far, in the order of figures.csv; ids are permanent (DESIGN.md 3). */
export const figures: readonly Figure[] = [
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
  figure(
    'administrative-disputes-resolved',
    '1.3',
    '件',
    label('行政争议化解', 'Administrative disputes resolved'),
    { sum: 'mediations.administrative.resolved' },
    label(
      '当年办结的行政争议中，达成协议或撤诉、撤回复议的件数，按办结日期计入。',
      'Administrative disputes concluded with an agreement or withdrawn, by the date of conclusion.',
    ),
  ),
  figure(
    'administrative-dispute-resolution-rate',
    '1.3',
    '%',
    label('行政争议化解率', 'Administrative disputes resolved, rate'),
    { ratio: [{ sum: 'mediations.administrative.resolved' }, { sum: 'mediations.administrative.concluded' }] },
    label(
      '当年办结的行政争议中，达成协议或撤诉、撤回复议的占比。按办结日期计入，移送的不计。',
      'Of those concluded, the share agreed or withdrawn; transferred ones are in neither.',
    ),
  ),
  figure(
    'disputes-mediated',
    '1.3',
    '件',
    label('民间纠纷调解', 'Disputes mediated'),
    { sum: 'mediations.people.agreed' },
    label(
      '当年办结并达成协议的民间纠纷件数，按办结日期计入。',
      'Civil disputes concluded with an agreement, by the date of conclusion.',
    ),
  ),
  figure(
    'mediation-success-rate',
    '1.3',
    '%',
    label('调解成功率', 'Mediation success rate'),
    { ratio: [{ sum: 'mediations.people.agreed' }, { sum: 'mediations.people.concluded' }] },
    label(
      '当年办结的民间纠纷中达成协议的占比。办理中和移送的不计。',
      'Of the civil disputes concluded, the share agreed; open and transferred ones are in neither.',
    ),
    { decimals: 2 },
  ),
  figure(
    'villages',
    '1.3',
    '个',
    label('行政村', 'Villages'),
    { stock: 'villages', at: 'end' },
    label('期末在册的行政村数。', 'Villages in the register at the period’s end.'),
  ),
  figure(
    'safety-inspections',
    '1.5',
    '次',
    label('安全生产检查', 'Safety inspections'),
    { sum: 'inspections.safety' },
    label(
      '类别为安全生产检查的检查次数，按检查日期计入，草稿和作废的不计。',
      'Inspections under the safety programme by their date; drafts and voided ones don’t count.',
    ),
  ),
  figure(
    'hazards-rectified',
    '1.5',
    '项',
    label('整改隐患', 'Hazards rectified'),
    { sum: 'hazards.safety' },
    label(
      '来自安全生产检查、当年销号的隐患数。按销号日期计入，未销号的不计。',
      'Hazards of safety inspections that were closed, by the date of closure.',
    ),
  ),
  figure(
    'livestock-farms-checked',
    '1.5',
    '家',
    label('排查养殖场户', 'Livestock farms checked'),
    { distinct: 'inspections.livestockFarms' },
    label('当年排查过的畜禽养殖场户数，同一户查几次只计 1 家。', 'Different livestock farms checked; one counts once.'),
  ),
  figure(
    'livestock-problems-rectified',
    '1.5',
    '起',
    label('养殖问题整改', 'Livestock problems rectified'),
    { sum: 'hazards.livestock' },
    label(
      '来自畜禽养殖排查、当年销号的问题数，按销号日期计入。',
      'Problems of livestock checks that were closed, by the date of closure.',
    ),
  ),
  figure(
    'enforcement-officers',
    '2.1',
    '名',
    label('执法人员', 'Enforcement officers'),
    officers,
    label('期末在岗的执法人员数。', 'People with an enforcement duty at the period’s end.'),
  ),
  figure(
    'professional-officers',
    '2.1',
    '名',
    label('专业执法人员', 'Professional officers'),
    { stock: 'duties.professional', at: 'end', distinct: true },
    label(
      '期末在岗执法人员中，有交通、消防、耕地保护专业背景的人数。',
      'Of them, those with a background in traffic, fire or farmland.',
    ),
  ),
  figure(
    'enterprises-registered',
    '2.1',
    '家',
    label('在册企业', 'Enterprises registered'),
    { stock: 'enterprises', at: 'end' },
    label('期末在册的企业数，养殖户不计。', 'Enterprises in the register at the period’s end, without households.'),
  ),
  figure(
    'latent-disputes-dissolved',
    '2.3',
    '件',
    label('化解潜在争议', 'Latent disputes dissolved'),
    { sum: 'mediations.latent.agreed' },
    label(
      '类别为潜在争议、当年达成协议的件数，不计入民间纠纷和行政争议。',
      'Latent disputes concluded with an agreement, kept apart from the civil and administrative ones.',
    ),
  ),
]
