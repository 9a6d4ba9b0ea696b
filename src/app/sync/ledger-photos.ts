import type { PhotoBytes, PhotoInfo, Vault, Written } from '../vault/vault.ts'
import type { LedgerPorts } from './ledger-ports.ts'

export type PhotoPorts = Pick<LedgerPorts, 'fetchFile'> & {
  readonly vault: () => Vault | null
  readonly onFull: () => void
}

/** A photo that a record has been saved with and that no other place has yet. */
export const isToSend = (photo: PhotoInfo): boolean => photo.state === 'kept' && photo.recordId !== undefined

/** The photos of this phone, for its forms and records. */
export const makePhotos = ({ vault, onFull, fetchFile }: PhotoPorts) => ({
  /** Durable when it says ok: only then may a form hold the photo. */
  keepPhoto: async (photo: PhotoInfo, content: PhotoBytes): Promise<Written> => {
    const written = await (vault()?.keepPhoto(photo, content) ??
      Promise.resolve({ ok: false as const, code: 'closed' as const }))
    if (!written.ok && written.code === 'full') onFull()
    return written
  },
  /** Null: not on this phone, or its store is closed. */
  photoBytes: async (hash: string): Promise<PhotoBytes | null> => {
    try {
      return (await vault()?.photo(hash)) ?? null
    } catch {
      return null
    }
  },
  /** Brings a photo from the server; who asks checks its hash. */
  fetchPhoto: async (hash: string): Promise<ArrayBuffer | 'absent' | 'none'> =>
    (await fetchFile?.(`/api/attachments/${hash}`)) ?? 'none',
})
