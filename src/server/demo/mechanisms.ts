import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { personNamed } from './people.ts'
import { step, tell, voidNext } from './tell.ts'

const supervisor = accountNamed('supervisor')

const told: readonly (readonly [name: string, startedOn: string, responsible: string, content: string])[] = [
  [
    '一支联合调解队伍',
    '2024-03-15',
    '吕长青',
    '司法所、信访办、综治中心和派出所各抽一人，村治调主任参加，遇疑难纠纷集中会办。',
  ],
  ['一套联席会议制度', '2024-05-20', '程远', '镇政府与县法院每季度开一次府院联动联席会议，议题会前五日互送。'],
  ['一本年度工作台账', '2025-01-15', '宋知微', '会议、开庭、指导、履行逐项登记，月底互相核对。'],
  ['一个行政争议化解工作室', '2025-02-18', '程远', '设在综治中心，诉前复议前先行协调，县法院派员驻点。'],
  ['一名挂点法官', '2025-02-18', '韩秉正', '每周三到村，指导调解，接受咨询，就地办理司法确认。'],
]

/** 五个一: two of the five stood at the end of 2024, all of them at the end of 2025. */
export const writeMechanisms = (book: Book): void => {
  for (const [name, startedOn, responsible, content] of told)
    tell(book, 'mechanism', name, supervisor, startedOn, {
      status: 'active',
      name,
      group: 'fiveOnes',
      content,
      responsibleId: personNamed(responsible).id,
      startedOn,
      documentNumber: `阳政〔${startedOn.slice(0, 4)}〕${startedOn.slice(5, 7)}号`,
    })
  const list = tell(book, 'mechanism', '一张联络名单', supervisor, '2024-01-10', {
    status: 'active',
    name: '一张联络名单',
    group: 'fiveOnes',
    content: '镇法两家联络人名单，每半年更新一次。',
    startedOn: '2024-01-10',
  })
  step(list, supervisor, '2024-11-29', { endedOn: '2024-11-30' }, '并入联席会议制度')
  tell(book, 'mechanism', '企业法治联络员', supervisor, '2025-02-21', {
    status: 'active',
    name: '企业法治联络员制度',
    group: 'other',
    content: '规上企业一企一员，定期上门。',
    startedOn: '2025-02-21',
  })
  const again = tell(book, 'mechanism', 'double', supervisor, '2025-03-05', {
    status: 'active',
    name: '联合调解队伍',
    group: 'fiveOnes',
    content: '司法、信访、综治联合调解。',
    startedOn: '2025-03-05',
  })
  voidNext(again, '2025-03-05', '与“一支联合调解队伍”重复')
}
