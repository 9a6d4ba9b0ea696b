/** How a key is made from what a person types; kept with what it wraps, by its name. */
export type Derivation = {
  readonly name: 'pbkdf2-sha256'
  readonly rounds: number
  readonly salt: Uint8Array<ArrayBuffer>
}

/** Fewer rounds than these are never used, however slow the phone. */
export const leastRounds = 600_000
const mostRounds = 10_000_000
/** As long as a person waits without minding. */
const wantedMs = 500
const saltBytes = 16

const bitsOf = async (typed: string, { rounds, salt }: Derivation): Promise<ArrayBuffer> => {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(typed), 'PBKDF2', false, ['deriveBits'])
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, base, 256)
}

/** The 32 bytes that a PIN or a passphrase comes to. */
export const derive = (typed: string, by: Derivation): Promise<ArrayBuffer> => bitsOf(typed.normalize('NFKC'), by)

/** A derivation that takes this phone about half a second, measured now: on a fast one it costs a thief more. */
export async function measuredDerivation(now: () => number = () => performance.now()): Promise<Derivation> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const probe = 100_000
  const begun = now()
  await bitsOf('probe', { name: 'pbkdf2-sha256', rounds: probe, salt })
  const perRound = Math.max(now() - begun, 1) / probe
  const rounds = Math.round(Math.min(mostRounds, Math.max(leastRounds, wantedMs / perRound)) / 1000) * 1000
  return { name: 'pbkdf2-sha256', rounds, salt }
}

/** One key of two halves (HKDF-SHA-256): neither half says anything of it. */
export async function halvesTogether(one: BufferSource, other: BufferSource): Promise<ArrayBuffer> {
  const base = await crypto.subtle.importKey('raw', one, 'HKDF', false, ['deriveBits'])
  const info = new TextEncoder().encode('gridbook recovery 1')
  return crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: other, info }, base, 256)
}
