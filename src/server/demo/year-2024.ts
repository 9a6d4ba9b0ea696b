import type { Book } from './book.ts'
import { instant, workdaysOver } from './days.ts'
import { toldCase, writeCase } from './disputes.ts'
import { writeHazard } from './hazards.ts'
import { randomFor } from './random.ts'
import { accountNamed } from './accounts.ts'
import { administrative2024 } from './texts/disputes-administrative.ts'
import { latent } from './texts/disputes-latent.ts'
import { foundIn, livestockVisits, plannedVisits, writePeopleCases, writeVisits, yearSpan } from './year.ts'

/** How many hazards found in 2024 were closed in January 2025: they count there. */
export const carriedInto2025 = 7

const span = { ...yearSpan(2024), from: '2024-01-03' }

/** 2024, for comparison: 118 safety and 61 administrative inspections, 148 hazards closed, 65 of 71 and 8 of 11 cases. */
export const write2024 = (book: Book): void => {
  const safety = foundIn(
    writeVisits(book, plannedVisits('inspection 2024 safety', span, 'safety', 118, 148 + carriedInto2025, 0.08)),
  )
  const last = safety.length - carriedInto2025
  safety.forEach((found, index) =>
    writeHazard(
      book,
      found,
      index < last
        ? { closedBy: '2024-12-31' }
        : {
            closedFrom: `2025-01-${String(6 + index - last).padStart(2, '0')}`,
            deadline: '2025-01-10',
            closedBy: '2025-01-24',
          },
    ),
  )
  const administrative = writeVisits(
    book,
    plannedVisits('inspection 2024 administrative', span, 'administrative', 61, 12, 0.45),
  )
  const other = writeVisits(book, plannedVisits('inspection 2024 other', span, 'other', 4, 2, 1))
  for (const found of foundIn([...administrative, ...other])) writeHazard(book, found, { closedBy: '2025-02-28' })
  const livestock = writeVisits(
    book,
    livestockVisits(
      'inspection 2024 livestock',
      workdaysOver(randomFor('livestock 2024'), '2024-03-11', '2024-10-31', 6),
      6,
    ),
  )
  for (const found of foundIn(livestock)) writeHazard(book, found, { closedBy: '2024-12-31' })
  voidOne(book)
  writePeopleCases(book, 'mediation 2024 people', span, 65, [
    'failed',
    'withdrawn',
    'failed',
    'failed',
    'withdrawn',
    'failed',
    'transferred',
    'transferred',
  ])
  for (const told of [
    ...administrative2024.map((each) => toldCase('administrative', each)),
    ...latent.filter((each) => each.on < '2025').map((each) => toldCase('latent', each)),
  ])
    writeCase(book, told)
}

/** Entered twice, found the next day. */
const voidOne = (book: Book): void => {
  const [again] = writeVisits(
    book,
    plannedVisits('inspection 2024 again', { from: '2024-06-12', to: '2024-06-12' }, 'safety', 1, 0, 0),
  )
  again?.page.edit(accountNamed('supervisor'), instant('2024-06-13', 8, 40), {
    status: 'void',
    voidReason: '试填，未实际检查',
  })
}
