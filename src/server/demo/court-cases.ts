import { addDays } from '../../domain/calendar/day.ts'
import type { Data } from '../../domain/value.ts'
import { accountNamed } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { workdayFrom, workdaysOver } from './days.ts'
import { personNamed } from './people.ts'
import type { Random } from './random.ts'
import { randomFor } from './random.ts'
import { step, tell, voidNext } from './tell.ts'
import { villages } from './villages.ts'

const supervisor = accountNamed('supervisor')

type Text = readonly [type: string, cause: string, outcome: string, duty: string, done: string]

const texts: readonly Text[] = [
  ['administrative', '限期拆除决定', 'lost', '撤销限期拆除决定，六十日内重新作出处理。', '已重新调查并作出处理决定。'],
  ['administrative', '政府信息公开答复', 'lost', '十五个工作日内重新答复。', '已重新答复并送达。'],
  ['administrative', '土地权属处理决定', 'partly', '对争议四至部分重新处理。', '已会同自然资源所重新丈量并作出决定。'],
  ['civil', '建设工程施工合同', 'lost', '支付剩余工程款及利息。', '工程款已从项目资金支付，附转账凭证。'],
  ['civil', '房屋租赁合同', 'settled', '腾退房屋，结清租金。', '租金已结清，房屋已交还。'],
  ['administrative', '不履行法定职责', 'lost', '对投诉事项作出处理并告知。', '已现场处理，书面告知申请人。'],
  ['civil', '采购合同', 'settled', '分两期支付货款。', '两期货款均已支付。'],
  ['administrative', '行政协议', 'partly', '继续履行改造协议，承担部分维修费。', '维修费已支付，改造已验收。'],
  ['enforcement', '地上附着物补偿', 'lost', '支付补偿款。', '补偿款已打入一卡通。'],
  ['civil', '劳务合同', 'lost', '支付保洁劳务费。', '劳务费已付清。'],
]
const surnames = ['柳', '石', '何', '曹', '封', '梁', '牛', '祝', '麦', '杨', '庞', '孙']

const filed = (random: Random, text: Text, acceptedOn: string): Data => ({
  status: 'filed',
  caseNumber: `（${acceptedOn.slice(0, 4)}）豫1323${text[0] === 'administrative' ? '行' : text[0] === 'civil' ? '民' : '执'}${text[0] === 'enforcement' ? '' : '初'}${random.between(11, 980)}号`,
  caseType: text[0],
  court: '县人民法院',
  otherParty: `${random.pick(surnames)}某${random.pick(['林', '英', '山', '兰', '军'])}`,
  cause: text[1],
  acceptedOn,
  villageId: random.pick(villages).id,
  responsibleId: personNamed('宋知微').id,
  headAppeared: text[0] === 'administrative',
})

/** A case that was judged, due on that day, and performed some days before it. */
const judged = (book: Book, key: string, text: Text, dueOn: string, before: number): Page => {
  const random = randomFor(`courtCase ${key}`)
  const judgedOn = workdayFrom(addDays(dueOn, -60))
  const accepted = workdayFrom(addDays(judgedOn, -random.between(35, 75)))
  const acceptedOn = accepted < '2024-01-04' ? '2024-01-04' : accepted
  const start = filed(random, text, acceptedOn)
  const page = tell(book, 'courtCase', key, supervisor, acceptedOn, start)
  step(page, supervisor, judgedOn, {
    status: 'judged',
    judgmentNumber: start['caseNumber'] ?? '',
    judgedOn,
    outcome: text[2],
    duty: text[3],
    dueOn,
  })
  const performedOn = workdayFrom(addDays(dueOn, -before))
  step(page, supervisor, performedOn, { status: 'performed', performedOn, performance: text[4] })
  return page
}

const textAt = (index: number): Text => texts[index % texts.length] ?? ['civil', '', 'lost', '', '']

const writeAside = (book: Book): void => {
  const random = randomFor('courtCase aside')
  const over = filed(random, textAt(4), '2025-09-15')
  const page = tell(book, 'courtCase', 'over', supervisor, '2025-09-15', over)
  step(page, supervisor, '2025-11-20', { status: 'ended', outcome: 'withdrawn' }, '原告撤诉，无履行内容')
  judged(book, 'into 2026', textAt(1), '2026-02-12', 6)
  tell(book, 'courtCase', 'pending', supervisor, '2025-12-02', filed(random, textAt(0), '2025-12-02'))
  const again = tell(book, 'courtCase', 'double', supervisor, '2025-06-09', filed(random, textAt(6), '2025-06-09'))
  voidNext(again, '2025-06-09', '同一案件登记两次')
  tell(book, 'courtCase', 'draft', supervisor, '2025-12-23', {
    status: 'draft',
    cause: '行政赔偿',
    caseType: 'administrative',
    acceptedOn: '2025-12-23',
  })
}

/** Twelve judgments due and performed in 2024, ten in 2025, three a year since. */
export const writeCourtCases = (book: Book, year: number): void => {
  const count = year === 2024 ? 12 : year === 2025 ? 10 : 3
  const days = workdaysOver(randomFor(`courtCase ${year}`), `${year}-04-08`, `${year}-12-19`, count)
  days.forEach((dueOn, index) => judged(book, `${year} ${index + 1}`, textAt(index + year), dueOn, 2 + (index % 5) * 4))
  if (year === 2025) writeAside(book)
}
