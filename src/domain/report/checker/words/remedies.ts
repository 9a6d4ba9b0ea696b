import { attendance, cases, firms, people, type SectionWords, times } from './wording.ts'

const videos = ['短视频', '微视频', '小视频', '普法视频', '视频', '微电影']

/** 二(三) 整改情况. */
export const remedies: SectionWords = {
  'expert-lectures': {
    units: times,
    ways: [
      {
        own: [
          ['授课', '专题讲座', '专题辅导', '辅导', '讲座', '专题培训'],
          ['专家', '教授', '业务骨干', '律师'],
        ],
        not: ['法治课堂', '种植户'],
      },
      { own: [['专题授课', '专家授课']] },
    ],
  },
  'officers-shadowing': {
    units: people,
    ways: [{ own: [['跟班', '跟岗', '跟案', '挂职', '轮岗', '跟训']] }],
  },
  'professional-case-accuracy': {
    units: ['%'],
    ways: [{ own: [['正确率', '准确率', '处置率', '办案质量合格率']], may: ['案例', '案件', '处置', '专业'] }],
  },
  'compliance-manuals': {
    units: firms,
    ways: [{ own: [['合规手册', '合规指引', '合规指南', '合规清单', '合规方案', '合规经营手册']] }],
  },
  'grower-talks': {
    units: times,
    ways: [
      {
        own: [
          ['种植户', '菇农', '种植大户', '农户', '种植群体', '药农', '果农'],
          ['宣讲', '宣传', '讲座', '培训', '送法', '普法'],
        ],
      },
    ],
  },
  'short-videos': {
    units: ['条', '个', '部', '期', '支', '段', '集'],
    ways: [{ own: [videos], not: ['播放', '浏览', '点击'] }],
  },
  'video-reach': {
    units: [...attendance, '次'],
    ways: [
      {
        own: [['推送', '覆盖', '浏览', '播放', '点击', '阅读', '观看', '触达', '传播']],
        around: [[...videos, '新媒体', '公众号', '抖音']],
      },
    ],
  },
  'joint-studied-projects': {
    units: ['个', '项'],
    ways: [
      {
        own: [
          ['项目', '重点项目', '工程'],
          ['联合研判', '研判', '会商'],
        ],
      },
    ],
  },
  'new-mediators': {
    units: people,
    ways: [
      {
        own: [
          ['调解员', '调解人员', '调解力量', '调解队伍'],
          ['新增', '增加', '增配', '补充', '新聘', '充实', '增补', '新选聘', '选聘'],
        ],
      },
    ],
  },
  'clue-transfer-efficiency-gain': {
    units: ['%'],
    ways: [
      {
        own: [
          ['效率', '时效', '用时', '时限', '时间', '周期'],
          ['提升', '提高', '缩短', '压缩', '加快'],
        ],
        around: [['移送', '线索', '移交', '流转']],
        not: ['执法效率'],
      },
    ],
  },
  'latent-disputes-dissolved': {
    units: cases,
    ways: [
      {
        own: [
          ['潜在争议', '潜在纠纷', '潜在矛盾', '苗头性', '苗头', '潜在', '争议隐患', '纠纷隐患', '矛盾隐患'],
          ['化解', '消除', '处置', '解决', '调处'],
        ],
      },
      { own: [['提前化解', '源头化解', '诉前化解', '前端化解']], around: [['争议', '纠纷']], not: ['邻里', '民间'] },
    ],
  },
}
