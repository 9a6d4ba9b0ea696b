type Node = { readonly next: Map<number, Node>; term: number }

/** A set of words that can be looked for all at once; each has its number, by order. */
export type Terms = { readonly numbers: ReadonlyMap<string, number>; readonly root: Node }

/** Builds the set. */
export const termsOf = (words: Iterable<string>): Terms => {
  const numbers = new Map<string, number>()
  const root: Node = { next: new Map(), term: -1 }
  for (const word of words) {
    if (numbers.has(word)) continue
    let node = root
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at)
      const next = node.next.get(code) ?? { next: new Map(), term: -1 }
      node.next.set(code, next)
      node = next
    }
    node.term = numbers.size
    numbers.set(word, numbers.size)
  }
  return { numbers, root }
}

/** A word at its place. */
export type Occurrence = { readonly start: number; readonly end: number; readonly term: number }

/** Every place at which a word of the set stands, overlapping ones too, in order of their starts. */
export const occurrencesIn = (text: string, { root }: Terms): readonly Occurrence[] => {
  const found: Occurrence[] = []
  for (let start = 0; start < text.length; start += 1) {
    let node = root.next.get(text.charCodeAt(start))
    for (let end = start + 1; node; end += 1) {
      if (node.term >= 0) found.push({ start, end, term: node.term })
      node = node.next.get(text.charCodeAt(end))
    }
  }
  return found
}
