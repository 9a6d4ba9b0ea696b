/** A session as it was held; where named people went, `by` is who held it, else who spoke. */
export type Held = {
  readonly day: string
  readonly type: string
  readonly topic: string
  readonly place?: string
  readonly by?: string
  readonly attendance?: number
  readonly people?: readonly string[]
  readonly hours?: number
  readonly audience?: string
}

const group = (day: string, topic: string, attendance: number): Held => ({
  day,
  type: 'centralGroup',
  topic,
  place: '镇党委会议室',
  attendance,
  audience: '党委理论学习中心组成员',
})
const county = (day: string, topic: string, by: string, people: readonly string[]): Held => ({
  day,
  type: 'county',
  topic,
  place: '县城',
  by,
  people,
  hours: 8,
})
const shadowing = (day: string, topic: string, by: string, person: string): Held => ({
  day,
  type: 'shadowing',
  topic,
  by,
  people: [person],
  hours: 80,
})
const session = (day: string, type: string, topic: string, attendance: number, by?: string): Held => ({
  day,
  type,
  topic,
  place: type === 'cadre' ? '镇政府二楼会议室' : '综合执法大队会议室',
  attendance,
  ...(by === undefined ? {} : { by }),
})

/** Everything but the law classes. */
export const meetings: readonly Held[] = [
  group('2024-03-22', '习近平法治思想核心要义', 15),
  group('2024-07-19', '宪法与乡镇政府职权', 14),
  group('2024-11-22', '行政处罚法修订要点', 15),
  group('2025-02-21', '习近平法治思想专题学习', 16),
  group('2025-05-23', '中央八项规定精神与依法行政', 15),
  group('2025-08-22', '涉企行政执法专项行动部署', 16),
  group('2025-11-21', '法治政府建设实施纲要', 15),
  session('2024-04-18', 'cadre', '村“两委”干部法治培训', 78),
  session('2025-04-17', 'cadre', '党政班子和村“两委”干部法治培训（一）', 92),
  session('2025-10-16', 'cadre', '党政班子和村“两委”干部法治培训（二）', 88),
  session('2024-03-15', 'officer', '行政处罚法实务', 26, '宋知微'),
  session('2024-06-21', 'officer', '执法文书制作', 25, '宋知微'),
  session('2024-10-18', 'officer', '行政强制法要点', 27, '县司法局法制股'),
  session('2025-03-14', 'officer', '行政执法“三项制度”实务', 30, '宋知微'),
  session('2025-06-13', 'officer', '安全生产法与现场检查', 28, '县应急管理局'),
  session('2025-09-12', 'officer', '涉企检查备案与“扫码入企”', 33, '县司法局法制股'),
  session('2025-12-12', 'officer', '土地管理法与卫片执法', 29, '县自然资源局'),
  county('2024-05-15', '全县行政执法骨干培训', '县司法局', ['陈禾', '周映山', '贺建林']),
  county('2024-09-19', '执法案卷制作培训', '县司法局', ['乔雨薇', '田守业']),
  county('2025-04-10', '全县行政执法人员轮训', '县司法局', ['陈禾', '周映山', '贺建林']),
  county('2025-07-24', '畜禽养殖污染防治执法培训', '县生态环境分局', ['乔雨薇', '田守业', '郭晓峰']),
  county('2025-10-23', '卫片图斑整改实操培训', '县自然资源局', ['陈禾', '樊静']),
  session('2024-05-30', 'caseDiscussion', '一起噪声扰民案的处理', 12),
  session('2024-11-14', 'caseDiscussion', '占道经营案证据收集', 11),
  session('2025-05-15', 'caseDiscussion', '养殖户粪污直排案研讨', 13),
  session('2025-08-14', 'caseDiscussion', '耕地堆土图斑整改案研讨', 14),
  session('2025-11-13', 'caseDiscussion', '轻微免罚适用案例研讨', 12),
  session('2025-06-26', 'expert', '畜禽养殖污染整治执法要点', 31, '县农业农村局高级畜牧师'),
  session('2025-09-25', 'expert', '卫片图斑判读与举证', 29, '县自然资源局执法大队专家'),
  shadowing('2024-09-09', '跟班学习案卷审核', '县司法局', '乔雨薇'),
  shadowing('2025-05-12', '跟班学习交通执法', '县交通运输执法大队', '郭晓峰'),
  shadowing('2025-07-14', '跟班学习消防监督', '县消防救援大队', '樊静'),
  shadowing('2025-09-15', '跟班学习耕地保护执法', '县自然资源局执法大队', '谢文博'),
]

const lawClass = (day: string, topic: string, attendance: number, by: string): Held => ({
  day,
  type: 'lawClass',
  topic,
  place: '镇便民服务中心三楼',
  attendance,
  by,
  hours: 2,
  audience: '镇村干部',
})

/** The law classes: 8 in 2024, 12 with 863 people in 2025. */
export const classes: readonly Held[] = [
  lawClass('2024-02-28', '民法典与农村生活', 58, '宋知微'),
  lawClass('2024-04-10', '宅基地管理问答', 61, '程远'),
  lawClass('2024-05-22', '农民工工资支付条例', 55, '高立新'),
  lawClass('2024-06-27', '禁毒法与罂粟铲除', 63, '派出所民警'),
  lawClass('2024-08-21', '未成年人保护法', 57, '韩秉正'),
  lawClass('2024-09-25', '土地承包法问答', 60, '宋知微'),
  lawClass('2024-11-06', '信访工作条例', 62, '程远'),
  lawClass('2024-12-04', '宪法日专题', 70, '宋知微'),
  lawClass('2025-01-15', '行政执法权从哪里来', 74, '程远'),
  lawClass('2025-02-19', '农村土地经营权流转', 68, '宋知微'),
  lawClass('2025-03-19', '妇女权益保障法', 71, '韩秉正'),
  lawClass('2025-04-16', '安全生产的村级责任', 82, '县应急管理局'),
  lawClass('2025-05-21', '民法典里的邻里关系', 66, '韩秉正'),
  lawClass('2025-06-18', '畜禽规模养殖污染防治条例', 70, '县生态环境分局'),
  lawClass('2025-07-23', '防汛条例与应急处置', 75, '程远'),
  lawClass('2025-08-20', '耕地保护与卫片执法', 69, '县自然资源局'),
  lawClass('2025-09-17', '人民调解法与司法确认', 73, '吕长青'),
  lawClass('2025-10-22', '村“两委”换届纪律与法律', 77, '宋知微'),
  lawClass('2025-11-19', '反电诈与个人信息保护', 64, '派出所民警'),
  lawClass('2025-12-04', '国家宪法日专题', 74, '宋知微'),
]
