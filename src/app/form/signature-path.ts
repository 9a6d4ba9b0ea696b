export type Point = { readonly x: number; readonly y: number }
export type Stroke = readonly Point[]

const round = (value: number): number => Math.round(value * 10) / 10

/** Strokes as SVG path data, one decimal of a pixel: small enough to travel inside a change. */
export const pathOf = (strokes: readonly Stroke[]): string =>
  strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) =>
      stroke.map((point, index) => `${index === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`).join(' '),
    )
    .join(' ')

const lengthOf = (stroke: Stroke): number =>
  stroke.reduce((sum, point, index) => {
    const before = stroke[index - 1]
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum
  }, 0)

/** A name takes some way; a touch, a slip of the finger, an empty pad is no signature. */
const leastInk = 40

/** Whether what was drawn can be a signature. */
export const isInk = (strokes: readonly Stroke[]): boolean =>
  strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= leastInk

/** Whether a point lies far enough from the last to be worth keeping (a rain-wet screen reports hundreds a second). */
export const isStep = (last: Point | undefined, next: Point): boolean =>
  !last || Math.hypot(next.x - last.x, next.y - last.y) >= 1.5
