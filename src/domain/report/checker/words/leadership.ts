import { row } from '../row.ts'
import { attendance, cases, matters, type SectionWords, times } from './wording.ts'

const classes = row(`
  法治课堂 法治讲堂 法治大讲堂 法治小课堂 法律课堂 法律讲堂 法律大讲堂 普法课堂
  普法讲堂 法治夜校 法治讲座 法律讲座 学法课堂 法治微课 法治大课堂
`)
const cadres = row(`
  党政班子 班子成员 领导班子 村两委 两委干部 村干部 镇村干部 村组干部 机关干部
  党员干部 领导干部 全体干部 镇干部 乡镇干部 乡村干部 社区干部 干部法治 干部职工
`)

/** 一(一) 政治责任. */
export const leadership: SectionWords = {
  'central-group-study-sessions': {
    units: times,
    ways: [
      { own: [['中心组']], may: ['学习', '学法', '集体学习', '专题学习', '全年'], not: ['计划', '必学'] },
      {
        own: [['专题学习', '集体学习', '集中学习', '集体学法', '专题学法', '集中学法', '学习研讨']],
        around: [['中心组']],
        not: ['计划', '干部', '培训'],
      },
    ],
  },
  'cadre-law-trainings': {
    units: times,
    ways: [
      {
        own: [['培训', '轮训', '专题班', '培训班', '学习班', '研讨班'], cadres],
        may: ['法治', '法律', '依法行政'],
        not: ['执法人员', '企业', '种植户', '调解员', '网格员', '县级', '安全生产', '中心组'],
      },
    ],
  },
  'law-classes': {
    units: times,
    ways: [{ own: [classes], may: ['开展', '举办', '开设'], not: ['企业', '种植户'] }],
  },
  'law-class-attendance': {
    units: attendance,
    ways: [
      {
        own: [
          ['覆盖', '参加', '参训', '参与', '听课', '培训', '受训', '受众', '受教育', '惠及', '轮训', '参学', '干部'],
        ],
        around: [classes],
        may: cadres,
      },
    ],
  },
  'key-tasks-assigned': {
    units: matters,
    ways: [
      {
        own: [
          ['重点任务', '工作任务', '年度任务', '目标任务', '具体任务', '重点工作', '任务'],
          ['明确', '分解', '分工', '部署', '细化', '列出', '确定', '梳理', '下达', '制定', '清单', '台账', '落实'],
        ],
        may: ['责任', '分工', '法治建设', '要点', '工作要点'],
        not: ['整改任务', '调解', '移送'],
      },
    ],
  },
  'leader-briefings': {
    units: times,
    ways: [
      {
        own: [['汇报'], ['听取']],
        may: ['主要负责人', '党委会', '法治', '书记', '镇长', '专题'],
        not: ['监督员', '企业'],
      },
      {
        own: [
          ['专题研究', '研究部署', '研究'],
          ['法治建设', '法治工作', '法治政府建设', '依法治镇', '依法行政'],
        ],
        not: ['项目', '案件', '创建', '示范'],
      },
    ],
  },
  'hard-problems-solved': {
    units: [...cases, '项'],
    ways: [
      {
        own: [
          ['难点问题', '难题', '难点', '疑难问题', '热点问题', '堵点', '复杂问题', '棘手问题', '突出问题'],
          ['解决', '破解', '协调', '化解', '攻克', '推动', '牵头', '处置', '攻坚'],
        ],
        may: ['主要负责人', '牵头', '包案', '领办', '督办'],
      },
    ],
  },
  'industrial-output': {
    units: ['元'],
    ways: [{ own: [['工业总值', '工业总产值', '工业产值', '规上工业产值', '规上工业总产值']] }],
  },
  'central-village-project': {
    units: ['元'],
    ways: [{ own: [['中心村']] }],
  },
}
