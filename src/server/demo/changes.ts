import { yearOf } from '../../domain/calendar/day.ts'
import type { DemoItem } from './book.ts'
import { newBook, writtenBefore } from './book.ts'
import { writeDuties } from './duties.ts'
import { writeLaterYear } from './later-years.ts'
import { writeLegality } from './legality.ts'
import { writeLiaison } from './liaison.ts'
import { writeRegisters } from './registers.ts'
import { writeToday } from './today.ts'
import { writeWork } from './work.ts'
import { write2024 } from './year-2024.ts'
import { write2025 } from './year-2025.ts'

export type { DemoItem } from './book.ts'

/**
 * The demo of 阳城镇, change by change, in the order of its times: registers, 2024, 2025 with exactly the figures of
 * its report, then the last year and this one as far as they have come, and what is due around today. The same for the
 * same day; 2024 and 2025 the same for every day from 2026-01-02 on. Nothing is made today or later.
 */
export const demoChanges = ({ today }: { readonly today: string }): readonly DemoItem[] => {
  const book = newBook()
  writeRegisters(book)
  write2024(book)
  write2025(book)
  const year = yearOf(today)
  const later = [year - 1, year].filter((each) => each > 2025)
  for (const each of later) writeLaterYear(book, each)
  writeLiaison(book, [2024, 2025, ...later])
  writeLegality(book, [2024, 2025, ...later])
  writeDuties(book, [2024, 2025, ...later])
  writeWork(book, [2024, 2025, ...later])
  writeToday(book, today)
  return writtenBefore(book, today)
}
