import type { Said } from '../mention.ts'

/**
 * One way in which reports speak of a figure. Every list of `own`, `around` and `field` must have one of its words in
 * reach; of several figures the one whose words stand nearest, and are longest, is meant.
 */
export type Way = {
  /** In the number's own clause, with no other number between. */
  readonly own: readonly (readonly string[])[]
  /** Right behind the unit. */
  readonly next?: readonly string[]
  /** In the number's sentence, before it or behind. */
  readonly around?: readonly (readonly string[])[]
  /** In the number's paragraph, or in the headings above it. */
  readonly field?: readonly (readonly string[])[]
  /** Speak for the figure where they stand in the sentence, and are not needed. */
  readonly may?: readonly string[]
  /** Speak against it in the number's own clause. */
  readonly not?: readonly string[]
  /** Speak against it anywhere in the sentence. */
  readonly notAround?: readonly string[]
}

/** How reports speak of a figure: general words of the field, no sentences of one report. */
export type FigureWords = {
  /** The units in which it is counted, without their scale (万). */
  readonly units: readonly string[]
  /** The words that can say its number without one. */
  readonly says?: readonly Said[]
  /** What is planned for the year after, not done in this one. */
  readonly plan?: true
  readonly ways: readonly Way[]
}

/** The words of a section's figures, by the figure's id. */
export type SectionWords = { readonly [figureId: string]: FigureWords }

/** Units of what is held: meetings, trainings, visits. */
export const times = ['次', '场', '场次', '期', '轮', '轮次', '批次', '回', '讲', '课', '节'] as const
/** Units of cases. */
export const cases = ['件', '起', '宗', '例', '桩', '个', '件次'] as const
/** Units of matters, tasks, measures. */
export const matters = ['项', '个', '条', '件'] as const
/** Units of problems and hazards. */
export const problems = ['项', '处', '个', '条', '起', '件', '例', '次'] as const
/** Units of people. */
export const people = ['名', '人', '位'] as const
/** Units of people who came, counted each time. */
export const attendance = ['人次', '人', '名'] as const
/** Units of files and papers. */
export const files = ['卷', '本', '册', '份', '件', '宗', '个'] as const
/** Units of enterprises and households. */
export const firms = ['家', '户', '个'] as const
