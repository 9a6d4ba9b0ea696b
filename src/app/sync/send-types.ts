import type { Change } from '../../domain/record/change.ts'
import type { SealedChange } from '../../domain/record/sealed.ts'
import type { PhotoInfo, ServerKey } from '../vault/vault.ts'

/** A photo on its way: what it is, its bytes, and where an earlier try has begun. */
export type PhotoJob = {
  readonly photo: PhotoInfo
  readonly bytes: ArrayBuffer
  /** Told once the server has given it an address, from where a later try goes on. */
  readonly onAddress: (path: string) => void
}

/** all: every byte was taken; none: no answer of ours; else the status with which it was refused. */
export type SendEnd = 'all' | 'none' | number

/** Sends one photo, from where the server says. Never rejects, never hangs. */
export type SendPhoto = (job: PhotoJob) => Promise<SendEnd>

type Sealer = { readonly township: string; readonly user: string }

/** What seals for the server (`seal.ts`). */
export type Sealing = {
  readonly sealChanges: (
    key: ServerKey,
    sealer: Sealer,
    changes: readonly Change[],
  ) => Promise<ReadonlyMap<string, SealedChange>>
  readonly sealHalf: (key: ServerKey, sealer: Sealer, half: Uint8Array<ArrayBuffer>) => Promise<SealedChange['sealed']>
}
