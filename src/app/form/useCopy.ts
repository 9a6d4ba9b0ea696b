import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { WorkingCopy } from '../sync/ledger-types.ts'
import { holdUpdate } from '../sync/updates.ts'
import { useLedger } from '../sync/useLedger.ts'

/** Well under the half second within which a key press must be durable (DESIGN.md 5). */
const delayMs = 250

/**
 * Keeps what is being typed in the vault, without blur or navigation, also when the page is hidden or killed. Nothing
 * is kept before the first edit, and nothing after the form was saved, so that no ghost is left.
 */
export const useCopy = (current: () => Omit<WorkingCopy, 'savedAt'>, now: () => string) => {
  const ledger = useLedger()
  const savedAt = ref<string | null>(null)
  const trouble = ref<'full' | 'closed' | 'unknown' | null>(null)
  const release = holdUpdate()
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirty = false
  let ended = false
  let left = false

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (!dirty || ended) return
    dirty = false
    const at = now()
    const result = await ledger.saveWorkingCopy({ ...current(), savedAt: at, ...(left ? {} : { open: true }) })
    if (result.ok) {
      savedAt.value = at
      trouble.value = null
    } else {
      dirty = true
      trouble.value = result.code
    }
  }
  const touch = (): void => {
    if (ended) return
    dirty = true
    timer ??= setTimeout(() => void flush(), delayMs)
  }
  const onHide = (): void => void flush()
  onMounted(() => {
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onHide)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', onHide)
    window.removeEventListener('pagehide', onHide)
    left = true
    // A copy that stands says that its form is open; it no longer is.
    dirty ||= savedAt.value !== null
    void flush()
    release()
  })
  /** Written down at once, also where nothing was typed yet: the camera opens, and the app may be killed under it. */
  const keep = (): void => {
    dirty = true
    void flush()
  }
  /** The form was saved or thrown away: nothing more is kept under this id. */
  const end = (): void => {
    ended = true
    clearTimeout(timer)
  }
  return { touch, flush, keep, end, savedAt, trouble }
}
