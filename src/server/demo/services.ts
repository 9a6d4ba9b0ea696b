import { addDays } from '../../domain/calendar/day.ts'
import { accountNamed, officersOf } from './accounts.ts'
import type { Account } from './accounts.ts'
import type { Book } from './book.ts'
import { workdaysOver, workdayUpTo } from './days.ts'
import type { Enterprise } from './enterprises.ts'
import { aboveSize } from './enterprises.ts'
import { personNamed } from './people.ts'
import { randomFor } from './random.ts'
import { liaisons } from './registers.ts'
import { on, step, tell, voidNext } from './tell.ts'
import { questions, quarrels } from './texts/services.ts'

const supervisor = accountNamed('supervisor')

/** Those that have had their liaison officer since February 2025. */
const served = aboveSize.slice(0, 19)

const at = (index: number): Enterprise => {
  const found = served[index % served.length]
  if (!found) throw new Error('no enterprise above size')
  return found
}

const liaisonOf = (enterprise: Enterprise): string =>
  personNamed(liaisons[aboveSize.indexOf(enterprise) % liaisons.length] ?? '高立新').id

/** An officer of the village writes it down, every third time the supervisor. */
const authorOf = (enterprise: Enterprise, index: number): Account =>
  index % 3 === 2 ? supervisor : (officersOf(enterprise.village.id)[0] ?? supervisor)

const about = (enterprise: Enterprise) => ({
  villageId: enterprise.village.id,
  enterpriseId: enterprise.id,
})

const writeConsultations = (book: Book, year: number): void => {
  const count = year === 2025 ? 26 : 9
  const days = workdaysOver(randomFor(`consultation ${year}`), `${year}-03-03`, `${year}-12-19`, count)
  days.forEach((heldOn, index) => {
    const enterprise = at(index * 7 + year)
    const [subject, question, advice, clause] = questions[(index + year) % questions.length] ?? questions[0]
    tell(book, 'consultation', `${year} ${index + 1}`, authorOf(enterprise, index), heldOn, {
      heldOn,
      ...about(enterprise),
      liaisonId: liaisonOf(enterprise),
      way: ['visit', 'phone', 'visit', 'office', 'online'][index % 5] ?? 'visit',
      subject,
      question,
      advice,
      clauses: [clause],
      followUp: index % 6 === 0,
    })
  })
  if (year !== 2025) return
  const first = at(3)
  const [subject, question, advice] = questions[0]
  const set = {
    heldOn: '2025-06-17',
    ...about(first),
    liaisonId: liaisonOf(first),
    way: 'phone',
    subject,
    question,
    advice,
  }
  voidNext(tell(book, 'consultation', '2025 double', supervisor, '2025-06-17', set), '2025-06-17', '电话与上门重复登记')
  tell(book, 'consultation', '2025 draft', supervisor, '2025-12-22', {
    status: 'draft',
    heldOn: '2025-12-22',
    ...about(at(5)),
    question: '冷库租赁到期续签，租金上浮幅度',
  })
}

const writeDisputes = (book: Book, year: number): void => {
  const all = year === 2025 ? quarrels : quarrels.slice(1, 4)
  const ends = workdaysOver(randomFor(`enterprise dispute ${year}`), `${year}-03-20`, `${year}-12-12`, all.length)
  all.forEach((quarrel, index) => {
    const enterprise = at(index * 5 + year)
    const concludedOn = ends[index] ?? `${year}-12-12`
    const acceptedOn = workdayUpTo(addDays(concludedOn, -6 - index))
    const author = authorOf(enterprise, index)
    const page = tell(book, 'enterpriseDispute', `${year} ${index + 1}`, author, acceptedOn, {
      status: 'accepted',
      acceptedOn,
      ...about(enterprise),
      liaisonId: liaisonOf(enterprise),
      disputeType: quarrel.type,
      parties: [{ name: quarrel.other, side: 'B' }],
      amount: quarrel.amount,
      summary: `${enterprise.name}与${quarrel.other}${quarrel.summary}`,
    })
    step(page, author, concludedOn, {
      status: 'concluded',
      concludedOn,
      outcome: quarrel.outcome,
      ...(quarrel.agreement === undefined ? {} : { agreement: quarrel.agreement }),
    })
  })
  if (year !== 2025) return
  const late = at(8)
  const open = tell(book, 'enterpriseDispute', '2025 open', supervisor, '2025-12-23', {
    status: 'accepted',
    acceptedOn: '2025-12-23',
    ...about(late),
    liaisonId: liaisonOf(late),
    disputeType: 'labour',
    parties: [{ name: '麦丰收', side: 'B' }],
    amount: 6400,
    summary: `${late.name}与麦丰收就年终奖金计算有争议。`,
  })
  step(open, supervisor, '2026-01-15', {
    status: 'concluded',
    concludedOn: '2026-01-15',
    outcome: 'resolved',
    agreement: '按实际出勤折算，一月底前付清。',
  })
}

const writeManuals = (book: Book, year: number): void => {
  const count = year === 2025 ? 13 : 3
  const from = year === 2025 ? 0 : 13 + ((year - 2026) % 2) * 3
  const days = workdaysOver(randomFor(`manual ${year}`), `${year}-08-18`, `${year}-12-05`, count + 1)
  days.forEach((deliveredOn, index) => {
    // The last is a second edition for the first: the same enterprise counts once.
    const enterprise = at(from + (index < count ? index : 0))
    tell(book, 'complianceManual', `${year} ${index + 1}`, authorOf(enterprise, index), deliveredOn, {
      deliveredOn,
      ...about(enterprise),
      edition: index < count ? '第一版' : '第二版',
      subjects: index % 2 === 0 ? ['labour', 'contract', 'safety'] : ['environment', 'fire', 'labour', 'tax'],
      authorId: liaisonOf(enterprise),
      receivedBy: '企业负责人',
    })
  })
  if (year !== 2025) return
  const wrong = at(15)
  const set = { deliveredOn: '2025-11-05', ...about(wrong), edition: '第一版', subjects: ['safety'] }
  voidNext(tell(book, 'complianceManual', '2025 wrong', supervisor, '2025-11-05', set), '2025-11-05', '手册印错，收回')
}

/** The liaison officers' work, since there are any: 26 consultations, 8 disputes, manuals for 13 enterprises in 2025. */
export const writeServices = (book: Book, year: number): void => {
  if (year < 2025) return
  writeConsultations(book, year)
  writeDisputes(book, year)
  writeManuals(book, year)
  if (year > 2025)
    tell(book, 'consultation', `${year} spring`, supervisor, on(year, '02-10'), {
      heldOn: on(year, '02-10'),
      ...about(at(year)),
      liaisonId: liaisonOf(at(year)),
      way: 'visit',
      subject: 'labour',
      question: '春节后复工，部分职工未按期返岗如何处理',
      advice: '先书面通知返岗并留存送达凭证，确有困难的协商延期，不宜直接除名。',
    })
}
