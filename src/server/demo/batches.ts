import { dayNumber, shanghaiDay } from '../../domain/calendar/day.ts'
import { kindNamed } from '../../domain/kinds/all.ts'
import { linksOf } from '../../domain/record/links.ts'
import type { DemoItem } from './book.ts'
import { instant } from './days.ts'

/** What one account sends at one time. */
export type Batch = { readonly author: string; readonly now: number; readonly items: readonly DemoItem[] }

const year2025 = instant('2025-01-01', 0)

type Growing = { readonly author: string; readonly items: DemoItem[] }

/** The most changes of one batch, as of a phone's push. */
const most = 500

const linkedIn = (item: DemoItem): readonly string[] => {
  const kind = kindNamed(item.change.kind)
  return [item.change.recordId, ...(kind ? linksOf(kind, item.change.set).map((link) => link.id) : [])]
}

/**
 * One window's changes by author: each goes with its author's others, unless what it builds on, or links to, is sent by
 * somebody else after those; then it goes in a later batch.
 */
const batchesOf = (items: readonly DemoItem[]): readonly Growing[] => {
  const batches: Growing[] = []
  const sentIn = new Map<string, number>()
  for (const item of items) {
    const earliest = Math.max(0, ...linkedIn(item).map((id) => sentIn.get(id) ?? 0))
    let place = batches.findIndex(
      (batch, index) => index >= earliest && batch.author === item.author && batch.items.length < most,
    )
    if (place < 0) place = batches.push({ author: item.author, items: [] }) - 1
    batches[place]?.items.push(item)
    sentIn.set(item.change.recordId, place)
  }
  return batches
}

/** Days between one sending and the next, before 2025, since, and in the last weeks: the hills don't see the net daily. */
const [monthly, rarely, lately] = [31, 14, 40]

/**
 * The demo's changes as they would have been sent: by author, every so many days, in an order in which each finds what it
 * builds on. The times only rise, and none lies before what is sent.
 */
export const demoBatches = (items: readonly DemoItem[]): readonly Batch[] => {
  const days = items.map((item) => dayNumber(shanghaiDay(item.at)))
  const recent = (days.at(-1) ?? 0) - lately
  const windows = new Map<string, DemoItem[]>()
  items.forEach((item, index) => {
    const day = days[index] ?? 0
    const window =
      day > recent
        ? `day ${day}`
        : item.at < year2025
          ? `month ${Math.floor(day / monthly)}`
          : `weeks ${Math.floor(day / rarely)}`
    const sent = windows.get(window)
    if (sent) sent.push(item)
    else windows.set(window, [item])
  })
  let last = 0
  return [...windows.values()].flatMap(batchesOf).map(({ author, items: sent }) => {
    last = Math.max(last + 1, ...sent.map((item) => item.at + 1000))
    return { author, now: last, items: sent }
  })
}
