import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import type { OpenVault, Phone, Unlocking } from '../../../src/app/vault/phone-port.ts'
import type { Vault } from '../../../src/app/vault/vault.ts'

/** The PIN of every vault in tests. */
export const pin = '295731'

/** A phone in memory: `first` is the vault of whose session it holds, open in another window; others are made. */
export function fakePhone(first: Vault): Phone & { readonly resume: () => Promise<OpenVault | null> } {
  const held = new Map<string, { vault: Vault; name: string; misses: number }>()
  const owner = async (): Promise<string | null> => {
    const { session } = await first.meta()
    if (session && !held.has(session.user.id))
      held.set(session.user.id, { vault: first, name: session.user.name, misses: 0 })
    return session?.user.id ?? null
  }
  const opened = (user: string): Unlocking => {
    const one = held.get(user)
    return one ? { ok: true, opened: { user, vault: one.vault, key: null } } : { ok: false, code: 'trouble' }
  }
  return {
    resume: async () => {
      const user = await owner()
      return user === null ? null : { user, vault: first, key: null }
    },
    vaults: async () => {
      await owner()
      return [...held].map(([user, { name, misses }]) => ({ user, name, misses, township: '', username: '' }))
    },
    legacy: async () => null,
    create: async ({ session, username }) => {
      const vault = held.size === 0 && (await owner()) === null ? first : makeMemoryVault()
      await vault.putSession(session, username)
      held.set(session.user.id, { vault, name: session.user.name, misses: 0 })
      return opened(session.user.id)
    },
    unlock: async (user, typed) => {
      const one = held.get(user)
      if (!one) return { ok: false, code: 'trouble' }
      if (typed === pin) return opened(user)
      one.misses += 1
      return { ok: false, code: 'wrong', left: 10 - one.misses }
    },
    openWith: async () => null,
    changePin: async () => null,
    allow: async (user) => {
      const one = held.get(user)
      if (one) one.misses = 0
    },
    sealedHalf: async () => null,
    putSealedHalf: async () => undefined,
    recover: async (user) => opened(user),
    remove: async (user) => void held.delete(user),
  }
}
