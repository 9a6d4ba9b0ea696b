/** Sealed bytes as they lie on the disk: the nonce, then what AES-256-GCM made of them. */
export type Sealed = Uint8Array<ArrayBuffer>

/** How a vault's contents are sealed; its envelope says so, so that another suite can follow. */
export const cipherName = 'a256gcm'

/**
 * Seals and opens under one key. `place` is where the value lies (`records/<id>`): what was moved elsewhere doesn't
 * open there. Opening rejects where the key, the place or a byte is another.
 */
export type Cipher = {
  /** A JSON value, copied at the call. */
  readonly seal: (place: string, value: unknown) => Promise<Sealed>
  readonly open: (place: string, sealed: Sealed) => Promise<unknown>
  readonly sealBytes: (place: string, bytes: ArrayBuffer) => Promise<Sealed>
  readonly openBytes: (place: string, sealed: Sealed) => Promise<ArrayBuffer>
}

const nonceBytes = 12
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A data key for sealing; not extractable: it opens, but can't be read out again. */
export const importKey = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** The cipher of a data key. */
export function cipherOf(key: CryptoKey): Cipher {
  const sealBytes = async (place: string, bytes: BufferSource): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
    const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(place) }, key, bytes)
    const sealed = new Uint8Array(nonceBytes + ct.byteLength)
    sealed.set(iv)
    sealed.set(new Uint8Array(ct), nonceBytes)
    return sealed
  }
  const openBytes = (place: string, sealed: Sealed): Promise<ArrayBuffer> =>
    crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.subarray(0, nonceBytes), additionalData: encoder.encode(place) },
      key,
      sealed.subarray(nonceBytes),
    )
  return {
    seal: (place, value) => sealBytes(place, encoder.encode(JSON.stringify(value))),
    open: async (place, sealed) => JSON.parse(decoder.decode(await openBytes(place, sealed))) as unknown,
    sealBytes,
    openBytes,
  }
}
