import { row } from '../row.ts'
import { firms, people, type SectionWords } from './wording.ts'

const officers = ['执法人员', '执法队员', '执法干部', '执法力量', '执法队伍', '执法岗位']

/** 二(一) 存在不足. */
export const shortcomings: SectionWords = {
  'enforcement-officers': {
    units: people,
    ways: [
      {
        own: [officers],
        may: ['现有', '仅有', '共有', '配备', '中仅', '持证'],
        not: ['培训', '参加', '选派', '跟班', '参训', '学习', '聘', '组织', '新增', '专业背景', '轮训', '派出'],
      },
    ],
  },
  'professional-officers': {
    units: people,
    ways: [
      {
        own: [
          [
            '专业背景',
            '专业知识',
            '专业资质',
            '专业资格',
            '专业能力',
            '法学背景',
            '专业人员',
            '法律职业资格',
            '专业学历',
          ],
        ],
        around: [officers],
        may: ['仅', '只有', '具备', '具有'],
        not: ['培训', '跟班'],
      },
    ],
  },
  'enterprises-registered': {
    units: firms,
    ways: [
      {
        own: [['企业', '市场主体', '经营主体']],
        around: [
          ['全镇', '辖区', '现有', '共有', '在册', '登记', '注册', '群体', '针对性', '定制', '众多', '面广', '全乡'],
        ],
        not: row(`
  柔性 联络员 手册 检查 规上 配备 走访 指南 指引 咨询 培训 整改 上门
  服务 规模以上 体检 处罚 责令
`),
      },
    ],
  },
  'mushroom-bags': {
    units: ['袋', '棒'],
    ways: [{ own: [['香菇', '食用菌', '菌袋', '袋料', '菌棒', '菇']] }],
  },
}
