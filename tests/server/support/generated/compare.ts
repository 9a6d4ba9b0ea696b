import type { Phone } from '../server.ts'
import { told } from './answers.ts'
import { monthIn, type Period, soFar, wholeYear } from './days.ts'
import type { Logged } from './push.ts'
import { progress, type Recount, recounts } from './recount.ts'
import type { GeneratedYear } from './year.ts'

/** What the app says and what the recount says, of the same things: to be equal. */
export type Pair = { readonly app: unknown; readonly recount: unknown }

type Figure = ReturnType<typeof told> & { readonly id: string; readonly filtered: boolean; readonly progress?: object }
type Receipt = {
  readonly on: string | null
  readonly villageId: string | null
  readonly amount: number
  readonly subject?: string
}
type Series = {
  readonly months: readonly { readonly month: number; readonly value: number | null }[]
  readonly villages: readonly { readonly villageId: string | null; readonly value: number | null }[]
}

async function get<Body>(phone: Phone, url: string): Promise<Body> {
  const { status, body } = await phone.get(url)
  if (status !== 200) throw new Error(`${url}: ${status} ${JSON.stringify(body)}`)
  return body as Body
}

const inVillage = (made: GeneratedYear, villageId: string | null): readonly Logged[] =>
  made.records.filter(({ data }) => (data['villageId'] ?? null) === villageId)

const isKnown = (made: GeneratedYear, period: Period): boolean => Number(period.from.slice(0, 4)) - 1 >= made.firstYear

/** Every figure of a period, with the year before and the change. */
export async function figuresOf(made: GeneratedYear, query: string, asked: Period, villageId?: string): Promise<Pair> {
  const place = villageId === undefined ? '' : `&villageId=${villageId}`
  const { figures } = await get<{ figures: readonly Figure[] }>(made.phone, `/api/figures?${query}${place}`)
  const period = soFar(asked, made.world.today)
  const records = villageId === undefined ? made.records : inVillage(made, villageId)
  const answers = Object.entries(recounts).map(([id, recount]): [string, unknown] => {
    const isAsked = villageId === undefined || !recount.nowhere
    const nothing = { value: null, previous: null, change: null }
    return [id, { ...(isAsked ? told(recount, records, period, isKnown(made, period)) : nothing), filtered: isAsked }]
  })
  const seen = figures
    .filter(({ id }) => recounts[id])
    .map(({ id, value, numerator, denominator, ...more }) => {
      const parts = numerator === undefined ? {} : { numerator, denominator }
      const { previous, change, filtered } = more
      return [id, { value, ...parts, previous, change, filtered }] as const
    })
  return { app: { query, ...Object.fromEntries(seen) }, recount: { query, ...Object.fromEntries(answers) } }
}

/** What a plan has come to by the year that it was for. */
export async function progressOf(made: GeneratedYear, id: string): Promise<Pair> {
  const { year } = made.world
  const url = `/api/figures?year=${year - 1}`
  const { figures } = await get<{ figures: readonly Figure[] }>(made.phone, url)
  const value = progress[id]?.(made.records, wholeYear(year))
  const found = figures.find((figure) => figure.id === id)
  return { app: { id, ...found?.progress }, recount: { id, year, value: Number(value) } }
}

async function receiptsOf(made: GeneratedYear, id: string, more = ''): Promise<readonly Receipt[]> {
  const items: Receipt[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const url = `/api/figures/${id}/records?year=${made.world.year}${more}&page=${page}`
    const answer = await get<{ items: readonly Receipt[]; pages: number }>(made.phone, url)
    items.push(...answer.items)
    pages = answer.pages
  }
  return items
}

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** What receipts add up to, in the smallest unit; a ratio's are its denominator's. */
function added(of: Recount, receipts: readonly Receipt[], isOne: (receipt: Receipt) => boolean = () => true): number {
  const unit = of.over ? 1 : (of.scale ?? 1)
  return receipts.filter(isOne).reduce((sum, { amount }) => sum + Math.round(amount * unit), 0)
}

/** A figure's receipts added up: of the year, of a month of it, of a village. */
export async function receiptsAddUp(made: GeneratedYear, id: string, of: Recount): Promise<Pair> {
  const { year, villages } = made.world
  const counting = of.over ?? of.value
  const [month, village] = [made.draw.int(1, 12), made.draw.pick(villages)]
  const whole = await receiptsOf(made, id)
  const inYear = Number(counting(made.records, wholeYear(year)))
  return {
    app: {
      id,
      inYear: added(of, whole),
      inMonth: added(of, await receiptsOf(made, id, `&month=${month}`)),
      inVillage: added(of, await receiptsOf(made, id, `&villageId=${village}`)),
      subjects: of.kind === 'once' ? new Set(whole.map(({ subject }) => subject)).size : inYear,
    },
    recount: {
      id,
      inYear,
      inMonth: Number(counting(made.records, monthIn(year, month))),
      inVillage: of.nowhere ? 0 : Number(counting(inVillage(made, village), wholeYear(year))),
      subjects: inYear,
    },
  }
}

/** The year's receipts of a figure whose amounts add up, by their months and villages. */
export async function receiptsByMonthAndVillage(made: GeneratedYear, id: string, of: Recount): Promise<Pair> {
  const { year, villages } = made.world
  const counting = of.over ?? of.value
  const receipts = await receiptsOf(made, id)
  const places = of.nowhere ? [] : [...villages, null]
  return {
    app: {
      id,
      months: months.map((month) => added(of, receipts, ({ on }) => Number(on?.slice(5, 7)) === month)),
      villages: places.map((place) => added(of, receipts, ({ villageId }) => villageId === place)),
    },
    recount: {
      id,
      months: months.map((month) => Number(counting(made.records, monthIn(year, month)))),
      villages: places.map((place) => Number(counting(inVillage(made, place), wholeYear(year)))),
    },
  }
}

/** A figure over the months and villages of its year. */
export async function seriesOf(made: GeneratedYear, id: string, of: Recount): Promise<Pair> {
  const { year, villages } = made.world
  const series = await get<Series>(made.phone, `/api/figures/${id}/series?year=${year}`)
  const value = (records: readonly Logged[], period: Period): number | null =>
    told(of, records, period, isKnown(made, period)).value
  const byVillage = [...villages, null].map((villageId) => ({
    villageId,
    value: of.nowhere ? null : value(inVillage(made, villageId), wholeYear(year)),
  }))
  return {
    app: { id, months: series.months, villages: new Set(series.villages) },
    recount: {
      id,
      months: months.map((month) => ({ month, value: value(made.records, monthIn(year, month)) })),
      villages: new Set(byVillage),
    },
  }
}
