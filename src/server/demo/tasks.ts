import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { on, step, tell, voidNext } from './tell.ts'
import { villageNamed } from './villages.ts'

const supervisor = accountNamed('supervisor')
const reviewer = accountNamed('reviewer')

const tasks: readonly (readonly [title: string, lead: string, due: string])[] = [
  ['学习贯彻习近平法治思想', '党政办', '12-20'],
  ['党政主要负责人履行第一责任人职责', '党政办', '12-20'],
  ['乡镇执法事项清单梳理', '综合执法大队', '04-30'],
  ['涉企规范执法专项行动', '综合执法大队', '11-30'],
  ['企业法治联络员制度', '经济发展办', '03-31'],
  ['行政执法“三项制度”落实', '综合执法大队', '12-20'],
  ['执法人员培训和持证管理', '司法所', '12-20'],
  ['案卷评查和执法监督', '司法所', '11-30'],
  ['府院联动“五个一”机制', '综治中心', '06-30'],
  ['行政争议实质性化解', '司法所', '12-20'],
  ['规范性文件全流程管理', '司法所', '12-20'],
  ['重大决策合法性审核', '司法所', '12-20'],
  ['耕地保护和图斑整改', '自然资源所', '11-30'],
  ['安全生产和隐患整改', '应急办', '12-20'],
  ['普法宣传和精准普法', '宣传办', '12-20'],
]

/** 15 key tasks in 2025, 12 in 2024, ten a year since; each done by its day, or nearly. */
const writeKeyTasks = (book: Book, year: number): void => {
  const count = year === 2025 ? 15 : year === 2024 ? 12 : 10
  const assigned = on(year, year === 2025 ? '02-20' : '03-04')
  tasks.slice(0, count).forEach(([title, lead, due], index) => {
    const page = tell(book, 'task', `${year} ${title}`, supervisor, assigned, {
      status: 'assigned',
      title,
      lead,
      units: '各村委会',
      assignedOn: assigned,
      documentNumber: `法治建设重点任务分工方案（${year}年）`,
      dueOn: `${year}-${due}`,
    })
    if (index % 7 === 6) return
    const doneOn = on(year, due)
    step(page, supervisor, doneOn, { status: 'done', doneOn, result: '按分工完成，台账齐全。' })
  })
  if (year !== 2025) return
  const double = tell(book, 'task', '2025 double', supervisor, assigned, {
    status: 'assigned',
    title: '普法宣传',
    lead: '宣传办',
    assignedOn: assigned,
    dueOn: '2025-12-20',
  })
  voidNext(double, assigned, '与“普法宣传和精准普法”重复')
}

const briefings: readonly (readonly [day: string, topic: string, asked: string])[] = [
  ['2024-06-14', '上半年法治建设情况', '把执法培训排进全年计划。'],
  ['2024-12-13', '全年法治建设情况', '补齐案卷评查短板。'],
  ['2025-03-28', '一季度法治建设和涉企执法情况', '联络员一季度内全部到位。'],
  ['2025-07-25', '上半年法治建设和争议化解情况', '项目占地争议提前研判。'],
  ['2025-11-28', '年度法治建设情况和报告起草', '数据逐项核到台账。'],
]

const writeBriefings = (book: Book, year: number): void => {
  const told =
    year > 2025
      ? briefings.slice(2, 4).map((each) => [on(year, each[0].slice(5)), each[1], each[2]] as const)
      : briefings.filter(([day]) => day.startsWith(String(year)))
  for (const [day, topic, instructions] of told)
    tell(book, 'briefing', `${year} ${topic}`, reviewer, day, {
      heldOn: day,
      leaders: ['secretary', 'mayor'],
      meeting: '党政联席会议',
      topic,
      reporterId: reviewer.personId,
      instructions,
      decisions: [{ id: 'a', what: instructions, who: '司法所、综合执法大队' }],
    })
  if (year === 2025)
    tell(book, 'briefing', '2025 draft', reviewer, '2025-12-26', {
      status: 'draft',
      heldOn: '2025-12-26',
      topic: '明年重点任务初步考虑',
    })
}

const problems: readonly (readonly [
  raised: string,
  solved: string | null,
  area: string,
  village: string,
  title: string,
  measures: string,
])[] = [
  ['2024-03-11', '2024-05-20', 'farmland', '前河', '河滩地改种引发的执法难', '会同自然资源所重新放线，签字确认四至。'],
  ['2024-05-06', '2024-08-12', 'project', '双桥', '物流园围挡越界', '现场定界，限期退让三米。'],
  ['2024-09-02', '2024-11-25', 'environment', '柳泉', '小作坊废水散排', '纳入集中处理，三家签约。'],
  ['2024-11-18', '2025-02-14', 'project', '牛王庙', '中药材加工基地占地手续滞后', '专班跟办，用地批复到位后复工。'],
  ['2025-03-03', '2025-04-29', 'farmland', '青石湾', '堆土区图斑权属不清', '三方指界，分户建账后清运复耕。'],
  ['2025-04-14', '2025-06-27', 'project', '云台', '民宿改造未批先建', '补办手续两户，退让一户。'],
  ['2025-06-09', '2025-09-05', 'environment', '麦子坪', '养殖粪污收集池选址争议', '两次听证，改选下风口，公示无异议。'],
  ['2025-08-18', '2025-11-12', 'safety', '槐荫', '烟花零售点与民房间距不足', '协商搬迁，新址验收。'],
  ['2025-11-17', null, 'farmland', '前河', '东滩地块种树问题', ''],
]

const writeProblems = (book: Book, year: number): void => {
  const told =
    year > 2025
      ? problems
          .slice(4, 6)
          .map(
            ([raised, solved, ...rest]) =>
              [on(year, raised.slice(5)), on(year, (solved ?? '2025-12-01').slice(5)), ...rest] as const,
          )
      : problems.filter(([raised]) => raised.startsWith(String(year)))
  for (const [raisedOn, solvedOn, area, village, title, measures] of told) {
    const page = tell(book, 'hardProblem', `${raisedOn} ${title}`, supervisor, raisedOn, {
      status: 'raised',
      title,
      area,
      raisedOn,
      villageId: villageNamed(village).id,
      leader: '镇长',
      units: '综合执法大队、自然资源所',
      description: `${villageNamed(village).name}：${title}，涉及多户，单个部门难以处理。`,
    })
    if (solvedOn !== null) step(page, supervisor, solvedOn, { status: 'solved', solvedOn, measures })
  }
}

/** What the leaders took in hand: 15 tasks, 3 briefings, 5 problems solved in 2025, one of them raised the year before. */
export const writeLeaders = (book: Book, year: number): void => {
  writeKeyTasks(book, year)
  writeBriefings(book, year)
  writeProblems(book, year)
}
