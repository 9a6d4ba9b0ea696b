import type { Data, Value } from '../../../../src/domain/value.ts'
import { newId } from '../server.ts'
import { shift } from './days.ts'
import type { Draw } from './draw.ts'
import { dayIn, type Plan, type World } from './plan.ts'

type Span = Pick<World, 'draw' | 'year' | 'today'>

/** Nothing, or a day: what is absent stands since ever, or still. */
const maybe = (draw: Draw, percent: number, day: () => string): Value => (draw.chance(percent) ? day() : null)

const given = (data: Data): Data => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))

/** What stands is looked at on a period's last day and on the evening before it. */
const edgeOrEarlier = (of: Span): string =>
  of.draw.chance(70) ? dayIn(of, 50) : shift(dayIn(of), -of.draw.int(0, 900))

/** From some day, or ever, until some day no earlier, or still. */
function span(of: Span, from: string, until: string, percent = 70): Data {
  const begun = maybe(of.draw, percent, () => edgeOrEarlier(of))
  const ended = maybe(of.draw, 30, () =>
    shift(typeof begun === 'string' ? begun : `${of.year}-01-01`, of.draw.int(0, 900)),
  )
  return given({ [from]: begun, [until]: ended })
}

/** A register's entry: some are edited later, some voided. */
function entry(plans: Plan[], draw: Draw, kind: string, first: Data, later: Data = {}): string {
  const id = newId()
  const edits = Object.keys(later).length > 0 && draw.chance(30) ? [later] : []
  const voided = draw.chance(5) ? [{ status: 'void', voidReason: '登记错误' }] : []
  plans.push({ kind, id, sets: [{ status: 'active', ...first }, ...edits, ...voided] })
  return id
}

/** One that others lean on: never edited, never voided. */
function pillar(plans: Plan[], kind: string, first: Data): string {
  const id = newId()
  plans.push({ kind, id, sets: [{ status: 'active', ...first }] })
  return id
}

const people = (plans: Plan[], count: number, name: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => pillar(plans, 'person', { name: `${name}${index + 1}` }))

/** Duties of somebody, of any length, some over one another: who holds two counts once. */
function duties(plans: Plan[], of: Span, personId: string, role: string, most = 3): void {
  const { draw } = of
  const count = draw.int(1, most)
  for (let made = 0; made < count; made += 1) {
    const held = span(of, 'from', 'until')
    const certificate = role === 'enforcement' ? span(of, 'certificateFrom', 'certificateUntil', 75) : {}
    const end = shift(String(held['until'] ?? held['from'] ?? `${of.year}-01-01`), draw.int(0, 400))
    const specialty = draw.pick(['traffic', 'fire', 'farmland', 'other', 'none'])
    entry(plans, draw, 'duty', { personId, role, specialty, ...held, ...certificate }, { until: end })
  }
}

function enterprise(plans: Plan[], of: Span, villageId: string, type: string, name: string): string {
  const { draw } = of
  const served: Data = draw.chance(50)
    ? given({
        aboveDesignatedFrom: maybe(draw, 85, () => dayIn(of)),
        liaisonFrom: maybe(draw, 85, () => dayIn(of)),
      })
    : {}
  const end = (from: Value | undefined): Value =>
    typeof from === 'string' ? maybe(draw, 35, () => shift(from, draw.int(0, 700))) : null
  return entry(
    plans,
    draw,
    'enterprise',
    {
      name,
      type,
      villageId,
      ...span(of, 'from', 'until', 40),
      ...served,
      ...given({
        aboveDesignatedUntil: end(served['aboveDesignatedFrom']),
        liaisonUntil: end(served['liaisonFrom']),
      }),
    },
    { type: draw.pick(['enterprise', 'household']) },
  )
}

function powerItem(plans: Plan[], of: Span, name: string): void {
  const { draw } = of
  const from = maybe(draw, 60, () => edgeOrEarlier(of))
  const removed = (): Data => {
    const day = edgeOrEarlier(of)
    return { removedOn: day < String(from ?? '') ? String(from) : day, removalDocument: '取消清单' }
  }
  const first = {
    name,
    origin: draw.pick(['statutory', 'delegated', 'entrusted']),
    power: draw.pick(['penalty', 'inspection', 'other']),
    matter: draw.pick(['traffic', 'fire', 'farmland']),
    sourceDocument: '赋权清单',
    ...given({ from }),
  }
  entry(plans, draw, 'powerItem', { ...first, ...(draw.chance(35) ? removed() : {}) }, removed())
}

/** The township's registers, in the order in which they can be sent, and a year to be filled. */
export function startWorld(of: Span, firstYear: number, isFull: boolean): World {
  const { draw } = of
  const plans: Plan[] = []
  pillar(plans, 'township', { name: '柳泉镇', letters: '柳泉', firstYear })
  const villages = Array.from({ length: draw.int(2, 4) }, (_, index) =>
    pillar(plans, 'village', { name: `村${index + 1}`, code: `41132310020${index}`, ...span(of, 'from', 'until', 30) }),
  )
  const certified = people(plans, 2, '执法')
  for (const personId of certified)
    pillar(plans, 'duty', {
      personId,
      role: 'enforcement',
      specialty: 'fire',
      from: '2015-01-01',
      certificateFrom: '2015-01-01',
    })
  const others = people(plans, draw.int(3, 9), '干部')
  for (const personId of others) duties(plans, of, personId, draw.pick(['enforcement', 'enforcement', 'cadre']))
  const [mediators, judges] = [people(plans, draw.int(1, 4), '调解'), people(plans, 1, '法官')]
  for (const personId of mediators) duties(plans, of, personId, 'mediator', 2)
  for (const personId of judges) duties(plans, of, personId, 'judge', 1)
  const monitors = people(plans, draw.int(1, 3), '监督')
  for (const personId of monitors) duties(plans, of, personId, 'monitor')
  for (const personId of people(plans, draw.int(0, 2), '网格')) duties(plans, of, personId, 'grid')
  const enterprises = Array.from({ length: draw.int(3, 14) }, (_, index) =>
    enterprise(
      plans,
      of,
      draw.pick(villages),
      draw.pick(['enterprise', 'enterprise', 'household']),
      `企业${index + 1}`,
    ),
  )
  const projects = Array.from({ length: draw.int(2, 7) }, (_, index) =>
    entry(plans, draw, 'project', {
      name: `项目${index + 1}`,
      type: draw.pick(['keyProject', 'beautifulVillage', 'elderlyCare', 'other']),
    }),
  )
  const items = draw.int(2, 20)
  for (let made = 0; made < items; made += 1) powerItem(plans, of, `事项${made + 1}`)
  const mechanisms = draw.int(1, 7)
  for (let made = 0; made < mechanisms; made += 1) {
    const startedOn = dayIn(of)
    const ended = { endedOn: shift(startedOn, draw.int(0, 600)) }
    const group = draw.pick(['fiveOnes', 'fiveOnes', 'other'])
    entry(
      plans,
      draw,
      'mechanism',
      { name: `机制${made + 1}`, group, content: '联动', startedOn, ...(draw.chance(20) ? ended : {}) },
      ended,
    )
  }
  const inspectors = [...certified, ...others]
  return {
    ...of,
    villages,
    certified,
    inspectors,
    monitors,
    mediators,
    judges,
    enterprises,
    projects,
    isThorough: draw.chance(50),
    isFull,
    plans,
  }
}
