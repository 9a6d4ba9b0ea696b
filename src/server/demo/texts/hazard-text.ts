/** What a hazard is about; each trade has its own. */
export type HazardTopic =
  | 'mushroom'
  | 'electric'
  | 'fire'
  | 'boiler'
  | 'cold'
  | 'farm'
  | 'dust'
  | 'machine'
  | 'chemical'
  | 'crane'
  | 'confined'
  | 'traffic'
  | 'food'
  | 'gas'
  | 'wood'
  | 'welding'
  | 'fuel'
  | 'fireworks'
  | 'shop'
  | 'livestock'
  | 'road'
  | 'school'

export type HazardCategory =
  | 'traffic'
  | 'fire'
  | 'electric'
  | 'machinery'
  | 'chemical'
  | 'building'
  | 'food'
  | 'farmland'
  | 'livestock'
  | 'other'

/** A hazard as an officer writes it: what is wrong, what is to be done, within how many days. */
export type HazardText = readonly [
  category: HazardCategory,
  description: string,
  measures: string,
  days: number,
  major?: 'major',
]

/** Texts of one or more topics; [a/b] is drawn. */
export type HazardTexts = { readonly [topic in HazardTopic]?: readonly HazardText[] }
