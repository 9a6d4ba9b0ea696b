import { isObject } from '../value.ts'
import type { Problem } from './change.ts'
import { isId } from './ids.ts'

/** HPKE (RFC 9180), mode base: DHKEM P-256, HKDF-SHA256, AES-256-GCM. */
export const sealedAlg = 'hpke-p256-sha256-a256gcm'

/** Something that only the server can open: by whom it was sealed, for which of its keys; bytes are base64url, unpadded. */
export type Sealed = {
  readonly alg: typeof sealedAlg
  readonly keyId: string
  /** The account that sealed it. */
  readonly user: string
  /** The encapsulated key, 65 bytes. */
  readonly enc: string
  /** The ciphertext with its tag. */
  readonly ct: string
}

/** A change as it lies in the outbox for whoever carries it (DESIGN.md 5); inside is the change as JSON in UTF-8. */
export type SealedChange = { readonly id: string; readonly sealed: Sealed }

/** HPKE's `info` of a sealed change. */
export const sealInfo = 'gridbook outbox 1'

/** HPKE's `aad` of a sealed change, as text; its bytes are UTF-8. */
export const sealAad = (township: string, user: string, changeId: string): string =>
  [township, user, changeId].join('|')

/** HPKE's `info` of the key that opens a vault when its PIN is forgotten. */
export const recoveryInfo = 'gridbook recovery 1'

/** HPKE's `aad` of such a key, as text; its bytes are UTF-8. */
export const recoveryAad = (township: string, user: string): string => [township, user].join('|')

/** A sealed change, or what keeps it from being opened at all; its id is told where it can be used. */
export type ParsedSealed =
  | { readonly ok: true; readonly item: SealedChange }
  | { readonly ok: false; readonly changeId: string | null; readonly problem: Problem }

/** Whether an item of a push is meant as a sealed change, well made or not. */
export const isSealed = (item: unknown): item is { readonly [key: string]: unknown } =>
  isObject(item) && 'sealed' in item && !('set' in item)

const isBase64url = (value: unknown): boolean => typeof value === 'string' && /^[\w-]*$/.test(value)

/**
 * Reads anything as something sealed; never throws. `badChange` where it has another shape, `unknownKey` where another
 * algorithm made it: for that no key is known.
 */
export const parseSealed = (value: unknown): { readonly sealed: Sealed } | { readonly problem: Problem } => {
  if (!isObject(value) || typeof value['alg'] !== 'string' || typeof value['keyId'] !== 'string')
    return { problem: { path: '/sealed', code: 'badChange' } }
  if (value['alg'] !== sealedAlg) return { problem: { path: '/sealed/keyId', code: 'unknownKey' } }
  const { alg, keyId, user, enc, ct, ...more } = value
  const isWell = typeof user === 'string' && isBase64url(enc) && isBase64url(ct) && Object.keys(more).length === 0
  if (!isWell) return { problem: { path: '/sealed', code: 'badChange' } }
  return { sealed: { alg, keyId, user, enc, ct } as Sealed }
}

/** Reads an item of a push as a sealed change; never throws. Nothing else stands beside `id` and `sealed`. */
export const parseSealedChange = (item: { readonly [key: string]: unknown }): ParsedSealed => {
  const { id, sealed, ...more } = item
  if (!isId(id)) return { ok: false, changeId: null, problem: { path: '/id', code: 'badId' } }
  if (Object.keys(more).length > 0) return { ok: false, changeId: id, problem: { path: '/sealed', code: 'badChange' } }
  const parsed = parseSealed(sealed)
  if ('problem' in parsed) return { ok: false, changeId: id, problem: parsed.problem }
  return { ok: true, item: { id, sealed: parsed.sealed } }
}
