import { shift } from './days.ts'
import { dayAfter, dayIn, log, times, type World } from './plan.ts'

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

/** What is reviewed before it is decided, and what is issued. */
export function fillLegalWork(world: World): void {
  times(world, 20, () => legality(world))
  times(world, 40, () => normativeDocument(world))
}
