import { describe, expect, test } from 'vitest'
import { fileKind } from '../../../src/domain/record/file-kind.ts'

const bare = Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9)
const ascii = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('what a file is', () => {
  test('is told by its first bytes', () => {
    expect(fileKind(bare)).toBe('jpeg')
    expect(fileKind(ascii('\x89PNG\r\n\x1a\n...'))).toBe('png')
    expect(fileKind(ascii('\0\0\0\x18ftypheic\0\0\0\0'))).toBe('heic')
    expect(fileKind(ascii('\0\0\0\x18ftypmp42\0\0\0\0'))).toBeNull()
    expect(fileKind(ascii('<svg onload="x()">'))).toBeNull()
    expect(fileKind(new Uint8Array(0))).toBeNull()
  })
})
