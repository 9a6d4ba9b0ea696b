import { isObject } from '../../domain/value.ts'
import type { SealedHalf } from '../vault/envelope.ts'
import type { Ask } from './ask.ts'
import { refusal } from './ledger-session.ts'
import type { LoginResult } from './ledger-types.ts'

export type RecoveryProof = { readonly username: string; readonly password: string; readonly totp?: string }

/** Bytes of base64url; null where it isn't that. */
const bytesOf = (text: unknown): Uint8Array<ArrayBuffer> | null => {
  if (typeof text !== 'string' || !/^[\w-]+$/.test(text)) return null
  const raw = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(raw, (character) => character.charCodeAt(0))
}

/** Proves a vault's user to the server and takes its half of the way back; null: it no longer has the key for this one. */
export async function askForHalf(
  ask: Ask,
  proof: RecoveryProof,
  device: string,
  sealed: SealedHalf,
): Promise<Uint8Array<ArrayBuffer> | Exclude<LoginResult, { readonly ok: true }> | null> {
  const body = { ...proof, device: { id: device }, sealed }
  const answer = await ask({ method: 'POST', path: '/api/session/recover', body, timeoutMs: 20_000 })
  if (answer.kind === 'problem' && answer.code === 'unknownKey') return null
  if (answer.kind !== 'ok') return refusal(answer)
  return (isObject(answer.body) ? bytesOf(answer.body['key']) : null) ?? { ok: false, code: 'noAnswer' }
}
