import type { Token } from '../../../domain/report/outline/placeholder.ts'
import { figureOf } from '../../../domain/report/outline/placeholder.ts'
import type { Told } from '../../../domain/report/outline/fill.ts'
import { sayToken } from '../../../domain/report/outline/fill.ts'
import type { WayName } from '../../../domain/report/outline/wording.ts'
import { canBeWritten, ways } from '../../../domain/report/outline/wording.ts'
import type { Label } from '../../../domain/kinds/kind.ts'

/** A way in which a figure can be written, with what it would print. */
export type WayOption = { readonly way: WayName; readonly label: Label; readonly says: string }

const names = Object.keys(ways) as WayName[]

/** The ways to write one figure without words of one's own; those that print what an earlier one does are left out. */
export const waysOf = (id: string, told: Told): readonly WayOption[] => {
  const figure = figureOf(id)
  if (!figure) return []
  const seen = new Set<string>()
  return names
    .filter((way) => canBeWritten([figure], way, 0))
    .map((way) => ({ way, label: ways[way].label, says: sayToken({ figures: [id], way, words: [] }, told) }))
    .filter(({ way, says }) => {
      // A change that is unknown prints nothing, but may be known by the end of the year.
      if (way === 'change' || way === 'previous') return true
      const isNew = !seen.has(says)
      seen.add(says)
      return isNew
    })
}

/** A placeholder of one figure. */
export const figureToken = (id: string, way: WayName): Token => ({ figures: [id], way, words: [] })
