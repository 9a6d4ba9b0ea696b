/**
 * The page of an official document (GB/T 9704-2012, FIELD.md Paper) in OOXML's units: margins and pitches in twentieths of
 * a point, sizes of letters in halves of one. 22 lines of 28 characters of 16 pt in 156 × 225 mm.
 */
export const paper = {
  width: 11_906,
  height: 16_838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  linePitch: 579,
  /** (156 mm ÷ 28 − 16 pt) × 4096 */
  charSpace: -848,
  /** The number's line is 16 pt high; its middle stands 7 mm below the text, 28 mm above the edge. */
  footer: 1427,
  footerLine: 320,
  /** A character of the text, and one of the page number. */
  character: 316,
  numberCharacter: 280,
  textSize: 32,
  titleSize: 44,
  numberSize: 28,
} as const

/** The width of a line in points, by which a title is set in one line or in two. */
export const lineWidth = (paper.width - paper.left - paper.right) / 20

/** A typeface that a document names and doesn't carry, and what stands in where it is missing. */
export type Typeface = { readonly name: string; readonly instead: string; readonly family: 'roman' | 'modern' | 'auto' }

/** What an official document is set in. Rare characters, which 仿宋_GB2312 lacks, come from 仿宋. */
export const typefaces = {
  text: { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  rare: { name: '仿宋', instead: 'FangSong', family: 'modern' },
  title: { name: '方正小标宋简体', instead: '华文中宋', family: 'auto' },
  part: { name: '黑体', instead: 'SimHei', family: 'modern' },
  section: { name: '楷体_GB2312', instead: '楷体', family: 'modern' },
  number: { name: '宋体', instead: 'SimSun', family: 'auto' },
} as const satisfies { readonly [use: string]: Typeface }
