import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'
import { printTokens } from '../../../domain/report/outline/placeholder.ts'
import type { Token } from '../../../domain/report/outline/placeholder.ts'
import { drawChip, mendChips, nodesOf, paragraphsOf, textIn } from './chips.ts'
import type { Draw } from './chips.ts'

/** How a copied stretch travels between our own texts; to other programs it is as it reads. */
const ownType = 'application/x-gridbook-report'

/**
 * A text with figures in it as one can write it: chips are one piece, what is pasted comes as plain text, and an input
 * method may compose, since nothing is drawn anew while somebody types.
 */
export const useEditor = (of: {
  readonly root: Ref<HTMLElement | null>
  readonly draw: Draw
  readonly changed: (text: string) => void
  readonly tapped: (chip: HTMLElement) => void
}) => {
  const { root, draw, changed, tapped } = of
  const composing = ref(false)
  let caret: Range | null = null
  /** The text before our own last act, which the engine's undo doesn't know; null once somebody has typed on. */
  let before: string | null = null
  let acting = false

  const read = (): string => (root.value ? textIn(root.value) : '')
  const settle = (): void => {
    if (!root.value || acting) return
    if (!composing.value) mendChips(root.value)
    changed(read())
  }
  const onInput = (): void => {
    if (!acting) before = null
    settle()
  }
  /** Does something of our own to the text, which one step takes back. */
  const act = (work: () => void): void => {
    const was = read()
    acting = true
    work()
    acting = false
    before = was
    settle()
  }
  const show = (text: string): void => {
    document.execCommand('defaultParagraphSeparator', false, 'p')
    root.value?.replaceChildren(paragraphsOf(text, draw))
    caret = null
  }
  /** Where the caret was last in the text, which a sheet over it takes away. */
  const note = (): void => {
    const selection = document.getSelection()
    if (!root.value || !selection || selection.rangeCount === 0) return
    const range = selection.getRangeAt(0)
    if (root.value.contains(range.commonAncestorContainer)) caret = range.cloneRange()
  }
  const goBack = (): void => {
    if (!root.value) return
    root.value.focus({ preventScroll: true })
    const range = document.createRange()
    range.selectNodeContents(root.value.lastElementChild ?? root.value)
    range.collapse(false)
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(caret && root.value.contains(caret.startContainer) ? caret : range)
  }
  /** An engine's own command would put what nobody may edit behind the paragraph. */
  const putChip = (chip: HTMLElement): void => {
    const selection = document.getSelection()
    if (!selection || selection.rangeCount === 0) return
    if (!selection.isCollapsed) document.execCommand('delete')
    const range = selection.getRangeAt(0)
    range.insertNode(chip)
    // Splitting a text at its end leaves an empty one, beside which an input method counts wrongly.
    for (const beside of [chip.previousSibling, chip.nextSibling]) if (beside?.nodeValue === '') beside.remove()
    range.setStartAfter(chip)
    range.collapse(true)
    selection.removeAllRanges()
    selection.addRange(range)
  }
  /** Words through the engine's own commands, so that its undo knows of them and it builds nothing around them. */
  const put = (text: string): void =>
    act(() =>
      text.split('\n').forEach((line, index) => {
        if (index > 0) document.execCommand('insertParagraph')
        for (const node of nodesOf(line, draw)) {
          if (node instanceof HTMLElement) putChip(node)
          else document.execCommand('insertText', false, node.nodeValue ?? '')
        }
      }),
    )
  const insert = (token: Token): void => {
    goBack()
    put(printTokens([token]))
  }
  const remove = (chip: HTMLElement): void => {
    const range = document.createRange()
    range.selectNode(chip)
    caret = range
    act(() => {
      goBack()
      if (!document.execCommand('delete')) chip.remove()
    })
  }
  const rewrite = (chip: HTMLElement, token: Token): void => act(() => drawChip(chip, token, draw))
  const replace = (text: string): void => act(() => show(text))
  const onKeydown = (event: KeyboardEvent): void => {
    // The key that picks a candidate of an input method must not act here.
    if (before === null || event.isComposing || event.keyCode === 229) return
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
    event.preventDefault()
    const was = before
    before = null
    show(was)
    goBack()
    settle()
  }

  const selected = (): DocumentFragment | null => {
    const selection = document.getSelection()
    return selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneContents() : null
  }
  const onCopy = (event: ClipboardEvent): void => {
    const fragment = selected()
    if (!fragment || !event.clipboardData) return
    event.preventDefault()
    event.clipboardData.setData(ownType, textIn(fragment))
    event.clipboardData.setData('text/plain', document.getSelection()?.toString() ?? '')
    if (event.type === 'cut') {
      document.execCommand('delete')
      settle()
    }
  }
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault()
    const own = event.clipboardData?.getData(ownType) ?? ''
    const text = (own || (event.clipboardData?.getData('text/plain') ?? '')).replace(/\r\n?/g, '\n')
    if (text !== '') put(text)
  }
  const onBeforeInput = (event: InputEvent): void => {
    // Bold, lists, links and what is dropped from elsewhere have no place in the text.
    if (/^format|^insert(Ordered|Unordered|Horizontal|Link|FromDrop)/.test(event.inputType)) event.preventDefault()
  }
  const onClick = (event: Event): void => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('.ph') : null
    if (chip) tapped(chip)
  }
  const onComposition = (event: CompositionEvent): void => {
    composing.value = event.type === 'compositionstart'
    if (!composing.value) settle()
  }
  onMounted(() => document.addEventListener('selectionchange', note))
  onBeforeUnmount(() => document.removeEventListener('selectionchange', note))
  /** Begins at the top of the text, without moving the page. */
  const begin = (): void => root.value?.focus({ preventScroll: true })
  return {
    read,
    show,
    insert,
    remove,
    rewrite,
    replace,
    begin,
    onInput,
    onKeydown,
    onCopy,
    onPaste,
    onBeforeInput,
    onClick,
    onComposition,
  }
}
