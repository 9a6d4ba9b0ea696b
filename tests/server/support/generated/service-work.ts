import { dayAfter, dayIn, log, times, type World } from './plan.ts'

/** What liaison officers and officers do for enterprises. */
function enterprises(world: World): void {
  const { draw } = world
  const place = () => ({ villageId: draw.pick(world.villages), enterpriseId: draw.pick(world.enterprises) })
  const liaisonId = draw.pick(world.inspectors)
  log(
    world,
    'consultation',
    {
      status: 'submitted',
      heldOn: dayIn(world),
      ...place(),
      liaisonId,
      way: 'visit',
      subject: 'labour',
      question: '工伤',
      advice: '申报',
    },
    { corrected: 'heldOn' },
  )
  const acceptedOn = dayIn(world)
  const outcome = draw.pick(['resolved', 'resolved', 'failed', 'transferred'])
  log(
    world,
    'enterpriseDispute',
    {
      status: 'accepted',
      acceptedOn,
      ...place(),
      liaisonId,
      disputeType: 'labour',
      parties: [{ name: '某人', side: 'B' }],
      summary: '加班费',
    },
    {
      steps: [{ status: 'concluded', concludedOn: dayAfter(world, acceptedOn), outcome, agreement: '补发' }],
      corrected: 'concludedOn',
      edited: { outcome: 'failed' },
    },
  )
  log(
    world,
    'complianceManual',
    { status: 'submitted', deliveredOn: dayIn(world), ...place(), subjects: ['labour'] },
    { corrected: 'deliveredOn', edited: { enterpriseId: draw.pick(world.enterprises) } },
  )
  const date = dayIn(world)
  const followed = draw.chance(30) ? { followedUpOn: dayAfter(world, date) } : {}
  log(world, 'guidance', {
    status: 'submitted',
    date,
    villageId: draw.pick(world.villages),
    target: '养殖户',
    matter: 'livestock',
    way: 'advice',
    officers: draw.some(world.inspectors, 1, 2),
    content: '粪污还田',
    ...followed,
  })
}

function publicity(world: World): void {
  const { draw } = world
  const form = draw.pick(['event', 'event', 'growerTalk', 'video'])
  const where =
    form === 'video'
      ? { channels: ['groups'] }
      : { placeName: '集市', ...(draw.chance(70) ? { villageId: draw.pick(world.villages) } : {}) }
  log(
    world,
    'publicity',
    { status: 'submitted', form, heldOn: dayIn(world), topic: '宅基地', audience: draw.int(0, 900), ...where },
    { corrected: 'heldOn', edited: { audience: draw.int(0, 900) } },
  )
}

function training(world: World): void {
  const { draw } = world
  const type = draw.pick([
    'centralGroup',
    'cadre',
    'lawClass',
    'officer',
    'county',
    'caseDiscussion',
    'expert',
    'shadowing',
  ])
  const isNamed = type === 'county' || type === 'shadowing'
  const everyone = [...world.inspectors, ...world.mediators]
  log(
    world,
    'training',
    {
      status: 'submitted',
      type,
      heldOn: dayIn(world),
      topic: '文书制作',
      ...(isNamed ? { organiser: '县司法局', people: draw.some(everyone, 1, 4) } : { attendance: draw.int(0, 120) }),
      ...(type === 'expert' || type === 'lawClass' ? { lecturer: '专家' } : {}),
    },
    { corrected: 'heldOn', edited: isNamed ? { people: draw.some(everyone, 1, 4) } : { attendance: draw.int(0, 120) } },
  )
}

/** What the leaders take in hand. */
function leadership(world: World): void {
  const { draw } = world
  const assignedOn = dayIn(world)
  log(
    world,
    'task',
    { status: 'assigned', title: '普法', assignedOn, lead: '司法所', dueOn: dayAfter(world, assignedOn, 200) },
    { steps: [{ status: 'done', doneOn: dayAfter(world, assignedOn, 200), result: '完成' }] },
  )
  log(
    world,
    'briefing',
    { status: 'submitted', heldOn: dayIn(world), leaders: ['mayor'], topic: '法治建设' },
    { corrected: 'heldOn' },
  )
  const raisedOn = dayIn(world)
  log(
    world,
    'hardProblem',
    {
      status: 'raised',
      title: '占地执法',
      area: 'farmland',
      raisedOn,
      leader: '镇长',
      description: '占用耕地',
      ...(draw.chance(50) ? { villageId: draw.pick(world.villages) } : {}),
    },
    {
      steps: [{ status: 'solved', solvedOn: dayAfter(world, raisedOn, 120), measures: '复耕' }],
      corrected: 'solvedOn',
    },
  )
}

/** What is done for enterprises, the public and the township's own people. */
export function fillServiceWork(world: World): void {
  times(world, 16, () => enterprises(world))
  times(world, 40, () => publicity(world))
  times(world, 50, () => training(world))
  times(world, 14, () => leadership(world))
}
