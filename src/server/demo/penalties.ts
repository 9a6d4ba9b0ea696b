import { addDays } from '../../domain/calendar/day.ts'
import type { Data } from '../../domain/value.ts'
import { accountNamed, officersOf } from './accounts.ts'
import type { Account } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { workdayFrom, workdaysLater } from './days.ts'
import { personNamed } from './people.ts'
import { on, step, tell, voidNext } from './tell.ts'
import type { CaseText } from './texts/penalties.ts'
import { fromInspections, laterCases, toldCases } from './texts/penalties.ts'
import { villageNamed } from './villages.ts'

const supervisor = accountNamed('supervisor')
const reviewer = accountNamed('reviewer')

/** What of an inspection a case begins with. */
type Origin = { readonly id: string; readonly data: Data }

/** The inspections of 2025 that ended in a suspected violation, oldest first. */
const suspectedIn = (book: Book): readonly Origin[] =>
  book
    .items()
    .filter(({ change }) => change.kind === 'inspection' && change.set['result'] === 'suspectedViolation')
    .map(({ change }) => ({ id: change.recordId, data: change.set }))
    .toSorted((a, b) => (String(a.data['date']) < String(b.data['date']) ? -1 : 1))

const filing = (text: CaseText, filedOn: string, origin?: Origin): Data => ({
  status: 'filed',
  filedOn,
  source: origin ? 'inspection' : text.source,
  ...(origin ? { inspectionId: origin.id } : {}),
  villageId: origin ? (origin.data['villageId'] ?? null) : villageNamed(text.village).id,
  ...(origin?.data['enterpriseId'] ? { enterpriseId: origin.data['enterpriseId'] } : {}),
  partyType: /[社厂队点]$/.test(text.party) ? 'organisation' : 'person',
  parties: [{ name: text.party, side: 'A' }],
  matter: text.matter,
  cause: text.cause,
  officers: text.officers.map((name) => personNamed(name).id),
})

const numberOf = (day: string, place: number): string => `阳综罚决字〔${day.slice(0, 4)}〕${place}号`

/** A case with its whole file, each step on its day, as far as it came. */
const writeCase = (book: Book, key: string, text: CaseText, filedOn: string, place: number, origin?: Origin): Page => {
  const village = String(origin?.data['villageId'] ?? villageNamed(text.village).id)
  const author: Account = officersOf(village)[0] ?? supervisor
  const page = tell(book, 'penalty', key, author, filedOn, filing(text, filedOn, origin))
  const investigatedOn = workdaysLater(filedOn, 14)
  step(page, author, investigatedOn, {
    status: 'investigated',
    investigatedOn,
    facts: text.facts,
    evidence: '现场检查笔录、照片、询问笔录。',
    violated: [text.clause],
    ...(text.review ? { reviewRequired: true } : {}),
  })
  let day = workdaysLater(investigatedOn, 3)
  if (text.review) {
    step(page, supervisor, day, {
      status: 'reviewed',
      reviewedOn: day,
      reviewerId: reviewer.personId,
      reviewOpinion: '事实清楚、证据充分、程序合法、裁量适当，同意。',
    })
    day = workdaysLater(day, 2)
  }
  const noticeOn = day
  const decidedOn = workdaysLater(noticeOn, 6)
  step(page, author, decidedOn, {
    status: 'decided',
    noticeOn,
    decidedOn,
    decisionNumber: numberOf(decidedOn, place),
    penalties: text.fine > 0 ? ['fine'] : ['warning'],
    ...(text.fine > 0 ? { fine: text.fine } : {}),
    discretion: text.fine > 1000 ? 'ordinary' : 'light',
  })
  const servedOn = workdaysLater(decidedOn, 2)
  step(page, author, servedOn, { status: 'served', servedOn, service: 'direct' })
  step(page, supervisor, workdaysLater(servedOn, 2), { publishedOn: workdaysLater(servedOn, 2) }, '决定书公示')
  const performedOn = workdaysLater(servedOn, 8)
  step(page, author, performedOn, { status: 'performed', performedOn, performance: 'own' })
  const closedOn = workdaysLater(performedOn, 4)
  step(page, author, closedOn, { status: 'closed', closedOn })
  return page
}

/** Filed and not punished: slight, put right in time; and one filed by mistake. */
const writeDropped = (book: Book): void => {
  const text: CaseText = {
    village: '老君岭',
    source: 'complaint',
    party: '封小军',
    matter: 'traffic',
    cause: '占用村道晾晒',
    facts: '',
    clause: '',
    officers: ['乔雨薇', '樊静'],
    fine: 0,
  }
  const author = officersOf(villageNamed('老君岭').id)[0] ?? supervisor
  const page = tell(book, 'penalty', '2025 dropped', author, '2025-08-26', filing(text, '2025-08-26'))
  step(page, author, '2025-09-03', { status: 'dropped', droppedOn: '2025-09-03', dropReason: 'exempt' })
  const twice = tell(book, 'penalty', '2025 twice', author, '2025-08-27', filing(text, '2025-08-27'))
  voidNext(twice, '2025-08-27', '同一事实重复立案')
  tell(book, 'penalty', '2025 draft', author, '2025-12-25', { ...filing(text, '2025-12-25'), status: 'draft' })
}

