import type { RouteLocationRaw } from 'vue-router'
import { useRouter } from 'vue-router'

/** The way back from a page: to where one came from, or, where it was opened by its address, to the page above it. */
export const useBack = (above: () => RouteLocationRaw): (() => void) => {
  const router = useRouter()
  return () => {
    if (window.history.state?.back) router.back()
    else void router.replace(above())
  }
}
