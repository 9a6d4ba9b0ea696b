import type { ToldDispute } from './dispute-text.ts'

/** 行政争议 of 2025: thirteen concluded, eleven resolved. */
export const administrative2025: readonly ToldDispute[] = [
  { on: '2025-02-20', village: '石盘沟', type: 'project', outcome: 'agreed', sides: ['石长顺', '阳城镇人民政府'], summary: '中药材基地进场道路占用林地补偿争议。石长顺对补偿面积的认定不服，要求重新测量。', agreement: '镇、村、本人三方重测，增计0.32亩，补足差额，石长顺不再复议。' },
  { on: '2025-03-18', village: '双桥', type: 'project', outcome: 'agreed', sides: ['李金旺', '阳城镇人民政府'], summary: '集镇提质改造拆除门前雨棚争议。李金旺认为未提前书面告知，要求赔偿。', agreement: '镇里补送文书并说明依据，按统一样式补装雨棚，材料费由项目承担。' },
  { on: '2025-04-10', village: '云台', type: 'land', outcome: 'agreed', sides: ['庞秀英等四户', '阳城镇人民政府'], summary: '猕猴桃基地土地流转备案争议。四户认为流转面积登记有误，申请更正。', agreement: '以确权数据更正备案面积，四户补签附图，原合同继续履行。' },
  { on: '2025-04-27', village: '柳泉', type: 'land', outcome: 'failed', sides: ['柳清河', '阳城镇人民政府'], summary: '宅基地审批不予同意争议。柳清河一户已有两处，仍申请新批，对不予同意决定不服。' },
  { on: '2025-06-05', village: '青石湾', type: 'project', outcome: 'withdrawn', sides: ['孙满堂', '阳城镇人民政府'], summary: '残垣断壁拆除争议。孙满堂对拆除废弃老屋不服提起诉讼，庭前由法官和镇里一同做工作。' },
  { on: '2025-06-24', village: '槐荫', type: 'project', outcome: 'agreed', sides: ['张德全', '阳城镇人民政府'], summary: '养老设施改造施工影响采光争议。张德全认为加建连廊挡了北窗。', agreement: '连廊改用透光顶棚，后退六十公分，张德全认可方案。' },
  { on: '2025-07-08', village: '白果坪', type: 'other', outcome: 'agreed', sides: ['白玉成', '阳城镇人民政府'], summary: '临时救助金额认定争议。白玉成对救助标准不理解，要求按重病重新认定。', agreement: '补充病历后重新审核，按规定档次补发，程序和结果书面告知。' },
  { on: '2025-07-30', village: '桐树岭', type: 'land', outcome: 'failed', sides: ['封守田', '阳城镇人民政府'], summary: '卫片图斑责令恢复争议。封守田在耕地上硬化院坝，对限期恢复决定不服，坚持诉讼。' },
  { on: '2025-08-19', village: '石盘沟', type: 'land', outcome: 'withdrawn', sides: ['石建业', '阳城镇人民政府'], summary: '山林权属处理决定复议案。石建业申请复议，现场指界后认可老界线，撤回复议申请。' },
  { on: '2025-09-22', village: '双桥', type: 'project', outcome: 'agreed', sides: ['李守义等三户', '阳城镇人民政府'], summary: '污水管网施工堵路停业补偿争议。三户要求按停业天数补偿。', agreement: '按施工记录补十一天，每日定额，管沟优先回填，一周内恢复通行。' },
  { on: '2025-10-13', village: '柳泉', type: 'project', outcome: 'agreed', sides: ['柳根生', '阳城镇人民政府'], summary: '中药材加工基地噪声管理争议。柳根生认为镇里未及时处理投诉，要求履行职责。', agreement: '加工点夜间停机，加装隔音棚，镇里十五日内书面答复投诉处理结果。' },
  { on: '2025-10-28', village: '云台', type: 'other', outcome: 'withdrawn', sides: ['庞立春', '阳城镇人民政府'], summary: '政府信息公开答复争议。庞立春要求公开项目合同，经说明并提供可公开部分后撤回起诉。' },
  { on: '2025-12-16', village: '青石湾', type: 'project', outcome: 'agreed', sides: ['孙兰芝', '阳城镇人民政府'], summary: '民宿项目外立面改造协议争议。孙兰芝认为改造后漏雨，要求镇里履行协议。', agreement: '施工方五日内重做防水，质保延长两年，镇里派人验收。' },
]

