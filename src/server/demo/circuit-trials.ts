import type { Data } from '../../domain/value.ts'
import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { personNamed } from './people.ts'
import { on, tell, voidNext } from './tell.ts'
import { villageNamed } from './villages.ts'

type Told = readonly [
  day: string,
  village: string,
  place: string,
  attendance: number,
  cause: string,
  result: string,
  explained: string,
]

const told: readonly Told[] = [
  [
    '2024-05-16',
    '白果坪',
    '村文化广场',
    201,
    '相邻通行纠纷',
    'settled',
    '民法典相邻关系：有利生产、方便生活、团结互助、公平合理。',
  ],
  ['2024-10-24', '麦子坪', '村委会院内', 165, '赡养费纠纷', 'judged', '赡养是法定义务，不因分家协议免除。'],
  [
    '2025-04-24',
    '牛王庙',
    '药材基地场院',
    186,
    '土地承包经营权流转合同纠纷',
    'settled',
    '流转合同的书面形式、期限与租金支付。',
  ],
  ['2025-07-17', '双桥', '村文化广场', 142, '劳务合同纠纷', 'judged', '农民工工资支付条例：工资不得拖欠、不得以物抵。'],
  ['2025-11-06', '云台', '民宿集散中心', 184, '物权保护纠纷', 'adjourned', '宅基地使用权与公共通道的界限。'],
]

const hearing = ([day, village, placeName, attendance, cause, result, explained]: Told): Data => ({
  heldOn: day,
  villageId: villageNamed(village).id,
  placeName: `${village}村${placeName}`,
  court: '县人民法院',
  judgeId: personNamed('韩秉正').id,
  attendance,
  caseNumber: `（${day.slice(0, 4)}）豫1323民初${Number(day.slice(5, 7)) * 137 + Number(day.slice(8))}号`,
  cause,
  result,
  explained,
})

/** Two hearings with 366 people in 2024, three with 512 in 2025, one a year since. */
export const writeCircuitTrials = (book: Book, year: number): void => {
  const judge = accountNamed('judge')
  for (const each of told.filter(([day]) => day.startsWith(String(year))))
    tell(book, 'circuitTrial', each[0], judge, each[0], hearing(each))
  if (year > 2025) {
    const day = on(year, '05-14')
    tell(
      book,
      'circuitTrial',
      day,
      judge,
      day,
      hearing([day, '石盘沟', '菌棚园广场', 128, '买卖合同纠纷', 'settled', '菌棒买卖的质量约定与检验期限。']),
    )
  }
  if (year !== 2025) return
  const put = hearing(['2025-09-11', '前河', '村委会院内', 90, '相邻排水纠纷', 'settled', '相邻排水的容忍与补偿。'])
  voidNext(tell(book, 'circuitTrial', 'put off', judge, '2025-09-11', put), '2025-09-11', '当事人庭前和解，未开庭')
  tell(book, 'circuitTrial', 'draft', judge, '2025-12-24', {
    ...hearing(['2025-12-24', '竹林寨', '建材场院', 0, '买卖合同纠纷', 'adjourned', '']),
    status: 'draft',
  })
}
