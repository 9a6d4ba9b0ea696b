import { addDays } from '../../domain/calendar/day.ts'
import { officersOf } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { workdayFrom, workdaysOver } from './days.ts'
import { drawn } from './fill.ts'
import { randomFor } from './random.ts'
import { step, tell, voidNext } from './tell.ts'
import { givenNames, surnames } from './texts/disputes-people.ts'
import { villages } from './villages.ts'

type Type = 'ruin' | 'outlet'

const texts: { readonly [type in Type]: readonly (readonly [place: string, description: string, measures: string])[] } =
  {
    ruin: [
      ['村口老屋', '土坯房两间，屋顶塌落，墙体外倾，临路。', '与权利人签协议，拆除清运，平整后栽树。'],
      ['组道北侧', '废弃猪圈院墙[三/四/六]米，砖石松动。', '权利人同意无偿拆除，砖石回用铺路。'],
      ['学校西侧', '空心院落，山墙开裂，雨后掉土。', '围挡后人工拆除，改作小菜园。'],
      ['河边旧磨房', '磨房残墙，无屋顶，堆有杂物。', '清理杂物，拆除残墙，沿河复绿。'],
      ['老村部东', '旱厕残墙，已弃用。', '填埋旱厕，拆墙硬化，作停车位。'],
    ],
    outlet: [
      ['河道左岸', '生活污水直排管口一处，有异味。', '接入村污水管网，封堵原管口，立公示牌。'],
      ['桥下游', '豆腐作坊排水口未设沉淀。', '建三格沉淀池，检测合格后排放。'],
      ['塘堰边', '养殖户雨污混排口。', '雨污分流，粪水入池还田。'],
    ],
  }

const write = (book: Book, key: string, type: Type, doneOn: string): Page => {
  const random = randomFor(`siteWork ${key}`)
  const village = random.pick(villages)
  const [author] = random.shuffle(officersOf(village.id))
  if (!author) throw new Error(`no officer for ${village.short}`)
  const [place, description, measures] = random.pick(texts[type])
  const foundOn = workdayFrom(addDays(doneOn, -random.between(34, 60)))
  const page = tell(book, 'siteWork', key, author, foundOn, {
    status: 'found',
    type,
    foundOn,
    villageId: village.id,
    placeName: `${village.name}${random.between(1, 6)}组${place}`,
    description: drawn(random, description),
    owner: `${random.pick(surnames)}${random.pick(givenNames)}`,
  })
  const noticedOn = workdayFrom(addDays(foundOn, random.between(3, 9)))
  const noticeNumber = `阳治告〔${noticedOn.slice(0, 4)}〕${random.between(1, 80)}号`
  step(page, author, noticedOn, { status: 'noticed', noticedOn, noticeNumber, measures })
  step(page, author, doneOn, { status: 'done', doneOn })
  return page
}

const counts: { readonly [year: number]: readonly [ruins: number, outlets: number] } = { 2024: [14, 4], 2025: [19, 7] }

/** Fourteen ruins and four outlets in 2024, nineteen and seven in 2025; six and two a year since. */
export const writeSiteWorks = (book: Book, year: number): void => {
  const [ruins, outlets] = counts[year] ?? [6, 2]
  const over = (type: Type, count: number): void =>
    workdaysOver(randomFor(`siteWork ${type} ${year}`), `${year}-03-15`, `${year}-12-20`, count).forEach((day, index) =>
      write(book, `${year} ${type} ${index + 1}`, type, day),
    )
  over('ruin', ruins)
  over('outlet', outlets)
  if (year !== 2025) return
  // Listed in 2025, done in 2026: they count there.
  write(book, 'late 1', 'ruin', '2026-01-16')
  write(book, 'late 2', 'ruin', '2026-01-23')
  write(book, 'late 3', 'outlet', '2026-03-12')
  voidNext(write(book, 'double', 'ruin', '2025-08-12'), '2025-08-12', '与前一处为同一院落')
  const village = villages[3]
  const author = village && officersOf(village.id)[0]
  if (village && author)
    tell(book, 'siteWork', 'draft', author, '2025-12-23', {
      status: 'draft',
      type: 'ruin',
      foundOn: '2025-12-23',
      villageId: village.id,
      placeName: `${village.name}2组`,
    })
}
