import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { workdaysLater, workdaysOver } from './days.ts'
import { peopleCase, peopleTexts, toldCase, writeCase } from './disputes.ts'
import { enterprises, standsOn } from './enterprises.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { writeHazard } from './hazards.ts'
import { randomFor } from './random.ts'
import { administrative2025 } from './texts/disputes-administrative.ts'
import { latent } from './texts/disputes-latent.ts'
import type { Visit } from './visits.ts'
import { foundIn, livestockVisits, plannedVisits, writePeopleCases, writeVisits, yearSpan } from './year.ts'
import { writeDecember } from './december-2025.ts'
import { writeAside } from './aside-2025.ts'
import { carriedInto2025 } from './year-2024.ts'
import { villageNamed } from './villages.ts'

const span = yearSpan(2025)

/** Hazards closed in 2025 by the report, less those that came over from 2024. */
const closedHere = 169 - carriedInto2025
/** Found late and closed in January 2026; december-2025.ts has four more, told one by one. */
const carried = 6

const writeSafety = (book: Book): void => {
  const found = foundIn(
    writeVisits(book, plannedVisits('inspection 2025 safety', span, 'safety', 126, closedHere + carried, 0.08)),
  )
  // The last four, and every other one of the four before them.
  const isCarried = (fromEnd: number): boolean => fromEnd < 4 || (fromEnd < 4 + 2 * (carried - 4) && fromEnd % 2 === 0)
  let over = -1
  found.forEach((each, index) => {
    if (!isCarried(found.length - 1 - index)) return writeHazard(book, each, { closedBy: '2025-12-31' })
    over += 1
    if (over % 4 === 3) {
      return writeHazard(book, each, { closedFrom: workdaysLater('2026-02-25', over), closedBy: '2026-03-31' })
    }
    const closing = workdaysLater('2026-01-05', over)
    return writeHazard(book, each, {
      closedFrom: closing,
      deadline: addDays(closing, over % 3),
      closedBy: '2026-02-13',
    })
  })
}

/** Every enterprise that stood at the year's end, once; eleven a second time. */
const softVisits = (): readonly Visit[] => {
  const random = randomFor('inspection 2025 soft')
  const days = workdaysOver(random, '2025-02-10', '2025-12-24', 205)
  const late = enterprises
    .filter((each) => each.from !== undefined && each.from >= '2025')
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))
  const order = random.shuffle(enterprises.filter((each) => !late.includes(each)))
  const twice = order.slice(0, 11)
  const at = new Map<number, (typeof enterprises)[number]>()
  for (const each of late) {
    const open = days.flatMap((day, index) => (day > addDays(each.from ?? '', 8) && !at.has(index) ? [index] : []))
    at.set(random.pick(open), each)
  }
  const rest = [...order, ...twice]
  const hazards = new Set(random.shuffle(days.map((_, index) => index)).slice(0, 20))
  return days.map((day, index): Visit => {
    const enterprise = at.get(index) ?? rest.shift()
    if (!enterprise || !standsOn(enterprise, day)) throw new Error(`no enterprise for ${day}`)
    return {
      key: `inspection 2025 soft ${index + 1}`,
      day,
      programme: 'soft',
      village: enterprise.village,
      enterprise,
      hazards: hazards.has(index) ? 1 : 0,
      place: index + 1,
    }
  })
}

const writeOthers = (book: Book): void => {
  const administrative = plannedVisits('inspection 2025 administrative', span, 'administrative', 53, 14, 0.42)
  // Three ended in a suspected violation and went on as cases.
  const suspected = new Set(administrative.filter((visit) => visit.hazards > 0).slice(2, 5))
  const written = writeVisits(
    book,
    administrative.map((visit): Visit =>
      suspected.has(visit)
        ? { ...visit, more: { result: 'suspectedViolation', exemption: 'none', exemptionClause: null } }
        : visit,
    ),
  )
  const soft = writeVisits(book, softVisits())
  const other = writeVisits(book, plannedVisits('inspection 2025 other', span, 'other', 6, 3, 1))
  for (const found of foundIn([...written, ...soft, ...other])) writeHazard(book, found, { closedBy: '2026-02-13' })
}

/** Ten problems at six households; nine are put right within the year, the last in January. */
const writeLivestock = (book: Book): void => {
  const days = [...workdaysOver(randomFor('livestock 2025'), '2025-03-10', '2025-10-31', 7), '2025-12-18']
  const found = foundIn(writeVisits(book, livestockVisits('inspection 2025 livestock', days.slice(0, 7), 9)))
  for (const each of found) writeHazard(book, each, { closedBy: '2025-12-31' })
  const last = foundIn(writeVisits(book, livestockVisits('inspection 2025 livestock last', days.slice(7), 1)))
  for (const each of last)
    writeHazard(book, each, { closedFrom: '2026-01-13', deadline: '2026-01-16', closedBy: '2026-01-30' })
}

const writeMediations = (book: Book): void => {
  // 76 concluded with those of december-2025.ts, four of them without an agreement.
  writePeopleCases(book, 'mediation 2025 people', span, 68, [
    'failed',
    'withdrawn',
    'failed',
    'withdrawn',
    'transferred',
    'transferred',
  ])
  for (const told of administrative2025) writeCase(book, toldCase('administrative', told))
  for (const told of latent.filter((each) => each.on > '2025')) writeCase(book, toldCase('latent', told))
  const texts = peopleTexts('mediation 2025 open texts')
  const open: readonly (readonly [accepted: string, village: string, concluded: string])[] = [
    ['2025-12-11', '麦子坪', '2026-01-08'],
    ['2025-12-17', '竹林寨', '2026-01-14'],
    ['2025-12-23', '槐荫', '2026-01-22'],
    ['2025-12-25', '前河', '2026-02-05'],
    ['2025-12-29', '双桥', '2026-02-10'],
    ['2025-12-30', '石盘沟', '2026-03-05'],
  ]
  open.forEach(([acceptedOn, village, on], index) =>
    writeCase(
      book,
      peopleCase(`mediation 2025 open ${index + 1}`, texts(index), {
        village: villageNamed(village),
        acceptedOn,
        judge: index % 2 === 0,
        author: accountNamed(index % 3 === 2 ? 'mediator2' : 'mediator'),
        end: { on, outcome: index === 4 ? 'failed' : 'agreed' },
      }),
    ),
  )
}

/** 2025, so that its figures are those of the report. */
export const write2025 = (book: Book): void => {
  writeSafety(book)
  writeOthers(book)
  writeLivestock(book)
  writeMediations(book)
  writeDecember(book)
  writeAside(book)
}
