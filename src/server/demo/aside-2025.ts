import type { Data } from '../../domain/value.ts'
import type { Account } from './accounts.ts'
import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { instant } from './days.ts'
import { peopleCase, peopleTexts, writeCase } from './disputes.ts'
import { enterprises, enterpriseNamed } from './enterprises.ts'
import { openHazard, orderHazard, writeHazard } from './hazards.ts'
import { personNamed } from './people.ts'
import { sites } from './texts/findings.ts'
import { villageNamed } from './villages.ts'
import type { Visit, Written } from './visits.ts'
import { writeVisit } from './visits.ts'

const supervisor = accountNamed('supervisor')
const officer = accountNamed('officer')
const officer3 = accountNamed('officer3')
const canteen = sites.find((site) => site.place.includes('小学食堂'))
const flood = sites.find((site) => site.place.includes('河道'))

const atSite = (
  name: string,
  day: string,
  village: string,
  programme: Visit['programme'],
  author: Account,
  site: Visit['site'],
  hazards = 0,
): Visit => ({
  key: `inspection 2025 aside ${name}`,
  day,
  programme,
  village: villageNamed(village),
  hazards,
  place: 90,
  author,
  ...(site ? { site } : {}),
})

const voidIt = (written: Written, by: Account, at: number, voidReason: string, more: Data = {}): void =>
  written.page.edit(by, at, { status: 'void', voidReason, ...more })

/** Inspections that count nowhere: entered twice, in the wrong village, on the wrong form. */
const writeVoided = (book: Book): void => {
  const first = writeVisit(book, atSite('canteen', '2025-12-11', '石盘沟', 'other', officer, canteen))
  const again = writeVisit(book, atSite('canteen again', '2025-12-11', '石盘沟', 'safety', officer3, canteen))
  voidIt(again, supervisor, instant('2025-12-12', 9, 20), '重复登记', { duplicateOf: first.page.id })
  const wrong = writeVisit(book, atSite('wrong village', '2025-07-03', '梨园沟', 'safety', officer3, flood))
  voidIt(wrong, officer3, instant('2025-07-03', 18, 5), '村选错，已另记')
  const paper = writeVisit(book, {
    ...atSite('wrong paper', '2025-05-14', '槐荫', 'administrative', officer, canteen),
    place: 91,
  })
  voidIt(paper, officer, instant('2025-05-15', 8, 50), '通知书号填错，重新制作')
  const soft = enterprises.find((each) => each.village.short === '白果坪')
  if (!soft) return
  const doubled = writeVisit(book, {
    key: 'inspection 2025 aside soft',
    day: '2025-08-20',
    programme: 'soft',
    village: soft.village,
    enterprise: soft,
    hazards: 0,
    place: 90,
    author: officer,
  })
  voidIt(doubled, officer, instant('2025-08-20', 19, 30), '未进厂，改期再去')
}

/** Never submitted: what the reason is stands in the draft. */
const writeDrafts = (book: Book): void => {
  const draft = (key: string, day: string, village: string, author: Account, set: Data): void =>
    void book.open(`inspection 2025 draft ${key}`, 'inspection', author, instant(day, 17, 12), {
      status: 'draft',
      date: day,
      villageId: villageNamed(village).id,
      ...set,
    })
  draft('farmland', '2025-11-06', '前河', accountNamed('officer4'), {
    programme: 'administrative',
    matter: 'farmland',
    placeName: '前河村东滩地块',
    officers: [personNamed('贺建林').id],
    findings: '只有一人到场，地块四至已看，待第二名执法人员到场后再提交。',
  })
  draft('round', '2025-12-04', '杨树坪', accountNamed('officer5'), {
    programme: 'safety',
    matter: 'fire',
    placeName: '杨树坪村卫生室',
    certificatesShown: true,
  })
}

