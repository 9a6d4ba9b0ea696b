import { addDays } from '../../domain/calendar/day.ts'
import type { Data } from '../../domain/value.ts'
import type { Account } from './accounts.ts'
import { accountNamed, officersOf } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { instant, workdayFrom, workdayUpTo } from './days.ts'
import { drawn, named } from './fill.ts'
import { personNamed, phoneOf, townMediatorsOn, villageMediatorOn } from './people.ts'
import type { Random } from './random.ts'
import { randomFor } from './random.ts'
import type { DisputeText, ToldDispute } from './texts/dispute-text.ts'
import { failedNotes, givenNames, peopleDisputes, surnames } from './texts/disputes-people.ts'
import type { Village } from './villages.ts'
import { villageNamed } from './villages.ts'

/** A case as it is planned: what it is about, when it came and how it ends, if it does. */
export type Case = {
  readonly key: string
  readonly track: 'people' | 'administrative' | 'latent'
  readonly village: Village
  readonly type: string
  readonly acceptedOn: string
  readonly summary: string
  readonly parties: readonly Data[]
  readonly author?: Account
  readonly judge?: boolean
  readonly end?: {
    readonly on: string
    readonly outcome: 'agreed' | 'withdrawn' | 'failed' | 'transferred'
    readonly agreement?: string
    readonly note?: string
  }
  /** Nothing more is to happen to it: neither confirmed nor performed. */
  readonly open?: true
  /** When the court confirmed it, where that is told and not drawn. */
  readonly confirmedOn?: string
}

const judge = accountNamed('judge')
const supervisor = accountNamed('supervisor')
const judgeId = personNamed('韩秉正').id
const sources = ['当事人申请', '网格员上报', '综治中心窗口', '信访转办', '法庭委派', '村委移送']

const authorOf = (random: Random, village: Village): Account => {
  const roll = random.next()
  if (roll < 0.56) return accountNamed('mediator')
  if (roll < 0.82) return accountNamed('mediator2')
  if (roll < 0.95) return random.pick(officersOf(village.id))
  return roll < 0.98 ? judge : supervisor
}

const mediatorsOf = (random: Random, author: Account, village: Village, day: string): readonly string[] => {
  const town = townMediatorsOn(day)
  const own = town.find((person) => person.id === author.personId) ?? random.pick(town)
  const local = villageMediatorOn(village.short, day)
  return local && random.chance(0.75) ? [own.id, local.id] : [own.id]
}

const ending = (random: Random, end: NonNullable<Case['end']>): Data => {
  const told: Data = { status: 'concluded', concludedOn: end.on, outcome: end.outcome }
  if (end.outcome !== 'agreed') return told
  const agreement = end.agreement ?? '双方自愿和解，互不追究。'
  return random.chance(0.1)
    ? { ...told, oral: true, oralNote: `口头协议：${agreement}调解员当场记录，双方无异议。` }
    : { ...told, agreement }
}

const afterwards = (random: Random, plan: Case, page: Page, author: Account, end: NonNullable<Case['end']>): void => {
  if (plan.confirmedOn !== undefined) {
    page.edit(judge, instant(plan.confirmedOn, 11, 5), { confirmedOn: plan.confirmedOn }, '双方共同申请，裁定有效')
    page.edit(author, instant(workdayFrom(addDays(plan.confirmedOn, 6)), 15, 40), {
      status: 'performed',
      performedOn: workdayFrom(addDays(plan.confirmedOn, 6)),
    })
    return
  }
  if (end.outcome !== 'agreed') return
  if (plan.judge && random.chance(0.3)) {
    const on = workdayUpTo(addDays(end.on, random.between(9, 28)))
    if (on >= end.on)
      page.edit(judge, instant(on, 10, random.between(0, 59)), { confirmedOn: on }, '双方共同申请司法确认')
  }
  if (!random.chance(0.45)) return
  const done = workdayFrom(addDays(end.on, random.between(4, 26)))
  page.edit(
    author,
    instant(done, random.between(9, 17), random.between(0, 59)),
    { status: 'performed', performedOn: done },
    random.chance(0.3) ? '回访核实，已履行' : undefined,
  )
}

