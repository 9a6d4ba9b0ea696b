import { yearOf } from '../../domain/calendar/day.ts'
import type { KnownRecord } from '../../domain/record/registers.ts'
import { text } from '../../domain/value.ts'

export type Visits = {
  /** Visits that were submitted this year, without the record that is being filled in. */
  readonly thisYear: number
  readonly lastYear: number
  /** Last year's, the earliest first: the month and what it was about. */
  readonly last: readonly { readonly month: string; readonly matter: string }[]
}

/** How often an enterprise was inspected this year and last (国办发〔2024〕54号), from what this phone holds. */
export const visitsOf = (
  inspections: readonly KnownRecord[],
  enterpriseId: string,
  today: string,
  except?: string,
): Visits => {
  const year = yearOf(today)
  const of = inspections.flatMap((record) => {
    const date = text(record.data['date'])
    if (record.status !== 'submitted' || record.id === except || record.data['enterpriseId'] !== enterpriseId || !date)
      return []
    return [{ date, matter: text(record.data['matter']) ?? '' }]
  })
  const last = of.filter((visit) => yearOf(visit.date) === year - 1).sort((a, b) => (a.date < b.date ? -1 : 1))
  return {
    thisYear: of.filter((visit) => yearOf(visit.date) === year).length,
    lastYear: last.length,
    last: last.map((visit) => ({ month: visit.date.slice(0, 7), matter: visit.matter })),
  }
}
