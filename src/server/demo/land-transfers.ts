import type { Data } from '../../domain/value.ts'
import { officersOf } from './accounts.ts'
import type { Book } from './book.ts'
import { on, tell, voidNext } from './tell.ts'
import { villageNamed } from './villages.ts'

type Told = readonly [
  day: string,
  village: string,
  crop: string,
  area: number,
  households: number,
  petitions: number,
  lessee: string,
]

/** 420.50 亩 kiwi and 1,350.25 亩 herbs in 2024, with two petitions; 650 and 2,000 in 2025, with none. */
const told: readonly Told[] = [
  ['2024-03-19', '麦子坪', 'kiwi', 236.25, 61, 0, '县农投公司'],
  ['2024-04-16', '牛王庙', 'herbs', 612.5, 148, 2, '牛王庙村合作社'],
  ['2024-09-24', '梨园沟', 'herbs', 437.75, 96, 0, '青山药业种植公司'],
  ['2024-10-15', '前河', 'kiwi', 184.25, 44, 0, '前河村合作社'],
  ['2024-11-12', '桐树岭', 'herbs', 300, 71, 0, '青山药业种植公司'],
  ['2025-02-20', '麦子坪', 'kiwi', 186.35, 47, 0, '县农投公司'],
  ['2025-03-06', '牛王庙', 'herbs', 486.6, 121, 0, '牛王庙村合作社'],
  ['2025-03-13', '前河', 'kiwi', 212.4, 53, 0, '前河村合作社'],
  ['2025-03-27', '石盘沟', 'mushroom', 64.8, 22, 0, '耀阳强村公司'],
  ['2025-04-10', '梨园沟', 'herbs', 372.25, 88, 0, '青山药业种植公司'],
  ['2025-05-22', '桐树岭', 'herbs', 528.4, 132, 0, '青山药业种植公司'],
  ['2025-08-28', '竹林寨', 'kiwi', 143.75, 36, 0, '竹林寨村合作社'],
  ['2025-09-16', '老君岭', 'herbs', 318.75, 79, 0, '老君岭村合作社'],
  ['2025-10-21', '青石湾', 'kiwi', 107.5, 29, 0, '县农投公司'],
  ['2025-10-30', '双桥', 'grain', 152.6, 41, 0, '双桥村种粮大户'],
  ['2025-11-18', '杨树坪', 'herbs', 294, 67, 0, '杨树坪村合作社'],
]

const transfer = ([signedOn, village, crop, area, households, petitions, lessee]: Told): Data => ({
  signedOn,
  villageId: villageNamed(village).id,
  placeName: `${village}村${{ kiwi: '河坡地', herbs: '岗坡地', mushroom: '村东平地' }[crop] ?? '滩地'}`,
  crop,
  area,
  households,
  petitions,
  lessee,
  contractNumber: `阳流〔${signedOn.slice(0, 4)}〕${signedOn.slice(5, 7)}${signedOn.slice(8)}号`,
  price: { kiwi: 620, herbs: 460, mushroom: 900 }[crop] ?? 550,
  from: signedOn,
  until: `${Number(signedOn.slice(0, 4)) + 12}-12-31`,
})

const write = (book: Book, key: string, each: Told, more: Data = {}) => {
  const author = officersOf(villageNamed(each[1]).id)[0]
  if (!author) throw new Error(`no officer for ${each[1]}`)
  return tell(book, 'landTransfer', key, author, each[0], { ...transfer(each), ...more })
}

/** The year's contracts; two small ones a year since. */
export const writeLandTransfers = (book: Book, year: number): void => {
  for (const each of told.filter(([day]) => day.startsWith(String(year)))) write(book, `${each[0]} ${each[1]}`, each)
  if (year > 2025) {
    write(book, `${year} kiwi`, [on(year, '03-12'), '麦子坪', 'kiwi', 58.2, 16, 0, '县农投公司'])
    write(book, `${year} herbs`, [on(year, '09-15'), '梨园沟', 'herbs', 126.45, 33, 0, '青山药业种植公司'])
  }
  if (year !== 2025) return
  const wrong = write(book, 'wrong area', ['2025-04-09', '梨园沟', 'herbs', 3722.5, 88, 0, '青山药业种植公司'])
  voidNext(wrong, '2025-04-09', '面积小数点写错，重新登记')
  write(book, 'draft', ['2025-12-18', '云台', 'kiwi', 75.3, 19, 0, '云台村合作社'], { status: 'draft' })
}
