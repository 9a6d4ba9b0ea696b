import { isObject } from '../../domain/value.ts'
import type { Phone } from '../vault/phone-port.ts'
import type { ServerKey, Vault } from '../vault/vault.ts'
import type { Ask } from './ask.ts'
import type { Sealing } from './send-types.ts'

/** The server's key is asked for anew after this long: it changes by the month. */
const dayMs = 86_400_000

const readKey = (body: unknown, at: string): ServerKey | null => {
  if (!isObject(body) || typeof body['keyId'] !== 'string' || !isObject(body['publicKey'])) return null
  return { keyId: body['keyId'], publicKey: body['publicKey'] as JsonWebKey, at }
}

/** What sealing needs beside the vault. */
export type SealPorts = {
  readonly sealing: () => Promise<Sealing | null>
  /** Where the sealed half of the way back lies. */
  readonly halves: Pick<Phone, 'sealedHalf' | 'putSealedHalf'> | null
}

export type KeepSealedPorts = SealPorts & { readonly vault: Vault; readonly ask: Ask; readonly now: () => number }

/**
 * Learns for whom to seal, and seals what lies in the outbox without, or for an older key; the half of the way back
 * too. Nothing waits for it: what couldn't be sealed is sent by the unlocked app all the same.
 */
export async function keepSealed({ vault, ask, now, sealing, halves }: KeepSealedPorts): Promise<void> {
  const { serverKey, session } = await vault.meta()
  if (!session) return
  let key = serverKey
  if (!key || now() - Date.parse(key.at) > dayMs) {
    const answer = await ask({ method: 'GET', path: '/api/sync/key', timeoutMs: 20_000 })
    const told = answer.kind === 'ok' ? readKey(answer.body, new Date(now()).toISOString()) : null
    if (told && (await vault.putServerKey(told)).ok) key = told
  }
  if (!key) return
  const sealer = { township: session.township.id, user: session.user.id }
  const left = await vault.unsealed(key.keyId)
  const half = (await halves?.sealedHalf(sealer.user))?.keyId === key.keyId ? null : await vault.recoveryHalf()
  if (left.length === 0 && !half) return
  const seal = await sealing()
  if (!seal) return
  if (left.length > 0) {
    const changes = left.map((entry) => entry.change)
    await vault.putItems(await seal.sealChanges(key, sealer, changes))
  }
  if (half && halves) await halves.putSealedHalf(sealer.user, await seal.sealHalf(key, sealer, Uint8Array.from(half)))
}
