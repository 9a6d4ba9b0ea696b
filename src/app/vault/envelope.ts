import type { SealedChange } from '../../domain/record/sealed.ts'
import type { Sealed } from './cipher.ts'
import { cipherName, cipherOf, importKey } from './cipher.ts'
import type { Derivation } from './derive.ts'
import { derive, halvesTogether, measuredDerivation } from './derive.ts'

/** A data key wrapped under what a person types. */
export type Wrap = { readonly alg: typeof cipherName; readonly by: Derivation; readonly key: Sealed }

/**
 * The data key wrapped once more, under a key made of two halves: one lies here, the other only sealed for the server,
 * which opens it after a password (`POST /api/session/recover`). Neither alone opens anything.
 */
export type Recovery = {
  readonly share: Uint8Array<ArrayBuffer>
  readonly key: Sealed
  /** The server's half, sealed for it; null until its key is known. */
  readonly sealed: SealedHalf | null
}

/** As it is sent to be opened. */
export type SealedHalf = SealedChange['sealed']

/** Wrong PINs after which only an online log-in opens the vault again. */
export const mostMisses = 10

/** What stands outside of a vault, so that it can be opened: nothing in it says whose it is but ids. */
export type Envelope = {
  readonly user: string
  readonly township: string
  /** How all that is in it is sealed. */
  readonly alg: typeof cipherName
  readonly pin: Wrap
  /** Wrong PINs since the last right one. */
  readonly misses: number
  /** The way back for who forgot the PIN: by server and phone together only. */
  readonly recovery: Recovery
  /** Name and place for the lock screen, under this phone's own key. */
  readonly label: Sealed
}

/** What the lock screen says of a vault. */
export type VaultLabel = { readonly name: string; readonly township: string; readonly username: string }

/** 32 bytes of chance: a data key, or half of one. To be wrapped, and forgotten. */
export const newKeyBytes = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32))

/** Wraps a data key under a PIN or passphrase. */
export async function wrapUnder(typed: string, raw: Uint8Array<ArrayBuffer>, user: string): Promise<Wrap> {
  const by = await measuredDerivation()
  const under = cipherOf(await importKey(await derive(typed, by)))
  return { alg: cipherName, by, key: await under.sealBytes(`key/${user}`, raw.buffer) }
}

/** The data key's bytes; null where the PIN is another. */
export async function unwrap(typed: string, wrap: Wrap, user: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const under = cipherOf(await importKey(await derive(typed, wrap.by)))
  try {
    return new Uint8Array(await under.openBytes(`key/${user}`, wrap.key))
  } catch {
    return null
  }
}

/** Wraps a data key for recovery; the server's half is the caller's to keep inside the vault until it is sealed. */
export async function wrapForRecovery(
  half: Uint8Array<ArrayBuffer>,
  raw: Uint8Array<ArrayBuffer>,
  user: string,
): Promise<Recovery> {
  const share = newKeyBytes()
  const under = cipherOf(await importKey(await halvesTogether(half, share)))
  return { share, key: await under.sealBytes(`recovery/${user}`, raw.buffer), sealed: null }
}

/** The data key's bytes by the half that the server has opened; null where it isn't that. */
export async function unwrapRecovered(
  half: Uint8Array<ArrayBuffer>,
  { share, key }: Recovery,
  user: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const under = cipherOf(await importKey(await halvesTogether(half, share)))
  try {
    return new Uint8Array(await under.openBytes(`recovery/${user}`, key))
  } catch {
    return null
  }
}
