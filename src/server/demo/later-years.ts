import type { Book } from './book.ts'
import { workdaysOver, workdayUpTo } from './days.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { writeCase } from './disputes.ts'
import { partiesOf } from './disputes.ts'
import { named } from './fill.ts'
import { writeHazard } from './hazards.ts'
import { randomFor } from './random.ts'
import { laterDisputes } from './texts/disputes-later.ts'
import { villages } from './villages.ts'
import { foundIn, livestockVisits, plannedVisits, writePeopleCases, writeVisits, yearSpan } from './year.ts'

/** A year after 2025, whole; what lies after today is cut off by whoever asks. */
export const writeLaterYear = (book: Book, year: number): void => {
  const span = { ...yearSpan(year), from: `${year}-01-03` }
  const plan = (
    programme: 'safety' | 'administrative' | 'soft' | 'other',
    count: number,
    hazards: number,
    atSites: number,
  ) => writeVisits(book, plannedVisits(`inspection ${year} ${programme}`, span, programme, count, hazards, atSites))
  const written = [
    ...plan('safety', 38, 52, 0.08),
    ...plan('administrative', 18, 7, 0.42),
    ...plan('soft', 22, 5, 0),
    ...plan('other', 3, 1, 1),
  ]
  const livestock = writeVisits(
    book,
    livestockVisits(
      `inspection ${year} livestock`,
      workdaysOver(randomFor(`livestock ${year}`), `${year}-03-10`, `${year}-10-31`, 6),
      5,
    ),
  )
  for (const found of foundIn([...written, ...livestock])) writeHazard(book, found)
  writePeopleCases(book, `mediation ${year} people`, span, 28, ['failed', 'withdrawn', 'transferred'], `${year}-01-04`)
  const random = randomFor(`disputes ${year}`)
  workdaysOver(random, `${year}-02-01`, `${year}-12-20`, laterDisputes.length).forEach((on, index) => {
    const text = laterDisputes[index]
    if (!text) return
    const village = random.pick(villages)
    const { A } = partiesOf(random)
    writeCase(book, {
      key: `mediation ${year} ${text.track} ${index + 1}`,
      track: text.track,
      village,
      type: text.type,
      acceptedOn: workdayUpTo(addDays(on, -random.between(5, 20))),
      summary: named(text.summary, { A }),
      parties: [
        { name: A, side: 'A' },
        { name: text.other, side: 'B' },
      ],
      judge: random.chance(0.5),
      end: { on, outcome: text.outcome, ...(text.agreement === undefined ? {} : { agreement: text.agreement }) },
    })
  })
}
