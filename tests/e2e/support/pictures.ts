import type { Page } from '@playwright/test'
import { pin } from './phone.ts'

/** A JPEG made in the browser: its quarters red, green, blue and white, so that one can tell which way up it is. */
export const makeJpeg = async (page: Page, width: number, height: number, noise = 0): Promise<Buffer> => {
  const base64 = await page.evaluate(
    ([wide, high, rough]) => {
      const canvas = document.createElement('canvas')
      canvas.width = wide ?? 0
      canvas.height = high ?? 0
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      const [w, h] = [canvas.width / 2, canvas.height / 2]
      for (const [index, colour] of ['#f00', '#0f0', '#00f', '#fff'].entries()) {
        context.fillStyle = colour
        context.fillRect((index % 2) * w, Math.floor(index / 2) * h, w, h)
      }
      for (let dot = 0; dot < (rough ?? 0); dot += 1) {
        context.fillStyle = `rgb(${(dot * 37) % 256},${(dot * 91) % 256},${(dot * 53) % 256})`
        context.fillRect((dot * 7919) % canvas.width, (dot * 104729) % canvas.height, 9, 9)
      }
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
    },
    [width, height, noise] as const,
  )
  return Buffer.from(base64, 'base64')
}

type Stored = {
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly corners: readonly string[]
}

/** What the phone keeps of its photos, as drawn: size and the colours of the corners, in the order of taking. */
export const keptPhotos = (page: Page): Promise<readonly Stored[]> =>
  page.evaluate(async (typed) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => fail(request.error))
      })
    // As the app itself: the PIN opens the data key, the data key the photo.
    type Derivation = { rounds: number; salt: Uint8Array<ArrayBuffer> }
    type Envelope = { user: string; pin: { by: Derivation; key: Uint8Array<ArrayBuffer> } }
    const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
    const opened = async (key: CryptoKey, place: string, sealed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
      crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: sealed.subarray(0, 12), additionalData: bytesOf(place) },
        key,
        sealed.subarray(12),
      )
    const aes = (raw: ArrayBuffer): Promise<CryptoKey> =>
      crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
    const phone = await settled(indexedDB.open('gridbook'))
    const [envelope] = (await settled(phone.transaction('vaults').objectStore('vaults').getAll())) as Envelope[]
    phone.close()
    if (!envelope) throw new Error('no vault on this phone')
    const { rounds, salt } = envelope.pin.by
    const base = await crypto.subtle.importKey('raw', bytesOf(typed), 'PBKDF2', false, ['deriveBits'])
    const bits = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
      base,
      256,
    )
    const key = await aes(await opened(await aes(bits), `key/${envelope.user}`, envelope.pin.key))
    const db = await settled(indexedDB.open(`gridbook.${envelope.user}`))
    const store = (name: string): IDBObjectStore => db.transaction(name).objectStore(name)
    const infos: { hash: string; addedAt: string }[] = await settled(store('photos').getAll())
    const photos: Stored[] = []
    // A test may have taken it from the app.
    const decode = (window as { hiddenBitmap?: typeof createImageBitmap }).hiddenBitmap ?? createImageBitmap
    for (const { hash } of infos.sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1))) {
      const kept = (await settled(store('photoBytes').get(hash))) as { bytes: Uint8Array<ArrayBuffer> }
      const bytes = await opened(key, `bytes/${hash}`, kept.bytes)
      const bitmap = await decode(new Blob([bytes], { type: 'image/jpeg' }))
      const canvas = document.createElement('canvas')
      canvas.width = bitmap.width
      canvas.height = bitmap.height
      const context = canvas.getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const colour = (x: number, y: number): string => {
        const [r = 0, g = 0, b = 0] = context?.getImageData(x, y, 1, 1).data ?? []
        const high = [r, g, b].map((part) => (part > 127 ? 1 : 0)).join('')
        return { '100': 'red', '010': 'green', '001': 'blue', '111': 'white' }[high] ?? high
      }
      const [right, bottom] = [bitmap.width - 4, bitmap.height - 4]
      photos.push({
        width: bitmap.width,
        height: bitmap.height,
        bytes: bytes.byteLength,
        corners: [colour(3, 3), colour(right, 3), colour(3, bottom), colour(right, bottom)],
      })
    }
    db.close()
    return photos
  }, pin)
