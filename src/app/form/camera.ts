import { inject, onBeforeUnmount, onMounted, provide, ref } from 'vue'
import type { InjectionKey, Ref } from 'vue'

/** The camera, or the album: an app over ours, under which Android may kill us. */
export type Camera = {
  /** It is about to open: what is typed is written down, with a mark that it was open. */
  readonly opens: () => void
  /** It has come back, with a photo or without. */
  readonly closed: () => void
}

const key: InjectionKey<Camera> = Symbol('camera')

/** The form's way to note that the camera is open; a form inside another notes it with the outer one. */
export const theCamera = (): Camera => inject(key, { opens: () => undefined, closed: () => undefined })

/** After this long a camera that gave nothing was closed with nothing. */
const emptyHandedMs = 1500

/** Gives the widgets below a camera. `keep` writes the working copy down at once, also where nothing was typed yet. */
export const provideCamera = (keep: () => void): Ref<boolean> => {
  const open = ref(false)
  const closed = (): void => {
    if (!open.value) return
    open.value = false
    keep()
  }
  provide(key, {
    opens: () => {
      open.value = true
      keep()
    },
    closed,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const onFocus = (): void => {
    if (document.visibilityState !== 'visible') return
    clearTimeout(timer)
    timer = setTimeout(closed, emptyHandedMs)
  }
  onMounted(() => {
    window.addEventListener('focus', onFocus)
    document.addEventListener('visibilitychange', onFocus)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('focus', onFocus)
    document.removeEventListener('visibilitychange', onFocus)
    clearTimeout(timer)
    open.value = false
  })
  return open
}
