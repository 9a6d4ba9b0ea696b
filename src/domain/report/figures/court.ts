import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** (三) 府院联动 government-court liaison and disputes: the figures of section 1.3, in the order of figures.csv. */
export const court: readonly Figure[] = [
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
]
