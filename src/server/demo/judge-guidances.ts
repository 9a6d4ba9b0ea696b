import { addDays, monthOf } from '../../domain/calendar/day.ts'
import { text, texts } from '../../domain/value.ts'
import { accountNamed } from './accounts.ts'
import type { Book, DemoItem } from './book.ts'
import { workdayFrom } from './days.ts'
import { personNamed } from './people.ts'
import { randomFor } from './random.ts'
import { on, tell, voidNext } from './tell.ts'
import { villageNamed } from './villages.ts'

const judge = accountNamed('judge')
const supervisor = accountNamed('supervisor')
const judgeId = personNamed('韩秉正').id

const advice = [
  '先固定租金支付记录，再谈违约责任；协议写明付款日期和账户。',
  '相邻通行按历史形成的通道确定宽度，现场画线，双方签字附图。',
  '劳务费按实际出工天数核算，包工头和用工方一并到场。',
  '调解协议写明履行期限，建议双方三十日内申请司法确认。',
  '宅基界址先请自然资源所出图，再组织调解。',
  '流转面积以实测为准，差额部分不宜笼统“多退少补”，逐户列明。',
  '赡养费分担按子女人数和能力，村委会见证，逐月打卡。',
  '施工损坏先做现状鉴定，再定修复还是补偿。',
]

/** The mediations of a year in which a judge was asked, by the day they were accepted. */
const guided = (book: Book, year: number): readonly DemoItem[] =>
  book
    .items()
    .filter(
      ({ change }) =>
        change.kind === 'mediation' &&
        change.was === undefined &&
        change.set['judgeId'] !== undefined &&
        change.set['status'] !== 'draft' &&
        String(change.set['acceptedOn']).startsWith(String(year)) &&
        String(change.set['acceptedOn']) < `${year}-12-18`,
    )
    .toSorted((a, b) => a.at - b.at)

const visitTo = (book: Book, { change }: DemoItem, index: number): void => {
  const accepted = text(change.set['acceptedOn']) ?? ''
  const guidedOn = workdayFrom(addDays(accepted, 1))
  const key = `${accepted} ${change.recordId}`
  tell(book, 'judgeGuidance', key, judge, guidedOn, {
    guidedOn,
    villageId: change.set['villageId'] ?? null,
    judgeId,
    mediators: [...texts(change.set['mediators'])],
    mediationIds: [change.recordId],
    advice: randomFor(key).pick(advice.filter((_, place) => place % 2 === index % 2)),
  })
}

/** Fourteen visits of the judge to a grid in 2024, twenty in 2025, seven a year since. */
export const writeJudgeGuidances = (book: Book, year: number): void => {
  const cases = guided(book, year)
  const count = year === 2024 ? 14 : year === 2025 ? 20 : Math.min(7, cases.length)
  if (cases.length < count) throw new Error(`only ${cases.length} mediations with a judge in ${year}`)
  Array.from({ length: count }, (_, index) => cases[Math.floor((index * cases.length) / count)]).forEach(
    (each, index) => {
      if (each) visitTo(book, each, index)
    },
  )
  if (year !== 2025) return
  const first = cases[0]
  const other = { guidedOn: '2025-08-13', villageId: villageNamed('云台').id, judgeId }
  const wrong = tell(book, 'judgeGuidance', 'wrong', judge, '2025-08-13', {
    ...other,
    mediationIds: first ? [first.change.recordId] : [],
    advice: '走访民宿片区，接受咨询。',
  })
  voidNext(wrong, '2025-08-13', '只是走访咨询，未指导调解')
  tell(book, 'judgeGuidance', 'draft', judge, '2025-12-24', {
    status: 'draft',
    guidedOn: '2025-12-24',
    villageId: villageNamed('柳泉').id,
    judgeId,
  })
}

/** What the two told each other, month by month, since the beginning of 2025. */
export const writeInformationShares = (book: Book, year: number): void => {
  if (year < 2025) return
  const random = randomFor(`informationShare ${year}`)
  Array.from({ length: 12 }, (_, index) => on(year, `${String(index + 1).padStart(2, '0')}-24`)).forEach((sharedOn) =>
    tell(book, 'informationShare', sharedOn, supervisor, sharedOn, {
      month: monthOf(sharedOn),
      sharedOn,
      from: '平安法治办',
      to: '县法院立案庭、阳城法庭',
      items: random.between(4, 15),
      summary: `${Number(sharedOn.slice(5, 7))}月纠纷排查清单、重点项目用地进展；法院回送涉镇收案和履行情况。`,
    }),
  )
  if (year !== 2025) return
  const late = tell(book, 'informationShare', 'double', supervisor, '2025-05-27', {
    month: '2025-05',
    sharedOn: '2025-05-27',
    from: '平安法治办',
    to: '县法院立案庭',
    items: 3,
    summary: '5月补充清单。',
  })
  voidNext(late, '2025-05-27', '已并入当月清单')
}
