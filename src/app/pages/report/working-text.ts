import { isObject } from '../../../domain/value.ts'

/** What is being written of a section on this phone, and the text that it began from. */
export type WorkingText = { readonly text: string; readonly base: string }

type Place = { readonly userId: string; readonly year: number; readonly section: string }

const keyOf = ({ userId, year, section }: Place): string => `gridbook.report.${userId}.${year}.${section}`

/** Keeps it with every key; a browser that keeps nothing still has it until the page is left. */
export const keepWorking = (place: Place, working: WorkingText): void => {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(working))
  } catch {
    // Full, or forbidden: it stands in the editor.
  }
}

/** What was left unsaved of a section, by this user. */
export const workingOf = (place: Place): WorkingText | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null')
    if (!isObject(kept) || typeof kept['text'] !== 'string' || typeof kept['base'] !== 'string') return null
    return { text: kept['text'], base: kept['base'] }
  } catch {
    return null
  }
}

/** It is saved, or nobody wants it. */
export const dropWorking = (place: Place): void => {
  try {
    localStorage.removeItem(keyOf(place))
  } catch {
    // Nothing was kept then.
  }
}
