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
export const softFindings: readonly string[] = [
  '上门送《涉企服务明白卡》，讲解“首违不罚”“轻微免罚”清单，企业对近期检查无意见。',
  '走访了解用工、用电情况，提醒高温时段错峰作业；企业反映招工难，已转社保所。',
  '帮企业核对安全台账，指出自查表填写不规范，当场示范改正。',
  '宣讲新修订安全生产条例要点，发放自查清单一份，企业表示照单自查。',
  '了解生产经营和合同履行情况，企业提出货款回收难题，已转法治联络员跟进。',
  '提示汛期山洪风险，查看排水沟和应急物资，提醒雨前转移{part}货物。',
  '辅导建立隐患自查台账，现场带着查了{part}，一般性问题口头提醒。',
  '说明执法检查备案和扫码入企要求，企业留存二维码，知道怎么投诉。',
  '走访{part}，提醒返岗员工先培训后上岗；问需一项：村道路灯，已转村委。',
  '查看{part}，提醒节日期间安排值班；企业负责人对服务表示满意。',
]

/** Livestock checks without a problem. */
export const livestockFindings: readonly string[] = [
  '查圈舍、储粪池和台账，雨污分流完好，粪污还田有协议，未见外排。',
  '复看上次问题，均已改好；储粪池液位在警戒线下，消毒记录完整。',
]

/** What administrative inspections look at outside enterprises. */
export const sites: readonly { readonly place: string; readonly matter: 'traffic' | 'fire' | 'farmland' | 'environment' | 'workSafety'; readonly topic: HazardTopic; readonly clear: string }[] = [
  { place: '{village}村道临崖段', matter: 'traffic', topic: 'road', clear: '查护栏、警示桩和反光标志，均完好；路面无落石。' },
  { place: '{village}平交路口', matter: 'traffic', topic: 'road', clear: '视距清楚，警示标志齐全；劝导站有人值守，记录完整。' },
  { place: '{village}耕地保护网格', matter: 'farmland', topic: 'road', clear: '对照影像核查图斑两处，均为设施农用地，已备案，无违占。' },
  { place: '{village}河道沿线', matter: 'environment', topic: 'road', clear: '沿河巡查两公里，未见排污口和采砂痕迹。' },
  { place: '{village}自建房工地', matter: 'workSafety', topic: 'road', clear: '查施工方案和工人安全帽、临边防护，符合要求。' },
  { place: '{village}小学食堂', matter: 'fire', topic: 'school', clear: '查留样、燃气和从业人员健康证，均符合要求。' },
  { place: '{village}卫生室', matter: 'fire', topic: 'fire', clear: '灭火器、疏散标志齐全，医废暂存间上锁，交接有记录。' },
  { place: '{village}养老互助点', matter: 'fire', topic: 'gas', clear: '厨房报警器有效，灭火毯在位；老人房间无电热毯串接。' },
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
