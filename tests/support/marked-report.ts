import { readFileSync } from 'node:fs'

/** A number that a report is expected to be found to hold; `figureId` null where no figure is meant. */
export type Marked = { readonly start: number; readonly text: string; readonly figureId: string | null }

/** Reads a report in which each number stands as [[53次|administrative-inspections]], - for none, several by comma. */
export const readMarked = (name: string): { readonly text: string; readonly marked: readonly Marked[] } => {
  const source = readFileSync(new URL(`../domain/fixtures/${name}`, import.meta.url), 'utf8')
  const marked: Marked[] = []
  let text = ''
  let last = 0
  for (const match of source.matchAll(/\[\[(.+?)[|](.+?)\]\]/g)) {
    text += source.slice(last, match.index)
    const [whole, number = '', ids = ''] = match
    for (const id of ids.split(',')) marked.push({ start: text.length, text: number, figureId: id === '-' ? null : id })
    text += number
    last = match.index + whole.length
  }
  return { text: text + source.slice(last), marked }
}
