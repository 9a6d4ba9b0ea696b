import type { Data } from '../../domain/value.ts'
import type { Account } from './accounts.ts'
import { officersOf } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { fieldTime, instant, workdayUpTo, written } from './days.ts'
import { addDays } from '../../domain/calendar/day.ts'
import type { Enterprise } from './enterprises.ts'
import { drawn, named } from './fill.ts'
import { certifiedOn, gridOfficerOf } from './people.ts'
import type { Random } from './random.ts'
import { randomFor } from './random.ts'
import {
  bases,
  clearFindings,
  livestockFindings,
  orderedEndings,
  placesOf,
  refusals,
  softFindings,
} from './texts/findings.ts'
import type { Site } from './texts/findings.ts'
import type { HazardText, HazardTopic } from './texts/hazard-text.ts'
import { openHazards } from './texts/hazards-open.ts'
import { plantHazards } from './texts/hazards-plant.ts'
import type { Village } from './villages.ts'

export type Programme = 'administrative' | 'safety' | 'soft' | 'livestock' | 'other'

/** An inspection as it is planned: where, when, for what, and how many hazards it will find. */
export type Visit = {
  readonly key: string
  readonly day: string
  readonly programme: Programme
  readonly village: Village
  readonly enterprise?: Enterprise
  readonly site?: Site
  readonly hazards: number
  /** Its place among those of its programme and year, for the numbers of its papers. */
  readonly place: number
  readonly author?: Account
  /** Where its hazards are told and not drawn. */
  readonly told?: readonly HazardText[]
  readonly part?: string
  /** Fields laid over what is drawn. */
  readonly more?: Data
}

/** A hazard as it was found, before anything was done about it. */
export type Found = {
  readonly key: string
  readonly origin: Programme
  readonly author: Account
  readonly at: number
  readonly day: string
  readonly village: Village
  readonly enterprise?: Enterprise
  readonly placeName: string
  readonly inspectionId: string
  readonly text: HazardText
}

/** An inspection that stands in the book, with what it found. */
export type Written = {
  readonly page: Page
  readonly at: number
  readonly author: Account
  readonly found: readonly Found[]
}

const textsOf = (topics: readonly HazardTopic[]): readonly HazardText[] =>
  topics.flatMap((topic) => [...(plantHazards[topic] ?? []), ...(openHazards[topic] ?? [])])

const topicsOf = (visit: Visit): readonly HazardTopic[] => {
  if (visit.enterprise)
    return visit.enterprise.type === 'household' ? ['livestock'] : (visit.enterprise.trade?.topics ?? ['fire'])
  return [visit.site?.topic ?? 'fire']
}

const isMajor = (text: HazardText): boolean => text[4] === 'major'

/** Different texts, a major one rarely. */
const hazardsOf = (random: Random, visit: Visit): readonly HazardText[] => {
  if (visit.told) return visit.told
  const texts = random.shuffle(textsOf(topicsOf(visit)))
  const wanted = texts.filter((text) => !isMajor(text) || random.chance(0.25)).slice(0, visit.hazards)
  return wanted.map(([category, description, measures, days, ...rest]) => [
    category,
    drawn(random, description),
    drawn(random, measures),
    days,
    ...rest,
  ])
}

/** What one calls an enterprise in the field. */
export const shortName = (enterprise: Enterprise): string => enterprise.name.replace(/有限公司$/, '')

const matterOf = (random: Random, visit: Visit, texts: readonly HazardText[]): string => {
  if (visit.programme === 'livestock') return 'livestock'
  if (visit.site) return visit.site.matter
  const category = texts[0]?.[0]
  if (category === 'fire') return 'fire'
  if (visit.enterprise?.trade?.name === 'transport') return 'traffic'
  return random.chance(0.2) ? 'fire' : 'workSafety'
}

const findingsOf = (random: Random, visit: Visit, texts: readonly HazardText[], part: string): string => {
  const month = Number(visit.day.slice(5, 7))
  if (texts.length > 0) {
    const list =
      texts.length === 1 ? `${texts[0]?.[1]}` : texts.map((text, index) => `${index + 1}. ${text[1]}`).join('；')
    return `查${part}等处，发现${texts.length}处问题：${list}。${random.pick(orderedEndings)}`
  }
  if (visit.site) return visit.site.clear
  if (visit.programme === 'soft')
    return named(random.pick(softFindings.filter(([first, last]) => first <= month && month <= last))[2], { part })
  return named(random.pick(visit.programme === 'livestock' ? livestockFindings : clearFindings), { part })
}

/** A name as it is drawn with a finger: a few strokes, small enough to travel. */
const signatureOf = (random: Random, at: number): Data => {
  const stroke = (): string => {
    const [x, y] = [random.between(12, 280), random.between(20, 100)]
    return `M${x} ${y} Q${x + random.between(-20, 30)} ${y + random.between(-24, 24)} ${Math.min(316, x + random.between(10, 40))} ${Math.max(4, y + random.between(-30, 16))}`
  }
  return {
    width: 320,
    height: 120,
    path: Array.from({ length: random.between(3, 6) }, stroke).join(' '),
    signedAt: written(at),
  }
}

const signed = (random: Random, at: number): Data =>
  random.chance(0.03)
    ? { signatureRefused: true, refusalReason: random.pick(refusals) }
    : { signature: signatureOf(random, at) }

