import { shift } from './days.ts'
import { dayAfter, dayIn, log, times, type World } from './plan.ts'

function complaint(world: World): void {
  const { draw } = world
  const receivedOn = dayIn(world)
  const day = dayAfter(world, receivedOn)
  log(
    world,
    'complaint',
    {
      status: 'received',
      receivedOn,
      channel: 'hotline',
      about: 'rough',
      summary: '态度差',
      ...(draw.chance(50) ? { villageId: draw.pick(world.villages) } : {}),
    },
    {
      steps: [
        draw.chance(60)
          ? { status: 'upheld', upheldOn: day, finding: '属实', correction: '道歉' }
          : { status: 'dismissed', dismissedOn: day, finding: '不实' },
      ],
      corrected: 'upheldOn',
    },
  )
}

/** Visits of the monitors, reviews of files and certificates, the case library. */
function reviews(world: World): void {
  const { draw } = world
  const caseFilesChecked = world.isThorough ? 1000 : draw.chance(60) ? draw.int(0, 6) : 0
  const caseFilesQualified = world.isThorough ? draw.pick([1000, 999]) : draw.int(0, caseFilesChecked)
  const problemsFound = draw.int(0, 4)
  const problemsRectified = draw.int(0, problemsFound)
  const date = dayIn(world)
  log(world, 'oversight', {
    status: 'submitted',
    date,
    monitors: draw.some(world.monitors, 1, 2),
    way: 'files',
    subject: '查阅案卷',
    caseFilesChecked,
    caseFilesQualified,
    problemsFound,
    problemsRectified,
    ...(problemsFound > 0 ? { problems: '装订不规范' } : {}),
    ...(problemsRectified > 0 ? { rectifiedOn: dayAfter(world, date) } : {}),
  })
  const reviewedOn = dayIn(world)
  const irregularCount = draw.int(0, 3)
  const correctedCount = draw.int(0, irregularCount)
  log(
    world,
    'caseReview',
    {
      status: 'submitted',
      reviewedOn,
      by: draw.pick(['township', 'township', 'county']),
      fileTitle: '占道案',
      reviewers: [draw.pick(world.inspectors)],
      sheet: [{ id: 'a', item: '立案', max: 100, score: draw.int(0, 100) }],
      score: draw.int(0, 1000) / 10,
      result: draw.pick(['qualified', 'qualified', 'qualified', 'unqualified']),
      irregularCount,
      correctedCount,
      ...(irregularCount > 0 ? { irregularities: '漏签' } : {}),
      ...(correctedCount > 0 ? { correctedOn: dayAfter(world, reviewedOn) } : {}),
    },
    { edited: { by: draw.pick(['township', 'county']) } },
  )
  const heldOn = dayIn(world)
  const filesChecked = draw.int(0, 9)
  log(
    world,
    'qualityReview',
    {
      status: 'submitted',
      heldOn,
      scope: '一季度案卷',
      reviewers: [draw.pick(world.inspectors)],
      filesChecked,
      filesQualified: draw.int(0, filesChecked),
      findings: '文书漏项',
    },
    { corrected: 'heldOn' },
  )
  const result = draw.pick(['passed', 'passed', 'passed', 'failed', 'deferred'])
  log(
    world,
    'certificateReview',
    {
      status: 'submitted',
      personId: draw.pick(world.inspectors),
      reviewedOn: dayIn(world),
      certificateNumber: 'A1',
      result,
      ...(result === 'passed' ? {} : { reason: '学时不足' }),
    },
    { corrected: 'reviewedOn', edited: { personId: draw.pick(world.inspectors) } },
  )
  const addedOn = dayIn(world)
  const assessed = { assessedOn: dayAfter(world, addedOn), handledCorrectly: draw.chance(75) }
  log(
    world,
    'caseLibrary',
    {
      status: 'published',
      title: '图斑案例',
      addedOn,
      matter: 'farmland',
      facts: '占用耕地',
      handling: '责令复耕',
      ...(draw.chance(60) ? assessed : {}),
    },
    { corrected: 'assessedOn', edited: assessed },
  )
}

