import type { Session } from '../sync/ledger-types.ts'
import type { SealedHalf } from './envelope.ts'
import type { KnownVault } from './phone-store.ts'
import type { Vault } from './vault.ts'

/** A vault that is open, and the key that opened it: to be handed to another window of ours, never to the disk. */
export type OpenVault = { readonly user: string; readonly vault: Vault; readonly key: CryptoKey | null }

export type Unlocking =
  | { readonly ok: true; readonly opened: OpenVault }
  /** wrong: so many tries are left. locked: only an online log-in opens it. trouble: the store is not to be had. */
  | { readonly ok: false; readonly code: 'wrong'; readonly left: number }
  | { readonly ok: false; readonly code: 'locked' | 'trouble' }

/** Who has logged in and has no vault here yet. */
export type Newcomer = { readonly session: Session; readonly username: string }

/** All vaults of this phone: one a user, each under a key of its own (DESIGN.md 5). */
export type Phone = {
  readonly vaults: () => Promise<readonly KnownVault[]>
  /** Whose unsealed vault an earlier version of the app has left; null: none. */
  readonly legacy: () => Promise<Newcomer | null>
  /** Makes a vault under a PIN, opens it, and brings in what an earlier version kept of the same user. */
  readonly create: (of: Newcomer, pin: string) => Promise<Unlocking>
  readonly unlock: (user: string, pin: string) => Promise<Unlocking>
  /** Opens with a key that another window of ours has handed over. */
  readonly openWith: (user: string, key: CryptoKey) => Promise<OpenVault | null>
  /** Wraps the key anew under another PIN. */
  readonly changePin: (user: string, old: string, fresh: string) => Promise<Exclude<Unlocking, { ok: true }> | null>
  /** After an online log-in the PIN may be tried again. */
  readonly allow: (user: string) => Promise<void>
  /** The server's half of the way back, sealed for it; null: none was ever sealed. */
  readonly sealedHalf: (user: string) => Promise<SealedHalf | null>
  readonly putSealedHalf: (user: string, half: SealedHalf) => Promise<void>
  /** With the half that the server has opened: a new PIN, and the vault as it was. */
  readonly recover: (user: string, half: Uint8Array<ArrayBuffer>, pin: string) => Promise<Unlocking>
  /** Takes a vault off this phone, with all that is in it. */
  readonly remove: (user: string) => Promise<void>
}
