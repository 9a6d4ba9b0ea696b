export type Language = 'zh' | 'en'

/** Which of our two languages a caller prefers: the first of them in Accept-Language by weight, Chinese by default. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part, index) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined)
    return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight), index }
  })
  const known = wishes.filter((wish) => /^(zh|en)\b/.test(wish.tag) && wish.weight > 0)
  const first = known.toSorted((a, b) => b.weight - a.weight || a.index - b.index)[0]
  return first?.tag.startsWith('en') ? 'en' : 'zh'
}
