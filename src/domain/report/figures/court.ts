import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** (三) 府院联动 government-court liaison and disputes: the figures of section 1.3, in the order of figures.csv. */
export const court: readonly Figure[] = [
  figure(
    'five-ones',
    '1.3',
    '项',
    label('“五个一”机制', 'Five-ones mechanisms'),
    { stock: 'mechanisms.fiveOnes', at: 'end' },
    label('期末在用的“五个一”工作机制数，停用的不计。', 'Mechanisms of the five ones in use at the period’s end.'),
  ),
  figure(
    'joint-meetings',
    '1.3',
    '次',
    label('府院联席会议', 'Government-court meetings'),
    { sum: 'meetings.courtLiaison' },
    label(
      '当年召开的府院联动联席会议次数，按召开日期计入，联合研判会不计。',
      'Government-court meetings by their date, without joint studies.',
    ),
  ),
  figure(
    'circuit-trials',
    '1.3',
    '场',
    label('巡回审判', 'Circuit trials'),
    { sum: 'circuitTrials' },
    label('当年在镇村开庭的巡回审判场数，按开庭日期计入。', 'Hearings held in the township, by their date.'),
  ),
  figure(
    'circuit-trial-attendance',
    '1.3',
    '人次',
    label('巡回审判旁听', 'Circuit trials, attendance'),
    { sum: 'circuitTrials.attendance' },
    label('各场巡回审判旁听群众人次之和。', 'People who came to the circuit trials, summed over them.'),
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
    'government-judgments-performed',
    '1.3',
    '件',
    label('涉府案件履行', 'Judgments performed'),
    { sum: 'courtCases.performed' },
    label(
      '当年履行到位的涉镇政府司法案件数，按履行日期计入。',
      'Cases with the township as a party whose judgment was performed, by the date of performance.',
    ),
  ),
  figure(
    'government-judgments-performance-rate',
    '1.3',
    '%',
    label('涉府案件履行率', 'Judgments performed, rate'),
    { ratio: [{ sum: 'courtCases.duePerformed' }, { sum: 'courtCases.due' }] },
    label(
      '当年到期应履行的案件中已履行的占比，分子分母均按履行期限计入。',
      'Of the judgments due, the share performed; both by the day they were due.',
    ),
  ),
  figure(
    'judge-guided-mediations',
    '1.3',
    '次',
    label('法官指导调解', 'Mediations guided by a judge'),
    { sum: 'judgeGuidances' },
    label(
      '法官下沉网格指导调解的次数，按指导日期计入；一次指导几起调解只计 1 次。',
      'Visits of a judge to a grid by their date; a visit counts once, however many mediations it guided.',
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
