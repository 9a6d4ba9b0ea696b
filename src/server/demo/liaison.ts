import type { Book } from './book.ts'
import { writeCircuitTrials } from './circuit-trials.ts'
import { writeCourtCases } from './court-cases.ts'
import { writeInformationShares, writeJudgeGuidances } from './judge-guidances.ts'
import { writeMechanisms } from './mechanisms.ts'
import { writeMeetings } from './meetings.ts'
import { writeProjects } from './projects.ts'

/** Government and court, year by year; the years' mediations are written already. */
export const writeLiaison = (book: Book, years: readonly number[]): void => {
  writeProjects(book)
  writeMechanisms(book)
  for (const year of years) {
    writeMeetings(book, year)
    writeCircuitTrials(book, year)
    writeCourtCases(book, year)
    writeJudgeGuidances(book, year)
    writeInformationShares(book, year)
  }
}
