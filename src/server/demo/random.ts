/** Chance that is the same every time: each name has a stream of its own, so that one more draw here moves nothing there. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from the first to the last, both included. */
  readonly between: (first: number, last: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffle: <T>(list: readonly T[]) => T[]
}

const seed = 'Yangcheng 2025'

/** Four words from a text (cyrb128). */
const wordsOf = (text: string): [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0]
}

/** 32 random bits at a time (sfc32). */
const bitsOf = (name: string): (() => number) => {
  let [a, b, c, d] = wordsOf(`${seed} ${name}`)
  const step = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let round = 0; round < 12; round += 1) step()
  return step
}

/** The stream of that name. */
export const randomFor = (name: string): Random => {
  const bits = bitsOf(name)
  const next = (): number => bits() / 4294967296
  const between = (first: number, last: number): number => first + Math.floor(next() * (last - first + 1))
  const pick = <T>(list: readonly T[]): T => {
    const item = list[between(0, list.length - 1)]
    if (item === undefined) throw new Error(`nothing to pick from for ${name}`)
    return item
  }
  const shuffle = <T>(list: readonly T[]): T[] => {
    const result = [...list]
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = between(0, last)
      const kept = result[last] as T
      result[last] = result[other] as T
      result[other] = kept
    }
    return result
  }
  return { next, between, chance: (probability) => next() < probability, pick, shuffle }
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')

/** The UUIDv7 of that name, made at that time. */
export const idOf = (name: string, at: number): string => {
  const bits = bitsOf(`id ${name}`)
  const time = hex(at, 12)
  const [a, b, c] = [bits(), bits(), bits()]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a & 0xfff, 3)}-${hex(0x8000 | (b & 0x3fff), 4)}-${hex(b >>> 16, 4)}${hex(c, 8)}`
}
