import type { Book } from './book.ts'
import { writeCollectiveIncomes, writeReliefs } from './funds.ts'
import { writeLandParcels } from './land-parcels.ts'
import { writeLandTransfers } from './land-transfers.ts'
import { writeSiteWorks } from './site-works.ts'

/** Land, sites and funds, year by year. */
export const writeDuties = (book: Book, years: readonly number[]): void => {
  for (const year of years) {
    writeLandTransfers(book, year)
    writeSiteWorks(book, year)
    writeLandParcels(book, year)
    writeReliefs(book, year)
    writeCollectiveIncomes(book, year)
  }
}
