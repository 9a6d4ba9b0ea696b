import type { Found, Verdict } from '../../../domain/report/checker/found.ts'
import { readUnit } from '../../../domain/report/checker/units.ts'

/** A number of the draft at its place, with the figures that it stands for; its verdict is the one that matters most. */
export type Place = Pick<Found, 'start' | 'end' | 'text' | 'verdict'> & { readonly items: readonly Found[] }

/** Verdicts by how much they matter. */
export const verdicts: readonly Verdict[] = ['disagrees', 'contradicts', 'notKept', 'rounded', 'agrees']

const worst = (items: readonly Found[]): Verdict =>
  verdicts.find((verdict) => items.some((item) => item.verdict === verdict)) ?? 'agrees'

/** The numbers of an answer by their places, in order: one that stands for several figures is one place. */
export const placesOf = (found: readonly Found[]): readonly Place[] => {
  const places = new Map<number, Found[]>()
  for (const one of found) places.set(one.start, [...(places.get(one.start) ?? []), one])
  return [...places.values()].flatMap((items): readonly Place[] => {
    const [first] = items
    return first ? [{ start: first.start, end: first.end, text: first.text, verdict: worst(items), items }] : []
  })
}

/** A paragraph of the draft: plain text and numbers in turn. */
export type Paragraph = {
  readonly start: number
  readonly heading: boolean
  readonly pieces: readonly (string | Place)[]
}

const heading =
  /^\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[部章节])[^。；;]{0,60}$/

/** Lays a draft out, paragraph by paragraph, with its numbers where they stand; empty lines are left out. */
export const paragraphsOf = (draft: string, places: readonly Place[]): readonly Paragraph[] => {
  const paragraphs: Paragraph[] = []
  let start = 0
  let next = 0
  for (const line of draft.split('\n')) {
    const end = start + line.length
    const pieces: (string | Place)[] = []
    let at = start
    for (let place = places[next]; place && place.start < end; place = places[next]) {
      if (place.start > at) pieces.push(draft.slice(at, place.start))
      pieces.push(place)
      at = place.end
      next += 1
    }
    if (at < end) pieces.push(draft.slice(at, end))
    if (line.trim() !== '') paragraphs.push({ start, heading: heading.test(line), pieces })
    start = end + 1
  }
  return paragraphs
}

/** What is known of a figure. */
export type Shape = { readonly unit: string }

/** Whether a number is by how much a figure changed: in points, or in per cent of what is no rate itself. */
export const isChange = (item: Found, { unit }: Shape): boolean =>
  item.unit.endsWith('百分点') || (item.unit === '%' && unit !== '%')

/**
 * The ledger's value in the writer's own unit, to stand in the draft instead; null where there is none, where the draft
 * says what the ledger does, or where a word stands for the number (均, 每季度) and the sentence is for the writer to turn.
 */
export const replacementOf = (item: Found, figure: Shape | undefined): string | null => {
  if (item.ledger === undefined || !figure || (item.verdict !== 'disagrees' && item.verdict !== 'rounded')) return null
  const { base } = readUnit(item.unit)
  if (!/[\d〇零一二两三四五六七八九十百千万]/.test(item.text)) return null
  if (!item.text.replace(/\s/g, '').includes(base) && !/[%％]|百分之/.test(item.text)) return null
  if (!isChange(item, figure)) {
    const scale = /^[百千万亿]*/.exec(figure.unit)?.[0] ?? ''
    return `${item.ledger}${scale}${base}`
  }
  // A change that went the other way needs other words, not another number.
  return item.ledger < 0 ? null : `${item.ledger}${base}`
}

/** By how much the draft says more than the ledger, in the figure's unit; null where both can't be set side by side. */
export const excessOf = (item: Found, figure: Shape | undefined): number | null => {
  if (item.ledger === undefined || !figure) return null
  const power = isChange(item, figure) ? 0 : readUnit(item.unit).power - readUnit(figure.unit).power
  return Number((item.value * 10 ** power - item.ledger).toFixed(4))
}

const digitsOf = (value: number): string => [...String(Math.abs(value))].toSorted().join('')

/** Whether the same digits stand there in another order. */
export const isSwapped = (item: Found): boolean =>
  item.ledger !== undefined && item.value !== item.ledger && digitsOf(item.value) === digitsOf(item.ledger)

/** A draft with one place written anew, and its numbers moved along; the one written anew agrees until it is checked again. */
export const written = (
  draft: string,
  found: readonly Found[],
  place: Place,
  text: string,
): { readonly draft: string; readonly found: readonly Found[] } => {
  const by = text.length - (place.end - place.start)
  const moved = (at: number): number => (at > place.start ? at + by : at)
  return {
    draft: draft.slice(0, place.start) + text + draft.slice(place.end),
    found: found.map((one): Found => {
      const { with: other, ...rest } = one
      const self = one.start === place.start
      return {
        ...rest,
        start: moved(one.start),
        end: moved(one.end),
        ...(self ? { text, verdict: 'agrees' } : {}),
        ...(other === undefined || self ? {} : { with: moved(other) }),
      }
    }),
  }
}
