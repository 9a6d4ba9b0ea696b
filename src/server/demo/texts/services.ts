/** What an enterprise asked, and what it was told. */
export type Question = readonly [subject: string, question: string, advice: string, clause: string]

export const questions: readonly [Question, ...Question[]] = [
  [
    'contract',
    '订货合同未约定验收期，客户拖延验收怎么办',
    '发函给出合理期限，逾期视为验收合格；以后合同写明验收期。',
    '民法典第六百二十一条',
  ],
  [
    'labour',
    '季节工要不要签书面劳动合同',
    '建立劳动关系的一个月内签；采收期可签以完成一定任务为期限的合同。',
    '劳动合同法第十条',
  ],
  [
    'environment',
    '烘干房更换燃料要不要重做环评',
    '先看是否属重大变动，向县生态环境分局书面咨询后再改。',
    '环境影响评价法第二十四条',
  ],
  [
    'safety',
    '外包检修人员受伤，厂里担什么责任',
    '签安全生产管理协议，作业前交底；未尽管理责任要担责。',
    '安全生产法第四十九条',
  ],
  [
    'land',
    '扩建库房占了租来的林地边，手续怎么补',
    '先停，向自然资源所申请定界；确需占用办林地审核。',
    '森林法第三十七条',
  ],
  ['debt', '货款拖了两年，还能要吗', '诉讼时效三年，先发催款函留证据，可申请支付令。', '民法典第一百八十八条'],
  ['property', '包装和外地厂家近似，会不会侵权', '先查商标注册，改包装色块；自家商标尽快申请。', '商标法第五十七条'],
  ['labour', '职工不愿缴社保，写了自愿书有效吗', '无效，社保为法定义务；补缴并留存说服记录。', '社会保险法第六十条'],
  ['contract', '流转土地的业主要求提前涨租金', '合同期内按约履行；可协商，需书面补充协议。', '农村土地承包法第四十条'],
  [
    'other',
    '执法人员来检查，企业可以要求看什么',
    '看执法证、检查通知书，扫码核实；无证可拒绝。',
    '行政处罚法第五十五条',
  ],
]

/** A quarrel of an enterprise and how it ended. */
export type Quarrel = {
  readonly type: string
  readonly other: string
  readonly amount: number
  readonly summary: string
  readonly outcome: 'resolved' | 'failed' | 'transferred'
  readonly agreement?: string
}

const settled = (type: string, other: string, amount: number, summary: string, agreement: string): Quarrel => ({
  type,
  other,
  amount,
  summary,
  outcome: 'resolved',
  agreement,
})

/** Eight resolved, one failed, one handed on. */
export const quarrels: readonly Quarrel[] = [
  settled('labour', '李占魁等九人', 38_600, '因加班费计算方式不同，停工半日。', '按实际工时核定，十日内付清差额。'),
  settled('contract', '顺风包装厂', 52_000, '因纸箱尺寸不符拒付尾款。', '折价一成，三十日内付清。'),
  settled('labour', '白秀兰', 12_800, '就解除合同补偿年限有争议。', '按四年补偿，当场签字。'),
  settled('debt', '老城关农资店', 26_500, '农资货款拖欠八个月。', '分三期付清，首期当月付。'),
  {
    type: 'contract',
    other: '外省客商何某',
    amount: 186_000,
    summary: '就香菇等级和扣款各执一词。',
    outcome: 'failed',
  },
  settled('contract', '牛家运输队', 9_400, '因途中损耗扣运费。', '损耗各半，补付运费。'),
  settled('labour', '采收工二十三人', 61_300, '采收工资结算迟延。', '三日内由企业发放，村委见证。'),
  {
    type: 'other',
    other: '原股东曹某',
    amount: 300_000,
    summary: '就退股款和账目有争议。',
    outcome: 'transferred',
  },
  settled('neighbour', '双桥村六组', 5_000, '因夜间装卸噪声起争执。', '夜间十点后不装卸，补偿隔音窗。'),
  settled('contract', '大山苗木合作社', 17_200, '因苗木成活率低拒付余款。', '补苗三百株，余款验收后付。'),
]
