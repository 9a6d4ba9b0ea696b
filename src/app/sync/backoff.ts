/** Nothing waits longer than this for its next try. */
export const longestDelayMs = 5 * 60_000

const jittered = (milliseconds: number, random: number): number => Math.round(milliseconds * (0.75 + random / 2))

const doubling = (firstMs: number, times: number): number =>
  Math.min(longestDelayMs, firstMs * 2 ** Math.min(times, 20))

/** How long one change that the server couldn't take stands aside after so many tries (1 and more). */
export const entryDelayMs = (tries: number, random: number): number =>
  Math.min(longestDelayMs, jittered(doubling(5000, Math.max(0, tries - 1)), random))

export type RunState = {
  /** Runs in a row that ended badly. */
  readonly failures: number
  /** The last run had no answer from our server, or one that told us when to come back; no refusal. */
  readonly unreached: boolean
  /** Something is there to be sent. */
  readonly unsent: boolean
  readonly visible: boolean
}

/**
 * How long until the next run. Somebody who looks at a screen with unsent work waits for no back-off: two to four
 * seconds, so that everything is up soon after the server is back. Otherwise doubling up to five minutes.
 */
export function runDelayMs({ failures, unreached, unsent, visible }: RunState, random: number): number {
  if (failures === 0) return visible ? jittered(60_000, random) : jittered(240_000, random)
  if (unreached && unsent && visible) return 2000 + Math.round(2000 * random)
  return Math.min(longestDelayMs, jittered(doubling(4000, failures - 1), random))
}
