import '../../i18n/photo-words.ts'
import { computed } from 'vue'
import type { Photo } from '../../form/photos/value.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useLedger } from '../../sync/useLedger.ts'

/** Where a photo is, in a word; '' where there is nothing to say. */
export const usePhotoWords = () => {
  const ledger = useLedger()
  const { t } = useWords()
  const known = computed(() => new Map(ledger.photos.map((photo) => [photo.hash, photo])))
  const standing = (photo: Photo): string => {
    const here = known.value.get(photo.hash)
    return here ? t(here.state === 'sent' ? 'photos.sent' : 'photos.onlyHere') : ''
  }
  return { standing }
}
