import { addDays } from '../../domain/calendar/day.ts'
import type { Data } from '../../domain/value.ts'
import type { Account } from './accounts.ts'
import { accountNamed } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { instant, workdayFrom } from './days.ts'
import { randomFor } from './random.ts'

const supervisor = accountNamed('supervisor')

/** A time of that day in the office, by the key. */
export const officeTime = (key: string, day: string): number => {
  const random = randomFor(`${key} at ${day}`)
  return instant(day, random.between(9, 16), random.between(2, 57))
}

/** Writes a record on its day; submitted, unless `set` has another state. */
export const tell = (book: Book, kind: string, key: string, author: Account, day: string, set: Data): Page =>
  book.open(`${kind} ${key}`, kind, author, officeTime(`${kind} ${key}`, day), { status: 'submitted', ...set })

/** A further step of a record on its day. */
export const step = (page: Page, author: Account, day: string, set: Data, reason?: string): void =>
  page.edit(author, officeTime(page.id, day), set, reason)

/** Taken out by the supervisor on the next working day. */
export const voidNext = (page: Page, day: string, voidReason: string, more: Data = {}): void =>
  page.edit(supervisor, instant(workdayFrom(addDays(day, 1)), 17, 20), { status: 'void', voidReason, ...more })

/** The working day on or after that day of a year: `on(2026, '03-20')`. */
export const on = (year: number, monthDay: string): string => workdayFrom(`${year}-${monthDay}`)
