import type { Book } from './book.ts'
import { writeLegalReviews } from './legal-reviews.ts'
import { writeNormativeDocuments } from './normative-documents.ts'
import { writePostEvaluations } from './post-evaluations.ts'

/** Documents, legal reviews and evaluations, year by year; the projects are written already. */
export const writeLegality = (book: Book, years: readonly number[]): void => {
  for (const year of years) {
    writeNormativeDocuments(book, year)
    writeLegalReviews(book, year)
    writePostEvaluations(book, year)
  }
}