const officersFor = (random: Random, author: Account, day: string): readonly string[] => {
  const certified = certifiedOn(day).map((person) => person.id)
  const own = author.personId !== null && certified.includes(author.personId) ? [author.personId] : []
  const others = random.shuffle(certified.filter((id) => id !== author.personId))
  return [...own, ...others].slice(0, random.chance(0.08) ? 3 : 2)
}

const sourceOf = (random: Random, programme: Programme): readonly [taskSource: string, checkType: string] => {
  if (programme === 'soft' || random.chance(0.55)) return ['plan', 'routine']
  return random.pick([
    ['superior', 'special'],
    ['random', 'routine'],
    ['plan', 'special'],
    ['complaint', 'case'],
    ['referral', 'case'],
  ] as const)
}

const papersOf = (random: Random, visit: Visit, matter: string, at: number): Data => {
  if (visit.programme !== 'administrative') return {}
  const year = visit.day.slice(0, 4)
  const before = workdayUpTo(addDays(visit.day, -1))
  const approval = {
    number: `阳综检批〔${year}〕${visit.place}号`,
    by: '程远',
    at: written(instant(before, 16, random.between(0, 50))),
  }
  const papers: Data = {
    basis: bases[matter] ?? bases['other'] ?? '',
    approval,
    noticeNumber: `阳综检通〔${year}〕${visit.place}号`,
    resultToldOn: visit.day,
  }
  if (!visit.enterprise || visit.day < '2025-03') return papers
  return {
    ...papers,
    entryCode: {
      direction: random.chance(0.7) ? 'scannedTheirs' : 'shownOurs',
      system: '河南省行政执法综合管理监督平台',
      code: `RQ${visit.enterprise.creditCode ?? ''}`,
      at: written(at - 1_500_000),
    },
  }
}

const exemptionOf = (random: Random, visit: Visit, count: number): Data => {
  if (
    count === 0 ||
    visit.day < '2025' ||
    !(visit.programme === 'administrative' || visit.programme === 'soft') ||
    random.chance(0.6)
  )
    return { exemption: 'none' }
  return random.chance(0.5)
    ? {
        exemption: 'firstViolation',
        exemptionClause: '《中华人民共和国行政处罚法》第三十三条第一款，首次违法、后果轻微并及时改正',
      }
    : { exemption: 'minor', exemptionClause: '《中华人民共和国行政处罚法》第三十三条第一款，违法行为轻微并及时改正' }
}

const locationOf = (random: Random, village: Village, at: number): Data => ({
  location: {
    lat: Number((village.lat + (random.next() - 0.5) * 0.012).toFixed(6)),
    lng: Number((village.lng + (random.next() - 0.5) * 0.012).toFixed(6)),
    accuracy: random.between(4, 38),
    at: written(at),
    source: 'gps',
  },
})

/** The room that a hazard's own words name. */
const placeOf = ([, description]: HazardText): string | undefined =>
  placesOf.find(([words]) => words.test(description))?.[1]

/** Writes an inspection, sometimes saved as a draft on the way; its hazards are left to be written. */
export const writeVisit = (book: Book, visit: Visit): Written => {
  const random = randomFor(visit.key)
  const author = visit.author ?? random.pick(officersOf(visit.village.id))
  const at = fieldTime(random, visit.day)
  const texts = hazardsOf(random, visit)
  const part =
    visit.part ??
    random.pick(visit.enterprise?.trade?.parts ?? (visit.enterprise ? ['圈舍', '储粪池', '饲料间'] : ['现场']))
  const placeName = visit.enterprise
    ? shortName(visit.enterprise)
    : named(visit.site?.place ?? '{village}', { village: visit.village.name })
  const matter = matterOf(random, visit, texts)
  const [taskSource, checkType] = sourceOf(random, visit.programme)
  const grid = gridOfficerOf(visit.village.short)
  const start: Data = {
    date: visit.day,
    villageId: visit.village.id,
    programme: visit.programme,
    checkType,
    taskSource,
    matter,
    placeName,
    ...(visit.enterprise ? { enterpriseId: visit.enterprise.id } : {}),
  }
  const rest: Data = {
    officers: officersFor(random, author, visit.day),
    ...(grid && random.chance(0.45) ? { assistants: [grid.id] } : {}),
    certificatesShown: true,
    result: texts.length > 0 ? 'hazards' : 'clear',
    findings: findingsOf(random, visit, texts, part),
    ...exemptionOf(random, visit, texts.length),
    ...papersOf(random, visit, matter, at),
    ...(random.chance(0.35) ? locationOf(random, visit.village, at) : {}),
    ...signed(random, at),
    ...visit.more,
  }
  const page = random.chance(0.06)
    ? book.open(visit.key, 'inspection', author, at - 1_920_000, { status: 'draft', ...start })
    : book.open(visit.key, 'inspection', author, at, { status: 'submitted', ...start, ...rest })
  if (page.data()['status'] === 'draft') page.edit(author, at, { status: 'submitted', ...rest })
  const found = texts.map((text, index): Found => ({
    key: `${visit.key} hazard ${index + 1}`,
    origin: visit.programme,
    author,
    at: at + (index + 1) * 240_000,
    day: visit.day,
    village: visit.village,
    ...(visit.enterprise ? { enterprise: visit.enterprise } : {}),
    placeName: visit.enterprise ? `${placeName}${visit.part ?? placeOf(text) ?? part}` : placeName,
    inspectionId: page.id,
    text,
  }))
  return { page, at, author, found }
}
