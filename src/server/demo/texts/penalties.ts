/** A penalty case, without its days. */
export type CaseText = {
  readonly village: string
  readonly source: string
  readonly party: string
  readonly matter: string
  readonly cause: string
  readonly facts: string
  readonly clause: string
  readonly officers: readonly string[]
  /** In yuan; none where it ended in a warning. */
  readonly fine: number
  readonly review?: true
}

const of = (
  village: string,
  party: string,
  matter: string,
  cause: string,
  facts: string,
  clause: string,
  officers: readonly string[],
  fine: number,
  review?: true,
): CaseText => ({
  village,
  source: 'complaint',
  party,
  matter,
  cause,
  facts,
  clause,
  officers,
  fine,
  ...(review ? { review } : {}),
})

/** Cases that people or bureaus began. */
export const toldCases: readonly (CaseText & { readonly filedOn: string })[] = [
  {
    ...of(
      '柳泉',
      '柳大勇',
      'environment',
      '露天焚烧秸秆',
      '在责任田焚烧玉米秸秆约一亩。',
      '大气污染防治法第七十七条',
      ['乔雨薇', '田守业'],
      500,
    ),
    filedOn: '2024-02-20',
  },
  {
    ...of(
      '双桥',
      '李运来',
      'traffic',
      '占用公路堆放建材',
      '在县道路肩堆放砂石三日。',
      '公路法第四十六条',
      ['周映山', '郭晓峰'],
      1000,
    ),
    filedOn: '2024-05-08',
  },
  {
    ...of(
      '竹林寨',
      '祝二喜',
      'fire',
      '占用消防通道',
      '在集贸点通道搭棚经营。',
      '消防法第二十八条',
      ['樊静', '贺建林'],
      0,
    ),
    filedOn: '2024-07-15',
  },
  {
    ...of(
      '槐荫',
      '张有才',
      'farmland',
      '在耕地上堆放固体废弃物',
      '在耕地堆放建筑垃圾约两车。',
      '河南省实施土地管理法办法',
      ['贺建林', '乔雨薇'],
      2000,
      true,
    ),
    filedOn: '2024-09-10',
  },
  {
    ...of(
      '前河',
      '何小满',
      'farmland',
      '破坏耕地种植条件',
      '在东滩耕地挖塘约半亩，责令后逾期未恢复。',
      '土地管理法第七十五条',
      ['贺建林', '郭晓峰'],
      3000,
      true,
    ),
    filedOn: '2024-12-10',
  },
  {
    ...of(
      '麦子坪',
      '麦建设',
      'livestock',
      '畜禽粪污直排',
      '蛋鸡粪水未经处理排入沟渠。',
      '畜禽规模养殖污染防治条例第四十条',
      ['乔雨薇', '樊静'],
      2000,
    ),
    filedOn: '2025-09-08',
  },
  {
    ...of(
      '石盘沟',
      '石连山',
      'fire',
      '违规使用明火作业',
      '在菌棚旁电焊未清理可燃物。',
      '消防法第六十三条',
      ['樊静', '郭晓峰'],
      500,
    ),
    filedOn: '2025-12-09',
  },
]

/** What the inspections of 2025 led to, in their order. */
export const fromInspections: readonly [CaseText, ...CaseText[]] = [
  of(
    '云台',
    '庞某建筑队',
    'farmland',
    '在耕地上堆放砂石',
    '在耕地堆放砂石约半亩，责令后未清运。',
    '河南省实施土地管理法办法',
    ['贺建林', '樊静'],
    1000,
  ),
  of(
    '桐树岭',
    '封某砂石点',
    'farmland',
    '采砂坑未回填',
    '河道边采砂坑未按期回填。',
    '土地管理法第七十六条',
    ['贺建林', '乔雨薇'],
    5000,
    true,
  ),
  of(
    '竹林寨',
    '桃源香菇专业合作社',
    'fire',
    '消防设施未保持完好',
    '消火栓箱水带缺失、接口锈死，逾期未改。',
    '消防法第六十条',
    ['樊静', '周映山'],
    2000,
  ),
]

/** Two a year since. */
export const laterCases: readonly CaseText[] = [
  of(
    '双桥',
    '李某运输户',
    'traffic',
    '占用公路堆放建材',
    '在乡道路肩堆放预制板两日。',
    '公路法第四十六条',
    ['乔雨薇', '樊静'],
    500,
  ),
  of(
    '青石湾',
    '孙某',
    'farmland',
    '在耕地上堆放固体废弃物',
    '在耕地堆放废菌棒约三车。',
    '河南省实施土地管理法办法',
    ['郭晓峰', '乔雨薇'],
    1000,
    true,
  ),
]
