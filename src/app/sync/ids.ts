/** Bytes of entropy; `crypto.getRandomValues` in the app, a seeded one in tests. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

/**
 * Makes uuidv7 (RFC 9562) that rise strictly, also within one millisecond and when the clock steps back: twelve bits of
 * a counter stand behind the time, and a full counter borrows the next millisecond.
 */
export function makeIds(now: () => number, random: RandomBytes): () => string {
  let lastTime = -1
  let counter = 0
  return () => {
    const bytes = random(new Uint8Array(16))
    const time = now()
    if (time > lastTime) {
      lastTime = time
      counter = (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x7ff
    } else if (counter < 0xfff) {
      counter += 1
    } else {
      lastTime += 1
      counter = 0
    }
    const head = lastTime.toString(16).padStart(12, '0')
    const tail = Array.from(bytes.subarray(8), (byte, index) => (index === 0 ? (byte & 0x3f) | 0x80 : byte))
    const hex =
      head +
      '7' +
      counter.toString(16).padStart(3, '0') +
      tail.map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
}

/** A new id for a change, a record, a row or a working copy. */
export const newId = makeIds(
  () => Date.now(),
  (bytes) => crypto.getRandomValues(bytes),
)
