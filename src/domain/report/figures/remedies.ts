import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** 二(三) 整改情况 what was done about it: the figures of section 2.3, in the order of figures.csv. */
export const remedies: readonly Figure[] = [
  figure(
    'joint-studied-projects',
    '2.3',
    '个',
    label('项目联合研判', 'Projects studied jointly'),
    { distinct: 'meetings.jointProjects' },
    label(
      '当年联合研判会研判过的项目数，同一项目研判几次只计 1 个。',
      'Different projects that joint studies dealt with; one counts once.',
    ),
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
