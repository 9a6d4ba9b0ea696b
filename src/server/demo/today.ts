import { addDays } from '../../domain/calendar/day.ts'
import type { Account } from './accounts.ts'
import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { instant, isWorkday, workdayFrom } from './days.ts'
import { peopleCase, writeCase } from './disputes.ts'
import { enterpriseNamed } from './enterprises.ts'
import { openHazard, orderHazard } from './hazards.ts'
import { personNamed } from './people.ts'
import type { HazardText } from './texts/hazard-text.ts'
import { peopleDisputes } from './texts/disputes-people.ts'
import { villageNamed } from './villages.ts'
import { writeVisit } from './visits.ts'

const officer = accountNamed('officer')
const officer2 = accountNamed('officer2')

/** Nothing that moves with today lies before this: 2025 stands as it was. */
const floor = '2026-01-01'

const notBefore = (day: string): string => (day < floor ? floor : day)

/** A hazard that is open today, by days from today. */
type Open = {
  readonly author: Account
  readonly enterprise: string
  readonly part: string
  readonly text: HazardText
  readonly found: number
  readonly due: number
  readonly rectified?: true
  /** No entry code could be scanned: by when, in days from today, it is to be added. */
  readonly codeDue?: number
}

const open: readonly Open[] = [
  {
    author: officer,
    enterprise: '石盘沟集体菌棚',
    part: '二号棚',
    text: ['fire', '疏散通道堆放菌袋', '菌袋移至库内，通道净宽保持1.4米', 10],
    found: -16,
    due: -3,
  },
  {
    author: officer,
    enterprise: '禾丰菌业加工点',
    part: '烘干房',
    text: ['electric', '烘干房临时线未穿管', '拆除临时线，穿管固定敷设', 7],
    found: -9,
    due: 0,
    rectified: true,
  },
  {
    author: officer,
    enterprise: '恒润农机修理部',
    part: '修理车间',
    text: ['fire', '灭火器过期两具', '更换灭火器并上墙登记，专人每月查', 7],
    found: -7,
    due: 0,
  },
  {
    author: officer,
    enterprise: '柳泉冷库',
    part: '穿堂',
    text: ['other', '穿堂地面结冰，无防滑措施', '除冰后铺防滑垫，排查门封漏冷', 5],
    found: -3,
    due: 2,
    codeDue: 1,
  },
  {
    author: officer,
    enterprise: '槐荫烟花爆竹零售点',
    part: '',
    text: ['fire', '零售点未设禁烟禁火标志', '补贴标志，备水缸和灭火器两具', 5],
    found: -2,
    due: 4,
  },
  {
    author: officer2,
    enterprise: '森驰汽配有限公司',
    part: '机加工车间',
    text: ['machinery', '切割机急停按钮损坏', '更换急停按钮，试验合格后开机', 7],
    found: -12,
    due: -1,
    codeDue: -2,
  },
  {
    author: officer2,
    enterprise: '双桥加油点',
    part: '卸油口',
    text: ['chemical', '卸油口静电接地夹断线', '更换接地夹，卸油前测试', 5],
    found: -5,
    due: 0,
  },
  {
    author: officer2,
    enterprise: '龙兴冶金材料有限公司',
    part: '除尘器平台',
    text: ['other', '除尘器灰斗积灰，卸灰阀卡死', '停机清灰，修复卸灰阀', 7],
    found: -6,
    due: 1,
    rectified: true,
  },
  {
    author: officer2,
    enterprise: '鑫澄食品有限公司',
    part: '污水池',
    text: ['other', '污水池井盖敞开，无警示牌', '盖好井盖，设警示牌和审批制度牌', 7],
    found: -4,
    due: 3,
  },
]

