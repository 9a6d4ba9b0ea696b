import type { Figure } from '../figure.ts'
import { figure, label, officers } from './define.ts'

/** 二(一) 存在不足 what is lacking: the figures of section 2.1, in the order of figures.csv. */
export const shortcomings: readonly Figure[] = [
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
    'mushroom-bags',
    '2.1',
    '万袋',
    label('香菇种植规模', 'Mushroom bags grown'),
    { typed: 'entered' },
    label(
      '全镇当年种植香菇的袋数。台账里没有，按农业统计的数填写，注明来源。',
      'Bags of mushrooms grown in the year. No record gives it: it is typed from the farming statistics, with its source.',
    ),
    { decimals: 4 },
  ),
]
