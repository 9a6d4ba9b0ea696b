import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The server's own secret: what it keeps for itself in the database is sealed with keys made from it. */
export type Secrets = {
  /** Seals a text for one purpose: `a256gcm:nonce:text`, base64url. */
  readonly seal: (purpose: string, text: string) => string
  /** Opens what `seal` made for the same purpose; null where it isn't that, or another secret's. */
  readonly open: (purpose: string, sealed: string) => string | null
}

const length = 32
const alg = 'a256gcm'

/** Secrets over 32 bytes; each purpose has a key of its own. */
export function secretsFrom(master: Buffer): Secrets {
  const keyFor = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', `gridbook ${purpose}`, length))
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [alg, nonce.toString('base64url'), sealed.toString('base64url')].join(':')
    },
    open: (purpose, sealed) => {
      const [name, nonce = '', rest = ''] = sealed.split(':')
      if (name !== alg) return null
      const bytes = Buffer.from(rest, 'base64url')
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), Buffer.from(nonce, 'base64url'))
        decipher.setAuthTag(bytes.subarray(-16))
        return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
  }
}

const fromText = (text: string, from: string): Buffer => {
  const bytes = Buffer.from(text.trim(), 'base64url')
  if (bytes.length !== length)
    throw new Error(`${from} 须为 32 字节的 base64url · ${from} must be 32 bytes in base64url`)
  return bytes
}

const fileOf = (dataDir: string): string => join(dataDir, 'secret')

/** The secret that lies under the data folder, 32 bytes in base64url; null: none. Throws an Error of one line where it is no secret. */
export function storedSecret(dataDir: string): string | null {
  try {
    const text = readFileSync(fileOf(dataDir), 'utf8').trim()
    fromText(text, fileOf(dataDir))
    return text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return null
  }
}

/** Lays a secret under the data folder, for its owner only. Whole or not at all, and never over another: a secret that is lost takes with it what was sealed. */
export function storeSecret(dataDir: string, text: string): void {
  fromText(text, fileOf(dataDir))
  const fresh = `${fileOf(dataDir)}.${process.pid}`
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(fresh, text, { mode: 0o600 })
    linkSync(fresh, fileOf(dataDir))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** Whether two texts are the same secret. */
export const isSameSecret = (one: string, other: string): boolean =>
  Buffer.from(one.trim(), 'base64url').equals(Buffer.from(other.trim(), 'base64url'))

/**
 * The secret of this installation: GRIDBOOK_SECRET (several processes share one), else the file `secret` under the data
 * folder, made at the first start and readable by its owner only. Throws an Error of one line where it is no secret.
 */
export function readSecrets(dataDir: string, given: string | null): Secrets {
  if (given !== null) return secretsFrom(fromText(given, 'GRIDBOOK_SECRET'))
  if (storedSecret(dataDir) === null) storeSecret(dataDir, randomBytes(length).toString('base64url'))
  return secretsFrom(fromText(storedSecret(dataDir) ?? '', fileOf(dataDir)))
}
