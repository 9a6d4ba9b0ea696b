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

/**
 * The secret of this installation: GRIDBOOK_SECRET (several processes share one), else the file `secret` under the data
 * folder, made at the first start and readable by its owner only. Throws an Error of one line where it is no secret.
 */
export function readSecrets(dataDir: string, given: string | null): Secrets {
  if (given !== null) return secretsFrom(fromText(given, 'GRIDBOOK_SECRET'))
  const path = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true })
  const fresh = `${path}.${process.pid}`
  try {
    return secretsFrom(fromText(readFileSync(path, 'utf8'), path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  try {
    // Whole or not at all, and never over another's: a secret that is lost takes with it what was sealed.
    writeFileSync(fresh, randomBytes(length).toString('base64url'), { mode: 0o600 })
    linkSync(fresh, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  return secretsFrom(fromText(readFileSync(path, 'utf8'), path))
}
