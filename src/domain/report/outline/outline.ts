/** The sections of the report that are written each by itself, in its order: `0` is what stands before part one. */
export const sectionIds = ['0', '1.1', '1.2', '1.3', '1.4', '1.5', '2.1', '2.2', '2.3', '3'] as const
export type SectionId = (typeof sectionIds)[number]

/** The section of that id, if there is one. */
export const sectionNamed = (id: string): SectionId | undefined => sectionIds.find((one) => one === id)

/** A heading: 一、of a part, or （一） of a section in it. */
export type Heading = { readonly level: 1 | 2; readonly text: string }

const parts: { readonly [section in SectionId]?: string } = {
  '1.1': '一、主要开展工作及成效',
  '2.1': '二、存在的不足、原因及整改情况',
  '3': '三、下步工作建议及打算',
}

const names: { readonly [section in SectionId]?: string } = {
  '1.1': '（一）扛牢政治责任，深学笃行习近平法治思想',
  '1.2': '（二）规范执法行为，筑牢公正文明执法防线',
  '1.3': '（三）深化府院联动，提升矛盾化解与司法协同效能',
  '1.4': '（四）强化法制审核，守住依法决策与制度建设底线',
  '1.5': '（五）依法履行职能，夯实全域依法治理基础',
  '2.1': '（一）存在不足',
  '2.2': '（二）原因分析',
  '2.3': '（三）整改情况',
}

/** The headings that stand before a section: its part's where it is the first of it, then its own. */
export const headingsOf = (section: SectionId): readonly Heading[] => [
  ...(parts[section] === undefined ? [] : [{ level: 1 as const, text: parts[section] }]),
  ...(names[section] === undefined ? [] : [{ level: 2 as const, text: names[section] }]),
]

const authorityOf = (township: string): string => {
  if (/(人民政府|办事处)$/.test(township)) return township
  return `${township}${township.endsWith('街道') ? '办事处' : '人民政府'}`
}

/** The report's title in the two lines in which it is set where it is too long for one: who reports, and on what. */
export const titleOf = (of: {
  readonly county: string | null
  readonly township: string
  readonly year: number
}): readonly [who: string, what: string] => [
  `${of.county ?? ''}${authorityOf(of.township)}`,
  `${of.year}年法治政府建设情况工作报告`,
]
