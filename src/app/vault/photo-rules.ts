import { isObject } from '../../domain/value.ts'
import type { PhotoInfo } from './vault.ts'

/** The hashes of all photos that a value holds, at any depth: of a change, a record's data, a working copy. */
export function photoHashes(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) photoHashes(one, found)
  else if (isObject(value)) {
    if (typeof value['hash'] === 'string' && value['hash'].startsWith('sha256:')) found.add(value['hash'])
    for (const one of Object.values(value)) if (typeof one === 'object' && one !== null) photoHashes(one, found)
  }
  return found
}

/** In the order in which they were taken. */
export const byAge = (photos: readonly PhotoInfo[]): readonly PhotoInfo[] =>
  Array.from(photos).sort((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0))

/** Whether a photo that no form holds may go. */
export const isOver = (
  photo: Pick<PhotoInfo, 'state' | 'sentAt' | 'addedAt' | 'recordId'>,
  before: { readonly sent: string; readonly unused: string },
): boolean =>
  photo.state === 'sent'
    ? (photo.sentAt ?? photo.addedAt) < before.sent
    : photo.recordId === undefined && photo.addedAt < before.unused