/** Penalty cases: 4 decided in 2024, 5 in 2025 (three that inspections began), two a year since. */
const writeCases = (book: Book, year: number): readonly Page[] => {
  if (year > 2025)
    return laterCases.map((text, index) =>
      writeCase(book, `${year} ${index + 1}`, text, on(year, index === 0 ? '04-14' : '09-07'), index + 2),
    )
  const told = toldCases.filter(({ filedOn }) => filedOn.startsWith(String(year)))
  const pages = told.map((text, index) => writeCase(book, `${year} told ${index + 1}`, text, text.filedOn, index + 1))
  if (year < 2025) return pages
  writeDropped(book)
  return [
    ...pages,
    ...suspectedIn(book).map((origin, index) => {
      const text = fromInspections[index % fromInspections.length] ?? fromInspections[0]
      const filedOn = workdayFrom(addDays(String(origin.data['date']), 4))
      return writeCase(book, `2025 inspected ${index + 1}`, text, filedOn, told.length + index + 1, origin)
    }),
  ]
}

const items: readonly (readonly [item: string, max: number])[] = [
  ['立案和管辖', 10],
  ['调查取证', 30],
  ['事实认定和法律适用', 25],
  ['程序和告知', 20],
  ['文书和装订', 15],
]

const sheetOf = (less: readonly number[]): Data => {
  const rows = items.map(([item, max], index) => ({
    id: `r${index + 1}`,
    item,
    max,
    score: max - (less[index] ?? 0),
    ...((less[index] ?? 0) > 0
      ? { note: ['', '照片未注明拍摄时间', '条款引用不全', '告知书送达回证缺日期', '页码漏编'][index] ?? '' }
      : {}),
  }))
  return { sheet: rows, score: rows.reduce((sum, row) => sum + row.score, 0) }
}

/** The township's reviews: 3 volumes in 2024, one not qualified; 5 in 2025, all qualified, with 2 acts put right. */
const writeReviews = (book: Book, year: number, cases: readonly Page[]): void => {
  const filed = (page: Page): string => String(page.data()['filedOn'])
  const pages = cases
    .filter((page) => `${year - 1}-12` <= filed(page) && filed(page) < `${year}-11`)
    .toSorted((a, b) => (filed(a) < filed(b) ? -1 : 1))
  const count = year === 2025 ? 5 : year === 2024 ? 3 : 2
  pages.slice(0, count).forEach((page, index) => {
    const reviewedOn = on(year, year === 2025 ? `11-${String(10 + index).padStart(2, '0')}` : '12-09')
    const irregular = year === 2025 ? (index === 1 || index === 3 ? 1 : 0) : index === 0 ? 1 : 0
    const failed = year === 2024 && index === 0
    tell(book, 'caseReview', `${year} ${index + 1}`, reviewer, reviewedOn, {
      reviewedOn,
      by: 'township',
      penaltyId: page.id,
      fileTitle: `${String(page.data()['cause'])}案`,
      fileNumber: `${year}-罚-${index + 1}`,
      reviewers: [personNamed('宋知微').id, personNamed('程远').id],
      ...sheetOf(failed ? [2, 14, 9, 10, 8] : [0, irregular * 2, index === 2 ? 1 : 0, irregular * 3, 1]),
      result: failed ? 'unqualified' : 'qualified',
      irregularCount: irregular,
      correctedCount: irregular,
      ...(irregular > 0 ? { irregularities: '告知书送达回证缺日期，已补正说明。', correctedOn: reviewedOn } : {}),
    })
  })
  const [first] = pages
  if (year !== 2025 || !first) return
  const county: Data = {
    reviewedOn: '2025-12-03',
    by: 'county',
    penaltyId: first.id,
    fileTitle: '县级抽评案卷',
    reviewers: [personNamed('宋知微').id],
    ...sheetOf([0, 3, 0, 0, 2]),
    result: 'qualified',
    irregularCount: 1,
    correctedCount: 1,
    irregularities: '照片未注明拍摄时间。',
    correctedOn: '2025-12-05',
  }
  tell(book, 'caseReview', '2025 county', reviewer, '2025-12-05', county)
  const again = { ...county, by: 'township', reviewedOn: '2025-12-08', correctedOn: '2025-12-08' }
  voidNext(tell(book, 'caseReview', '2025 twice', reviewer, '2025-12-08', again), '2025-12-08', '县评录成镇评')
}

const quarters: readonly (readonly [day: string, scope: string, findings: string, failed: number])[] = [
  ['03-20', '第一季度执法记录和案卷', '记录完整，照片与时间相符。', 0],
  ['06-19', '第二季度执法记录和案卷', '一份检查记录缺当事人签字日期，已补。', 1],
  ['09-18', '第三季度执法记录和案卷', '告知、送达时间衔接规范。', 0],
  ['12-18', '第四季度执法记录和案卷', '公示及时，两份附件未编页码。', 0],
]

const writeQualityReviews = (book: Book, year: number): void =>
  quarters.forEach(([day, scope, findings, failed], index) => {
    const heldOn = on(year, day)
    tell(book, 'qualityReview', `${year} ${index + 1}`, reviewer, heldOn, {
      heldOn,
      scope,
      reviewers: [personNamed('宋知微').id],
      filesChecked: 6 + index,
      filesQualified: 6 + index - failed,
      findings,
      measures: '下季度抽查比例不低于一成。',
    })
  })

/** Penalty cases with the reviews of their files; from 2026 on a quality review each quarter, as the report planned. */
export const writePenalties = (book: Book, years: readonly number[]): void => {
  const cases: Page[] = []
  for (const year of years) {
    cases.push(...writeCases(book, year))
    writeReviews(book, year, cases)
    if (year > 2025) writeQualityReviews(book, year)
  }
}
