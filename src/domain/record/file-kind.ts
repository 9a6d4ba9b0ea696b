/** What a file is by its first bytes; its name and what the browser says of it prove nothing. */
export type FileKind = 'jpeg' | 'png' | 'heic'

const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']
const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join('')

/** Tells a picture by its first bytes; null: none that we take. */
export const fileKind = (bytes: Uint8Array): FileKind | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  return latin(bytes, 4, 8) === 'ftyp' && heicBrands.includes(latin(bytes, 8, 12)) ? 'heic' : null
}
