import type { Data } from '../../domain/value.ts'
import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { instant } from './days.ts'
import { peopleCase, writeCase } from './disputes.ts'
import { enterpriseNamed } from './enterprises.ts'
import { openHazard, orderHazard } from './hazards.ts'
import type { HazardText } from './texts/hazard-text.ts'
import { peopleDisputes } from './texts/disputes-people.ts'
import { villageNamed } from './villages.ts'
import { writeVisit } from './visits.ts'

const officer = accountNamed('officer')
const officer2 = accountNamed('officer2')

type Told = {
  readonly day: string
  readonly enterprise: string
  readonly author: typeof officer
  readonly part: string
  readonly text: HazardText
  readonly deadline: string
  /** What follows the order, each by its own author and time. */
  readonly steps: readonly {
    readonly by: typeof officer
    readonly at: number
    readonly set: Data
    readonly reason?: string
  }[]
}

const closing = (by: typeof officer, rectified: string, closed: string): Told['steps'] => [
  { by, at: instant(rectified, 15, 6), set: { status: 'rectified', rectifiedOn: rectified } },
  { by, at: instant(closed, 9, 40), set: { status: 'rechecked', recheckedOn: closed } },
  { by, at: instant(closed, 10, 5), set: { status: 'closed', closedOn: closed } },
]

/** Hazards of December that the screens of the phone were drawn with, and two that were past their day at the year's end. */
const told: readonly Told[] = [
  {
    day: '2025-12-22',
    enterprise: '禾丰菌业加工点',
    author: officer,
    part: '烘干房',
    deadline: '2026-01-05',
    text: ['electric', '配电箱无门、线头外露', '装箱门和漏电保护，接线套管', 14],
    steps: [
      {
        by: accountNamed('officer3'),
        at: instant('2026-01-04', 16, 20),
        set: { deadline: '2026-01-08' },
        reason: '配件未到货',
      },
      ...closing(officer, '2026-01-07', '2026-01-08'),
    ],
  },
  {
    day: '2025-12-22',
    enterprise: '石盘沟集体菌棚',
    author: officer,
    part: '',
    deadline: '2026-01-05',
    text: ['fire', '疏散通道堆放菌袋', '菌袋移至库内，通道净宽保持1.4米', 14],
    steps: closing(officer, '2026-01-19', '2026-01-20'),
  },
  {
    day: '2025-12-15',
    enterprise: '柳泉冷库',
    author: officer,
    part: '穿堂',
    deadline: '2025-12-25',
    text: ['other', '冷库内呼叫按钮失灵', '修复呼叫按钮，门内侧装应急开门', 10],
    steps: closing(officer, '2026-01-20', '2026-01-21'),
  },
  {
    day: '2025-12-16',
    enterprise: '森驰汽配有限公司',
    author: officer2,
    part: '喷漆房',
    deadline: '2025-12-26',
    text: ['chemical', '喷漆房排风机停用', '修复排风机，与喷枪联锁', 10],
    steps: closing(officer2, '2026-01-21', '2026-01-22'),
  },
]

const writeTold = (book: Book, one: Told, index: number): void => {
  const enterprise = enterpriseNamed(one.enterprise)
  const visit = writeVisit(book, {
    key: `inspection 2025 december ${index + 1}`,
    day: one.day,
    programme: 'safety',
    village: enterprise.village,
    enterprise,
    hazards: 1,
    place: index + 1,
    author: one.author,
    told: [one.text],
    part: one.part || '现场',
  })
  for (const found of visit.found) {
    const page = openHazard(book, one.part ? found : { ...found, placeName: one.enterprise }, one.deadline)
    orderHazard(page, found)
    for (const step of one.steps) page.edit(step.by, step.at, step.set, step.reason)
  }
}

/** Agreements a week apart, each confirmed by the court four weeks later: whenever January is, one of them is due. */
const agreements: readonly (readonly [
  accepted: string,
  on: string,
  village: string,
  text: number,
  confirmed: string,
])[] = [
  ['2025-12-01', '2025-12-08', '槐荫', 0, '2026-01-06'],
  ['2025-12-05', '2025-12-15', '石盘沟', 1, '2026-01-13'],
  ['2025-12-10', '2025-12-22', '桐树岭', 18, '2026-01-20'],
  ['2025-12-18', '2025-12-29', '双桥', 11, '2026-01-27'],
]

/** The end of 2025: what the new year began with. */
export const writeDecember = (book: Book): void => {
  told.forEach((one, index) => writeTold(book, one, index))
  agreements.forEach(([acceptedOn, on, village, place, confirmedOn], index) => {
    const text = peopleDisputes[place]
    if (!text) return
    writeCase(
      book,
      peopleCase(`mediation 2025 december ${index + 1}`, text, {
        village: villageNamed(village),
        acceptedOn,
        judge: true,
        author: accountNamed('mediator'),
        end: { on, outcome: 'agreed' },
        confirmedOn,
      }),
    )
  })
}
