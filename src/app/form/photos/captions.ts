import '../../i18n/photo-words.ts'
import type { Words } from '../../i18n/useWords.ts'
import type { Photo } from './value.ts'
import { isFromAlbum, takenAtOf } from './value.ts'

/** When a photo was taken; of one from the album that too, with its own time. */
export const captionOf = (photo: Photo, { t, moment }: Pick<Words, 't' | 'moment'>): string => {
  const at = takenAtOf(photo)
  const when = at === '' ? '' : moment(at)
  return isFromAlbum(photo) ? t('photos.fromAlbum', { at: when }) : when
}