/** Writes a case through its course. */
export const writeCase = (book: Book, plan: Case): Page => {
  const random = randomFor(plan.key)
  const author = plan.author ?? authorOf(random, plan.village)
  const at = instant(plan.acceptedOn, random.between(8, 16), random.between(10, 58))
  const start: Data = {
    acceptedOn: plan.acceptedOn,
    villageId: plan.village.id,
    disputeType: plan.type,
    track: plan.track,
    source: random.pick(sources),
    summary: plan.summary,
    parties: plan.parties,
    mediators: mediatorsOf(random, author, plan.village, plan.acceptedOn),
    ...(plan.judge ? { judgeId } : {}),
  }
  const drafted = random.chance(0.05)
  const page = book.open(plan.key, 'mediation', author, at, { status: drafted ? 'draft' : 'accepted', ...start })
  if (drafted) page.edit(author, at + 5_400_000, { status: 'accepted' })
  if (random.chance(0.05)) page.edit(author, at + 7_200_000, { summary: `${plan.summary}已实地查看。` })
  const end = plan.end
  if (!end) return page
  const reason = end.note ?? (end.outcome === 'failed' ? random.pick(failedNotes) : undefined)
  page.edit(author, instant(end.on, random.between(9, 17), random.between(0, 59)), ending(random, end), reason)
  if (!plan.open) afterwards(random, plan, page, author, end)
  return page
}

/** People who don't exist, one a side; a third one joins now and then. */
export const partiesOf = (
  random: Random,
): { readonly parties: readonly Data[]; readonly A: string; readonly B: string } => {
  const [A, B] = [
    `${random.pick(surnames)}${random.pick(givenNames)}`,
    `${random.pick(surnames)}${random.pick(givenNames)}`,
  ]
  const phone = (): Data => (random.chance(0.6) ? { phone: phoneOf(random.between(200, 9000)) } : {})
  if (A === B) return partiesOf(random)
  const parties: Data[] = [
    { name: A, side: 'A', ...phone() },
    { name: B, side: 'B', ...phone() },
  ]
  return { parties, A, B }
}

/** A civil dispute drawn from the texts; the same one never comes twice in a row. */
export const peopleCase = (
  key: string,
  text: DisputeText,
  of: Pick<Case, 'village' | 'acceptedOn'> & Partial<Case>,
): Case => {
  const random = randomFor(`${key} text`)
  const { parties, A, B } = partiesOf(random)
  const [type, summary, agreement] = text
  const fill = (words: string): string => named(drawn(random, words), { A, B })
  const end = of.end && of.end.outcome === 'agreed' ? { ...of.end, agreement: fill(agreement) } : of.end
  return { ...of, key, track: 'people', type, parties, summary: fill(summary), ...(end ? { end } : {}) }
}

/** So many different texts in an order of their own, then again from the start. */
export const peopleTexts = (name: string): ((index: number) => DisputeText) => {
  const order = randomFor(name).shuffle(peopleDisputes)
  return (index) => {
    const text = order[index % order.length]
    if (!text) throw new Error('no texts')
    return text
  }
}

/** A case that is told with its day, village and end. */
export const toldCase = (track: 'administrative' | 'latent', told: ToldDispute): Case => {
  const key = `mediation ${track} ${told.on} ${told.village}`
  const random = randomFor(`${key} told`)
  const opened = workdayUpTo(addDays(told.on, -random.between(6, 24)))
  const acceptedOn = opened < '2024-01-03' ? '2024-01-03' : opened
  return {
    key,
    track,
    village: villageNamed(told.village),
    type: told.type,
    acceptedOn,
    summary: told.summary,
    parties: [
      { name: told.sides[0], side: 'A' },
      { name: told.sides[1], side: 'B' },
    ],
    judge: track === 'administrative' ? random.chance(0.6) : false,
    end: {
      on: told.on,
      outcome: told.outcome,
      ...(told.agreement === undefined ? {} : { agreement: told.agreement }),
      ...(told.outcome === 'withdrawn'
        ? { note: told.summary.includes('复议') ? '申请人书面撤回复议' : '原告申请撤诉，法院准许' }
        : {}),
    },
  }
}