/** 行政争议 of 2024: eleven concluded, eight resolved. */
export const administrative2024: readonly ToldDispute[] = [
  { on: '2024-01-23', village: '前河', type: 'land', outcome: 'agreed', sides: ['何福林', '阳城镇人民政府'], summary: '宅基地面积核定争议。何福林认为院外菜地应计入宅基地。', agreement: '按一户一宅标准核定，菜地保留使用，双方签认图纸。' },
  { on: '2024-03-12', village: '麦子坪', type: 'project', outcome: 'failed', sides: ['麦有才', '阳城镇人民政府'], summary: '通村公路占地补偿争议。麦有才要求按建设用地标准补偿。' },
  { on: '2024-04-18', village: '双桥', type: 'project', outcome: 'agreed', sides: ['李凤仙', '阳城镇人民政府'], summary: '集贸市场摊位调整争议。李凤仙对摊位抽签结果不服。', agreement: '公开抽签记录，调剂一处转角摊位，租金不变。' },
  { on: '2024-05-22', village: '竹林寨', type: 'land', outcome: 'agreed', sides: ['祝新春等五户', '阳城镇人民政府'], summary: '退耕还林面积核查争议。五户认为核减面积没有依据。', agreement: '重新实地核查，恢复1.7亩，资料交各户留存。' },
  { on: '2024-06-19', village: '牛王庙', type: 'project', outcome: 'withdrawn', sides: ['牛广文', '阳城镇人民政府'], summary: '乡村振兴项目占地诉讼案。牛广文起诉征用手续不全，看过材料后撤诉。' },
  { on: '2024-07-16', village: '柳泉', type: 'other', outcome: 'failed', sides: ['柳三妮', '阳城镇人民政府'], summary: '低保停发决定争议。柳三妮对收入核算不服，要求恢复并补发。' },
  { on: '2024-08-27', village: '梨园沟', type: 'land', outcome: 'agreed', sides: ['梁国安', '阳城镇人民政府'], summary: '采砂坑回填责令争议。梁国安称并非本人所挖。', agreement: '责任按航拍时段划分，镇里出机械，梁国安出工回填。' },
  { on: '2024-09-24', village: '杨树坪', type: 'project', outcome: 'agreed', sides: ['杨春芳', '阳城镇人民政府'], summary: '改厕补助发放争议。杨春芳验收未过，补助未发。', agreement: '施工队返工后重新验收，补助随下批发放。' },
  { on: '2024-10-22', village: '老君岭', type: 'land', outcome: 'withdrawn', sides: ['曹玉堂', '阳城镇人民政府'], summary: '林地权属确认复议案。曹玉堂调取老档后撤回复议。' },
  { on: '2024-11-14', village: '桐树岭', type: 'project', outcome: 'failed', sides: ['封海林', '阳城镇人民政府'], summary: '违建拆除决定争议。封海林在河道边建彩钢房，对限期拆除不服。' },
  { on: '2024-12-10', village: '白果坪', type: 'other', outcome: 'agreed', sides: ['白三林', '阳城镇人民政府'], summary: '医保参保信息登错争议。白三林因登记错误住院未能报销。', agreement: '更正信息，按规定补报，差额由责任单位协调解决。' },
]

/** 潜在争议 seen early: six of 2025 dissolved, one that became a dispute; three of 2024. */
export const latent: readonly ToldDispute[] = [
  { on: '2024-05-09', village: '云台', type: 'land', outcome: 'agreed', sides: ['云台村二组十一户', '绿野农业'], summary: '流转合同到期前续租价格分歧。网格员走访得知，十一户想涨租又怕没人租。', agreement: '每亩上调六十元，一签三年，租金先付后种。' },
  { on: '2024-08-15', village: '前河', type: 'project', outcome: 'agreed', sides: ['前河村三组', '管网施工队'], summary: '管网过村前担心挖断老水渠。', agreement: '改线绕行十二米，完工后恢复渠道，留保证金。' },
  { on: '2024-11-21', village: '双桥', type: 'labour', outcome: 'agreed', sides: ['双桥务工人员十九人', '宏达建材'], summary: '年前工资结算风险。企业回款慢，工人已有议论。', agreement: '腊月十五前分两批发放，镇里每周核对进度。' },
  { on: '2025-03-27', village: '牛王庙', type: 'land', outcome: 'agreed', sides: ['牛王庙村六组二十三户', '百草中药材'], summary: '中药材基地扩地意向分歧。二十三户对地租和复耕有顾虑，尚未起争执。', agreement: '租金按年递增，到期负责复耕，合同先经镇司法所审。' },
  { on: '2025-05-20', village: '双桥', type: 'labour', outcome: 'agreed', sides: ['装卸班组十四人', '森驰汽配有限公司'], summary: '计件单价调整引发不满苗头。法治联络员走访时听到，提前介入。', agreement: '新单价试行一个月，低于旧价的补足，班组派代表参与核算。' },
  { on: '2025-06-17', village: '石盘沟', type: 'project', outcome: 'agreed', sides: ['石盘沟村一组九户', '民宿建设方'], summary: '民宿工地运料压坏村道苗头。九户担心完工后没人修。', agreement: '先拍照留底，限载八吨，完工后十日内修复，押金三万元存村账户。' },
  { on: '2025-08-05', village: '梨园沟', type: 'land', outcome: 'agreed', sides: ['梨园沟村四组', '瑞祥果业'], summary: '猕猴桃园喷药与养蜂户冲突苗头。', agreement: '喷药提前两日通知，花期不用杀虫剂，建联系群。' },
  { on: '2025-09-11', village: '竹林寨', type: 'project', outcome: 'agreed', sides: ['竹林寨村五户', '电力施工方'], summary: '线路改造塔基占地意见分歧。五户怕影响果树。', agreement: '塔基移到地头，青苗费当场测算，先付后施工。' },
  { on: '2025-10-16', village: '老君岭', type: 'land', outcome: 'failed', sides: ['老君岭村二组', '山源农业'], summary: '林下种植与放牧界线分歧。两次研判未谈拢，转入正式调解。' },
  { on: '2025-11-20', village: '柳泉', type: 'contract', outcome: 'agreed', sides: ['柳泉村菇农十六户', '鑫澄食品有限公司'], summary: '鲜菇收购压级压价苗头。菇农在群里有怨言，尚未停供。', agreement: '分级标准上墙，当面过秤，月结改半月结，镇市场所每月抽看一次。' },
]
