import { addDays } from '../../domain/calendar/day.ts'
import type { Data } from '../../domain/value.ts'
import { accountNamed } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { workdaysLater, workdaysOver } from './days.ts'
import { personNamed } from './people.ts'
import type { Project } from './projects.ts'
import { projectNamed, projectsOf } from './projects.ts'
import { randomFor } from './random.ts'
import { contracts, decisions, investments, risks } from './texts/reviews.ts'
import { step, tell, voidNext } from './tell.ts'

const reviewer = accountNamed('reviewer')
const reviewers = [personNamed('宋知微').id]

/** A review as it is planned: what it is of, and how many pieces of advice it gave. */
type Plan = {
  readonly title: string
  readonly advice: number
  /** Pieces not taken up. */
  readonly left?: number
  readonly by: string
  readonly set: Data
}

const ofProject = (project: Project, advice: number, first = true): Plan => ({
  title: first ? `${project.name}建设方案` : `${project.name}调整方案`,
  advice,
  by: project.owner,
  set: {
    projectId: project.id,
    projectType: project.type,
    // The investment stands at the first review only.
    ...(first ? { amount: project.cost * 10_000 } : {}),
  },
})

const other = ([title, by]: readonly [string, string], advice: number, left = 0): Plan => ({
  title,
  advice,
  left,
  by,
  set: { projectType: 'other' },
})

/** Twenty decisions, 24 pieces of advice, two of them not taken up. */
const plans2024 = (): readonly Plan[] => [
  ...projectsOf(2024, 'keyProject').map((each, index) => ofProject(each, index % 3 === 0 ? 2 : 1)),
  ...projectsOf(2024, 'beautifulVillage').map((each) => ofProject(each, 1)),
  ...decisions.slice(0, 9).map((each, index) => other(each, index === 0 ? 2 : 1, index === 0 || index === 5 ? 1 : 0)),
]

const advice2025 = [2, 1, 2, 2, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1]

/** Twenty-three decisions, 31 pieces of advice; one of the fourteen key projects came twice. */
const plans2025 = (): readonly Plan[] => [
  ...projectsOf(2025, 'keyProject').map((each, index) => ofProject(each, advice2025[index] ?? 1)),
  ...projectsOf(2025, 'beautifulVillage').map((each) => ofProject(each, 1)),
  ...projectsOf(2025, 'elderlyCare').map((each) => ofProject(each, 2)),
  ofProject(projectNamed('集镇提质改造项目'), 1, false),
  ...decisions.slice(9, 13).map((each, index) => other(each, index === 3 ? 2 : 1)),
]

const plansLater = (year: number): readonly Plan[] => [
  ...projectsOf(year, 'keyProject')
    .slice(0, 2)
    .map((each) => ofProject(each, 1, false)),
  ...[13, 14, 15, 16].map((place) => other(decisions[place] ?? ['', ''], 1)),
]

const opinionOf = (key: string, plan: Plan): string => {
  const advice = randomFor(`${key} opinion`).shuffle(risks).slice(0, plan.advice)
  const words = advice.map((each, index) => `${index + 1}.${each}`).join('')
  return `主体、权限、程序和内容合法${words ? `，建议：${words}` : '，无风险建议。'}`
}

const letters: { readonly [subject: string]: string } = { decision: '决', investmentProject: '招', contract: '合' }

/** Each subject's opinions are numbered by themselves; what stands outside the plan has a high number. */
const numberOf = (subject: string, key: string, day: string): string =>
  `阳法审〔${day.slice(0, 4)}〕${letters[subject] ?? ''}${/\d+$/.exec(key)?.[0] ?? '60'}号`

const write = (book: Book, subject: string, key: string, plan: Plan, receivedOn: string, result = 'passed'): Page => {
  const page = tell(book, 'legalReview', key, reviewer, receivedOn, {
    status: 'received',
    subject,
    title: plan.title,
    receivedOn,
    submittedBy: plan.by,
    ...plan.set,
  })
  const reviewedOn = workdaysLater(receivedOn, 7)
  const decided = subject === 'decision'
  step(page, reviewer, reviewedOn, {
    status: 'reviewed',
    reviewedOn,
    reviewers,
    result,
    opinion: result === 'passed' ? opinionOf(key, plan) : '出让条件与产业政策不一致，修改后重新送审。',
    opinionNumber: numberOf(subject, key, reviewedOn),
    ...(decided ? { riskAdviceCount: plan.advice } : {}),
  })
  if (!decided) return page
  const discussedOn = workdaysLater(reviewedOn, 3)
  step(
    page,
    reviewer,
    discussedOn,
    { discussedOn, riskAdviceAdopted: plan.advice - (plan.left ?? 0) },
    '党政联席会通过',
  )
  return page
}

const writeAside = (book: Book): void => {
  const plan = other(['集镇停车管理办法（第一稿）', '集镇建设办'], 1)
  const double = write(book, 'decision', '2025 double', plan, '2025-05-12')
  voidNext(double, addDays(workdaysLater('2025-05-12', 10), 1), '撤回重报，另立一件')
  tell(book, 'legalReview', '2025 draft', reviewer, '2025-12-25', {
    status: 'draft',
    subject: 'contract',
    title: '办公楼物业服务合同',
    receivedOn: '2025-12-25',
    submittedBy: '党政办',
  })
  write(
    book,
    'investmentProject',
    '2025 late',
    { title: '竹木家居招引项目', advice: 0, by: '招商办', set: {} },
    '2025-12-24',
  )
}

const numbers: { readonly [year: number]: readonly [investments: number, contracts: number] } = {
  2024: [5, 6],
  2025: [8, 9],
}

/** Where a year's names begin, so that none comes twice. */
const firstInvestment: { readonly [year: number]: number } = { 2024: 0, 2025: 6 }

/** Reviews of decisions, of investment projects (one a year comes back for amendment), and of contracts. */
export const writeLegalReviews = (book: Book, year: number): void => {
  const plans = year === 2024 ? plans2024() : year === 2025 ? plans2025() : plansLater(year)
  workdaysOver(randomFor(`legalReview ${year}`), `${year}-01-13`, `${year}-11-28`, plans.length).forEach(
    (day, index) => {
      const plan = plans[index]
      if (plan) write(book, 'decision', `${year} decision ${index + 1}`, plan, day)
    },
  )
  const [passed, papers] = numbers[year] ?? [3, 4]
  workdaysOver(randomFor(`investment ${year}`), `${year}-01-20`, `${year}-11-20`, passed + 1).forEach((day, index) => {
    const title = investments[(firstInvestment[year] ?? 15) + index] ?? ''
    const plan = { title: `${title}招引项目`, advice: 0, by: '招商办', set: {} }
    write(book, 'investmentProject', `${year} investment ${index + 1}`, plan, day, index === 2 ? 'amend' : 'passed')
  })
  workdaysOver(randomFor(`contract ${year}`), `${year}-01-20`, `${year}-11-20`, papers).forEach((day, index) => {
    const [title, by, amount] = contracts[(index + year) % contracts.length] ?? ['', '', 0]
    write(book, 'contract', `${year} contract ${index + 1}`, { title, by, advice: 0, set: { amount } }, day)
  })
  if (year === 2025) writeAside(book)
}