/** With the court: meetings, trials, guidance, shared information, the township's own cases. */
function court(world: World): void {
  const { draw } = world
  const type = draw.pick(['courtLiaison', 'jointStudy', 'jointStudy'])
  log(
    world,
    'meeting',
    {
      status: 'submitted',
      type,
      heldOn: dayIn(world),
      agenda: '研判',
      ...(draw.chance(80) ? { projectIds: draw.some(world.projects, 1, 3) } : {}),
    },
    { corrected: 'heldOn', edited: { projectIds: draw.some(world.projects, 1, 3) } },
  )
  log(
    world,
    'circuitTrial',
    {
      status: 'submitted',
      heldOn: dayIn(world),
      villageId: draw.pick(world.villages),
      placeName: '村部',
      court: '县法院',
      cause: '相邻纠纷',
      attendance: draw.int(0, 300),
    },
    { corrected: 'heldOn', edited: { attendance: draw.int(0, 300) } },
  )
  const guided = world.plans.filter((plan) => plan.kind === 'mediation').map((plan) => plan.id)
  log(
    world,
    'judgeGuidance',
    {
      status: 'submitted',
      guidedOn: dayIn(world),
      villageId: draw.pick(world.villages),
      judgeId: draw.pick(world.judges),
      mediationIds: draw.some(guided, 1, 3),
      advice: '先核租金',
    },
    { corrected: 'guidedOn' },
  )
  const sharedOn = dayIn(world)
  log(world, 'informationShare', {
    status: 'submitted',
    month: sharedOn.slice(0, 7),
    sharedOn,
    from: '镇',
    to: '法院',
    items: draw.int(0, 20),
    summary: '纠纷线索',
  })
  const acceptedOn = dayIn(world)
  const judgedOn = dayAfter(world, acceptedOn, 90)
  const judged = {
    status: 'judged',
    judgmentNumber: '1号',
    judgedOn,
    outcome: 'lost',
    duty: '重新答复',
    // Due next year as often as not, performed before or after.
    dueOn: shift(judgedOn, draw.int(0, 400)),
  }
  const ended = { status: 'ended', outcome: 'withdrawn' }
  log(
    world,
    'courtCase',
    {
      status: 'filed',
      caseNumber: '1号',
      caseType: 'administrative',
      court: '县法院',
      otherParty: '某人',
      cause: '信息公开',
      acceptedOn,
      ...(draw.chance(60) ? { villageId: draw.pick(world.villages) } : {}),
    },
    {
      steps: draw.chance(15) ? [ended] : [judged, { status: 'performed', performedOn: dayAfter(world, judgedOn, 400) }],
      corrected: 'performedOn',
    },
  )
}

/** Legal reviews, what is issued, what is evaluated afterwards. */
function legality(world: World): void {
  const { draw } = world
  const receivedOn = dayIn(world)
  const subject = draw.pick(['decision', 'decision', 'investmentProject', 'contract'])
  const riskAdviceCount = draw.int(0, 5)
  const about =
    subject === 'contract'
      ? {}
      : {
          projectType: draw.pick(['keyProject', 'keyProject', 'beautifulVillage', 'elderlyCare', 'other']),
          projectId: draw.pick(world.projects),
        }
  log(
    world,
    'legalReview',
    {
      status: 'received',
      subject,
      title: '停车管理',
      receivedOn,
      submittedBy: '建设办',
      ...about,
      ...(draw.chance(70) ? { amount: draw.int(0, 900_000_000) / 100 } : {}),
    },
    {
      steps: [
        {
          status: 'reviewed',
          reviewedOn: dayAfter(world, receivedOn, 20),
          reviewers: [draw.pick(world.inspectors)],
          result: draw.pick(['passed', 'passed', 'amend', 'refused']),
          ...(draw.chance(80) ? { opinion: '合法' } : {}),
          ...(draw.chance(80) ? { riskAdviceCount } : {}),
        },
      ],
      corrected: 'reviewedOn',
      // Adopted later than given, and not all of it.
      edited: { riskAdviceCount, riskAdviceAdopted: draw.int(0, riskAdviceCount) },
    },
  )
  const measuresOptimised = draw.int(0, 4)
  log(
    world,
    'postEvaluation',
    {
      status: 'submitted',
      title: '集镇改造',
      evaluatedOn: dayIn(world),
      evaluator: '司法所',
      conclusion: 'adjust',
      findings: '停车不足',
      measuresOptimised,
      measures: '增设车位',
    },
    { corrected: 'evaluatedOn' },
  )
}

function normativeDocument(world: World): void {
  const { draw } = world
  const draftedOn = shift(dayIn(world), -60)
  const reviewedOn = dayAfter(world, draftedOn, 20)
  const lawfulOn = dayAfter(world, reviewedOn, 10)
  const discussedOn = dayAfter(world, lawfulOn, 20)
  const issuedOn = dayAfter(world, discussedOn, 20)
  const publishedOn = dayAfter(world, issuedOn, 10)
  const issued = { status: 'issued', issuedOn, issueNumber: '1号' }
  log(
    world,
    'normativeDocument',
    { status: 'drafted', title: '自建房规定', draftedOn, drafter: '建设办', basis: '建筑法' },
    {
      steps: [
        { status: 'reviewed', reviewedOn, reviewNumber: '1号', ...(draw.chance(80) ? { lawfulOn } : {}) },
        ...(draw.chance(80)
          ? [{ status: 'discussed', discussedOn, discussionNumber: '1号' }, issued]
          : [{ ...issued, undiscussedReason: '防汛' }]),
        { status: 'published', publishedOn, publishedNumber: '7' },
        { status: 'filed', filedOn: dayAfter(world, publishedOn, 30), filingNumber: '11号' },
      ],
      corrected: 'filedOn',
    },
  )
}

/** What is written at the desk. */
export function fillOfficeWork(world: World): void {
  times(world, 8, () => complaint(world))
  times(world, 16, () => reviews(world))
  times(world, 18, () => court(world))
  times(world, 20, () => legality(world))
  times(world, 40, () => normativeDocument(world))
}
