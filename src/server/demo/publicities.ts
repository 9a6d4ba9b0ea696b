import type { Data } from '../../domain/value.ts'
import { accountNamed, officersOf } from './accounts.ts'
import type { Book } from './book.ts'
import { workdaysOver } from './days.ts'
import { randomFor } from './random.ts'
import { tell, voidNext } from './tell.ts'
import { eventTopics, talkTopics, videoTopics } from './texts/publicity.ts'
import { villageNamed, villages } from './villages.ts'

const supervisor = accountNamed('supervisor')

/** How many came to each event of 2025: 12,046 in all; four of them were market days. */
const audiences2025: readonly number[] = [
  1120, 267, 274, 452, 259, 528, 489, 444, 860, 265, 504, 254, 431, 416, 394, 511, 275, 338, 1240, 980, 277, 562, 352,
  306, 248,
]
/** How many each video of 2025 reached: 3,128 in all. */
const reach2025: readonly number[] = [275, 204, 320, 196, 324, 195, 232, 307, 316, 289, 260, 210]

const audiencesOf = (year: number): readonly number[] =>
  year === 2025 ? audiences2025 : audiences2025.slice(1, year === 2024 ? 20 : 8)

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

const writeEvents = (book: Book, year: number): void => {
  const audiences = audiencesOf(year)
  const days = workdaysOver(randomFor(`publicity ${year}`), `${year}-01-06`, `${year}-12-22`, audiences.length)
  days.forEach((heldOn, index) => {
    const audience = audiences[index] ?? 0
    const market = audience > 800
    const village = villages[(index * 4 + year) % villages.length] ?? villageNamed('柳泉')
    const author = market ? supervisor : (officersOf(village.id)[0] ?? supervisor)
    tell(book, 'publicity', `${year} event ${index + 1}`, author, heldOn, {
      form: 'event',
      heldOn,
      topic: at(eventTopics, index + year),
      ...(market ? {} : { villageId: village.id }),
      placeName: market ? '镇区集市' : `${village.name}文化广场`,
      ...(author.personId === null ? {} : { speakers: [author.personId] }),
      audience,
      groups: market ? ['villagers', 'growers', 'elderly'] : ['villagers'],
      leaflets: Math.round(audience * 0.8),
      questions: Math.round(audience / 30),
    })
  })
}

/** Talks on growers' rights: one in 2024, four in 2025, two a year since. */
const writeTalks = (book: Book, year: number): void => {
  const count = year === 2025 ? 4 : year === 2024 ? 1 : 2
  const days = workdaysOver(randomFor(`grower talk ${year}`), `${year}-05-12`, `${year}-11-20`, count)
  days.forEach((heldOn, index) => {
    const village = villageNamed(at(['石盘沟', '竹林寨', '牛王庙', '桐树岭'], index + year))
    tell(book, 'publicity', `${year} talk ${index + 1}`, officersOf(village.id)[0] ?? supervisor, heldOn, {
      form: 'growerTalk',
      heldOn,
      topic: at(talkTopics, index + year),
      villageId: village.id,
      placeName: `${village.name}菌棚园`,
      audience: 70 + index * 12,
      groups: ['growers'],
    })
  })
}

/** Short videos since the group for new media was set up in 2025. */
const writeVideos = (book: Book, year: number): void => {
  if (year < 2025) return
  const reach = year === 2025 ? reach2025 : reach2025.slice(2, 7)
  const days = workdaysOver(randomFor(`video ${year}`), `${year}-03-17`, `${year}-12-19`, reach.length)
  days.forEach((heldOn, index) =>
    tell(book, 'publicity', `${year} video ${index + 1}`, supervisor, heldOn, {
      form: 'video',
      heldOn,
      topic: at(videoTopics, index + year),
      channels: index % 3 === 0 ? ['wechatVideo', 'douyin', 'groups'] : ['wechatVideo', 'groups'],
      seconds: 45 + index * 7,
      audience: reach[index] ?? 0,
    }),
  )
}

const writeAside = (book: Book): void => {
  const officer = accountNamed('officer')
  const event = (day: string, topic: string): Data => ({
    form: 'event',
    heldOn: day,
    topic,
    villageId: villageNamed('槐荫').id,
    placeName: '槐荫村小学',
    audience: 210,
  })
  const twice = tell(
    book,
    'publicity',
    '2025 twice',
    officer,
    '2025-06-05',
    event('2025-06-05', '防溺水与未成年人保护'),
  )
  voidNext(twice, '2025-06-05', '与学校登记重复')
  tell(book, 'publicity', '2025 draft', officer, '2025-12-29', {
    ...event('2025-12-29', '烟花爆竹禁放宣传'),
    status: 'draft',
  })
}

/** Publicity: 25 events with 12,046 people, 4 talks and 12 videos that reached 3,128 in 2025. */
export const writePublicity = (book: Book, year: number): void => {
  writeEvents(book, year)
  writeTalks(book, year)
  writeVideos(book, year)
  if (year === 2025) writeAside(book)
}
