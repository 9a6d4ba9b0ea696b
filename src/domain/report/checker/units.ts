import { row } from './row.ts'

/** What may follow a unit's character without its being one: 家庭, 人民, 条例, 3个月. */
const otherWords: { readonly [unit: string]: string } = {
  个: '月|年(?!度)|季度|小时',
  人: '民|大|员|才|均|口|居|事|士|社',
  名: '单|录|称|额|义',
  家: '庭|长|属(?!于)|园|务|畜|风',
  户: '籍|口|外',
  件: '套',
  条: '例|款|件|线|约',
  起: '草|诉|点|到|来',
  场: '所|地|馆|景|镇',
  期: '间|限|末|满|初',
  处: '罚|置|理|级|长|于|分',
  项: '下',
  次: '要|序|生|性',
  份: '额',
  批: '评|准|复|示',
  台: '账|湾|风',
  本: '年|地|级|次|镇|县|着|轮',
  组: '织|建|长|成|合',
  种: '植|养|类',
  座: '谈',
  所: '有|属|在|以|需',
  支: '部|持|出|撑|付',
  队: '伍|员',
  天: '然|气|津',
  册: '子',
  套: '取',
  面: '积|向|对|临',
  门: '店|户|前',
  头: '部',
  位: '于|居|列',
  米: '面',
  篇: '章',
  轮: '训|换|岗|流',
  元: '旦|件',
  块: '状',
  节: '约|能|日|假',
}

/** Units that count what a report counts, with the longer ones that begin alike. */
const plainUnits = row(`
  人次 家次 户次 场次 批次 轮次 件次 车次 人 名 位 家 户 个 项 件
  起 宗 桩 例 次 场 期 轮 批 回 讲 课 卷 本 册 份 篇 条 处
  部 幅 张 块 面 套 台 辆 只 头 羽 株 棵 座 栋 幢 间 所 支
  队 组 类 种 门 节 课时 学时 袋 棒 箱 桶 亩 公顷 平方米 平方公里
  立方米 公里 千米 米 吨 公斤 千克 斤 元 美元 天 小时 分钟 倍 厘米 字
  % ‰ 个百分点 百分点
`)

/** After a numeral of one character these are as often a name as a number: 两个维护, 三类人员, 四支队伍. */
const loosely = new Set([
  '个',
  '类',
  '种',
  '位',
  '支',
  '面',
  '队',
  '组',
  '门',
  '只',
  '头',
  '节',
  '人',
  '天',
  '倍',
  '字',
])
export const isLoose = (unit: string): boolean => loosely.has(unit)

const escaped = (unit: string): string => {
  const others = otherWords[unit]
  return others === undefined ? unit : `${unit}(?!${others})`
}

/** The units at a place of a text, the longest first; for the end of a pattern. */
export const unitPattern = plainUnits
  .toSorted((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')

const scales: { readonly [character: string]: number } = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** The power of ten of a scale: 万 4, 百万 6, none 0. */
export const powerOf = (scale: string): number => [...scale].reduce((sum, one) => sum + (scales[one] ?? 0), 0)

/** A unit apart from its scale: 万人次 is 人次 by 10^4. */
export const readUnit = (unit: string): { readonly base: string; readonly power: number } => {
  const scale = /^[十百千万亿]+/.exec(unit)?.[0] ?? ''
  const base = unit.slice(scale.length)
  // A ten-thousandth may be all there is (万 of nothing said).
  return base === '' ? { base: unit, power: 0 } : { base, power: powerOf(scale) }
}

/** Percentage points, in whichever words. */
export const isPoints = (base: string): boolean => base === '个百分点' || base === '百分点'
