import type { ToldDispute } from './dispute-text.ts'

type Later = Omit<ToldDispute, 'on' | 'village' | 'sides'> & {
  readonly track: 'administrative' | 'latent'
  readonly other: string
}

/** Disputes with the township, and such as might become some, of the years after 2025; {A} is the other party. */
export const laterDisputes: readonly Later[] = [
  {
    track: 'administrative',
    type: 'land',
    outcome: 'agreed',
    other: '阳城镇人民政府',
    summary: '设施农用地备案争议。{A}对备案材料退回有异议，要求说明理由。',
    agreement: '一次性告知补正材料，补齐后五个工作日内办结。',
  },
  {
    track: 'latent',
    type: 'project',
    outcome: 'agreed',
    other: '水厂施工方',
    summary: '引水管道穿村施工分歧苗头。{A}等户担心房基受损。',
    agreement: '施工前逐户拍照留底，机械改人工开挖。',
  },
  {
    track: 'administrative',
    type: 'project',
    outcome: 'agreed',
    other: '阳城镇人民政府',
    summary: '村内道路拓宽拆围墙争议。{A}认为补偿只算材料未算人工。',
    agreement: '按协议补计人工，围墙由施工方原样恢复。',
  },
  {
    track: 'administrative',
    type: 'other',
    outcome: 'withdrawn',
    other: '阳城镇人民政府',
    summary: '信息公开申请复议案。{A}申请公开项目资金明细，答复后撤回复议。',
  },
  {
    track: 'latent',
    type: 'land',
    outcome: 'agreed',
    other: '兴农农业',
    summary: '流转到期复耕意见分歧。{A}等户想收回土地种香菇。',
    agreement: '租期延到秋收，到期复耕验收后交还。',
  },
  {
    track: 'administrative',
    type: 'land',
    outcome: 'failed',
    other: '阳城镇人民政府',
    summary: '违法占地责令改正争议。{A}在基本农田边扩建鸡舍，对责令改正不服。',
  },
  {
    track: 'administrative',
    type: 'project',
    outcome: 'agreed',
    other: '阳城镇人民政府',
    summary: '垃圾中转站选址争议。{A}等住户担心异味。',
    agreement: '站址后移八十米并全封闭，每日两清，村民代表监督。',
  },
  {
    track: 'administrative',
    type: 'other',
    outcome: 'agreed',
    other: '阳城镇人民政府',
    summary: '高龄补贴漏发争议。{A}因户籍迁移漏登三个月。',
    agreement: '核实后补发三个月，窗口建立迁入提醒。',
  },
  {
    track: 'latent',
    type: 'labour',
    outcome: 'agreed',
    other: '森驰汽配有限公司',
    summary: '夜班补贴调整引发议论。{A}等班组长反映，尚未停工。',
    agreement: '补贴分两档，试行两个月后再议，公示核算办法。',
  },
]
