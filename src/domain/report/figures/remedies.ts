import type { Figure } from '../figure.ts'
import { figure, label } from './define.ts'

/** 二(三) 整改情况 what was done about it: the figures of section 2.3, in the order of figures.csv. */
export const remedies: readonly Figure[] = [
  figure(
    'expert-lectures',
    '2.3',
    '场',
    label('专题授课', 'Expert lectures'),
    { sum: 'trainings.expert' },
    label('邀请专家专题授课的场次，按日期计入。', 'Lectures of invited experts, by their date.'),
  ),
  figure(
    'officers-shadowing',
    '2.3',
    '名',
    label('跟班学习', 'Officers shadowing'),
    { distinct: 'trainings.shadowing.officers' },
    label(
      '当年选派跟班学习的人员数，一人几次只计 1 名。',
      'Different people sent to shadow colleagues; one counts once.',
    ),
  ),
  figure(
    'professional-case-accuracy',
    '2.3',
    '%',
    label('专业案例处置正确率', 'Professional cases handled correctly'),
    { ratio: [{ sum: 'caseLibrary.correct' }, { sum: 'caseLibrary.assessed' }] },
    label(
      '案例库中当年评估的案例里，处置正确的占比，按评估日期计入。',
      'Of the cases assessed in the period, those handled correctly.',
    ),
  ),
  figure(
    'compliance-manuals',
    '2.3',
    '家',
    label('合规手册', 'Compliance manuals'),
    { distinct: 'complianceManuals.enterprises' },
    label(
      '当年收到定制合规手册的企业数，同一企业几册只计 1 家。',
      'Different enterprises that received a manual of their own.',
    ),
  ),
  figure(
    'grower-talks',
    '2.3',
    '场',
    label('种植户宣讲', 'Talks to growers'),
    { sum: 'publicity.growerTalk' },
    label(
      '种植户权益宣讲的场次，按日期计入，不计入普法宣传场次。',
      'Talks to growers on their rights; not among the publicity events.',
    ),
  ),
  figure(
    'short-videos',
    '2.3',
    '条',
    label('短视频', 'Short videos'),
    { sum: 'publicity.video' },
    label('当年发布的普法短视频条数，按发布日期计入。', 'Short videos published, by their date.'),
  ),
  figure(
    'video-reach',
    '2.3',
    '人次',
    label('短视频覆盖', 'Reach of the videos'),
    { sum: 'publicity.video.audience' },
    label('各条短视频推送覆盖人次之和。', 'The reach of those videos added up.'),
  ),
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
    'new-mediators',
    '2.3',
    '名',
    label('新增调解人员', 'New mediators'),
    { sum: 'duties.mediatorsBegun' },
    label('当年新任调解员的任职数，按任职日期计入。', 'Mediators’ duties that began in the period.'),
  ),
  figure(
    'clue-transfer-efficiency-gain',
    '2.3',
    '%',
    label('移送效率提升', 'Faster clue transfer'),
    { fall: { ratio: [{ sum: 'clueTransfers.days' }, { sum: 'clueTransfers' }] } },
    label(
      '线索从上报到移送的平均天数，比上年同期下降的百分比，按移送日期计入。',
      'By how much the average days from report to transfer fell against the year before, by the date of transfer.',
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
