import type { Data } from '../../../../src/domain/value.ts'
import { shift } from './days.ts'
import { dayAfter, dayIn, log, times, type World } from './plan.ts'

const matters = ['traffic', 'fire', 'farmland', 'environment', 'workSafety', 'livestock', 'other']
const parties = [
  { name: '甲某', side: 'A' },
  { name: '乙某', side: 'B' },
]

function inspection(world: World): void {
  const { draw } = world
  const date = dayIn(world)
  const programme = draw.pick(['administrative', 'safety', 'soft', 'soft', 'livestock', 'other'])
  const result = draw.pick(['clear', 'clear', 'hazards', 'suspectedViolation'])
  const isLaw = programme === 'administrative' || result === 'suspectedViolation'
  const told = draw.chance(25)
  log(
    world,
    'inspection',
    {
      status: 'submitted',
      date,
      villageId: draw.pick(world.villages),
      programme,
      checkType: draw.pick(['routine', 'case', 'special']),
      taskSource: draw.pick(['plan', 'complaint', 'random']),
      matter: draw.pick(matters),
      enterpriseId: draw.pick(world.enterprises),
      placeName: '车间',
      officers: isLaw ? world.certified : draw.some(world.inspectors, 2, 3),
      certificatesShown: true,
      result,
      findings: '台账齐全',
      exemption: 'none',
      signatureRefused: true,
      refusalReason: '负责人外出',
      ...(told ? { resultToldOn: dayAfter(world, date) } : {}),
    },
    { ...(told ? {} : { corrected: 'date' }), edited: { enterpriseId: draw.pick(world.enterprises) } },
  )
}

function hazard(world: World): void {
  const { draw } = world
  const foundOn = dayIn(world)
  const rectify = (day: string): string => dayAfter(world, day, 30)
  const firstFixed = rectify(foundOn)
  const failed = draw.chance(20) ? rectify(firstFixed) : undefined
  const rectifiedOn = failed === undefined ? firstFixed : rectify(failed)
  const recheckedOn = rectify(rectifiedOn)
  const onceMore: readonly Data[] =
    failed === undefined
      ? []
      : [
          { status: 'rectified', rectifiedOn: firstFixed },
          { status: 'rechecked', recheckedOn: failed },
          { status: 'ordered', deadline: shift(failed, 20) },
        ]
  log(
    world,
    'hazard',
    {
      status: 'found',
      origin: draw.pick(['safety', 'safety', 'livestock', 'administrative', 'soft', 'other']),
      placeName: '车间',
      villageId: draw.pick(world.villages),
      foundOn,
      grade: draw.pick(['general', 'major']),
      category: 'fire',
      description: '灭火器过期',
      deadline: shift(foundOn, draw.int(0, 30)),
    },
    {
      steps: [
        { status: 'ordered', measures: '更换' },
        ...onceMore,
        { status: 'rectified', rectifiedOn },
        { status: 'rechecked', recheckedOn },
        { status: 'closed', closedOn: rectify(recheckedOn) },
      ],
      corrected: 'closedOn',
      edited: { origin: draw.pick(['safety', 'livestock', 'other']) },
    },
  )
}

function mediation(world: World): void {
  const { draw } = world
  const acceptedOn = dayIn(world)
  const concludedOn = dayAfter(world, acceptedOn, 90)
  const outcome = draw.pick(['agreed', 'agreed', 'agreed', 'withdrawn', 'failed', 'transferred'])
  const agreement: Data =
    outcome !== 'agreed' ? {} : draw.chance(30) ? { oral: true, oralNote: '口头和解' } : { agreement: '和解' }
  const end: Data = { concludedOn, outcome, ...agreement }
  log(
    world,
    'mediation',
    {
      status: 'accepted',
      acceptedOn,
      villageId: draw.pick(world.villages),
      disputeType: draw.pick(['neighbour', 'labour', 'land']),
      track: draw.pick(['people', 'people', 'people', 'administrative', 'administrative', 'latent']),
      parties,
      summary: '屋檐滴水',
      mediators: draw.some(world.mediators, 1, 2),
    },
    {
      steps: [
        { status: 'concluded', ...end },
        ...(outcome === 'agreed' ? [{ status: 'performed', performedOn: dayAfter(world, concludedOn) }] : []),
      ],
      edited: draw.chance(50)
        ? { track: draw.pick(['people', 'administrative', 'latent']) }
        : { outcome: 'failed', agreement: null, oral: null, oralNote: null },
    },
  )
}

function clueTransfer(world: World): void {
  const { draw } = world
  const reportedOn = dayIn(world)
  const transferredOn = dayAfter(world, reportedOn, 9)
  log(
    world,
    'clueTransfer',
    {
      status: 'reported',
      reportedOn,
      villageId: draw.pick(world.villages),
      source: 'grid',
      clueType: 'land',
      summary: '占地',
    },
    {
      steps: [
        { status: 'transferred', transferredOn, to: 'court' },
        { status: 'answered', answeredOn: dayAfter(world, transferredOn, 200), answer: '已处理' },
      ],
      corrected: 'answeredOn',
    },
  )
}

