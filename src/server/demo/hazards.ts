import { addDays } from '../../domain/calendar/day.ts'
import type { Data } from '../../domain/value.ts'
import type { Account } from './accounts.ts'
import { accountNamed, officersOf } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { fieldTime, instant, workdayFrom, workdaysLater, workdayUpTo } from './days.ts'
import type { Random } from './random.ts'
import { randomFor } from './random.ts'
import type { Found } from './visits.ts'

/** What is to become of a hazard: closed by a day at the latest, or not before one. */
export type Fate = { readonly closedBy?: string; readonly closedFrom?: string; readonly deadline?: string }

const supervisor = accountNamed('supervisor')

const laterOf = (a: string, b: string): string => (a > b ? a : b)
const earlierOf = (a: string, b: string): string => (a < b ? a : b)

/** The found hazard as a record. */
export const openHazard = (book: Book, found: Found, deadline: string, more: Data = {}): Page => {
  const [category, description, , , grade] = found.text
  return book.open(found.key, 'hazard', found.author, found.at, {
    status: 'found',
    origin: found.origin,
    foundOn: found.day,
    villageId: found.village.id,
    placeName: found.placeName,
    grade: grade ?? 'general',
    category,
    description,
    deadline,
    inspectionId: found.inspectionId,
    ...(found.enterprise ? { enterpriseId: found.enterprise.id } : {}),
    ...more,
  })
}

/** The order: on the spot, or the next morning. */
export const orderHazard = (page: Page, found: Found, at = found.at + 540_000): void =>
  page.edit(found.author, at, { status: 'ordered', measures: found.text[2] })

const step = (random: Random, found: Found): Account =>
  random.chance(0.93) ? found.author : random.pick(officersOf(found.village.id))

/** When it was rectified and closed: mostly in time, within what its fate allows. */
const daysOf = (
  random: Random,
  found: Found,
  deadline: string,
  fate: Fate,
): { readonly rectified: string; readonly rechecked: string; readonly closed: string } => {
  const days = Math.max(1, found.text[3])
  const late = random.chance(0.1) ? random.between(1, 4) : -random.between(0, Math.floor(days / 2))
  const latest = fate.closedBy === undefined ? '9999-12-31' : workdayUpTo(fate.closedBy)
  const wanted =
    fate.closedFrom === undefined ? addDays(deadline, late) : addDays(fate.closedFrom, random.between(-4, 0))
  const rectified = earlierOf(laterOf(workdayFrom(wanted), found.day), latest)
  const rechecked = earlierOf(laterOf(workdaysLater(rectified, random.between(0, 2)), fate.closedFrom ?? ''), latest)
  return {
    rectified,
    rechecked,
    closed: earlierOf(workdaysLater(rechecked, random.chance(0.7) ? 0 : random.between(1, 2)), latest),
  }
}

const extensions = [
  '配件未到货',
  '遇雨停工，工期顺延',
  '企业停产检修期间统一整改',
  '施工队春节返乡',
  '需请有资质单位施工',
]
const failures = [
  '复查发现只改了一处，另一处未动',
  '报来的照片与现场不符',
  '清理后又回到原样，未形成制度',
  '临时应付，未彻底消除',
]
const corrections: readonly ((description: string) => string)[] = [
  (text) => `${text}，现场已拍照`,
  (text) => `${text}（上次检查已提醒）`,
  (text) => `${text}，涉及人员已谈话`,
]

const failedRecheck = (
  random: Random,
  page: Page,
  found: Found,
  deadline: string,
  days: ReturnType<typeof daysOf>,
): void => {
  const first = workdayUpTo(earlierOf(deadline, days.rectified))
  const earliest = laterOf(first, found.day)
  page.edit(found.author, instant(earliest, 16, 20), { status: 'rectified', rectifiedOn: earliest })
  const checked = earlierOf(workdaysLater(earliest, 1), days.rectified)
  page.edit(found.author, instant(checked, 10, 15), { status: 'rechecked', recheckedOn: checked })
  page.edit(
    found.author,
    instant(checked, 10, 40),
    { status: 'ordered', deadline: laterOf(addDays(checked, 5), days.rectified), rectifiedOn: null, recheckedOn: null },
    random.pick(failures),
  )
}

/**
 * A hazard's whole course, step by step: found, ordered, rectified, rechecked, closed; sometimes with a longer
 * deadline, a failed recheck, a word corrected.
 */
export const writeHazard = (book: Book, found: Found, fate: Fate = {}): Page => {
  const random = randomFor(found.key)
  const deadline = fate.deadline ?? addDays(found.day, Math.max(1, found.text[3]))
  const page = openHazard(book, found, deadline)
  orderHazard(page, found)
  const days = daysOf(random, found, deadline, fate)
  if (random.chance(0.05)) {
    const description = random.pick(corrections)(found.text[1])
    page.edit(found.author, found.at + 3_600_000, { description })
  }
  if (days.rectified > deadline && random.chance(0.5) && workdayUpTo(deadline) > found.day) {
    page.edit(
      random.chance(0.5) ? supervisor : step(random, found),
      instant(workdayUpTo(deadline), 9, 30),
      { deadline: days.rectified },
      random.pick(extensions),
    )
  } else if (days.rectified > addDays(found.day, 4) && random.chance(0.07)) {
    failedRecheck(random, page, found, addDays(days.rectified, -3), days)
  }
  page.edit(step(random, found), instant(days.rectified, random.between(14, 17), random.between(0, 59)), {
    status: 'rectified',
    rectifiedOn: days.rectified,
  })
  page.edit(
    step(random, found),
    laterThan(fieldTime(random, days.rechecked), days.rectified === days.rechecked, days.rechecked),
    { status: 'rechecked', recheckedOn: days.rechecked },
  )
  page.edit(step(random, found), instant(days.closed, 17, random.between(30, 58)), {
    status: 'closed',
    closedOn: days.closed,
  })
  return page
}

/** A recheck on the day of the report itself comes after it. */
const laterThan = (at: number, sameDay: boolean, day: string): number => (sameDay ? instant(day, 17, 20) : at)
