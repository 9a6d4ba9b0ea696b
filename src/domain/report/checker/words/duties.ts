import { row } from '../row.ts'
import { attendance, cases, firms, problems, type SectionWords, times } from './wording.ts'

const livestock = ['畜禽', '养殖场', '养殖户', '养殖场户', '规模养殖', '养殖']
const publicity = row('普法宣传 法治宣传 普法活动 普法宣讲 法律宣传 法治宣讲 法律宣讲 普法 法治文艺 送法')
const rectified = ['整改', '治理', '消除', '销号', '整治', '闭环', '督改', '完成整改', '排除']
const parcels = ['个', '处', '块', '宗', '幅']

/** 一(五) 依法履职. */
export const duties: SectionWords = {
  'investment-projects-reviewed': {
    units: ['个', '项', '件', '份'],
    ways: [
      {
        own: [
          [
            '招引项目',
            '招商项目',
            '招商引资项目',
            '招商引资',
            '引进项目',
            '签约项目',
            '招商协议',
            '招商合同',
            '落地项目',
          ],
          ['审查', '审核', '合法性', '把关'],
        ],
      },
    ],
  },
  'land-transfer-kiwi': { units: ['亩'], ways: [{ own: [['猕猴桃']] }] },
  'land-transfer-herbs': { units: ['亩'], ways: [{ own: [['中药材', '药材', '药源']] }] },
  'land-transfer-petitions': {
    units: cases,
    says: ['none'],
    ways: [
      {
        own: [['信访', '上访', '纠纷', '信访纠纷']],
        around: [['流转']],
        not: ['化解', '调解', '研判', '解决', '调处', '处理'],
      },
    ],
  },
  'ruins-demolished': {
    units: ['处', '座', '间', '个', '栋', '户'],
    ways: [
      {
        own: [
          ['残垣断壁', '断壁残垣', '残墙断壁', '残垣', '危旧房', '废弃房屋', '危房', '空心房', '破旧房屋', '废弃圈舍'],
          ['拆除', '清理', '拆', '整治', '清除'],
        ],
      },
    ],
  },
  'outlets-rectified': {
    units: ['个', '处'],
    ways: [{ own: [['排污口', '入河排污口', '排污点', '排口', '污水直排口']] }],
  },
  'villages-collective-income': {
    units: ['个'],
    ways: [{ own: [['集体经济', '村集体']] }],
  },
  'relief-funds': {
    units: ['元'],
    ways: [{ own: [['救助资金', '救助金', '救助款', '救助', '临时救助', '困难救助']], may: ['发放'] }],
  },
  'safety-inspections': {
    units: [...times, '家次'],
    ways: [
      {
        own: [
          row(`
  安全生产检查 安全检查 安全生产执法检查 安全生产专项检查 安全大检查 安全生产大检查
  安全隐患排查 安全生产巡查 安全生产督查 安全生产执法 安全巡查 隐患排查
`),
        ],
        not: ['行政检查', '监督员'],
      },
      {
        own: [['检查', '巡查', '督查', '排查']],
        around: [['安全生产']],
        not: ['行政检查', '监督', '养殖', '柔性', '普法'],
      },
    ],
  },
  'hazards-rectified': {
    units: problems,
    ways: [
      { own: [['隐患', '问题隐患', '安全隐患'], rectified], not: [...livestock, '地质灾害', '争议', '纠纷'] },
      {
        own: [rectified],
        around: [['隐患', '安全隐患']],
        not: [...livestock, '问题', '图斑', '排污', '案卷', '争议'],
      },
    ],
  },
  'livestock-farms-checked': {
    units: [...firms, '处'],
    ways: [{ own: [livestock, ['排查', '检查', '巡查', '走访', '摸排']], not: ['整改', '问题'] }],
  },
  'livestock-problems-rectified': {
    units: problems,
    ways: [
      { own: [['问题', '隐患', '污染', ...rectified]], around: [livestock], may: rectified, not: ['图斑', '排污口'] },
    ],
  },
  'soil-heap-parcels-rectified': {
    units: parcels,
    ways: [{ own: [['堆土区', '堆土']] }],
  },
  'satellite-parcels-rectified': {
    units: parcels,
    ways: [{ own: [['卫片', '违法图斑', '疑似违法图斑', '违法用地图斑']] }],
  },
  'publicity-events': {
    units: times,
    ways: [
      { own: [publicity], not: ['种植户', '短视频', '法治课堂', '菇农', '微视频'] },
      { own: [['宣传活动', '宣讲', '主题宣传']], around: [publicity], not: ['种植户', '短视频', '菇农'] },
    ],
  },
  'publicity-audience': {
    units: attendance,
    ways: [
      {
        own: [['覆盖', '受益', '惠及', '参与', '受教育', '受众', '辐射', '群众', '参加']],
        around: [publicity],
        not: ['推送', '浏览', '播放', '点击', '咨询', '解答'],
      },
    ],
  },
}
