import { addDays } from '../../domain/calendar/day.ts'
import type { Book } from './book.ts'
import { workdaysOver, workdayUpTo } from './days.ts'
import type { Case } from './disputes.ts'
import { peopleCase, peopleTexts, writeCase } from './disputes.ts'
import type { Enterprise } from './enterprises.ts'
import { closedEnterprises, enterprises, households, standsOn } from './enterprises.ts'
import { spread } from './fill.ts'
import type { Random } from './random.ts'
import { randomFor } from './random.ts'
import { sites } from './texts/findings.ts'
import type { Found, Programme, Visit, Written } from './visits.ts'
import { writeVisit } from './visits.ts'
import { villages } from './villages.ts'

/** The span of a year's work. */
export type Span = { readonly from: string; readonly to: string }

export const yearSpan = (year: number): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` })

const weightOf = (enterprise: Enterprise): number => ({ low: 1, general: 2, higher: 4, high: 6 })[enterprise.riskGrade]

/** Draws enterprises by their risk, none more than `most` times. */
const drawer = (random: Random, most: number): ((day: string) => Enterprise) => {
  const seen = new Map<Enterprise, number>()
  const all = [...enterprises, ...closedEnterprises]
  const draw = (day: string): Enterprise => {
    const open = all.filter(
      (each) => standsOn(each, addDays(day, -3)) && standsOn(each, addDays(day, 40)) && (seen.get(each) ?? 0) < most,
    )
    let left = random.next() * open.reduce((sum, each) => sum + weightOf(each), 0)
    const found = open.find((each) => (left -= weightOf(each)) < 0) ?? open[0]
    if (!found) throw new Error(`no enterprise on ${day}`)
    seen.set(found, (seen.get(found) ?? 0) + 1)
    return found
  }
  return draw
}

/** So many inspections of a programme over the span, with so many hazards laid over them; `sitesOf` at open places. */
export const plannedVisits = (
  name: string,
  span: Span,
  programme: Programme,
  count: number,
  hazards: number,
  atSites: number,
): readonly Visit[] => {
  const random = randomFor(name)
  const draw = drawer(random, 2)
  const counts = spread(random, count, hazards, 3)
  return workdaysOver(random, span.from, span.to, count).map((day, index): Visit => {
    const shared = { key: `${name} ${index + 1}`, day, programme, hazards: counts[index] ?? 0, place: index + 1 }
    if (!random.chance(atSites)) {
      const enterprise = draw(day)
      return { ...shared, village: enterprise.village, enterprise }
    }
    return { ...shared, village: random.pick(villages), site: random.pick(sites) }
  })
}

/** Visits to the households that stand, each at least once. */
export const livestockVisits = (name: string, days: readonly string[], hazards: number): readonly Visit[] => {
  const random = randomFor(name)
  const counts = spread(random, days.length, hazards, 2)
  return days.map((day, index): Visit => {
    const standing = households.filter((each) => standsOn(each, day))
    const household = standing[index % standing.length]
    if (!household) throw new Error(`no household on ${day}`)
    return {
      key: `${name} ${index + 1}`,
      day,
      programme: 'livestock',
      hazards: counts[index] ?? 0,
      place: index + 1,
      village: household.village,
      enterprise: household,
    }
  })
}

/** Writes inspections; what they found is left to be written, in the order of finding. */
export const writeVisits = (book: Book, visits: readonly Visit[]): readonly Written[] =>
  visits.map((visit) => writeVisit(book, visit))

/** What inspections found, oldest first. */
export const foundIn = (written: readonly Written[]): readonly Found[] =>
  written.flatMap((each) => each.found).toSorted((a, b) => a.at - b.at)

/** Civil disputes of a year, by the days on which they end; so many of them otherwise than agreed. */
export const writePeopleCases = (
  book: Book,
  name: string,
  span: Span,
  agreed: number,
  others: readonly ('failed' | 'withdrawn' | 'transferred')[],
  first = '2024-01-03',
): void => {
  const random = randomFor(name)
  const texts = peopleTexts(`${name} texts`)
  const count = agreed + others.length
  const places = random.shuffle(Array.from({ length: count }, (_, index) => index)).slice(0, others.length)
  workdaysOver(random, span.from, span.to, count).forEach((on, index) => {
    const other = others[places.indexOf(index)]
    const opened = workdayUpTo(addDays(on, -random.between(1, 16)))
    const acceptedOn = opened < first ? first : opened
    const end: NonNullable<Case['end']> = {
      on: on < acceptedOn ? acceptedOn : on,
      outcome: other ?? 'agreed',
      ...(other === 'transferred' ? { note: '涉及伤情鉴定，移送派出所' } : {}),
    }
    writeCase(
      book,
      peopleCase(`${name} ${index + 1}`, texts(index), {
        village: random.pick(villages),
        acceptedOn,
        judge: random.chance(0.25),
        end,
      }),
    )
  })
}
