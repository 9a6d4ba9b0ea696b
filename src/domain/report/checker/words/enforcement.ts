import { row } from '../row.ts'
import { attendance, cases, files, firms, matters, people, problems, type SectionWords, times } from './wording.ts'

const officers = ['执法人员', '执法队员', '执法干部', '执法队伍', '执法力量', '综合执法队', '执法中队']
const trainings = ['培训', '轮训', '练兵', '集训', '专题学习', '学习班', '业务学习', '集中学习']
const enforcing = [
  '执法规范化培训',
  '执法业务培训',
  '执法培训',
  '执法实务',
  '执法知识培训',
  '执法专题培训',
  '执法能力培训',
]
const cut = ['压减', '精简', '削减', '取消', '核减', '清减', '剔除', '调减', '减少']
/** What is left is not what was cut. */
const left = ['保留', '率', '压减至', '减至', '精简至', '压缩至', '减少至', '减到']
const powers = ['事项', '权力', '职权', '权责', '赋权']
const soft = ['柔性检查', '柔性执法', '柔性', '体检式', '服务型检查', '服务式检查', '说理式', '非现场检查']
const enterprises = ['企业', '市场主体', '经营主体', '商户', '厂家']
const liaison = ['联络员', '法治专员', '服务专员', '法治联络', '法务联络', '法治服务专员', '法治管家', '法律管家']
const monitors = ['监督员']
const caseFiles = ['案卷', '卷宗', '执法档案']
const qualified = ['合格', '达标', '优秀率', '合格标准', '合格率']
const above = [
  '县级',
  '市级',
  '省级',
  '上级',
  '县里',
  '县司法局',
  '市县',
  '县局',
  '县市',
  '区级',
  '区里',
  '区司法局',
  '县法制',
]
const rough = row(`
  粗暴执法 粗暴 过度执法 野蛮执法 选择性执法 随意执法 逐利执法 趋利执法 乱执法
  不文明执法 一刀切 执法扰民 暴力执法 以罚代管
`)