function penalty(world: World): void {
  const { draw } = world
  const filedOn = dayIn(world)
  const investigatedOn = dayAfter(world, filedOn, 40)
  const reviewRequired = draw.chance(50)
  const reviewedOn = dayAfter(world, investigatedOn, 10)
  const noticeOn = dayAfter(world, reviewedOn, 10)
  const decidedOn = dayAfter(world, noticeOn, 30)
  const servedOn = dayAfter(world, decidedOn, 10)
  const performedOn = dayAfter(world, servedOn, 40)
  const dropped = { status: 'dropped', droppedOn: investigatedOn, dropReason: 'exempt' }
  const decision: readonly Data[] = [
    ...(reviewRequired ? [{ status: 'reviewed', reviewedOn, reviewOpinion: '同意' }] : []),
    {
      status: 'decided',
      noticeOn,
      decidedOn,
      decisionNumber: '1号',
      penalties: ['fine'],
      fine: draw.int(1, 500_000) / 100,
    },
    { status: 'served', servedOn, service: 'direct', publishedOn: dayAfter(world, decidedOn, 20) },
    { status: 'performed', performedOn, performance: 'own' },
    { status: 'closed', closedOn: dayAfter(world, performedOn, 10) },
  ]
  log(
    world,
    'penalty',
    {
      status: 'filed',
      filedOn,
      source: 'inspection',
      villageId: draw.pick(world.villages),
      partyType: 'person',
      parties,
      matter: draw.pick(matters),
      cause: '占道',
      officers: world.certified,
      reviewRequired,
    },
    {
      steps: [
        { status: 'investigated', investigatedOn, facts: '占道三日', violated: ['公路法第四十六条'] },
        ...(draw.chance(15) ? [dropped] : decision),
      ],
      corrected: 'closedOn',
    },
  )
}

/** Land, sites, contracts. */
function land(world: World): void {
  const { draw } = world
  const listedOn = dayIn(world)
  const verifiedOn = dayAfter(world, listedOn)
  const isLawful = draw.chance(20)
  const done = { status: 'done', doneOn: dayAfter(world, verifiedOn, 120), measures: '复耕' }
  const parcel = {
    status: 'listed',
    type: draw.pick(['soilHeap', 'satellite', 'other']),
    parcelNumber: '7',
    listedOn,
    villageId: draw.pick(world.villages),
    placeName: '村东',
    area: draw.int(0, 900) / 100,
  }
  const verified = { status: 'verified', verifiedOn, finding: '堆土' }
  log(world, 'landParcel', parcel, { steps: [verified, isLawful ? { status: 'lawful' } : done], corrected: 'doneOn' })

  const foundOn = dayIn(world)
  const noticedOn = dayAfter(world, foundOn, 20)
  log(
    world,
    'siteWork',
    {
      status: 'found',
      type: draw.pick(['ruin', 'outlet', 'other']),
      foundOn,
      villageId: draw.pick(world.villages),
      placeName: '村口',
      description: '残墙',
    },
    {
      steps: [
        { status: 'noticed', noticedOn, measures: '拆除' },
        { status: 'done', doneOn: dayAfter(world, noticedOn, 90) },
      ],
      corrected: 'doneOn',
    },
  )
  const signedOn = dayIn(world)
  log(
    world,
    'landTransfer',
    {
      status: 'submitted',
      villageId: draw.pick(world.villages),
      placeName: '河滩地',
      crop: draw.pick(['kiwi', 'kiwi', 'herbs', 'herbs', 'grain']),
      area: draw.int(1, 99_999) / 100,
      petitions: draw.chance(20) ? draw.int(1, 3) : 0,
      signedOn,
      contractNumber: '1',
      lessee: '合作社',
    },
    { corrected: 'signedOn', edited: { area: draw.int(1, 99_999) / 100 } },
  )
}

/** What is paid out and what comes in. */
function funds(world: World): void {
  const { draw } = world
  const approvedOn = dayIn(world)
  log(
    world,
    'relief',
    {
      status: 'approved',
      type: draw.pick(['temporary', 'disaster', 'medical']),
      villageId: draw.pick(world.villages),
      recipient: '某户',
      households: draw.int(1, 9),
      reason: '受灾',
      approvedOn,
      amount: draw.int(1, 900_000) / 100,
    },
    {
      steps: [{ status: 'paid', paidOn: dayAfter(world, approvedOn, 40) }],
      corrected: 'paidOn',
      edited: { amount: draw.int(1, 900_000) / 100 },
    },
  )
  log(
    world,
    'collectiveIncome',
    {
      status: 'submitted',
      receivedOn: dayIn(world),
      villageId: draw.pick(world.villages),
      source: 'dividend',
      payer: '产业园',
      amount: draw.int(1, 900_000) / 100,
    },
    { corrected: 'receivedOn' },
  )
}

/** What is logged on the way. */
export function fillFieldWork(world: World): void {
  times(world, 180, () => inspection(world))
  times(world, 120, () => hazard(world))
  times(world, 160, () => mediation(world))
  times(world, 20, () => clueTransfer(world))
  times(world, 14, () => penalty(world))
  times(world, 24, () => land(world))
  times(world, 20, () => funds(world))
}
