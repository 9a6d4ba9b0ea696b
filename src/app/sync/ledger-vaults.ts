import { shallowRef } from 'vue'
import type { KnownVault } from '../vault/phone-store.ts'
import type { Newcomer, OpenVault, Phone, Unlocking } from '../vault/phone-port.ts'
import type { Vault } from '../vault/vault.ts'
import type { Ask } from './ask.ts'
import type { LedgerPorts } from './ledger-ports.ts'
import type { LedgerState } from './ledger-state.ts'
import type { LoginResult } from './ledger-types.ts'
import { mirror, nothing } from './mirror.ts'
import type { RecoveryProof } from './recover.ts'

/** What a PIN came to, for the screen. */
export type UnlockResult = { readonly ok: true } | Exclude<Unlocking, { readonly ok: true }>

/** Out of sight for so long, it locks (DESIGN.md 5). */
const lockAfterMs = 5 * 60_000

export type VaultsPorts = {
  readonly ports: LedgerPorts
  readonly state: LedgerState
  readonly ask: Ask
  /** A vault was opened: it is shown from now on. */
  readonly onOpen: () => Promise<void>
  /** Nothing is shown any more. */
  readonly onLock: () => void
}

/** Which of this phone's vaults is open, and the ways in and out of it. */
export function makeVaults({ ports, state, ask, onOpen, onLock }: VaultsPorts) {
  /** Those of this phone, for the lock screen. */
  const vaults = shallowRef<readonly KnownVault[]>([])
  /** Who has logged in, or has worked here before there were PINs, and has none yet. */
  const newcomer = shallowRef<Newcomer | null>(null)
  /** Who has proved himself to the server for another PIN, and the half of the key that it gave back. */
  const recovering = shallowRef<{ readonly user: string; readonly half: Uint8Array<ArrayBuffer> } | null>(null)
  let phone: Phone | null = null
  let open: OpenVault | null = null
  let leave = (): void => undefined
  let reload: (() => Promise<void>) | null = null
  let reading: unknown = null
  let hiddenAt: number | null = null

  const know = async (): Promise<void> => {
    vaults.value = (await phone?.vaults().catch(() => [])) ?? []
  }
  const take = async (one: OpenVault): Promise<void> => {
    const shown = mirror(one.vault, state, ports.channel.tell)
    // Before its contents are shown: what is shown can be saved to.
    open = { ...one, vault: shown.vault }
    leave = shown.leave
    await shown.reload()
    reload = shown.reload
    await onOpen()
  }
  const lock = async (): Promise<void> => {
    if (!open) return
    const { vault } = open
    open = null
    reload = null
    leave()
    state.take(nothing)
    onLock()
    vault.close()
    ports.wakeWorker()
    await know()
  }
  const enter = async (unlocking: Promise<Unlocking>): Promise<UnlockResult> => {
    const result = await unlocking.catch((): Unlocking => ({ ok: false, code: 'trouble' }))
    if (!result.ok) {
      await know()
      return result
    }
    if (open) await lock()
    const pending = newcomer.value
    newcomer.value = null
    if (pending && pending.session.user.id === result.opened.user)
      await result.opened.vault.putSession(pending.session, pending.username)
    ports.marker.set()
    try {
      await take(result.opened)
      return { ok: true }
    } catch {
      // The disk gave nothing back: half a vault is shown to nobody.
      await lock()
      return { ok: false, code: 'trouble' }
    }
  }
  const onSight = (visible: boolean): void => {
    if (!visible) {
      hiddenAt = ports.now()
      ports.setTimer(() => {
        if (hiddenAt !== null && ports.now() - hiddenAt >= lockAfterMs) void lock()
      }, lockAfterMs)
      return
    }
    if (hiddenAt !== null && ports.now() - hiddenAt >= lockAfterMs) void lock()
    hiddenAt = null
  }

  return {
    vaults,
    newcomer,
    vault: (): Vault | null => open?.vault ?? null,
    /** The phone's store is there: what is open in another window is opened here too, without a PIN. */
    begin: async (store: Phone): Promise<void> => {
      phone = store
      // A pull in another window tells of each page: all of them are read at once.
      ports.channel.listen(() => {
        ports.clearTimer(reading)
        reading = ports.setTimer(() => void reload?.().catch(() => undefined), 100)
      })
      ports.handKeys(
        () => open,
        () => void lock(),
      )
      ports.onSight(onSight)
      const [resumed, legacy] = await Promise.all([ports.resume(store), store.legacy(), know()])
      if (resumed) await take(resumed)
      else newcomer.value = legacy
    },
    /** Somebody has logged in who has no open vault: he is let try his PIN, or sets one. */
    admit: async (one: Newcomer): Promise<'pin' | 'unlock'> => {
      await lock()
      newcomer.value = one
      await know()
      if (!vaults.value.some((vault) => vault.user === one.session.user.id)) return 'pin'
      await phone?.allow(one.session.user.id)
      await know()
      return 'unlock'
    },
    recovering,
    /** Proves the vault's user to the server and takes its half of the way back. Null: there is none to be had. */
    recover: async (user: string, proof: RecoveryProof): Promise<LoginResult | null> => {
      const sealed = await phone?.sealedHalf(user)
      if (!sealed) return null
      const { askForHalf } = await import('./recover.ts')
      const half = await askForHalf(ask, proof, ports.device().id, sealed)
      if (half === null || 'ok' in half) return half
      recovering.value = { user, half }
      return { ok: true, next: 'pin' }
    },
    setPin: (pin: string): Promise<UnlockResult> => {
      const back = recovering.value
      if (phone && back) {
        recovering.value = null
        return enter(phone.recover(back.user, back.half, pin))
      }
      const one = newcomer.value
      return phone && one ? enter(phone.create(one, pin)) : Promise.resolve({ ok: false, code: 'trouble' })
    },
    unlock: (user: string, pin: string): Promise<UnlockResult> =>
      open?.user === user
        ? Promise.resolve({ ok: true })
        : phone
          ? enter(phone.unlock(user, pin))
          : Promise.resolve({ ok: false, code: 'trouble' }),
    /** On demand: this window, and every other one of this phone. */
    lock: async (): Promise<void> => {
      await lock()
      ports.lockAll()
    },
    /** Takes the open vault off this phone. */
    forget: async (): Promise<void> => {
      const user = open?.user
      await lock()
      if (user !== undefined) await phone?.remove(user)
      await know()
      if (vaults.value.length === 0) ports.marker.clear()
    },
    phone: (): Phone | null => phone,
    user: (): string | null => open?.user ?? null,
  }
}
