import { addDays } from '../../domain/calendar/day.ts'
import { accountNamed, officersOf } from './accounts.ts'
import type { Book } from './book.ts'
import { workdaysOver } from './days.ts'
import { gridOfficerOf } from './people.ts'
import { randomFor } from './random.ts'
import { step, tell, voidNext } from './tell.ts'
import { villages } from './villages.ts'

const mediator = accountNamed('mediator')
const supervisor = accountNamed('supervisor')

const clues: readonly (readonly [type: string, to: string, summary: string])[] = [
  ['land', 'court', '流转租金两年未付，三户准备堵路'],
  ['neighbour', 'centre', '两家因排水沟改道起争执，老人情绪激动'],
  ['labour', 'labour', '采收工十余人反映工钱拖欠'],
  ['project', 'justice', '项目围挡占了村民出行道，已有人上前阻拦'],
  ['contract', 'court', '香菇收购商压价毁约，涉及六户'],
  ['violation', 'county', '河道边夜间有人采砂'],
  ['neighbour', 'police', '酒后争执砸坏院门，对方称要报复'],
  ['land', 'centre', '林地界址不清，两组村民相互拔苗'],
]

/** How many days each took: 5.0 on the average in 2024, 3.0 since the green channel of 2025. */
const tookIn = (year: number): readonly number[] =>
  year === 2024
    ? [5, 4, 6, 5, 5, 4, 6, 5, 5, 4, 6, 5, 5, 4, 6]
    : [3, 2, 4, 3, 3, 2, 4, 3, 3, 2, 4, 3, 3, 2, 4, 3, 3, 2, 4, 3].slice(0, year === 2025 ? 20 : 10)

/** Clues of disputes from the grid to whoever handles them: 15 in 2024, 20 in 2025, ten a year since. */
export const writeClues = (book: Book, year: number): void => {
  const took = tookIn(year)
  const days = workdaysOver(randomFor(`clue ${year}`), `${year}-01-08`, `${year}-12-12`, took.length)
  days.forEach((reportedOn, index) => {
    const village = villages[(index * 7 + year) % villages.length]
    const [clueType, to, summary] = clues[(index + year) % clues.length] ?? ['other', 'centre', '']
    if (!village) return
    const author = index % 2 === 0 ? mediator : (officersOf(village.id)[0] ?? mediator)
    const page = tell(book, 'clueTransfer', `${year} ${index + 1}`, author, reportedOn, {
      status: 'reported',
      reportedOn,
      villageId: village.id,
      source: index % 3 === 0 ? 'grid' : index % 3 === 1 ? 'village' : 'visit',
      clueType,
      ...(index % 3 === 0 ? { reporterId: gridOfficerOf(village.short)?.id ?? null } : {}),
      summary: `${village.name}：${summary}。`,
    })
    const transferredOn = addDays(reportedOn, took[index] ?? 3)
    step(page, author, transferredOn, { status: 'transferred', transferredOn, to, receivedBy: '值班人员' })
    if (index % 4 === 3) return
    const answeredOn = addDays(transferredOn, 9)
    step(page, author, answeredOn, { status: 'answered', answeredOn, answer: '已受理并约见双方，情绪稳定。' })
  })
  if (year !== 2025) return
  const village = villages[2]
  if (!village) return
  const told = {
    status: 'reported',
    villageId: village.id,
    source: 'hotline',
    clueType: 'other',
    summary: `${village.name}：热线反映邻居养鸽子吵闹。`,
  } as const
  const twice = tell(book, 'clueTransfer', '2025 twice', mediator, '2025-09-03', { ...told, reportedOn: '2025-09-03' })
  voidNext(twice, '2025-09-03', '热线与网格重复上报')
  const late = tell(book, 'clueTransfer', '2025 late', mediator, '2025-12-30', { ...told, reportedOn: '2025-12-30' })
  step(late, supervisor, '2026-01-04', { status: 'transferred', transferredOn: '2026-01-04', to: 'centre' })
}
