import type { Data } from '../../domain/value.ts'
import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { projectNamed } from './projects.ts'
import { on, tell, voidNext } from './tell.ts'

const reviewer = accountNamed('reviewer')

const told: readonly (readonly [day: string, project: string, findings: string, measures: readonly string[]])[] = [
  [
    '2024-11-21',
    '香菇交易市场项目',
    '交易量达预期，摊位费收取不规范，停车不便。',
    ['摊位费公开标准、统一开票', '增设临时停车场'],
  ],
  [
    '2025-11-13',
    '集镇提质改造项目',
    '街面改造群众满意，施工期商户出入不便，管线井盖有沉降。',
    ['分段施工、先通知商户', '管线井盖质保期内每季巡查'],
  ],
  [
    '2025-12-04',
    '牛王中药材加工基地建设项目',
    '带动务工明显，租金支付集中在年底，加工噪声有投诉。',
    ['租金改为每季支付并公示', '夜间停机，加装隔音棚'],
  ],
]

const evaluation = (day: string, name: string, findings: string, measures: readonly string[]): Data => ({
  title: name.replace(/项目$/, ''),
  projectId: projectNamed(name).id,
  evaluatedOn: day,
  evaluator: '司法所会同项目服务中心',
  method: '查阅资料、走访商户和农户、问卷',
  conclusion: 'adjust',
  findings,
  measuresOptimised: measures.length,
  measures: measures.map((each, index) => `${index + 1}.${each}。`).join(''),
})

/** One evaluation in 2024, two in 2025 with four measures improved, one a year since. */
export const writePostEvaluations = (book: Book, year: number): void => {
  for (const [day, name, findings, measures] of told.filter(([one]) => one.startsWith(String(year))))
    tell(book, 'postEvaluation', name, reviewer, day, evaluation(day, name, findings, measures))
  if (year > 2025) {
    const day = on(year, '06-25')
    const set = evaluation(day, '通村公路提升项目', '通行改善，弯道缺护栏。', ['弯道加装护栏和反光镜'])
    tell(book, 'postEvaluation', day, reviewer, day, set)
  }
  if (year !== 2025) return
  const early = evaluation('2025-06-12', '农光互补电站项目', '工期未过半，数据不足。', [])
  voidNext(tell(book, 'postEvaluation', 'early', reviewer, '2025-06-12', early), '2025-06-12', '未完工，不具备评估条件')
  tell(book, 'postEvaluation', 'draft', reviewer, '2025-12-22', { status: 'draft', title: '通村公路提升' })
}
