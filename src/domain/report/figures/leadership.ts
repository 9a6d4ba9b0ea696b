import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** (一) 政治责任 the leaders’ part: the figures of section 1.1, in the order of figures.csv. */
export const leadership: readonly Figure[] = [
  figure(
    'central-group-study-sessions',
    '1.1',
    '次',
    label('中心组学习', 'Central group study sessions'),
    { sum: 'trainings.centralGroup' },
    label(
      '类别为党委理论学习中心组、内容为法治的学习次数，按日期计入，草稿和作废的不计。',
      'Sessions of the central study group by their date; drafts and voided ones don’t count.',
    ),
  ),
  figure(
    'cadre-law-trainings',
    '1.1',
    '场',
    label('干部法治培训', 'Law trainings of cadres'),
    { sum: 'trainings.cadre' },
    label(
      '党政班子及村“两委”干部法治培训的场次，按日期计入。',
      'Law trainings of the leaders and village cadres, by their date.',
    ),
  ),
  figure(
    'law-classes',
    '1.1',
    '期',
    label('法治课堂', 'Law classes'),
    { sum: 'trainings.lawClass' },
    label('“法治课堂”的期数，按日期计入。', 'Law classes by their date.'),
  ),
  figure(
    'law-class-attendance',
    '1.1',
    '人次',
    label('法治课堂参加人次', 'Attendance of law classes'),
    { sum: 'trainings.lawClass.attendance' },
    label(
      '各期“法治课堂”签到人次之和，同一人参加几期计几次。',
      'The attendance of all law classes added up; who came twice counts twice.',
    ),
  ),
  figure(
    'key-tasks-assigned',
    '1.1',
    '项',
    label('重点任务', 'Key tasks assigned'),
    { sum: 'tasks' },
    label(
      '当年分工下达的重点任务数，按分工日期计入，完成与否都计。',
      'Key tasks assigned in the period, whether done yet or not.',
    ),
  ),
  figure(
    'leader-briefings',
    '1.1',
    '次',
    label('听取法治工作汇报', 'Leaders’ briefings'),
    { sum: 'briefings' },
    label(
      '党政主要负责人听取法治工作汇报的次数，按日期计入。',
      'Briefings that the leaders heard on the rule of law, by their date.',
    ),
  ),
  figure(
    'hard-problems-solved',
    '1.1',
    '件',
    label('难点问题解决', 'Hard problems solved'),
    { sum: 'hardProblems.solved' },
    label(
      '当年解决的难点问题数，按解决日期计入，提出未解决的不计。',
      'Hard problems solved, by the date of solution; raised ones don’t count before.',
    ),
  ),
  figure(
    'industrial-output',
    '1.1',
    '亿元',
    label('工业总值', 'Industrial output'),
    { typed: 'entered' },
    label(
      '全镇当年工业总值。台账里没有，按统计部门的数填写，注明来源。',
      'The township’s industrial output of the year. No record gives it: it is typed from the statistics office’s figure, with its source.',
    ),
    { decimals: 4 },
  ),
  figure(
    'central-village-project',
    '1.1',
    '万元',
    label('中心村项目投资', 'Central village project'),
    { typed: 'entered' },
    label(
      '中心村项目的投资额。台账里没有，按批复或合同填写，注明来源。',
      'What the central village project cost. No record gives it: it is typed from the approval or contract, with its source.',
    ),
    { decimals: 4 },
  ),
]
