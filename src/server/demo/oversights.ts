import type { Data } from '../../domain/value.ts'
import { accountNamed, officersOf } from './accounts.ts'
import type { Book } from './book.ts'
import { workdaysOver } from './days.ts'
import { enterpriseNamed } from './enterprises.ts'
import { personNamed } from './people.ts'
import { randomFor } from './random.ts'
import { on, step, tell, voidNext } from './tell.ts'
import { villageNamed } from './villages.ts'

const supervisor = accountNamed('supervisor')
const reviewer = accountNamed('reviewer')
const monitors = ['尹德山', '王素芬'].map((name) => personNamed(name).id)

const subjects: readonly (readonly [way: string, subject: string])[] = [
  ['onSite', '随行监督安全生产检查'],
  ['files', '查阅行政处罚案卷'],
  ['visit', '走访被检查企业'],
  ['onSite', '随行监督涉企柔性检查'],
  ['meeting', '企业座谈听取执法意见'],
  ['onSite', '随行监督畜禽养殖排查'],
]

/** What they found of 2025, by the visit's place: files checked, problems found and put right. */
const found: { readonly [place: number]: readonly [files: number, problems: number, what: string] } = {
  1: [1, 2, '卷内目录缺一项；装订线压字。'],
  3: [0, 1, '一份检查通知书未写明检查次数。'],
  7: [2, 2, '两卷页码漏编；照片未贴说明。'],
  9: [0, 1, '出示证件环节记录不全。'],
}

/** Visits of the two monitors, appointed in 2025: 12 with 3 files and 6 problems put right; four a year since. */
const writeVisits = (book: Book, year: number): void => {
  const days = workdaysOver(randomFor(`oversight ${year}`), `${year}-02-24`, `${year}-12-05`, year === 2025 ? 12 : 4)
  days.forEach((date, index) => {
    const [way, subject] = subjects[index % subjects.length] ?? ['onSite', '随行监督']
    const [files, problems, what] = (year === 2025 ? found[index] : undefined) ?? [way === 'files' ? 1 : 0, 0, '']
    tell(book, 'oversight', `${year} ${index + 1}`, reviewer, date, {
      date,
      monitors: index % 3 === 2 ? monitors.slice(0, 1) : monitors,
      way,
      subject,
      caseFilesChecked: files,
      caseFilesQualified: files,
      problemsFound: problems,
      problemsRectified: problems,
      ...(problems > 0 ? { problems: what, rectifiedOn: date } : {}),
      opinion: problems > 0 ? '当场指出，已改正。' : '执法规范，未发现问题。',
    })
  })
  if (year !== 2025) return
  const double: Data = {
    date: '2025-06-11',
    monitors,
    way: 'files',
    subject: '查阅行政处罚案卷',
    caseFilesChecked: 1,
    caseFilesQualified: 1,
    problemsFound: 0,
    problemsRectified: 0,
  }
  voidNext(tell(book, 'oversight', '2025 double', reviewer, '2025-06-11', double), '2025-06-11', '两名监督员重复登记')
}

type Complaint = readonly [
  received: string,
  ended: string | null,
  about: string,
  village: string,
  summary: string,
  finding: string,
]

const complaints: readonly Complaint[] = [
  ['2024-06-05', '2024-06-20', 'rough', '双桥', '检查时说话难听，未出示证件。', '属实：一名人员未出示证件。'],
  [
    '2025-04-02',
    '2025-04-14',
    'excessive',
    '柳泉',
    '一个月查了两回。',
    '不属实：分别为安全检查和消防联合检查，均有通知书。',
  ],
  ['2025-07-16', '2025-07-28', 'rough', '麦子坪', '拆棚时推搡老人。', '不属实：全程录像显示为自行搬移。'],
  ['2025-10-09', '2025-10-17', 'procedure', '云台', '没给看检查通知书。', '不属实：通知书有签收。'],
  ['2025-12-24', null, 'excessive', '青石湾', '年底检查太多。', ''],
]

/** Complaints about enforcement: one upheld in 2024, none in 2025. */
const writeComplaints = (book: Book, year: number): void => {
  for (const [receivedOn, ended, about, village, summary, finding] of complaints.filter(([day]) =>
    day.startsWith(String(year)),
  )) {
    const page = tell(book, 'complaint', receivedOn, reviewer, receivedOn, {
      status: 'received',
      receivedOn,
      channel: year === 2024 ? 'visit' : 'hotline',
      about,
      villageId: villageNamed(village).id,
      complainant: '某企业负责人',
      summary,
    })
    const told = ended === null ? '2026-01-09' : ended
    if (finding.startsWith('属实'))
      step(page, supervisor, told, {
        status: 'upheld',
        upheldOn: told,
        finding,
        correction: '当面道歉，本人书面检查，全队重学“三项制度”。',
        answeredOn: told,
      })
    else
      step(page, supervisor, told, {
        status: 'dismissed',
        dismissedOn: told,
        finding: finding || '不属实：全年该企业检查两次，未超上限。',
        answeredOn: told,
      })
  }
}

