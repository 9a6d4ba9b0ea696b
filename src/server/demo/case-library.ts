import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { workdaysOver } from './days.ts'
import { personNamed } from './people.ts'
import { randomFor } from './random.ts'
import { on, tell, voidNext } from './tell.ts'
import { libraryCases } from './texts/library-cases.ts'

const reviewer = accountNamed('reviewer')

/** The places that were not handled rightly: 4 of 14 in 2024, 3 of 20 in 2025. */
const wrongIn = (year: number): readonly number[] => (year === 2024 ? [1, 4, 7, 11] : year === 2025 ? [3, 9, 14] : [2])

/** Professional cases in the library, assessed in November; some not yet. */
export const writeCaseLibrary = (book: Book, year: number): void => {
  const count = year === 2025 ? 20 : year === 2024 ? 14 : 8
  const assessedOn = on(year, '11-26')
  const days = workdaysOver(randomFor(`library ${year}`), `${year}-02-10`, `${year}-11-14`, count)
  days.forEach((addedOn, index) => {
    const text = libraryCases[(index + (year - 2024) * 7) % libraryCases.length]
    if (!text) return
    const [matter, title, facts, handling, clause, points] = text
    const page = tell(book, 'caseLibrary', `${year} ${index + 1}`, reviewer, addedOn, {
      status: 'published',
      addedOn,
      title: `${title}（${year}年第${index + 1}例）`,
      matter,
      keywords: title,
      facts,
      handling,
      clauses: [clause],
      points,
    })
    const isRight = !wrongIn(year).includes(index)
    page.edit(reviewer, Date.parse(`${assessedOn}T10:${String(10 + index)}:00+08:00`), {
      assessedOn,
      handledCorrectly: isRight,
      assessors: [personNamed('宋知微').id, personNamed('程远').id],
      assessment: isRight ? '定性准确、程序完整。' : '证据固定不足，定性欠准，已补充说明。',
    })
  })
  if (year !== 2025) return
  const [matter, title, facts, handling] = libraryCases[0]
  const set = { status: 'published', addedOn: '2025-12-10', title, matter, facts, handling }
  tell(book, 'caseLibrary', '2025 new', reviewer, '2025-12-10', set)
  voidNext(
    tell(book, 'caseLibrary', '2025 twice', reviewer, '2025-12-11', { ...set, addedOn: '2025-12-11' }),
    '2025-12-11',
    '重复入库',
  )
  tell(book, 'caseLibrary', '2025 draft', reviewer, '2025-12-18', {
    status: 'draft',
    addedOn: '2025-12-18',
    title: '养殖场夜间偷排案',
    matter: 'livestock',
  })
}
