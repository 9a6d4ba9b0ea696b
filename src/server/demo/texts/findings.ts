import type { HazardTopic } from './hazard-text.ts'

/** What stands in a record where nothing was found, by what was looked at. */
export const clearFindings: readonly string[] = [
  '查{part}和台账，用电、通道、器材均在位，未见问题。',
  '抽查{part}，灭火器在有效期内，压力正常；消防通道畅通，台账齐全。',
  '对照上次检查逐条核对，均已整改到位；{part}现场整洁，无新增问题。',
  '现场询问值班人员两名，应急处置流程清楚；{part}警示标识齐全。',
  '看{part}、配电和员工宿舍，线路规范，无私拉乱接。提醒做好夜间值守。',
  '查安全生产责任制、培训记录和近三个月自查表，内容完整；{part}运行正常。',
  '{part}设备防护装置齐全，急停按钮试验有效，操作人员持证上岗。',
  '{part}通风、照明良好，危险部位有警示；现场负责人签字确认。',
]

/** How a record with findings ends. */
export const orderedEndings: readonly string[] = [
  '已当场讲明危险，责令限期整改。',
  '现场负责人认可，承诺按期改完并报照片。',
  '能当场改的已当场改，其余开具责令限期整改指令书。',
  '已告知到期复查，逾期依法处理。',
  '网格员负责盯着，改完即报复查。',
]

/** Soft visits: no penalty in mind, advice and help. */
export const softFindings: readonly (readonly [firstMonth: number, lastMonth: number, text: string])[] = [
  [1, 12, '上门送《涉企服务明白卡》，讲解“首违不罚”“轻微免罚”清单，企业对近期检查无意见。'],
  [6, 9, '走访了解用工、用电情况，提醒高温时段错峰作业；企业反映招工难，已转社保所。'],
  [1, 12, '帮企业核对安全台账，指出自查表填写不规范，当场示范改正。'],
  [1, 12, '宣讲新修订安全生产条例要点，发放自查清单一份，企业表示照单自查。'],
  [1, 12, '了解生产经营和合同履行情况，企业提出货款回收难题，已转法治联络员跟进。'],
  [5, 9, '提示汛期山洪风险，查看排水沟和应急物资，提醒雨前转移{part}货物。'],
  [1, 12, '辅导建立隐患自查台账，现场带着查了{part}，一般性问题口头提醒。'],
  [3, 12, '说明执法检查备案和扫码入企要求，企业留存二维码，知道怎么投诉。'],
  [2, 3, '走访{part}，提醒返岗员工先培训后上岗；问需一项：村道路灯，已转村委。'],
  [9, 9, '查看{part}，提醒国庆假期安排值班；负责人对服务表示满意。'],
  [10, 12, '提醒冬季取暖用电用气安全，看了{part}线路，未见私拉乱接。'],
  [10, 12, '菇季用工增多，提醒计件工资当日记账、按月结清，送劳动合同范本两份。'],
  [3, 6, '走访{part}，讲解水土保持和环保手续办理，企业咨询扩建用地，已约自然资源所答复。'],
]

/** Livestock checks without a problem. */
export const livestockFindings: readonly string[] = [
  '查圈舍、储粪池和台账，雨污分流完好，粪污还田有协议，未见外排。',
  '复看上次问题，均已改好；储粪池液位在警戒线下，消毒记录完整。',
]

/** A place that is nobody's: what is looked at there, what one finds, and the words where one finds nothing. */
export type Site = {
  readonly place: string
  readonly matter: 'traffic' | 'fire' | 'farmland' | 'environment' | 'workSafety'
  readonly topic: HazardTopic
  readonly clear: string
}

