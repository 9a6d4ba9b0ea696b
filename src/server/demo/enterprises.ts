import { founded, villageNamed, villages } from './villages.ts'
import type { Village } from './villages.ts'
import { idOf, randomFor } from './random.ts'
import { instant } from './days.ts'
import type { Trade } from './texts/trades.ts'
import { fixedNames, households as householdTexts, stems, trades } from './texts/trades.ts'

/** An entry of the register of enterprises, as the demo knows it. */
export type Enterprise = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly type: 'enterprise' | 'household'
  readonly trade: Trade | null
  readonly industry: string
  readonly village: Village
  readonly creditCode: string | null
  readonly riskGrade: 'low' | 'general' | 'higher' | 'high'
  /** Since ever where absent. */
  readonly from?: string
  readonly until?: string
  readonly registeredAt: number
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const orgCode = (digits: string): string => {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const rest = 11 - (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11)
  return `${digits}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`
}

/** A unified social credit code with right check characters (GB 32100): 91 a company, 92 one person's, 93 a cooperative. */
export const creditCodeOf = (name: string): string => {
  const random = randomFor(`credit ${name}`)
  const kind = /合作社/.test(name) ? '93' : /公司|厂|中心/.test(name) ? '91' : '92'
  const body = `${kind}411323${orgCode(`MA4${random.between(10000, 99999)}`.replace('MA', '47').slice(0, 8))}`
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return `${body}${alphabet[(31 - (sum % 31)) % 31] ?? '0'}`
}

/** Those that came in 2025, by their place among the drawn ones; three closed in that year, two in the year before. */
const newcomers: readonly string[] = [
  '2025-02-18',
  '2025-03-10',
  '2025-04-02',
  '2025-04-25',
  '2025-05-19',
  '2025-06-12',
  '2025-07-21',
  '2025-08-26',
  '2025-09-17',
]

const closed: readonly {
  readonly name: string
  readonly trade: string
  readonly village: string
  readonly until: string
}[] = [
  { name: '旺发砖瓦厂', trade: 'building', village: '麦子坪', until: '2024-05-31' },
  { name: '小河木器加工点', trade: 'wood', village: '前河', until: '2024-10-15' },
  { name: '喜洋洋菌业加工点', trade: 'mushroom', village: '竹林寨', until: '2025-03-31' },
  { name: '顺达废旧物资收购站', trade: 'trade', village: '双桥', until: '2025-06-30' },
  { name: '老井豆腐坊', trade: 'food', village: '梨园沟', until: '2025-10-20' },
]

const tradeNamed = (name: string): Trade => {
  const trade = trades.find((each) => each.name === name)
  if (!trade) throw new Error(`no trade ${name}`)
  return trade
}

type Draft = { readonly name: string; readonly trade: Trade; readonly village: Village }

const fixed: readonly Draft[] = fixedNames.map((each) => ({
  name: each.name,
  trade: tradeNamed(each.trade),
  village: villageNamed(each.village),
}))

/** The rest of a trade: names drawn from its patterns, villages in turn, no name twice. */
const drawn = (trade: Trade, taken: Set<string>): readonly Draft[] => {
  const random = randomFor(`trade ${trade.name}`)
  const order = random.shuffle(stems)
  const places = random.shuffle(villages)
  const wanted = trade.count - fixed.filter((each) => each.trade === trade).length
  const result: Draft[] = []
  for (let index = 0; result.length < wanted; index += 1) {
    const village = places[index % places.length] ?? villages[0]
    const pattern = trade.names[index % trade.names.length] ?? '※'
    const name = pattern.replace('※', order[index % order.length] ?? '').replace('＠', village?.short ?? '')
    if (!village || taken.has(name)) continue
    taken.add(name)
    result.push({ name, trade, village })
  }
  return result
}

const standing: readonly Draft[] = (() => {
  const taken = new Set(fixed.map((each) => each.name))
  return [...fixed, ...trades.flatMap((trade) => drawn(trade, taken))]
})()

/** Ordinary ones that are drawn, spread over the trades: they are the newcomers. */
const newcomerOf = new Map<string, string>(
  randomFor('newcomers')
    .shuffle(
      standing.slice(fixed.length).filter((each) => each.trade.name !== 'fuel' && each.trade.name !== 'fireworks'),
    )
    .slice(0, newcomers.length)
    .map((each, index) => [each.name, newcomers[index] ?? '']),
)

const entry = (draft: Draft, index: number, dates: { readonly from?: string; readonly until?: string }): Enterprise => {
  const key = `enterprise ${draft.name}`
  const random = randomFor(key)
  const registeredAt =
    dates.from !== undefined && dates.from > '2024-12-31'
      ? instant(dates.from, 15, 10)
      : founded + 1_200_000 + index * 2000
  return {
    id: idOf(key, registeredAt),
    key,
    name: draft.name,
    type: 'enterprise',
    trade: draft.trade,
    industry: draft.trade.industry,
    village: draft.village,
    creditCode: creditCodeOf(draft.name),
    riskGrade: random.pick(draft.trade.grades),
    registeredAt,
    ...dates,
  }
}

const earlier = (name: string): string => {
  const random = randomFor(`begun ${name}`)
  return `${random.between(2006, 2023)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`
}

/** The 194 that stand at the end of 2025; nine of them came in that year. */
export const enterprises: readonly Enterprise[] = standing.map((draft, index) => {
  const from =
    newcomerOf.get(draft.name) ?? (randomFor(`known ${draft.name}`).chance(0.8) ? earlier(draft.name) : undefined)
  return entry(draft, index, from === undefined ? {} : { from })
})

/** Those that closed. */
export const closedEnterprises: readonly Enterprise[] = closed.map((each, index) =>
  entry({ name: each.name, trade: tradeNamed(each.trade), village: villageNamed(each.village) }, 300 + index, {
    from: earlier(each.name),
    until: each.until,
  }),
)

/** Livestock households, those that gave up among them. */
export const households: readonly Enterprise[] = householdTexts.map((each, index) => {
  const key = `household ${each.name}`
  const registeredAt = founded + 2_400_000 + index * 2000
  return {
    id: idOf(key, registeredAt),
    key,
    name: each.name,
    type: 'household',
    trade: null,
    industry: each.industry,
    village: villageNamed(each.village),
    creditCode: null,
    riskGrade: 'general',
    registeredAt,
    from: each.from,
    ...(each.until === undefined ? {} : { until: each.until }),
  }
})

/** Whether it stands on that day. */
export const standsOn = (enterprise: Enterprise, day: string): boolean =>
  (enterprise.from ?? '') <= day && day <= (enterprise.until ?? '9999')

/** The enterprise of that name. */
export const enterpriseNamed = (name: string): Enterprise => {
  const found = enterprises.find((each) => each.name === name)
  if (!found) throw new Error(`no enterprise ${name}`)
  return found
}

const bigTrades = new Set(['auto', 'metal', 'food', 'cold', 'mushroom', 'herb'])

/** The 22 above designated size: those of the report, then the larger trades' companies. */
export const aboveSize: readonly Enterprise[] = [
  ...['森驰汽配有限公司', '金鑫田源农业开发有限公司', '鑫澄食品有限公司', '龙兴冶金材料有限公司'].map(enterpriseNamed),
  ...enterprises
    .filter(
      (each) =>
        each.trade !== null &&
        bigTrades.has(each.trade.name) &&
        each.name.endsWith('公司') &&
        !newcomerOf.has(each.name) &&
        !fixed.some((one) => one.name === each.name),
    )
    .slice(0, 18),
]
