import type { Data, Value } from '../../../../src/domain/value.ts'
import { newId } from '../server.ts'
import { shift } from './days.ts'
import type { Draw } from './draw.ts'

/** One record's life: what each of its changes sets, the first makes it. */
export type Plan = { readonly kind: string; readonly id: string; readonly sets: readonly Data[] }

/** What a year is generated in: its days, its places and people, and the records so far. */
export type World = {
  readonly draw: Draw
  readonly year: number
  readonly today: string
  readonly villages: readonly string[]
  /** Two officers whose certificates are valid at all times. */
  readonly certified: readonly string[]
  /** Who may inspect where no certificate is asked for: nobody who is a grid officer. */
  readonly inspectors: readonly string[]
  readonly monitors: readonly string[]
  readonly mediators: readonly string[]
  readonly judges: readonly string[]
  readonly enterprises: readonly string[]
  readonly projects: readonly string[]
  /** The monitors check files by the thousand, and all but one qualify: such a rate isn't 100. */
  readonly isThorough: boolean
  /** As many records of everything as there may be. */
  readonly isFull: boolean
  readonly plans: Plan[]
}

/** A day on which something happened: mostly of the year, some of those around it, often at the edge of a quarter. */
export function dayIn({ draw, year, today }: Pick<World, 'draw' | 'year' | 'today'>, edge = 15): string {
  const dice = draw.int(1, 100)
  const of = dice <= 60 ? year : dice <= 85 ? year - 1 : dice <= 90 ? year - 2 : year + 1
  const edges = [`${of}-01-01`, `${of}-12-31`, `${of}-03-31`, `${of}-04-01`, shift(`${of}-03-01`, -1)]
  const day = draw.chance(edge) ? draw.pick(edges) : shift(`${of}-01-01`, draw.int(0, 364))
  return day > today ? shift(today, -draw.int(0, 20)) : day
}

/** A day no earlier than that one, and not after today. */
export function dayAfter({ draw, today }: Pick<World, 'draw' | 'today'>, day: string, most = 60): string {
  const later = shift(day, draw.int(0, most))
  return later > today ? today : later
}

const without = (state: Data): Data => Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null))

/** The record as its changes leave it. */
export const stateAfter = (sets: readonly Data[]): Data => without(Object.assign({}, ...sets) as Data)

type Course = {
  /** What follows, in the order of the states; some records get no further than one of them. */
  readonly steps?: readonly Data[]
  /** A date with none after it: some were typed wrong at first. */
  readonly corrected?: string
  /** Fields that some records get otherwise later. */
  readonly edited?: Data
}

/** States whose fields are hidden before them. */
const shownOnlyThen: readonly Value[] = [null, 'upheld', 'dismissed', 'dropped', 'lawful']

/** Logs one more record: some stay drafts, stop on their way, move to another village, are corrected, are voided. */
export function log(world: World, kind: string, first: Data, course: Course = {}): void {
  const { draw } = world
  const id = newId()
  const asDraft = { ...first, status: 'draft' }
  if (draw.chance(5)) {
    world.plans.push({ kind, id, sets: [asDraft] })
    return
  }
  const steps = course.steps ?? []
  const sets = draw.chance(15) ? [asDraft, { status: first['status'] ?? null }] : [first]
  const taken = draw.chance(60) ? steps.length : draw.int(0, steps.length)
  sets.push(...steps.slice(0, taken))
  // Written down ahead of its step, and not there for all that.
  const { status, ...ahead } = steps[taken] ?? {}
  if (!shownOnlyThen.includes(status ?? null) && draw.chance(20)) sets.push(ahead)
  const now = (): Data => stateAfter(sets)
  const date = course.corrected === undefined ? undefined : now()[course.corrected]
  if (course.corrected !== undefined && typeof date === 'string' && draw.chance(10))
    sets.push({ [course.corrected]: dayAfter(world, date, 40) })
  if (course.edited && draw.chance(15)) sets.push(course.edited)
  if (now()['villageId'] !== undefined && draw.chance(10)) sets.push({ villageId: draw.pick(world.villages) })
  if (draw.chance(6)) sets.push({ status: 'void', voidReason: '重复登记' })
  world.plans.push({ kind, id, sets })
}

/** Runs it once or up to that often. */
export function times(world: World, most: number, make: () => void): void {
  const count = world.isFull ? most : world.draw.int(1, most)
  for (let made = 0; made < count; made += 1) make()
}