/** What administrative inspections look at outside enterprises. */
export const sites: readonly Site[] = [
  {
    place: '{village}村道临崖段',
    matter: 'traffic',
    topic: 'road',
    clear: '查护栏、警示桩和反光标志，均完好；路面无落石。',
  },
  {
    place: '{village}平交路口',
    matter: 'traffic',
    topic: 'road',
    clear: '视距清楚，警示标志齐全；劝导站有人值守，记录完整。',
  },
  {
    place: '{village}耕地保护网格',
    matter: 'farmland',
    topic: 'road',
    clear: '对照影像核查图斑两处，均为设施农用地，已备案，无违占。',
  },
  { place: '{village}河道沿线', matter: 'environment', topic: 'road', clear: '沿河巡查两公里，未见排污口和采砂痕迹。' },
  {
    place: '{village}自建房工地',
    matter: 'workSafety',
    topic: 'road',
    clear: '查施工方案和工人安全帽、临边防护，符合要求。',
  },
  { place: '{village}小学食堂', matter: 'fire', topic: 'school', clear: '查留样、燃气和从业人员健康证，均符合要求。' },
  {
    place: '{village}卫生室',
    matter: 'fire',
    topic: 'fire',
    clear: '灭火器、疏散标志齐全，医废暂存间上锁，交接有记录。',
  },
  {
    place: '{village}养老互助点',
    matter: 'fire',
    topic: 'gas',
    clear: '厨房报警器有效，灭火毯在位；老人房间无电热毯串接。',
  },
]

/** Why nobody signed. */
export const refusals: readonly string[] = [
  '负责人外出，由在场员工见证',
  '负责人称须请示总部，网格员见证，已全程录像',
  '不认可检查结论，说明理由后仍拒签，村治调主任见证',
]

/** What such inspections rest on. */
export const bases: { readonly [matter: string]: string } = {
  traffic: '《河南省农村公路条例》、乡镇综合执法事项清单',
  fire: '《中华人民共和国消防法》、《河南省消防条例》',
  farmland: '《中华人民共和国土地管理法》',
  environment: '《河南省乡镇综合执法事项清单》生态环境类',
  workSafety: '《中华人民共和国安全生产法》',
  livestock: '《畜禽规模养殖污染防治条例》',
  other: '《河南省乡镇综合执法事项清单》',
}

/** The room that certain words of a hazard name; the first that fits. */
export const placesOf: readonly (readonly [RegExp, string])[] = [
  [/配电室|电缆沟/, '配电室'],
  [/行车|吊钩|钢丝绳/, '行车作业区'],
  [/喷漆房|稀释剂/, '喷漆房'],
  [/危废/, '危废暂存间'],
  [/氨气|氨机房/, '氨机房'],
  [/锅炉|司炉|水位计|铅封/, '锅炉房'],
  [/烘干房/, '烘干房'],
  [/菌袋库/, '菌袋库'],
  [/菌棚/, '养菌棚'],
  [/污水池|有限空间/, '污水池'],
  [/燃气|厨房|液化气|钢瓶|排烟罩/, '厨房'],
  [/楼梯/, '疏散楼梯'],
  [/营业厅|卷帘门/, '营业厅'],
  [/广告牌固定|门头/, '门头'],
  [/举升机/, '举升机位'],
  [/乙炔|气瓶/, '气瓶存放处'],
  [/冲床|砂轮|切割机|皮带|带锯/, '车间'],
  [/储气罐/, '空压机房'],
  [/地沟/, '维修地沟'],
  [/电动车/, '库房'],
  [/木料堆/, '木料堆场'],
  [/锯末/, '锯解车间'],
  [/除尘器|粉尘区/, '除尘区'],
  [/农药/, '农资仓库'],
  [/灌溉泵/, '灌溉泵房'],
  [/卸油口/, '卸油口'],
  [/储罐|罐区/, '储罐区'],
  [/存放间/, '存放间'],
  [/消毒池/, '入口'],
  [/兽药/, '药品间'],
  [/饲料间/, '饲料间'],
  [/储存池|污水|干粪/, '储粪池'],
  [/出入口|出厂|运砂车/, '厂区门口'],
]
