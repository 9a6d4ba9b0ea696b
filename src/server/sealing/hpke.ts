import { generateKeyPair, type JsonWebKey, type webcrypto } from 'node:crypto'
import { promisify } from 'node:util'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Sealed } from '../../domain/record/sealed.ts'

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/** A public key as it travels. */
export type PublicJwk = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }

/** A key pair ready to open with. */
export type OpeningKey = webcrypto.CryptoKeyPair

const makeEc = promisify(generateKeyPair)

const publicOf = ({ x = '', y = '' }: JsonWebKey): PublicJwk => ({ kty: 'EC', crv: 'P-256', x, y })

/** A new key pair, both halves as JWK. */
export async function makeKey(): Promise<{ readonly publicKey: PublicJwk; readonly privateKey: JsonWebKey }> {
  const { privateKey } = await makeEc('ec', { namedCurve: 'P-256' })
  const jwk = privateKey.export({ format: 'jwk' })
  return { publicKey: publicOf(jwk), privateKey: jwk }
}

/** Takes a private key in, for opening often. */
export async function openingKey(privateKey: JsonWebKey): Promise<OpeningKey> {
  const publicKey = publicOf(privateKey)
  const [own, theirs] = await Promise.all([
    suite.kem.importKey('jwk', { ...publicKey, d: privateKey.d ?? '' }, false),
    suite.kem.importKey('jwk', publicKey, true),
  ])
  return { privateKey: own, publicKey: theirs }
}

/** What was sealed for this key with this `info` and `aad`, or null: altered, another's, or nothing of the kind. */
export async function openSealed(
  key: OpeningKey,
  sealed: Pick<Sealed, 'enc' | 'ct'>,
  bound: { readonly info: string; readonly aad: string },
): Promise<Uint8Array | null> {
  try {
    const opened = await suite.open(
      { recipientKey: key, enc: bytesOf(sealed.enc), info: Buffer.from(bound.info, 'utf8') },
      bytesOf(sealed.ct),
      Buffer.from(bound.aad, 'utf8'),
    )
    return new Uint8Array(opened)
  } catch {
    return null
  }
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))
