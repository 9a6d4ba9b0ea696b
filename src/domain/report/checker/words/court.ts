import { row } from '../row.ts'
import { attendance, cases, type SectionWords, times } from './wording.ts'

const courts = ['府院', '法院', '行政审判', '法庭']
const circuit = ['巡回审判', '巡回法庭', '巡回开庭', '巡回庭审', '巡回办案', '现场庭审', '巡回审理']
const resolved = ['化解', '调处', '调解', '解决', '办结', '调成', '和解', '处置', '处理']
const administrative = ['行政争议', '行政复议', '行政诉讼', '行政纠纷', '行政案件']
const civil = row(`
  邻里 劳务 民间纠纷 婚姻 家庭 矛盾纠纷 各类纠纷 民事纠纷 婚恋 宅基地 赡养
  民间矛盾 社会矛盾 纠纷调解 劳动 土地纠纷 山林 债务纠纷 相邻
`)
const judgments = row(`
  生效判决 生效裁判 涉镇政府 涉府 涉政府 涉镇 司法案件 裁判文书 法院判决 判决 裁判
  涉诉案件 败诉案件 生效法律文书
`)
const notPeoples = ['潜在', '行政争议', '涉企', '劳资', '苗头', '排查出', '受理', '线索', '疑难']

/** 一(三) 府院联动. */
export const court: SectionWords = {
  'five-ones': {
    units: [],
    says: ['ones'],
    ways: [
      {
        own: [['机制', '工作法', '模式', '体系', '制度', '府院', '联动']],
        field: [[...courts, '联动', '联调', '司法', '调解']],
        not: ['活动', '工程'],
      },
    ],
  },
  'joint-meetings': {
    units: times,
    ways: [
      {
        own: [['联席会议', '联席会', '联动会议', '府院会商', '会商会', '座谈会']],
        around: [courts],
        not: ['信访联席', '研判会', '安全生产', '计划'],
      },
    ],
  },
  'circuit-trials': {
    units: [...times, '件'],
    ways: [{ own: [circuit] }],
  },
  'circuit-trial-attendance': {
    units: attendance,
    ways: [
      {
        own: [['覆盖', '旁听', '参加', '参与', '受教育', '惠及', '观摩', '吸引', '群众', '村民', '听审']],
        around: [circuit],
      },
    ],
  },
  'administrative-disputes-resolved': {
    units: cases,
    ways: [
      {
        own: [[...administrative, '争议'], resolved],
        around: [administrative],
        not: ['潜在', '劳资', '合同', '受理', '苗头'],
      },
      { own: [resolved], around: [administrative], not: ['潜在', '纠纷', '企业', '受理', '问题', '苗头'] },
    ],
  },
  'administrative-dispute-resolution-rate': {
    units: ['%'],
    ways: [
      {
        own: [['化解率', '调处率', '调解率', '化解成功率', '实质化解率', '调撤率', '成功率']],
        around: [administrative],
      },
    ],
  },
  'government-judgments-performed': {
    units: cases,
    ways: [
      {
        own: [judgments, ['履行', '执行']],
        not: ['申请'],
      },
      { own: [['履行', '执行到位', '执行完毕']], around: [judgments] },
    ],
  },
  'government-judgments-performance-rate': {
    units: ['%'],
    says: ['all'],
    ways: [
      { own: [['履行率', '履行到位率', '自动履行率', '执行率', '执行到位率']] },
      { own: [judgments, ['履行', '执行']] },
      { own: [['履行', '执行到位', '执行完毕']], around: [judgments] },
    ],
  },
  'judge-guided-mediations': {
    units: [...times, '人次', '件'],
    ways: [
      {
        own: [
          ['法官', '法庭干警', '审判人员', '法院干警'],
          ['指导', '调解', '下沉', '进网格', '入网格', '驻点'],
        ],
        not: ['授课', '讲座', '宣讲'],
      },
      { own: [['指导调解', '参与调解', '指导人民调解']], around: [['法官', '法庭', '法院']] },
    ],
  },
  'disputes-mediated': {
    units: cases,
    ways: [
      { own: [['纠纷', '矛盾', ...civil], resolved, civil], not: notPeoples, notAround: ['联络员'] },
      {
        own: [['调解案件', '人民调解', '调解纠纷', '调处纠纷', '化解纠纷', '化解矛盾'], resolved],
        not: notPeoples,
        notAround: ['联络员'],
      },
      { own: [resolved], around: [civil], not: [...notPeoples, '争议', '企业', '问题', '隐患'], notAround: ['联络员'] },
    ],
  },
  'mediation-success-rate': {
    units: ['%'],
    ways: [
      { own: [['调解成功率', '调处成功率', '调成率', '调解率']], not: ['行政争议'] },
      {
        own: [['化解率', '调处率', '成功率', '化解成功率', '调处化解率']],
        around: [[...civil, '纠纷', '人民调解']],
        not: ['行政争议', '处置'],
      },
    ],
  },
  villages: {
    units: ['个'],
    ways: [
      {
        own: [['换届', '两委', '全镇', '全乡', '辖', '全域', '各村', '所有', '现有', '共有']],
        next: ['村', '行政村', '建制村', '村居'],
        not: ['集体经济', '增收', '试点', '示范', '创建'],
      },
    ],
  },
}
