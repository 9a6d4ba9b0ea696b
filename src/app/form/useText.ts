import { ref, watch } from 'vue'
import { theForm } from './useForm.ts'

/**
 * A text control that an input method can work in: what stands in it is ours only while nobody composes, every key is
 * passed on (so that a draft misses nothing), and the form judges it only after the composition (FIELD, Input).
 */
export const useText = (shown: () => string, typed: (text: string, settled: boolean) => void, path: () => string) => {
  const form = theForm()
  const draft = ref(shown())
  let composing = false
  let focused = false
  watch(shown, (next) => {
    if (!composing && !focused) draft.value = next
  })
  const read = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value
  return {
    draft,
    onInput: (event: Event): void => {
      draft.value = read(event)
      typed(draft.value, !composing)
    },
    onCompositionstart: (): void => {
      composing = true
      form.composing.value = path()
    },
    onCompositionend: (event: Event): void => {
      composing = false
      form.composing.value = null
      draft.value = read(event)
      typed(draft.value, true)
    },
    onFocus: (): void => {
      focused = true
    },
    onBlur: (): void => {
      focused = false
      if (composing) {
        composing = false
        form.composing.value = null
      }
      draft.value = shown()
    },
  }
}