/** Hazards of the year that are neither open nor counted, and such as came from elsewhere. */
const writeHazardsAside = (book: Book): void => {
  const shop = enterpriseNamed('恒润农机修理部')
  const base = {
    origin: 'other' as const,
    village: shop.village,
    enterprise: shop,
    inspectionId: '',
    author: officer,
    placeName: '恒润农机修理部',
  }
  const told = (key: string, day: string, text: Parameters<typeof openHazard>[1]['text']) => ({
    ...base,
    key: `hazard 2025 aside ${key}`,
    day,
    at: instant(day, 10, 20),
    text,
  })
  const linked = writeVisit(book, {
    key: 'inspection 2025 aside repair',
    day: '2025-04-17',
    programme: 'other',
    village: shop.village,
    enterprise: shop,
    hazards: 0,
    place: 1,
    author: officer,
    part: '修理车间',
  })
  const with_ = { inspectionId: linked.page.id }
  writeHazard(book, {
    ...told('superior', '2025-04-17', ['fire', '上级督查交办：氧气瓶与乙炔瓶间距不足五米', '分开存放，固定防倾倒', 5]),
    ...with_,
  })
  writeHazard(book, {
    ...told('superior two', '2025-04-17', ['other', '上级督查交办：废机油桶敞口存放', '加盖入库，设防渗托盘', 10]),
    ...with_,
  })
  // Closed, then found to be the double of one that an inspection had: no longer counted.
  const doubled = writeHazard(book, {
    ...told('double', '2025-09-09', ['fire', '灭火器过期两具', '更换灭火器并上墙登记', 7]),
    ...with_,
    origin: 'safety',
  })
  doubled.edit(supervisor, instant('2025-11-03', 9, 15), { status: 'void', voidReason: '与检查所列隐患重复' })
  const mistaken = openHazard(
    book,
    { ...told('mistaken', '2025-06-18', ['electric', '插排串接', '撤除串接插排', 3]), ...with_, origin: 'safety' },
    '2025-06-21',
  )
  mistaken.edit(officer, instant('2025-06-18', 15, 0), { status: 'void', voidReason: '现场核实为临时检修用线，已拆' })
  const long = {
    ...told('long', '2025-10-28', ['building', '库房后墙外倾约八公分', '设警戒区，请有资质单位鉴定后加固', 60]),
    ...with_,
  }
  const page = openHazard(book, long, '2025-12-27', { grade: 'major' })
  orderHazard(page, long)
  page.edit(supervisor, instant('2025-12-26', 16, 0), { deadline: '2026-03-31' }, '鉴定报告未出，先行封闭停用')
  page.edit(officer, instant('2026-03-24', 15, 30), { status: 'rectified', rectifiedOn: '2026-03-24' })
  page.edit(supervisor, instant('2026-03-26', 10, 30), { status: 'rechecked', recheckedOn: '2026-03-26' })
  page.edit(supervisor, instant('2026-03-26', 16, 30), { status: 'closed', closedOn: '2026-03-26' })
  const village = villageNamed('老君岭')
  book.open('hazard 2025 draft', 'hazard', accountNamed('officer5'), instant('2025-11-19', 16, 48), {
    status: 'draft',
    origin: 'safety',
    foundOn: '2025-11-19',
    villageId: village.id,
    placeName: '老君岭村便民桥',
    category: 'traffic',
    description: '桥栏杆松动，待量尺寸',
  })
}

const writeCasesAside = (book: Book): void => {
  const texts = peopleTexts('mediation 2025 aside texts')
  const mediator = accountNamed('mediator')
  const doubled = writeCase(
    book,
    peopleCase('mediation 2025 aside double', texts(0), {
      village: villageNamed('云台'),
      acceptedOn: '2025-08-06',
      author: mediator,
      end: { on: '2025-08-14', outcome: 'agreed' },
    }),
  )
  doubled.edit(supervisor, instant('2025-09-22', 9, 0), { status: 'void', voidReason: '网格员与综治中心重复登记' })
  const given = {
    type: 'project',
    parties: [
      { name: '石新田', side: 'A' },
      { name: '阳城镇人民政府', side: 'B' },
    ] as const,
  }
  writeCase(book, {
    ...given,
    key: 'mediation 2025 aside transferred',
    track: 'administrative',
    village: villageNamed('石盘沟'),
    acceptedOn: '2025-05-13',
    judge: true,
    author: mediator,
    summary: '林权证登记更正争议。石新田要求更正登记面积，经查属县级登记机构职权。',
    end: { on: '2025-05-21', outcome: 'transferred', note: '移送县不动产登记中心，已回执' },
  })
  writeCase(book, {
    ...given,
    key: 'mediation 2025 aside open',
    track: 'administrative',
    village: villageNamed('青石湾'),
    acceptedOn: '2025-12-18',
    judge: true,
    author: mediator,
    summary: '排污口整改补助争议。石新田认为整改费用应由镇里全额承担。',
    end: { on: '2026-02-26', outcome: 'agreed', agreement: '材料由项目承担，人工自负，四月底前完工验收。' },
  })
  writeCase(book, {
    key: 'mediation 2025 aside latent',
    track: 'latent',
    village: villageNamed('白果坪'),
    type: 'land',
    acceptedOn: '2025-12-24',
    author: mediator,
    summary: '春季育苗地轮换意见分歧。白果坪村三组七户对轮换次序有议论。',
    parties: [
      { name: '白果坪村三组七户', side: 'A' },
      { name: '三组其他农户', side: 'B' },
    ],
    end: { on: '2026-02-12', outcome: 'agreed', agreement: '抽签定次序，三年一轮，签名册存村委会。' },
  })
  book.open('mediation 2025 draft', 'mediation', accountNamed('mediator2'), instant('2025-12-26', 16, 22), {
    status: 'draft',
    acceptedOn: '2025-12-26',
    villageId: villageNamed('麦子坪').id,
    track: 'people',
    disputeType: 'neighbour',
    summary: '院墙滴水争执，电话反映，待入户核实。',
    mediators: [personNamed('方慧兰').id],
  })
}

/** What a real year also holds, and what none of its figures counts. */
export const writeAside = (book: Book): void => {
  writeVoided(book)
  writeDrafts(book)
  writeHazardsAside(book)
  writeCasesAside(book)
}
