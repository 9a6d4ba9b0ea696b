import type { Decimal } from './decimals.ts'

/** Words that say a number: 无 and 未发生 (0), 均 (100), 五个一 (5), 每季度 and 每月 (how often a year: 4, 12). */
export type Said = 'none' | 'all' | 'ones' | 'recurring'

/** A number that a compact text mentions; offsets are the compact text's. */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly value: Decimal
  /** As written, with its scale; of a word that says a number empty, since it has none. */
  readonly unit: string
  /** The unit without its scale, and the scale's power of ten. */
  readonly base: string
  readonly power: number
  /** 余, 多, 超 say that it is more, 近 that it is less, 约 that it is about that. */
  readonly about: 'exact' | 'more' | 'less' | 'near'
  readonly said: Said | null
  /** Whether it is an entry of its own where no figure is meant; idioms (两个维护, 一个) aren't. */
  readonly sure: boolean
}

/** A change from last year: by how much, and whether it went up. */
export type Direction = 'up' | 'down'