/** 一(二) 执法规范. */
export const enforcement: SectionWords = {
  'power-items-cut': {
    units: matters,
    ways: [
      { own: [cut, powers], may: ['清单', '综合执法', '执法事项', '非必要'], not: left },
      { own: [cut], around: [powers], not: [...left, '时限', '材料', '环节'] },
    ],
  },
  'power-items-cut-rate': {
    units: ['%'],
    ways: [
      { own: [['压减率', '精简率', '削减率', '压减比例', '精简比例', '压缩率', '削减比例']], may: powers },
      { own: [cut], around: [powers], not: ['时限', '时间', '用时'] },
    ],
  },
  'enterprises-soft-inspected': {
    units: firms,
    ways: [
      { own: [soft, enterprises] },
      { own: [soft], not: ['问题'] },
      { own: [enterprises, ['检查', '走访', '覆盖']], around: [soft], not: ['联络员', '手册', '咨询'] },
    ],
  },
  'rough-enforcement-complaints': {
    units: cases,
    says: ['none'],
    ways: [
      { own: [rough] },
      { own: [['投诉', '举报', '复议纠错']], around: [['执法']], not: ['化解', '受理', '办结', '信访'] },
    ],
  },
  'enterprises-with-liaison': {
    units: firms,
    ways: [{ own: [liaison, enterprises], may: ['规上企业', '配备', '选派', '专属'] }],
  },
  'liaison-consultations': {
    units: [...times, '件', '条', '人次'],
    ways: [
      {
        own: [['法律咨询', '法治咨询', '政策咨询', '咨询', '法律服务', '法律意见']],
        around: [[...liaison, ...enterprises]],
        not: ['群众', '村民', '居民', '农户', '决策'],
      },
    ],
  },
  'enterprise-disputes-resolved': {
    units: cases,
    ways: [
      {
        own: [
          ['纠纷', '争议', '矛盾'],
          ['劳资', '合同', '涉企', '用工', '薪', '债务', '企业', '经营'],
        ],
        around: [[...liaison, ...enterprises]],
        not: ['邻里', '婚姻', '家庭', '排查', '行政争议'],
      },
      { own: [['涉企纠纷', '企业纠纷', '涉企矛盾', '涉企矛盾纠纷']], not: ['排查'] },
    ],
  },
  'officer-law-trainings': {
    units: times,
    ways: [
      { own: [officers, trainings], not: [...above, '跟班', '研讨', '专家', '网格员'] },
      { own: [enforcing], not: [...above, '跟班', '研讨', '专家', '网格员'] },
      {
        own: [trainings],
        around: [officers],
        not: [...above, '跟班', '研讨', '专家', '两委', '班子', '干部', '企业', '调解员', '网格员', '种植户', '中心组'],
      },
    ],
  },
  'officer-law-training-attendance': {
    units: attendance,
    ways: [
      {
        own: [['参训', '培训', '参加', '轮训', '受训', '参学', '覆盖', '参与']],
        around: [
          [...officers, ...enforcing],
          [...trainings, ...enforcing],
        ],
        not: [...above, '跟班', '选派'],
      },
    ],
  },
  'certificates-reviewed': {
    units: [...files, '人', '名', '张'],
    ways: [
      {
        own: [
          ['年审', '审验', '年检', '换证', '注册'],
          ['执法证', '证件', '执法证件', '资格证', '证'],
        ],
      },
    ],
  },
  'administrative-inspections': {
    units: [...times, '家次', '户次'],
    ways: [
      {
        own: [['行政检查', '行政执法检查', '执法检查', '综合执法检查', '执法巡查', '入企检查', '日常执法检查']],
        may: ['行政指导', '行政处罚', '累计'],
        not: ['监督检查', '安全生产', '柔性', '养殖'],
      },
    ],
  },
  'administrative-guidance': {
    units: [...times, '件', '起', '人次'],
    ways: [{ own: [['行政指导', '行政提示', '行政建议', '行政约谈', '指导服务']] }],
  },
  'penalty-cases': {
    units: [...cases, '卷'],
    ways: [
      {
        own: [['行政处罚', '处罚案件', '处罚', '立案查处', '查处', '办理案件', '查办案件', '执法案件', '立案']],
        not: ['不予处罚', '免罚', '不罚', '评查', '从轻', '减轻', '免予'],
      },
    ],
  },
  'case-files-reviewed': {
    units: files,
    ways: [
      {
        own: [caseFiles, ['评查', '抽查', '自查', '抽取', '评审', '检查']],
        notAround: monitors,
        not: ['合格', '问题'],
      },
    ],
  },
  'irregular-acts-corrected': {
    units: problems,
    ways: [
      {
        own: [
          [
            '不规范执法',
            '执法不规范',
            '不规范行为',
            '不当执法',
            '执法不当',
            '瑕疵',
            '违规执法',
            '执法问题',
            '不规范问题',
            '程序问题',
          ],
          ['纠正', '整改', '督促', '改正'],
        ],
        may: ['案卷', '评查'],
        notAround: monitors,
      },
      {
        own: [['纠正', '改正', '督促整改']],
        around: [['不规范执法', '执法不规范', '不规范行为', '瑕疵', '评查']],
        notAround: [...monitors, '养殖'],
      },
    ],
  },
  'case-files-qualified-rate': {
    units: ['%'],
    says: ['all'],
    ways: [
      { own: [caseFiles, qualified], may: ['评查'], not: ['提升', '提高'] },
      { own: [['合格率', '优良率', '达标率']], around: [caseFiles] },
    ],
  },
  'county-trainings': {
    units: times,
    ways: [{ own: [above, trainings], may: [...officers, '参加', '组织'], not: ['专家', '授课', '跟班'] }],
  },
  'county-training-officers': {
    units: [...people, '人次'],
    ways: [
      {
        own: [[...officers, '选派', '组织', '选送', '参加', '派出']],
        around: [above, trainings],
        may: ['参加', '组织'],
        not: ['跟班', '跟岗', '聘', '参训'],
      },
    ],
  },
  'case-discussions': {
    units: times,
    ways: [
      {
        own: [
          ['案例研讨', '案例讨论', '案件研讨', '案例分析', '案例剖析', '案例评析', '案件会商', '案例研学', '案件讨论'],
        ],
      },
    ],
  },
  'certificate-holding-rate': {
    units: ['%'],
    says: ['all'],
    ways: [{ own: [['持证率', '持证上岗率', '持证上岗', '持证执法', '持证比例', '取证率']], may: officers }],
  },
  'monitors-appointed': {
    units: people,
    ways: [
      { own: [monitors, ['聘请', '聘任', '选聘', '聘用', '特邀', '聘', '邀请', '选任']] },
      { own: [monitors], not: ['检查', '参与', '督查'] },
    ],
  },
  'monitor-inspections': {
    units: times,
    ways: [
      {
        own: [['监督检查', '执法监督', '监督活动', '督查', '明察暗访', '督导', '检查', '监督', '巡查']],
        around: [monitors],
      },
    ],
  },
  'monitor-case-files-checked': {
    units: files,
    ways: [
      { own: [caseFiles], around: [monitors], may: ['核查', '检查', '抽查', '查阅', '评查'], not: ['合格', '问题'] },
    ],
  },
  'monitor-problems-rectified': {
    units: problems,
    ways: [
      { own: [['问题', '不规范', '瑕疵']], around: [monitors], may: ['装订', '案卷', '整改', '督促'], not: ['合格'] },
      { own: [['整改', '纠正', '改正']], around: [monitors], not: ['合格', '隐患', '图斑', '排污口', '畜禽'] },
    ],
  },
  'monitor-case-files-qualified-rate': {
    units: ['%'],
    says: ['all'],
    ways: [
      { own: [caseFiles, qualified], around: [monitors] },
      { own: [['合格率', '优良率', '达标率']], around: [monitors, caseFiles] },
    ],
  },
}
