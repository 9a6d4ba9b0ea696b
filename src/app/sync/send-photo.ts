import { DetailedError, Upload } from 'tus-js-client'
import type { SendEnd, SendPhoto } from './send-types.ts'

/** What a village's 2G carries in ten seconds: so much at most is lost when the line breaks. */
const pieceBytes = 64 * 1024
/** A line on which nothing has moved for so long is none. */
const silentMs = 60_000

const endOf = (error: unknown): SendEnd => {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0
  return status >= 400 ? status : 'none'
}

/** Over tus: asks for the offset, goes on from there, in small pieces. */
export const sendPhoto: SendPhoto = ({ photo, bytes, onAddress }) =>
  new Promise((done) => {
    const base = window.location.href
    const end = (how: SendEnd): void => {
      clearTimeout(timer)
      done(how)
    }
    const upload: Upload = new Upload(new Blob([bytes], { type: photo.type }), {
      endpoint: new URL('/api/attachments', base).href,
      ...(photo.address === undefined ? {} : { uploadUrl: new URL(photo.address, base).href }),
      chunkSize: pieceBytes,
      // Once more at once, from the offset that the server names: after a 409 too (FIELD-BUGS: TUSKit#162).
      retryDelays: [0],
      storeFingerprintForResuming: false,
      metadata: {
        hash: photo.hash,
        name: photo.name,
        ...(photo.recordId === undefined ? {} : { recordId: photo.recordId }),
      },
      onUploadUrlAvailable: () => {
        if (upload.url) onAddress(new URL(upload.url, base).pathname)
      },
      onProgress: () => watch(),
      onSuccess: () => end('all'),
      onError: (error) => end(endOf(error)),
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        void upload.abort().catch(() => undefined)
        end('none')
      }, silentMs)
    }
    watch()
    upload.start()
  })
