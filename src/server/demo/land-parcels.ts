import { addDays } from '../../domain/calendar/day.ts'
import type { Data } from '../../domain/value.ts'
import type { Account } from './accounts.ts'
import { officersOf } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { workdayFrom, workdaysOver } from './days.ts'
import type { Random } from './random.ts'
import { randomFor } from './random.ts'
import { step, tell, voidNext } from './tell.ts'
import { villages } from './villages.ts'

type Type = 'soilHeap' | 'satellite'

const texts: {
  readonly [type in Type]: readonly (readonly [place: string, finding: string, measures: string, land: string])[]
} = {
  soilHeap: [
    ['路基北侧', '修路余土堆放，约三百方。', '余土清运至弃渣场，翻耕复种。', 'farmland'],
    ['河滩地', '清淤土堆放未平整。', '摊平压实，撒草籽复绿。', 'other'],
    ['组口空地', '建房余土占地。', '余土回填宅基，场地平整。', 'farmland'],
    ['岗坡地', '采石弃土压占坡地。', '弃土外运，砌挡土埂，补植。', 'forest'],
  ],
  satellite: [
    ['承包地', '耕地上硬化晒场，未办手续。', '拆除硬化面，恢复耕作层。', 'farmland'],
    ['沟口', '看护房超面积。', '拆除超出部分，恢复种植。', 'farmland'],
    ['菌棚园东侧', '设施农用地未备案先建。', '补办备案，拆除超占部分。', 'basicFarmland'],
    ['林缘', '临时堆料场占林地。', '清除堆料，补种苗木。', 'forest'],
  ],
}

type Listed = { readonly page: Page; readonly author: Account; readonly random: Random; readonly measures: string }

const list = (book: Book, key: string, type: Type, listedOn: string, more: Data = {}): Listed => {
  const random = randomFor(`landParcel ${key}`)
  const village = random.pick(villages)
  const [author] = random.shuffle(officersOf(village.id))
  if (!author) throw new Error(`no officer for ${village.short}`)
  const [place, finding, measures, landType] = random.pick(texts[type])
  const page = tell(book, 'landParcel', key, author, listedOn, {
    status: 'listed',
    type,
    parcelNumber: `411323${listedOn.slice(2, 4)}${type === 'soilHeap' ? 'D' : 'W'}${random.between(1000, 9999)}`,
    listedOn,
    villageId: village.id,
    placeName: `${village.name}${random.between(1, 7)}组${place}`,
    area: random.between(22, 680) / 100,
    landType,
    deadline: addDays(listedOn, 90),
    ...more,
  })
  if (more['status'] === 'draft') return { page, author, random, measures }
  const verifiedOn = workdayFrom(addDays(listedOn, random.between(2, 8)))
  step(page, author, verifiedOn, { status: 'verified', verifiedOn, finding })
  return { page, author, random, measures }
}

const write = (book: Book, key: string, type: Type, doneOn: string): Page => {
  const listedOn = workdayFrom(addDays(doneOn, -randomFor(`${key} listed`).between(35, 75)))
  const { page, author, measures } = list(book, key, type, listedOn)
  step(page, author, doneOn, { status: 'done', doneOn, measures })
  return page
}

const lawful = (book: Book, key: string, listedOn: string): void => {
  const { page, author } = list(book, key, 'satellite', listedOn)
  step(page, author, workdayFrom(addDays(listedOn, 14)), { status: 'lawful' }, '已有设施农用地备案，手续齐全')
}

const counts: { readonly [year: number]: readonly [soilHeaps: number, satellites: number] } = {
  2024: [29, 21],
  2025: [37, 17],
}

/** 29 and 21 parcels put right in 2024, 37 and 17 in 2025, nine and five a year since; some are lawful as they are. */
export const writeLandParcels = (book: Book, year: number): void => {
  const [soilHeaps, satellites] = counts[year] ?? [9, 5]
  const over = (type: Type, count: number): void =>
    workdaysOver(randomFor(`landParcel ${type} ${year}`), `${year}-03-20`, `${year}-12-22`, count).forEach(
      (day, index) => write(book, `${year} ${type} ${index + 1}`, type, day),
    )
  over('soilHeap', soilHeaps)
  over('satellite', satellites)
  lawful(book, `${year} lawful 1`, workdayFrom(`${year}-04-17`))
  lawful(book, `${year} lawful 2`, workdayFrom(`${year}-09-10`))
  if (year !== 2025) return
  // Listed in 2025, put right in 2026: they count there.
  write(book, 'late 1', 'soilHeap', '2026-01-13')
  write(book, 'late 2', 'satellite', '2026-02-04')
  write(book, 'late 3', 'satellite', '2026-03-18')
  voidNext(write(book, 'double', 'soilHeap', '2025-10-14'), '2025-10-14', '图斑编号重复下发')
  list(book, 'draft', 'soilHeap', '2025-12-24', { status: 'draft' })
}
