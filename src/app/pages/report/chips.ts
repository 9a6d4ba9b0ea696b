import type { Token } from '../../../domain/report/outline/placeholder.ts'
import { isProblem, printTokens, readPieces } from '../../../domain/report/outline/placeholder.ts'

/** What a placeholder shows in the editor, and what a reader or a pointer is told of it. */
export type Drawn = { readonly text: string; readonly title: string; readonly missing: boolean }
export type Draw = (token: Token) => Drawn

/** A placeholder in the editor: one piece, which nobody types into. Its text of the report is its `data-ph`. */
export const makeChip = (token: Token, draw: Draw): HTMLSpanElement => {
  const chip = document.createElement('span')
  chip.contentEditable = 'false'
  drawChip(chip, token, draw)
  return chip
}

/** Draws a chip anew, as another way of writing its figure. */
export const drawChip = (chip: HTMLElement, token: Token, draw: Draw): void => {
  const { text, title, missing } = draw(token)
  chip.className = missing ? 'ph missing' : 'ph'
  chip.dataset['ph'] = printTokens([token])
  chip.dataset['says'] = text
  chip.title = title
  chip.textContent = text
}

/** The token of a chip. */
export const tokenOf = (chip: HTMLElement): Token | undefined => {
  const [piece] = readPieces(chip.dataset['ph'] ?? '')
  return piece && !isProblem(piece) ? piece : undefined
}

/** A line of text as nodes: what isn't a placeholder stays the text that it is, to be mended. */
export const nodesOf = (line: string, draw: Draw): readonly Node[] => {
  const nodes: Node[] = []
  for (const piece of readPieces(line)) {
    const isText = isProblem(piece) || 'text' in piece
    const text = isProblem(piece) ? line.slice(piece.at, piece.at + piece.length) : 'text' in piece ? piece.text : ''
    if (isText) nodes.push(document.createTextNode(text))
    else nodes.push(makeChip(piece, draw))
  }
  return nodes
}

/** A text as paragraphs, one a line; an empty one holds a break, or no caret would find it. */
export const paragraphsOf = (text: string, draw: Draw): DocumentFragment => {
  const fragment = document.createDocumentFragment()
  for (const line of text.split('\n')) {
    const paragraph = document.createElement('p')
    const nodes = nodesOf(line, draw)
    if (nodes.length === 0) paragraph.append(document.createElement('br'))
    else paragraph.append(...nodes)
    fragment.append(paragraph)
  }
  return fragment
}

const isChip = (node: Node): node is HTMLElement => node instanceof HTMLElement && node.dataset['ph'] !== undefined
const blocks = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'TABLE', 'TR', 'PRE'])

/** The report's text of what stands in the editor, whatever elements an engine has made of it. */
export const textIn = (root: Node): string => {
  const lines: string[] = []
  let fresh = true
  const put = (text: string): void => {
    if (fresh) lines.push('')
    fresh = false
    lines[lines.length - 1] += text
  }
  const visit = (node: Node): void => {
    for (const child of Array.from(node.childNodes)) {
      if (child.nodeType === Node.TEXT_NODE) {
        const parts = (child.nodeValue ?? '')
          .replace(/\u200B/g, '')
          .replace(/\u00A0/g, ' ')
          .split('\n')
        parts.forEach((part, index) => {
          if (index > 0) fresh = true
          if (part !== '' || index > 0) put(part)
        })
      } else if (isChip(child)) put(child.dataset['ph'] ?? '')
      else if (child.nodeName === 'BR') {
        put('')
        fresh = child.nextSibling !== null
      } else if (blocks.has(child.nodeName)) {
        fresh = true
        const before = lines.length
        visit(child)
        if (lines.length === before) lines.push('')
        fresh = true
      } else visit(child)
    }
  }
  visit(root)
  return lines.join('\n')
}

/** Gives chips back the words that something has changed in them; true where it had to. */
export const mendChips = (root: HTMLElement): boolean => {
  const broken = Array.from(root.querySelectorAll<HTMLElement>('.ph')).filter(
    (chip) => chip.textContent !== chip.dataset['says'],
  )
  for (const chip of broken) chip.textContent = chip.dataset['says'] ?? ''
  return broken.length > 0
}
