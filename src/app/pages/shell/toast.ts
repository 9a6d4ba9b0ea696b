import { readonly, shallowRef } from 'vue'

export type Toast = { readonly text: string; readonly undo?: () => void }

const shown = shallowRef<Toast | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined

/** What was done, for four seconds, with the way back where there is one. Never an error (LOOK.md, Toasts). */
export const tell = (text: string, undo?: () => void): void => {
  clearTimeout(timer)
  shown.value = undo ? { text, undo } : { text }
  timer = setTimeout(() => (shown.value = null), 4000)
}

/** Takes the toast away. */
export const hush = (): void => {
  clearTimeout(timer)
  shown.value = null
}

export const toast = readonly(shown)
