import type { Book } from './book.ts'
import { writeCaseLibrary } from './case-library.ts'
import { writeClues } from './clues.ts'
import { writeOversight } from './oversights.ts'
import { writePenalties } from './penalties.ts'
import { writePowers } from './powers.ts'
import { writePublicity } from './publicities.ts'
import { writeServices } from './services.ts'
import { writeLeaders } from './tasks.ts'
import { writeTrainings } from './trainings.ts'

/** Study, enforcement, service to enterprises and publicity, year by year; the years' inspections are written already. */
export const writeWork = (book: Book, years: readonly number[]): void => {
  writePowers(book, years)
  writePenalties(book, years)
  for (const year of years) {
    writeTrainings(book, year)
    writeLeaders(book, year)
    writeOversight(book, year)
    writeServices(book, year)
    writeCaseLibrary(book, year)
    writePublicity(book, year)
    writeClues(book, year)
  }
}
