import type { Data } from '../../domain/value.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { personNamed } from './people.ts'
import type { Project } from './projects.ts'
import { projectNamed, projectsOf } from './projects.ts'
import { on, tell, voidNext } from './tell.ts'

const supervisor = accountNamed('supervisor')
const attendees = ['程远', '宋知微', '吕长青', '韩秉正'].map((name) => personNamed(name).id)

type Topic = readonly [agenda: string, disputes: string, what: string, who: string]

/** What the court and the township met over. */
const topics: readonly Topic[] = [
  [
    '土地流转纠纷研判；一季度涉府案件通报',
    '牛王庙村药材基地租金兑付、麦子坪村流转面积误差两件。',
    '逐户核对流转面积，误差部分补签协议',
    '农业服务中心',
  ],
  [
    '项目占地补偿争议研判；巡回审判安排',
    '双桥村厂区道路占地、柳泉村管网施工占地两件。',
    '补偿标准和分户明细在村公示七日',
    '自然资源所',
  ],
  [
    '拖欠劳务工资纠纷研判；生效判决履行核对',
    '竹林寨村建材加工点、石盘沟村菌棚务工人员工资两件。',
    '建立用工实名台账，工资按月报司法所',
    '平安法治办',
  ],
  [
    '年度府院联动小结；行政争议败诉案件分析',
    '青石湾村民宿改造协议、云台村信息公开答复两件。',
    '协议文本统一由司法所审核后签订',
    '司法所',
  ],
]

const decisions = (heldOn: string, list: readonly (readonly [what: string, who: string])[]): Data[] =>
  list.map(([what, who], index) => ({ id: `${index + 1}`, what, who, by: addDays(heldOn, 30) }))

const liaison = (heldOn: string, place: number): Data => {
  const [agenda, disputes, what, who] = topics[place % topics.length] ?? ['', '', '', '']
  return {
    type: 'courtLiaison',
    heldOn,
    place: '镇综治中心会议室',
    chairId: personNamed('程远').id,
    attendees,
    units: '县法院、司法所、自然资源所、农业服务中心、信访办',
    agenda,
    disputes,
    decisions: decisions(heldOn, [
      [what, who],
      ['会议议定事项下次会前通报进度', '平安法治办'],
    ]),
  }
}

const study = (heldOn: string, studied: readonly Project[]): Data => ({
  type: 'jointStudy',
  heldOn,
  place: '镇政府二楼会议室',
  chairId: personNamed('程远').id,
  attendees,
  units: '县法院、司法所、项目服务中心、自然资源所',
  agenda: `重点项目法治研判：${studied.map((each) => each.name).join('、')}`,
  projectIds: studied.map((each) => each.id),
  decisions: decisions(heldOn, [['用地、环评手续清单开工前补齐', '项目服务中心']]),
})

const days2024 = ['2024-04-25', '2024-08-22', '2024-11-28']
const days2025 = ['2025-03-20', '2025-06-19', '2025-09-18', '2025-12-11']
const studies2025 = ['2025-04-17', '2025-06-26', '2025-08-21', '2025-10-23', '2025-12-18']

const writeAside = (book: Book): void => {
  tell(book, 'meeting', 'draft', supervisor, '2025-11-13', {
    ...liaison('2025-11-13', 1),
    status: 'draft',
    agenda: '临时碰头会，纪要待整理',
  })
  const again = tell(book, 'meeting', 'double', supervisor, '2025-09-19', liaison('2025-09-18', 2))
  voidNext(again, '2025-09-19', '会议重复登记')
}

/** Three liaison meetings in 2024, four in 2025; five joint studies over the fourteen key projects of 2025. */
export const writeMeetings = (book: Book, year: number): void => {
  const liaisonDays = year === 2024 ? days2024 : year === 2025 ? days2025 : ['03-19', '06-18', '09-17', '12-10']
  liaisonDays.forEach((day, index) => {
    const heldOn = day.length > 5 ? day : on(year, day)
    tell(book, 'meeting', `liaison ${heldOn}`, supervisor, heldOn, liaison(heldOn, index + year))
  })
  const key = projectsOf(year, 'keyProject')
  if (year === 2024) {
    tell(book, 'meeting', 'study 2024', supervisor, '2024-10-17', study('2024-10-17', key.slice(0, 2)))
    return
  }
  const studyDays =
    year === 2025
      ? studies2025
      : Array.from({ length: 12 }, (_, index) => on(year, `${String(index + 1).padStart(2, '0')}-15`))
  const each = year === 2025 ? 3 : 1
  studyDays.forEach((heldOn, index) => {
    const studied = key.slice(index * each, index * each + each)
    // The last one comes back to the first, whose conditions had changed.
    const again = studied.length < each ? [projectNamed('森驰汽配扩能项目')] : []
    tell(book, 'meeting', `study ${heldOn}`, supervisor, heldOn, study(heldOn, [...studied, ...again]))
  })
  if (year === 2025) writeAside(book)
}
