import type { Spot } from './layout.ts'
import type { Direction, Mention } from './mention.ts'
import { isPoints } from './units.ts'

/** What a number is: this year's value, a change from last year, another year's value, what is left, a plan for the next. */
export type Aside =
  | { readonly is: 'value' }
  | { readonly is: 'change'; readonly direction: Direction }
  | { readonly is: 'otherYear' }
  | { readonly is: 'rest' }
  | { readonly is: 'planned' }

const reach = 60
const rose = /(?:增长|提升|提高|上升|增加|上涨|新增|多|增)了?$/
const fell = /(?:下降|减少|降低|回落|下滑|压降|少|降)了?$/
const compared = /同比|环比|[较比](?:上年|去年|上一年|前年|往年|\d{4}年)|上年同期|去年同期/
const beginning = /[由从][^,]{0,12}$/
const became = /^(?:左右)?(?:上升|提升|提高|增长|增加|增|下降|降低|降|缩短|减少|压缩|压减)(?:到|至|为)/
const lastYear = /(?:上年|去年|上一年|前年|往年)(?!以来|同期相比|相比|年底|底)/
const otherYears = /(\d{4})年(?!以来|起|修订|启动|成立|\d+月以来)/g
/** 按年度检查计划开展 is done, 计划开展 isn't. */
const future =
  /明年|来年|下一年|下年度|力争|争取|拟(?!定|制)|预计|(?<![度查作训法划年的按照])计划(?=[年开组举召在于到新全明完实])/
const futureInPlans = /计划|力争|争取|拟|明年|来年|下一年|下步|下一步|目标|不少于|不低于|至少|以上|每/

const thisYears: Aside = { is: 'value' }
const left = /剩余|尚有|尚余|其余|还剩|仍有/

/** Some character of every word above: most clauses hold none, and are done with. */
const tellsMore = /[增升涨提多降少落滑由从年期剩尚余还仍力争拟预计]/

/**
 * Tells what a number is. `inPlans`: it stands under a heading such as 下步打算, whose sentences speak of the next year
 * where their words do.
 */
export const asideOf = (
  text: string,
  mention: Mention,
  spot: Pick<Spot, 'clauseStart' | 'sentenceStart'>,
  of: { readonly year: number | null; readonly inPlans: boolean },
): Aside => {
  const from = mention.start - reach
  const clause = text.slice(Math.max(from, spot.clauseStart), mention.start)
  if (!isPoints(mention.base) && !tellsMore.test(clause) && !of.inPlans) return thisYears
  const rising = rose.test(clause)
  const falling = !rising && fell.test(clause)
  if (isPoints(mention.base)) return { is: 'change', direction: falling || mention.value.digits < 0n ? 'down' : 'up' }
  if ((rising || falling) && compared.test(clause))
    return mention.base === '%' ? { is: 'change', direction: falling ? 'down' : 'up' } : { is: 'otherYear' }
  const after = text.slice(mention.end, mention.end + 8)
  if (beginning.test(clause) && became.test(after)) return { is: 'otherYear' }
  if (lastYear.test(clause)) return { is: 'otherYear' }
  if (of.year !== null) {
    const years = [...clause.matchAll(otherYears)].map((match) => Number(match[1]))
    const last = years[years.length - 1]
    if (last !== undefined && last < of.year) return { is: 'otherYear' }
    if (last === of.year + 1) return { is: 'planned' }
  }
  if (left.test(clause)) return { is: 'rest' }
  if (future.test(clause)) return { is: 'planned' }
  if (of.inPlans && futureInPlans.test(text.slice(Math.max(from, spot.sentenceStart), mention.end)))
    return { is: 'planned' }
  return thisYears
}