const writeOpen = (book: Book, today: string, one: Open, index: number): void => {
  const day = notBefore(addDays(today, one.found))
  const deadline = addDays(today, one.due)
  if (day >= today || deadline < day) return
  const enterprise = enterpriseNamed(one.enterprise)
  const visit = writeVisit(book, {
    key: `inspection today ${index + 1}`,
    day,
    programme: 'safety',
    village: enterprise.village,
    enterprise,
    hazards: 1,
    place: index + 1,
    author: one.author,
    told: [one.text],
    part: one.part || '现场',
    ...(one.codeDue === undefined
      ? {}
      : {
          more: {
            entryCode: {
              none: 'noNetwork',
              reason: '厂区无信号，未能扫码',
              dueBy: notBefore(addDays(today, one.codeDue)),
            },
          },
        }),
  })
  for (const found of visit.found) {
    const page = openHazard(book, one.part ? found : { ...found, placeName: one.enterprise }, deadline)
    orderHazard(page, found)
    const yesterday = addDays(today, -1)
    if (one.rectified)
      page.edit(one.author, instant(yesterday, 17, 40), { status: 'rectified', rectifiedOn: yesterday })
  }
}

const writeCases = (book: Book, today: string): void => {
  const mediator = accountNamed('mediator')
  const texts: readonly (readonly [village: string, text: number, accepted: number, ended: number | null])[] = [
    ['槐荫', 0, -9, null],
    ['双桥', 13, -5, null],
    ['石盘沟', 4, -2, null],
    ['柳泉', 25, -33, -22],
    ['青石湾', 33, -20, -11],
  ]
  texts.forEach(([village, place, accepted, ended], index) => {
    const text = peopleDisputes[place]
    const acceptedOn = notBefore(addDays(today, accepted))
    if (!text || acceptedOn >= today) return
    const on = ended === null ? null : agreedOn(today, ended)
    if (on !== null && on < acceptedOn) return
    const plan = peopleCase(`mediation today ${index + 1}`, text, {
      village: villageNamed(village),
      acceptedOn,
      judge: true,
      author: mediator,
      ...(on === null ? {} : { end: { on, outcome: 'agreed' } }),
    })
    writeCase(book, { ...plan, open: true })
  })
}

/** The day itself or a working day near it. */
const agreedOn = (today: string, days: number): string => {
  const near = workdayFrom(addDays(today, days))
  return isWorkday(addDays(today, days)) || near > addDays(today, days + 2) ? addDays(today, days) : near
}

/** What each began yesterday and has not submitted. */
const writeDrafts = (book: Book, today: string): void => {
  const day = addDays(today, -1)
  const begun = (author: Account, village: string, placeName: string, matter: string, minute: number): void =>
    void book.open(`inspection today draft ${author.username}`, 'inspection', author, instant(day, 16, minute), {
      status: 'draft',
      date: day,
      villageId: villageNamed(village).id,
      programme: 'safety',
      checkType: 'routine',
      taskSource: 'plan',
      matter,
      placeName,
      ...(author.personId === null ? {} : { officers: [author.personId] }),
    })
  begun(officer, '石盘沟', '禾丰菌业加工点', 'fire', 42)
  begun(officer2, '双桥', '双桥村自建房工地', 'workSafety', 51)
  const noted = (username: string, village: string, summary: string, person: string): void =>
    void book.open(`mediation today draft ${username}`, 'mediation', accountNamed(username), instant(day, 17, 8), {
      status: 'draft',
      acceptedOn: day,
      villageId: villageNamed(village).id,
      track: 'people',
      disputeType: 'neighbour',
      summary,
      mediators: [personNamed(person).id],
    })
  noted('mediator', '云台', '出路通行纠纷。电话反映，待入户。', '吕长青')
  noted('judge', '柳泉', '排水沟堵塞纠纷。驻点时群众反映，待与村里对接。', '吕长青')
}

/** What stands before each account today: overdue, due, this week, awaiting a recheck, under way, half written. */
export const writeToday = (book: Book, today: string): void => {
  open.forEach((one, index) => writeOpen(book, today, one, index))
  writeCases(book, today)
  writeDrafts(book, today)
}
