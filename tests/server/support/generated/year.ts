import { makeAccount, makeTownship, type Phone, signIn, type TestServer } from '../server.ts'
import { drawFrom, type Draw } from './draw.ts'
import { shift } from './days.ts'
import { fillFieldWork } from './field-work.ts'
import { fillOfficeWork } from './office-work.ts'
import type { World } from './plan.ts'
import { type Logged, pushPlans } from './push.ts'
import { startWorld } from './registers.ts'
import { fillServiceWork } from './service-work.ts'

/** A township with a generated year in it, and some of the years around. */
export type GeneratedYear = {
  readonly draw: Draw
  readonly world: World
  readonly firstYear: number
  readonly records: readonly Logged[]
  readonly phone: Phone
}

/** Generates a year by its seed and logs it through push as the supervisor of a township of its own; moves the clock. */
export async function logGeneratedYear(server: TestServer, seed: number, isFull = false): Promise<GeneratedYear> {
  const draw = drawFrom(seed)
  const year = draw.pick([2024, 2025])
  const today = shift(`${year + 1}-01-01`, draw.int(0, 360))
  server.clock.now = Date.parse(`${today}T12:00:00+08:00`)
  const firstYear = draw.pick([year - 2, year - 1, year - 1, year])
  const world = startWorld({ draw, year, today }, firstYear, isFull)
  const registers = world.plans.length
  fillFieldWork(world)
  fillServiceWork(world)
  fillOfficeWork(world)
  const township = await makeTownship(server, '柳泉镇')
  const username = `supervisor of ${seed}`
  await makeAccount(server, { township, username, roles: ['supervisor'] })
  const phone = await signIn(server, username)
  return { draw, world, firstYear, records: await pushPlans(phone, world.plans, registers, draw), phone }
}
