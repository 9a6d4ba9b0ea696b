import type { Data } from '../../domain/value.ts'
import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { personNamed } from './people.ts'
import { on, tell, voidNext } from './tell.ts'
import { classes, type Held, meetings } from './texts/trainings.ts'

const reviewer = accountNamed('reviewer')
const supervisor = accountNamed('supervisor')

const dataOf = (day: string, each: Held): Data => ({
  type: each.type,
  heldOn: day,
  topic: each.topic,
  ...(each.place === undefined ? {} : { place: each.place }),
  ...(each.by === undefined ? {} : each.people ? { organiser: each.by } : { lecturer: each.by }),
  ...(each.attendance === undefined ? {} : { attendance: each.attendance }),
  ...(each.people === undefined ? {} : { people: each.people.map((name) => personNamed(name).id) }),
  ...(each.hours === undefined ? {} : { hours: each.hours }),
  ...(each.audience === undefined ? {} : { audience: each.audience }),
})

/** Written a year on: where it was by `from`, half of it, on a working day. */
const again = (year: number, held: readonly Held[]): readonly (readonly [string, Held])[] =>
  held
    .filter((each, index) => each.day.startsWith('2025') && index % 2 === 0 && !each.people?.includes('谢文博'))
    .map((each) => [on(year, each.day.slice(5)), each])

/**
 * Study and training. 2025: 4 sessions of the central group, 2 trainings of cadres, 12 law classes with 863 people, 4
 * trainings of officers with 120, 3 at the county with 7 officers, 3 case discussions, 2 lectures, 3 officers shadowing.
 */
export const writeTrainings = (book: Book, year: number): void => {
  const all = [...meetings, ...classes]
  const told =
    year > 2025
      ? again(year, all)
      : all.filter((each) => each.day.startsWith(String(year))).map((each) => [each.day, each] as const)
  for (const [day, each] of told)
    tell(
      book,
      'training',
      `${day} ${each.topic}`,
      each.type === 'centralGroup' ? supervisor : reviewer,
      day,
      dataOf(day, each),
    )
  if (year !== 2025) return
  const rained = tell(book, 'training', '2025 put off', reviewer, '2025-07-10', {
    type: 'lawClass',
    heldOn: '2025-07-10',
    topic: '防汛中的法律责任',
    lecturer: '宋知微',
    attendance: 0,
  })
  voidNext(rained, '2025-07-10', '防汛值守，改期至七月下旬')
  tell(book, 'training', '2025 draft', reviewer, '2025-12-19', {
    status: 'draft',
    type: 'county',
    heldOn: '2025-12-19',
    topic: '行政执法证件管理办法解读',
    organiser: '县司法局',
  })
}
