import { onBeforeUnmount, ref, watch } from 'vue'
import { useLedger } from '../../sync/useLedger.ts'
import type { Photo } from './value.ts'
import { isUndrawn } from './value.ts'

/** looking; shown: `source` is its address; undrawn: kept, but no browser of ours draws it; absent: not on this phone. */
export type PictureState = 'looking' | 'shown' | 'undrawn' | 'absent'

/** The picture of a photo from this phone's store: small, or whole. Its memory is given back when it is off the screen. */
export const usePicture = (photo: () => Photo, whole: boolean) => {
  const ledger = useLedger()
  const state = ref<PictureState>('looking')
  const source = ref('')
  let address: string | null = null
  let gone = false
  const free = (): void => {
    if (address !== null) URL.revokeObjectURL(address)
    address = null
  }
  const load = async (): Promise<void> => {
    const wanted = photo()
    const held = await ledger.photoBytes(wanted.hash)
    if (gone || wanted.hash !== photo().hash) return
    free()
    const bytes = held && (whole ? held.bytes : held.thumb)
    if (isUndrawn(wanted)) state.value = 'undrawn'
    else if (!bytes) state.value = 'absent'
    else {
      address = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      source.value = address
      state.value = 'shown'
    }
  }
  watch(
    () => photo().hash,
    () => void load(),
    { immediate: true },
  )
  onBeforeUnmount(() => {
    gone = true
    free()
  })
  return { state, source }
}
