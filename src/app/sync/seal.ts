import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Change } from '../../domain/record/change.ts'
import type { SealedChange } from '../../domain/record/sealed.ts'
import { recoveryAad, recoveryInfo, sealAad, sealedAlg, sealInfo } from '../../domain/record/sealed.ts'
import type { ServerKey } from '../vault/vault.ts'

/** Whose changes are sealed. */
export type Sealer = { readonly township: string; readonly user: string }

const encoder = new TextEncoder()

const base64url = (bytes: ArrayBuffer): string => {
  let text = ''
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte)
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

const suiteFor = async (key: ServerKey) => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  return { suite, recipientPublicKey: await suite.kem.importKey('jwk', key.publicKey, true) }
}

/** Seals changes for the server alone (DESIGN.md 5): whoever carries them can't read them. By change id. */
export async function sealChanges(
  key: ServerKey,
  { township, user }: Sealer,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, SealedChange>> {
  const { suite, recipientPublicKey } = await suiteFor(key)
  const items = await Promise.all(
    changes.map(async (change): Promise<[string, SealedChange]> => {
      const { enc, ct } = await suite.seal(
        { recipientPublicKey, info: encoder.encode(sealInfo) },
        encoder.encode(JSON.stringify(change)),
        encoder.encode(sealAad(township, user, change.id)),
      )
      const sealed = { alg: sealedAlg, keyId: key.keyId, user, enc: base64url(enc), ct: base64url(ct) } as const
      return [change.id, { id: change.id, sealed }]
    }),
  )
  return new Map(items)
}

/** Seals the server's half of the way back into a vault, for it alone. */
export async function sealHalf(
  key: ServerKey,
  { township, user }: Sealer,
  half: Uint8Array<ArrayBuffer>,
): Promise<SealedChange['sealed']> {
  const { suite, recipientPublicKey } = await suiteFor(key)
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: encoder.encode(recoveryInfo) },
    half,
    encoder.encode(recoveryAad(township, user)),
  )
  return { alg: sealedAlg, keyId: key.keyId, user, enc: base64url(enc), ct: base64url(ct) }
}
