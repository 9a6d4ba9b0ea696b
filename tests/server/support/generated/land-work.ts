import { dayAfter, dayIn, log, times, type World } from './plan.ts'

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

/** Land and sites, and what is paid for them and from them. */
export function fillLandWork(world: World): void {
  times(world, 24, () => land(world))
  times(world, 20, () => funds(world))
}
