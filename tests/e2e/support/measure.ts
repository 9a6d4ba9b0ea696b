import type { Page } from '@playwright/test'

/** Something that a finger is to hit, and how large it is for it. */
export type Target = { readonly what: string; readonly width: number; readonly height: number }

/**
 * Every visible control whose target is smaller than this, each measured with the pseudo-element that enlarges it.
 * Inputs under paint are measured by their label. Links inside a sentence (`.out`) are excepted, as WCAG 2.5.8 does,
 * and so is the link that skips to the text, which only a keyboard reaches.
 */
export const smallTargets = (page: Page, least: number): Promise<readonly Target[]> =>
  page.evaluate((size) => {
    const numberOf = (text: string): number => Number.parseFloat(text) || 0
    const grown = (element: Element): DOMRect => {
      const box = element.getBoundingClientRect()
      for (const part of ['::after', '::before']) {
        const style = getComputedStyle(element, part)
        if (style.content === 'none' || style.position !== 'absolute' || style.pointerEvents === 'none') continue
        const [top, right, bottom, left] = [style.top, style.right, style.bottom, style.left].map(numberOf)
        const [up, out, down, back] = [top, right, bottom, left].map((side) => Math.max(0, -(side ?? 0)))
        if (up || out || down || back)
          return new DOMRect(
            box.x - (back ?? 0),
            box.y - (up ?? 0),
            box.width + (back ?? 0) + (out ?? 0),
            box.height + (up ?? 0) + (down ?? 0),
          )
      }
      return box
    }
    const seen = (element: Element): boolean => {
      const box = element.getBoundingClientRect()
      return element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
    }
    const controls = 'a[href], button, input, select, textarea, [role="switch"], label:has(input)'
    return (
      Array.from(document.querySelectorAll(controls))
        .filter((element) => seen(element) && !element.matches('.hide, .skip, .out, [aria-hidden="true"]'))
        // A field in a frame is hit by its frame; the frame gives it the focus.
        .map((element) =>
          element.matches('.inp input, .pick select') ? (element.closest('.inp, .pick') ?? element) : element,
        )
        .map((element) => ({ element, box: grown(element) }))
        .filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5)
        .map(({ element, box }) => ({
          what: `${element.tagName.toLowerCase()}.${element.className} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 20)}`,
          width: Math.round(box.width),
          height: Math.round(box.height),
        }))
    )
  }, least)

/** Every text on the screen that is smaller than this. */
export const smallTexts = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate((size) => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (!element || text === '' || element.closest('.hide, script, style, noscript, [aria-hidden="true"]')) continue
      const box = element.getBoundingClientRect()
      if (!element.checkVisibility({ visibilityProperty: true }) || box.width <= 1 || box.bottom < 0) continue
      const pixels = Number.parseFloat(getComputedStyle(element).fontSize)
      if (pixels < size) found.add(`${pixels}px ${element.className || element.tagName} ${text.slice(0, 20)}`)
    }
    return [...found]
  }, least)

/** How far the page can be pushed sideways, and what sticks out. */
export const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= wide) return []
    return Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.getBoundingClientRect().right > wide + 1 && !element.closest('.chips'))
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
      .concat(`scrolls to ${document.documentElement.scrollWidth} of ${wide}`)
  })
