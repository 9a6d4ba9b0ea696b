import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null
  readonly demo: boolean
  readonly adminPassword: string | null
  /** 32 bytes in base64url; null: the file under `dataDir`. */
  readonly secret: string | null
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly publicUrl: string | null
}

/** Reads the environment (DESIGN.md 6); throws an Error of one line for what can't be meant. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = env['DATABASE_URL'] || null
  const demo = env['DEMO'] === undefined || env['DEMO'] === '' ? databaseUrl === null : env['DEMO'] !== '0'
  return {
    port: portOf(env['PORT']),
    host: env['HOST'] || (demo ? '127.0.0.1' : '0.0.0.0'),
    dataDir: resolve(env['DATA_DIR'] || './data'),
    databaseUrl,
    demo,
    adminPassword: env['ADMIN_PASSWORD'] || null,
    secret: env['GRIDBOOK_SECRET'] || null,
    tls: tlsOf(env['TLS_CERT'], env['TLS_KEY']),
    publicUrl: publicUrlOf(env['PUBLIC_URL']),
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 8080
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`PORT 不是端口号 · PORT is not a port: ${text}`)
  return port
}

function tlsOf(cert: string | undefined, key: string | undefined): Config['tls'] {
  if (!cert && !key) return null
  if (!cert || !key) throw new Error('TLS_CERT 和 TLS_KEY 须同时设置 · TLS_CERT and TLS_KEY go together')
  try {
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
  } catch (error) {
    throw new Error(`证书无法读取 · the certificate can't be read: ${(error as Error).message}`, { cause: error })
  }
}

function publicUrlOf(text: string | undefined): string | null {
  if (!text) return null
  if (!URL.canParse(text)) throw new Error(`PUBLIC_URL 不是网址 · PUBLIC_URL is not an address: ${text}`)
  return new URL(text).origin
}

/** Whether only this machine can reach an address. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