/** Whose certificates passed, and whose not: seven of the nine in 2025, since one was new and one was left to expire. */
const reviewedIn = (year: number): readonly string[] =>
  year === 2024
    ? ['陈禾', '周映山', '杜望川', '贺建林', '乔雨薇', '田守业', '郭晓峰', '樊静']
    : year === 2025
      ? ['陈禾', '周映山', '贺建林', '乔雨薇', '田守业', '郭晓峰', '樊静']
      : ['陈禾', '周映山', '贺建林', '乔雨薇', '田守业', '郭晓峰', '樊静', '谢文博']

const numberOf = (name: string): string =>
  personNamed(name).posts.find((post) => post.certificate)?.certificate?.number ?? ''

const writeCertificates = (book: Book, year: number): void => {
  const reviewedOn = on(year, '11-20')
  const review = (name: string, more: Data): Data => ({
    personId: personNamed(name).id,
    reviewedOn,
    certificateNumber: numberOf(name),
    reviewedBy: '县司法局',
    hours: 62,
    ...more,
  })
  reviewedIn(year).forEach((name, index) =>
    tell(
      book,
      'certificateReview',
      `${year} ${name}`,
      reviewer,
      reviewedOn,
      review(name, { score: 84 + index, result: 'passed' }),
    ),
  )
  if (year !== 2025) return
  tell(
    book,
    'certificateReview',
    '2025 杜望川',
    reviewer,
    reviewedOn,
    review('杜望川', { result: 'deferred', reason: '年底到期，拟转岗，不再换证' }),
  )
  const wrong = review('谢文博', { result: 'passed', score: 90 })
  voidNext(
    tell(book, 'certificateReview', '2025 谢文博', reviewer, reviewedOn, wrong),
    reviewedOn,
    '当年新发证，不参加年审',
  )
}

const guided: readonly (readonly [day: string, enterprise: string, matter: string, way: string, content: string])[] = [
  ['2024-05-22', '双桥加油点', 'workSafety', 'reminder', '提示高温季节卸油时段和静电接地要求。'],
  ['2024-10-16', '柳泉冷库', 'workSafety', 'advice', '建议更换氨机房报警探头，年内完成。'],
  ['2025-04-08', '禾丰菌业加工点', 'fire', 'advice', '建议烘干房与菌袋库分隔，先易后难。'],
  ['2025-08-05', '鑫澄食品有限公司', 'environment', 'reminder', '提示汛期污水池液位和台账要求。'],
  ['2025-11-04', '槐荫烟花爆竹零售点', 'workSafety', 'talk', '约谈春节前储量、间距和看护责任。'],
]

const writeGuidance = (book: Book, year: number): void => {
  const told = guided.filter(([day]) => day.startsWith(String(year > 2025 ? 2025 : year))).slice(0, year > 2025 ? 2 : 9)
  for (const [first, name, matter, way, content] of told) {
    const date = year > 2025 ? on(year, first.slice(5)) : first
    const enterprise = enterpriseNamed(name)
    const author = officersOf(enterprise.village.id)[0] ?? supervisor
    tell(book, 'guidance', `${year} ${name}`, author, date, {
      date,
      villageId: enterprise.village.id,
      enterpriseId: enterprise.id,
      target: name,
      matter,
      way,
      officers: ['乔雨薇', '郭晓峰'].map((each) => personNamed(each).id),
      content,
      result: '当场表示采纳。',
    })
  }
  if (year !== 2025) return
  tell(book, 'guidance', '2025 draft', accountNamed('officer2'), '2025-12-23', {
    status: 'draft',
    date: '2025-12-23',
    villageId: villageNamed('双桥').id,
    target: '双桥加油点',
    content: '春运前油品储运提示，待约时间。',
  })
}

/** What watches over enforcement, and what it does without punishing. */
export const writeOversight = (book: Book, year: number): void => {
  if (year > 2024) writeVisits(book, year)
  writeComplaints(book, year)
  writeCertificates(book, year)
  writeGuidance(book, year)
}
