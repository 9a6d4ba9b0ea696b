import '../../i18n/photo-words.ts'
import { onBeforeUnmount, ref, watch } from 'vue'
import { useLedger } from '../../sync/useLedger.ts'
import { hashOf } from './hash.ts'
import type { Photo } from './value.ts'
import { isUndrawn } from './value.ts'

/**
 * looking; shown: `source` is its address; undrawn: no browser of ours draws it; far: not on this phone, and the line
 * costs; absent: the server has none for us (yet); none: no answer.
 */
export type PictureState = 'looking' | 'shown' | 'undrawn' | 'far' | 'absent' | 'none'

type Connection = { readonly type?: string; readonly effectiveType?: string; readonly saveData?: boolean }

/** Whether pictures are better not fetched unasked. */
const isDear = (): boolean => {
  const { type, effectiveType, saveData } = (navigator as { readonly connection?: Connection }).connection ?? {}
  return saveData === true || type === 'cellular' || (effectiveType !== undefined && effectiveType !== '4g')
}

/** The picture of a photo: small or whole, from this phone or else from the server. Its memory is given back in time. */
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
  const find = async (wanted: Photo): Promise<ArrayBuffer | Exclude<PictureState, 'looking' | 'shown'>> => {
    if (isUndrawn(wanted)) return 'undrawn'
    const held = await ledger.photoBytes(wanted.hash)
    const bytes = held && (whole ? held.bytes : held.thumb)
    if (bytes) return bytes
    if (!whole && isDear()) return 'far'
    const brought = await ledger.fetchPhoto(wanted.hash)
    if (typeof brought === 'string') return brought
    // Somebody in between may have answered.
    return (await hashOf(brought)) === wanted.hash ? brought : 'none'
  }
  const load = async (): Promise<void> => {
    const wanted = photo()
    const found = await find(wanted)
    if (gone || wanted.hash !== photo().hash) return
    free()
    if (typeof found === 'string') {
      state.value = found
      return
    }
    address = URL.createObjectURL(new Blob([found], { type: 'image/jpeg' }))
    source.value = address
    state.value = 'shown'
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
