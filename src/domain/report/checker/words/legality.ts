import { matters, type SectionWords } from './wording.ts'

const documents = ['规范性文件', '文件']
const decisions = ['决策', '重大事项', '决策事项', '重大行政决策', '行政决策']
const reviewed = ['审核', '审查', '法制审核', '合法性审核', '合法性审查', '把关']
const evaluations = ['后评估', '决策评估', '实施效果评估', '跟踪评估']
const lawful = ['合法性审核', '合法性审查', '法制审核']

/** 一(四) 法制审核. */
export const legality: SectionWords = {
  'normative-documents-legality-rate': {
    units: ['%'],
    says: ['all'],
    ways: [
      { own: [['合法率']], may: documents },
      {
        own: [['合法性审核率', '合法性审查率', '合法性审核通过率', '审核率', '审查率']],
        field: [documents],
        not: ['决策', '合同', '项目'],
      },
      { own: [documents, lawful], not: ['决策', '合同', '项目'] },
    ],
  },
  'normative-documents-filing-rate': {
    units: ['%'],
    says: ['all'],
    ways: [{ own: [['备案率', '报备率', '及时备案率', '按时备案率']] }, { own: [documents, ['备案', '报备']] }],
  },
  'normative-documents-publication-rate': {
    units: ['%'],
    says: ['all'],
    ways: [
      { own: [['公开率', '公布率', '公开公布率', '公示率']], field: [documents], not: ['执法', '处罚', '信息公开'] },
      { own: [documents, ['公开', '公布', '公示']] },
    ],
  },
  'normative-documents-discussion-rate': {
    units: ['%'],
    says: ['all'],
    ways: [
      { own: [['集体讨论率', '集体审议率']] },
      { own: [documents, ['集体讨论', '集体审议', '集体研究', '会议审议', '集体决定']] },
    ],
  },
  'decisions-reviewed': {
    units: [...matters, '次'],
    ways: [
      { own: [decisions, reviewed], not: [...evaluations, '意见', '建议', '文件', '采纳'] },
      { own: [decisions], around: [reviewed], not: [...evaluations, '意见', '建议', '文件', '采纳'] },
      { own: [reviewed], around: [decisions], not: [...evaluations, '意见', '建议', '文件', '合同', '招商', '案件'] },
    ],
  },
  'review-opinions': {
    units: ['份', '件', '条', '篇'],
    ways: [
      {
        own: [
          ['意见', '意见书', '审核意见', '法律意见', '审查意见'],
          ['出具', '提出', '形成', '制发'],
        ],
        around: [[...reviewed, ...decisions]],
        not: ['风险', '采纳', '征求', '建议'],
      },
      { own: [['审核意见书', '法律意见书', '审查意见书', '合法性审查意见', '合法性审核意见']], not: ['采纳'] },
    ],
  },
  'risk-advice': {
    units: matters,
    ways: [
      {
        own: [['风险建议', '风险提示', '风险防控建议', '风险防范建议', '法律建议', '修改建议', '风险点', '完善建议']],
      },
      { own: [['建议', '意见建议']], around: [lawful, decisions], not: ['采纳率', '检察', '司法'] },
    ],
  },
  'risk-advice-adoption-rate': {
    units: ['%'],
    says: ['all'],
    ways: [
      { own: [['采纳率', '采用率']], not: ['检察', '提案'] },
      { own: [['采纳', '采用', '吸收采纳']], around: [['建议', '意见', '风险']] },
    ],
  },
  'key-projects-reviewed': {
    units: ['个', '项'],
    ways: [
      {
        own: [['重点项目', '重大项目', '重点工程']],
        around: [[...reviewed, ...decisions]],
        not: ['研判', '招商', '招引', '听取'],
      },
    ],
  },
  'key-projects-investment': {
    units: ['元'],
    ways: [
      { own: [['总投资', '投资额', '投资']], around: [['重点项目', '重大项目', '重点工程']], not: ['乡村', '养老'] },
    ],
  },
  'beautiful-village-investment': {
    units: ['元'],
    ways: [{ own: [['美丽乡村', '和美乡村', '宜居乡村', '乡村建设项目']] }],
  },
  'elderly-care-investment': {
    units: ['元'],
    ways: [{ own: [['养老', '敬老院', '幸福院', '日间照料', '适老化']] }],
  },
  'post-decision-evaluations': {
    units: [...matters, '次'],
    ways: [
      { own: [evaluations], not: ['措施', '举措'] },
      { own: [decisions, ['评估']], not: ['措施', '举措'] },
    ],
  },
  'measures-optimised': {
    units: matters,
    ways: [
      {
        own: [
          ['措施', '举措', '管理制度', '政策', '实施方案', '方案'],
          ['优化', '完善', '改进', '调整', '修订'],
        ],
        around: [['评估', ...evaluations]],
      },
    ],
  },
}
