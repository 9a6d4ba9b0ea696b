import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { sealedAlg } from '../../../src/domain/record/sealed.ts'
import type { Phone } from './server.ts'

/** What `GET /api/sync/key` answers. */
export type ServerKey = { readonly keyId: string; readonly publicKey: JsonWebKey }

export async function serverKey(phone: Phone): Promise<ServerKey> {
  const { status, body } = await phone.get('/api/sync/key')
  if (status !== 200) throw new Error(`no key: ${status}`)
  return body
}

const base64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url')

/** Seals bytes as a phone does, with everything spelt out. */
export async function sealBytes(
  key: ServerKey,
  of: { readonly user: string; readonly info: string; readonly aad: string; readonly bytes: Uint8Array },
): Promise<Record<'alg' | 'keyId' | 'user' | 'enc' | 'ct', string>> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const text = new TextEncoder()
  const { enc, ct } = await suite.seal(
    {
      recipientPublicKey: await suite.kem.importKey('jwk', key.publicKey, true),
      info: text.encode(of.info),
    },
    of.bytes,
    text.encode(of.aad),
  )
  return { alg: sealedAlg, keyId: key.keyId, user: of.user, enc: base64url(enc), ct: base64url(ct) }
}

/** A change sealed for the server; `more` says what is unlike what it should be. */
export async function sealChange(
  key: ServerKey,
  township: string,
  user: string,
  change: Record<string, unknown>,
  more: { readonly id?: string; readonly aad?: string; readonly info?: string; readonly text?: string } = {},
): Promise<{ readonly id: string; readonly sealed: Record<string, string> }> {
  const id = more.id ?? String(change['id'])
  const sealed = await sealBytes(key, {
    user,
    info: more.info ?? 'gridbook outbox 1',
    aad: more.aad ?? `${township}|${user}|${id}`,
    bytes: new TextEncoder().encode(more.text ?? JSON.stringify(change)),
  })
  return { id, sealed }
}
