import { addDays } from '../../domain/calendar/day.ts'
import type { Data } from '../../domain/value.ts'
import { accountNamed, officersOf } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { workdayFrom, workdaysOver } from './days.ts'
import { randomFor } from './random.ts'
import { on, step, tell, voidNext } from './tell.ts'
import { givenNames, surnames } from './texts/disputes-people.ts'
import { villageNamed, villages } from './villages.ts'

const supervisor = accountNamed('supervisor')

const reasons: readonly (readonly [type: string, reason: string])[] = [
  ['temporary', '家中主劳力车祸住院，生活暂时困难。'],
  ['temporary', '房屋失火，衣被粮食受损。'],
  ['disaster', '暴雨冲毁菌棚和围墙。'],
  ['disaster', '冰雹绝收，口粮不足。'],
  ['medical', '大病住院，报销后自付部分负担重。'],
  ['medical', '慢性肾病长期透析。'],
  ['education', '困难家庭子女考入大学，学费不足。'],
  ['disabled', '重度残疾人护理和辅具补助。'],
]

/** What strikes many households at once. */
const shared: readonly (readonly [type: string, reason: string])[] = [
  ['disaster', '暴雨冲毁菌棚和围墙，逐户核灾。'],
  ['disaster', '倒春寒冻害，猕猴桃绝收。'],
  ['disabled', '重度残疾人护理和辅具补助，按季发放。'],
  ['education', '困难家庭学生生活补助，按学期发放。'],
]

/** A sum shared over so many payments by chance, in tens of yuan, the last taking what is left. */
const shares = (name: string, count: number, sum: number): readonly number[] => {
  const random = randomFor(name)
  const weights = Array.from({ length: count }, () => random.between(2, 11))
  const whole = weights.reduce((all, weight) => all + weight, 0)
  const parts = weights.slice(1).map((weight) => Math.floor((sum * weight) / whole / 10) * 10)
  return [...parts, sum - parts.reduce((all, part) => all + part, 0)]
}

const pay = (book: Book, key: string, paidOn: string, amount: number): Page => {
  const random = randomFor(`relief ${key}`)
  const village = random.pick(villages)
  const author = random.chance(0.5) ? supervisor : (officersOf(village.id)[0] ?? supervisor)
  const households = amount > 9000 ? random.between(4, 12) : 1
  const [type, reason] = random.pick(households > 1 ? shared : reasons)
  const name = `${random.pick(surnames)}${random.pick(givenNames)}`
  const approvedOn = workdayFrom(addDays(paidOn, -random.between(8, 18)))
  const page = tell(book, 'relief', key, author, approvedOn < '2024-01-04' ? '2024-01-04' : approvedOn, {
    status: 'approved',
    type,
    villageId: village.id,
    recipient: households > 1 ? `${name}等${households}户` : name,
    households,
    reason,
    approvedOn,
    approvalNumber: `阳救〔${approvedOn.slice(0, 4)}〕${/\d+$/.exec(key)?.[0] ?? '99'}号`,
    amount,
  })
  step(page, author, paidOn, { status: 'paid', paidOn, method: 'card' })
  return page
}

const paid: { readonly [year: number]: readonly [count: number, sum: number] } = {
  2024: [44, 462_350],
  2025: [48, 499_100],
}

/** 46.235 万元 of relief in 2024, 49.91 in 2025, less since. */
export const writeReliefs = (book: Book, year: number): void => {
  const [count, sum] = paid[year] ?? [14, 143_600]
  const amounts = shares(`relief amounts ${year}`, count, sum)
  workdaysOver(randomFor(`relief ${year}`), `${year}-01-22`, `${year}-12-24`, count).forEach((day, index) =>
    pay(book, `${year} ${index + 1}`, day, amounts[index] ?? 0),
  )
  if (year !== 2025) return
  pay(book, 'late', '2026-01-08', 3600)
  voidNext(pay(book, 'returned', '2025-07-08', 2400), '2025-07-08', '账号有误，款项退回')
  tell(book, 'relief', 'draft', supervisor, '2025-12-26', {
    status: 'draft',
    type: 'temporary',
    villageId: villageNamed('前河').id,
    approvedOn: '2025-12-26',
  })
}

/** Which villages the industrial park paid, and when; two of 2025 had a second source. */
const income: readonly (readonly [day: string, village: string, source: string, amount: number])[] = [
  ...['石盘沟', '白果坪', '槐荫', '双桥', '麦子坪', '云台'].map(
    (village, index) => ['2024-12-12', village, 'dividend', 38_000 + index * 2_500] as const,
  ),
  ...['石盘沟', '白果坪', '柳泉', '槐荫', '双桥', '青石湾', '云台', '麦子坪', '前河'].map(
    (village, index) => ['2025-12-10', village, 'dividend', 46_000 + index * 2_800] as const,
  ),
  ['2025-06-17', '石盘沟', 'rent', 24_000],
  ['2025-09-11', '云台', 'service', 12_650.5],
]

const receive = (book: Book, [day, village, source, amount]: (typeof income)[number], more: Data = {}): Page =>
  tell(book, 'collectiveIncome', `${day} ${village}`, supervisor, day, {
    receivedOn: day,
    villageId: villageNamed(village).id,
    source,
    payer: source === 'service' ? '民宿运营公司' : '耀阳强村公司',
    amount,
    basis: '产业园收益分配方案，村民代表会议决议',
    publicisedOn: day,
    ...more,
  })

/** Six villages with more income in 2024, nine in 2025, three a year since. */
export const writeCollectiveIncomes = (book: Book, year: number): void => {
  for (const each of income.filter(([day]) => day.startsWith(String(year)))) receive(book, each)
  if (year > 2025)
    for (const village of ['石盘沟', '双桥', '云台']) receive(book, [on(year, '06-16'), village, 'rent', 18_400])
  if (year !== 2025) return
  voidNext(receive(book, ['2025-12-12', '老君岭', 'other', 8_000]), '2025-12-12', '为上级补助，不属经营增收')
  receive(book, ['2025-12-24', '杨树坪', 'rent', 6_500], { status: 'draft' })
}
