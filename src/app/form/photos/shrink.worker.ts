import { NoPhoto, shrink } from './shrink.ts'
import type { Shrunk } from './shrink.ts'
import { workerStudio } from './studio.ts'

/** What the worker answers; `cannot`: this engine can't draw here, the page does it. */
export type Answer =
  | { readonly ok: true; readonly photo: Shrunk }
  | { readonly ok: false; readonly code: NoPhoto['code'] | 'cannot' }

const answer = (news: Answer, moved: Transferable[] = []): void =>
  (self as unknown as { postMessage: (news: Answer, moved: Transferable[]) => void }).postMessage(news, moved)

self.addEventListener('message', (event: MessageEvent<ArrayBuffer>) => {
  if (typeof OffscreenCanvas === 'undefined' || typeof createImageBitmap === 'undefined') {
    answer({ ok: false, code: 'cannot' })
    return
  }
  shrink(event.data, workerStudio).then(
    (photo) => answer({ ok: true, photo }, [photo.bytes, ...(photo.thumb ? [photo.thumb] : [])]),
    (error: unknown) =>
      answer({ ok: false, code: error instanceof NoPhoto && error.code !== 'broken' ? error.code : 'cannot' }),
  )
})
